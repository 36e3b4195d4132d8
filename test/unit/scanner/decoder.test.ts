import { describe, expect, it } from 'vitest';
import { createDecoder, type DecoderOutput, type KeyStroke } from '../../../renderer/scanner/index.ts';
import { plainScanner, read, SimulatedScanner, stroke, type ScannerModel } from './simulated-scanner.ts';

const settings = { maximumGapMs: 110, quietMs: 160, minimumLength: 4, prefix: '', suffix: '' };
const waybill = 'YT2290-xk88123456';

const rawOf = (outputs: readonly DecoderOutput[]) => outputs.map((output) => (output.kind === 'key' ? output.stroke.code : output.raw));
const kindsOf = (outputs: readonly DecoderOutput[]) => outputs.map(({ kind }) => kind);

/** Keys of a person, each `gapMs` after the last. */
const typed = (codes: readonly string[], gapMs: number, startedAt = 1000): KeyStroke[] =>
  codes.flatMap((code, index) => {
    const at = startedAt + index * gapMs;
    return [stroke(code, at), stroke(code, at + 1, { type: 'up' })];
  });

const models: { name: string; model: Partial<ScannerModel>; terminator?: string }[] = [
  { name: 'at full speed', model: { gapMs: 0 } },
  { name: 'slowly', model: { gapMs: 100 } },
  { name: 'under a Russian layout', model: { layout: 'ru' } },
  { name: 'under a French layout', model: { layout: 'fr' } },
  { name: 'into a Chinese input method', model: { layout: 'zh-ime' } },
  { name: 'with CapsLock', model: { capsLock: true } },
  { name: 'digits from the numeric keypad', model: { numpad: true } },
  { name: 'in Alt codes', model: { altCodes: true } },
  { name: 'ended by Tab', model: { ending: 'tab' }, terminator: 'tab' },
  { name: "ended by the numeric keypad's Enter", model: { ending: 'numpad-enter' } },
  { name: 'ended by CR and LF', model: { ending: 'crlf' } },
  { name: 'ended by Control and M', model: { ending: 'cr-chord' } },
  { name: 'not ended', model: { ending: 'none' }, terminator: 'none' },
];

describe('a scan', () => {
  it.each(models)('$name is read as it is on the label, and the page sees none of its keys', ({ model, terminator = 'enter' }) => {
    const strokes = new SimulatedScanner({ ...plainScanner, ...model }).scan(waybill);
    const { outputs, seen } = read(createDecoder(settings), strokes);
    expect(outputs).toEqual([expect.objectContaining({ kind: 'scan', raw: waybill, terminator, keys: waybill.length, leaked: 0 })]);
    expect(seen.filter(({ code }) => !/^(?:Shift|Alt|Control)/.test(code))).toEqual([]);
  });

  it('tells its times', () => {
    const strokes = new SimulatedScanner({ ...plainScanner, gapMs: 10 }, 5000).scan('12345');
    const { outputs } = read(createDecoder(settings), strokes);
    expect(outputs[0]).toMatchObject({ startedAt: 5000, at: 5050, averageGapMs: 10 });
  });

  it('is followed by the next one without a pause', () => {
    const scanner = new SimulatedScanner({ ...plainScanner, gapMs: 0 });
    const strokes = [...scanner.scan('SF1234567890123'), ...scanner.scan('jt1234567890123')];
    const { outputs, seen } = read(createDecoder(settings), strokes);
    expect(rawOf(outputs)).toEqual(['SF1234567890123', 'jt1234567890123']);
    expect(seen.filter(({ code }) => code === 'Enter')).toEqual([]);
  });

  it.each(['Control', 'F8'])("keeps GS1's separator, typed with %s, and the symbology identifier", (way) => {
    const scanner = new SimulatedScanner(plainScanner);
    const strokes = scanner.scan(']C100123\u001D456');
    const withF8 = strokes
      .filter(({ code }) => !code.startsWith('Control'))
      .map((each) => (each.ctrl ? { ...each, code: 'F8', ctrl: false } : each));
    const { outputs } = read(createDecoder(settings), way === 'F8' ? withF8 : strokes);
    expect(rawOf(outputs)).toEqual([']C100123\u001D456']);
  });

  it('swallows the Enter that comes after the quiet', () => {
    const decoder = createDecoder(settings);
    const { outputs } = read(decoder, new SimulatedScanner({ ...plainScanner, ending: 'none' }, 0).scan('12345678'));
    expect(kindsOf(outputs)).toEqual(['scan']);
    expect(decoder.feed(stroke('Enter', 250), 'page')).toEqual({ consume: true, outputs: [] });
    expect(kindsOf(decoder.feed(stroke('Enter', 2000), 'page').outputs)).toEqual(['key']);
  });

  it('is not shifted by a Shift whose key-up got lost', () => {
    const decoder = createDecoder(settings);
    read(decoder, [stroke('ShiftLeft', 0, { shift: true })]);
    const stuck = (strokes: KeyStroke[]) => strokes.map((each) => ({ ...each, shift: true }));
    const scanner = new SimulatedScanner(plainScanner, 1000);
    expect(rawOf(read(decoder, stuck(scanner.scan('12345'))).outputs)).toEqual(['12345']);
    const lostInside = scanner.scan('Y1234').filter(({ type, code }) => !(type === 'up' && code === 'ShiftLeft'));
    read(decoder, stuck(lostInside));
    expect(rawOf(read(decoder, stuck(scanner.scan('67890'))).outputs)).toEqual(['67890']);
  });

  it('is not doubled by autorepeat', () => {
    const strokes = new SimulatedScanner(plainScanner).scan('12345').flatMap((each) => {
      const repeated = { ...each, repeat: true };
      return each.type === 'down' ? [each, repeated, repeated] : [each];
    });
    const { outputs, seen } = read(createDecoder(settings), strokes);
    expect(rawOf(outputs)).toEqual(['12345']);
    expect(seen).toEqual([]);
  });

  it('goes on while modifiers move between its keys', () => {
    const shift = { shift: true };
    const strokes = [
      stroke('KeyA', 0),
      stroke('ShiftLeft', 100, shift),
      stroke('KeyB', 200, shift),
      stroke('ShiftLeft', 300, { type: 'up' }),
      stroke('Digit1', 400),
      stroke('Digit2', 500),
      stroke('Enter', 600),
    ];
    expect(rawOf(read(createDecoder(settings), strokes).outputs)).toEqual(['aB12']);
  });

  it('goes on after one key that is late, once it is long enough to be a scan', () => {
    const scanner = new SimulatedScanner({ ...plainScanner, gapMs: 100, ending: 'none' });
    const strokes = scanner.scan('YT2290');
    scanner.pause(50);
    strokes.push(...scanner.scan('123456'), stroke('Enter', 2300));
    expect(rawOf(read(createDecoder(settings), strokes).outputs)).toEqual(['YT2290123456']);
  });

  it('that stops too long, even again and again, gives fragments; nothing of it acts as a key', () => {
    const scanner = new SimulatedScanner({ ...plainScanner, gapMs: 50, ending: 'none' }, 0);
    const strokes = scanner.scan('12345678');
    const last = strokes.at(-1)?.at ?? 0;
    const rest = [stroke('Digit9', last + 170), stroke('KeyU', last + 340), stroke('Enter', last + 600)];
    const { outputs, seen } = read(createDecoder(settings), [...strokes, ...rest]);
    expect(rawOf(outputs)).toEqual(['12345678', '9', 'u']);
    expect(kindsOf(outputs)).toEqual(['scan', 'fragment', 'fragment']);
    expect(seen).toEqual([]);
  });

  it('tells each fragment once, though a key-up comes late', () => {
    const decoder = createDecoder(settings);
    const strokes = new SimulatedScanner({ ...plainScanner, ending: 'none' }, 0).scan('12345678');
    const last = strokes.at(-1)?.at ?? 0;
    const keyUp = stroke('Digit9', last + 175, { type: 'up' });
    const first = read(decoder, [...strokes, stroke('Digit9', last + 170)]);
    expect(kindsOf(first.outputs)).toEqual(['scan', 'fragment']);
    expect(read(decoder, [keyUp])).toEqual({ outputs: [], seen: [] });
  });

  it("without a terminator does not hold up a person's keys for long", () => {
    const strokes = new SimulatedScanner({ ...plainScanner, ending: 'none' }, 0).scan('12345678');
    const last = strokes.at(-1)?.at ?? 0;
    const { outputs } = read(createDecoder(settings), [...strokes, stroke('KeyU', last + 330)]);
    expect(kindsOf(outputs)).toEqual(['scan', 'key']);
  });

  it('is over when a person presses a key that types nothing', () => {
    const strokes = new SimulatedScanner({ ...plainScanner, ending: 'none' }, 0).scan('12345678');
    const last = strokes.at(-1)?.at ?? 0;
    const { outputs } = read(createDecoder(settings), [...strokes, stroke('Escape', last + 50), stroke('KeyU', last + 100)]);
    expect(kindsOf(outputs)).toEqual(['scan', 'key', 'key']);
  });

  it('has no character of an Alt code that was broken off', () => {
    const alt = { alt: true };
    const scanner = new SimulatedScanner(plainScanner, 30);
    const strokes = [
      stroke('AltLeft', 0, alt),
      stroke('Numpad6', 10, alt),
      stroke('Escape', 20, alt),
      stroke('AltLeft', 25, { type: 'up' }),
      ...scanner.scan('12345'),
    ];
    expect(rawOf(read(createDecoder(settings), strokes).outputs)).toEqual(['Escape', '12345']);
  });

  it('that is too short comes as a fragment, and its Enter presses nothing', () => {
    const { outputs, seen } = read(createDecoder(settings), new SimulatedScanner(plainScanner).scan('12'));
    expect(outputs).toEqual([{ kind: 'fragment', raw: '12', at: 1004 }]);
    expect(seen).toEqual([]);
  });
});

describe("a person's keys on the page", () => {
  it('come out one by one when no other key follows', () => {
    const { outputs, seen } = read(createDecoder(settings), typed(['KeyU', 'Digit3', 'Digit0'], 200));
    expect(rawOf(outputs)).toEqual(['KeyU', 'Digit3', 'Digit0']);
    expect(outputs.every((output) => output.kind === 'key' && output.held && output.focus === 'page')).toBe(true);
    expect(seen).toEqual([]);
  });

  it('stay single keys however many there are, typed with longer gaps than a scanner makes', () => {
    const codes = Array.from({ length: 12 }, (_, index) => `Digit${String(index % 10)}`);
    expect(rawOf(read(createDecoder(settings), typed(codes, 111)).outputs)).toEqual(codes);
  });

  it('come out in order when Enter follows quickly, and Enter reaches the page', () => {
    const { outputs, seen } = read(createDecoder(settings), typed(['Digit2', 'Digit5', 'Enter'], 80));
    expect(rawOf(outputs)).toEqual(['Digit2', 'Digit5', 'Enter']);
    expect(seen.filter(({ type }) => type === 'down').map(({ code }) => code)).toEqual(['Enter']);
  });

  it.each(['Enter', 'NumpadEnter', 'Tab', 'Space', 'Escape', 'ArrowDown', 'F2', 'Backspace'])('%s alone comes at once', (code) => {
    const { consume, outputs } = createDecoder(settings).feed(stroke(code, 0), 'page');
    expect(consume).toBe(false);
    expect(outputs).toEqual([expect.objectContaining({ kind: 'key', held: false })]);
  });

  it('chords come at once and are left to the browser', () => {
    const decoder = createDecoder(settings);
    for (const parts of [{ ctrl: true }, { alt: true }, { meta: true }]) {
      const { consume, outputs } = decoder.feed(stroke('KeyR', 0, parts), 'page');
      expect(consume).toBe(false);
      expect(kindsOf(outputs)).toEqual(['key']);
    }
  });

  it('a held key repeats in lists, but neither types nor presses again', () => {
    const decoder = createDecoder(settings);
    const repeated = (code: string) => decoder.feed(stroke(code, 0, { repeat: true }), 'page');
    expect(kindsOf(repeated('ArrowDown').outputs)).toEqual(['key']);
    expect(repeated('Enter')).toEqual({ consume: true, outputs: [] });
    expect(repeated('Digit1')).toEqual({ consume: true, outputs: [] });
  });

  it('Escape ends what was held before it', () => {
    const { outputs } = read(createDecoder(settings), typed(['Digit1', 'Escape'], 20));
    expect(rawOf(outputs)).toEqual(['Digit1', 'Escape']);
  });
});

describe('in a field', () => {
  it('a scan passes, is read all the same, tells what leaked, and its Enter confirms nothing', () => {
    const strokes = new SimulatedScanner({ ...plainScanner, layout: 'ru' }).scan(waybill);
    const { outputs, seen } = read(createDecoder(settings), strokes, 'field');
    expect(outputs).toEqual([expect.objectContaining({ kind: 'scan', raw: waybill, leaked: waybill.length })]);
    expect(seen.some(({ code }) => code === 'Enter')).toBe(false);
    expect(seen.filter(({ type, code }) => type === 'down' && code !== 'ShiftLeft')).toHaveLength(waybill.length);
  });

  it('a slow scanner is known by its regularity, also when one key is late', () => {
    const scanner = new SimulatedScanner({ ...plainScanner, gapMs: 90, ending: 'none' });
    const strokes = scanner.scan('YT881234');
    scanner.pause(40);
    strokes.push(...scanner.scan('5678901'), stroke('Enter', 2400));
    expect(rawOf(read(createDecoder(settings), strokes, 'field').outputs)).toEqual(['YT8812345678901']);
  });

  it("only the scan is read when it comes right after a person's keys, however many", () => {
    const person = ['KeyW', 'KeyE', 'KeyT', 'Space', 'KeyB', 'KeyO', 'KeyX'];
    const strokes = [
      ...typed(person, 70, 1000 - person.length * 70),
      ...new SimulatedScanner({ ...plainScanner, gapMs: 1 }, 1000).scan(waybill),
    ];
    const { outputs } = read(createDecoder(settings), strokes, 'field');
    expect(outputs).toEqual([expect.objectContaining({ raw: waybill, leaked: waybill.length, startedAt: 1000 })]);
  });

  it('a scan whose first key is ahead of the others is read whole', () => {
    const strokes = [stroke('Digit7', 950), ...new SimulatedScanner(plainScanner, 1000).scan('12345678')];
    expect(rawOf(read(createDecoder(settings), strokes, 'field').outputs)).toEqual(['712345678']);
  });

  it('a scan in which the scanner pauses once is read whole', () => {
    const scanner = new SimulatedScanner({ ...plainScanner, ending: 'none' });
    const strokes = scanner.scan('YT2290');
    scanner.pause(80);
    strokes.push(...scanner.scan('123456'), stroke('Enter', 1110));
    expect(rawOf(read(createDecoder(settings), strokes, 'field').outputs)).toEqual(['YT2290123456']);
  });

  it('a scanner of uneven speed is read whole', () => {
    const gaps = [30, 22, 41, 25, 36, 20, 33, 44, 21, 30, 38, 24];
    let at = 0;
    const strokes = gaps.map((gap, index) => stroke(`Digit${String(index % 10)}`, (at += gap)));
    const { outputs } = read(createDecoder(settings), [...strokes, stroke('Enter', at + 30)], 'field');
    expect(rawOf(outputs)).toEqual(['012345678901']);
  });

  it('a person types and confirms as ever', () => {
    const gaps = [90, 60, 105, 70, 95, 50, 108, 66, 88, 100, 61];
    let at = 0;
    const strokes = [...gaps.map((gap, index) => stroke(`Digit${String(index % 10)}`, (at += gap))), stroke('Enter', at + 90)];
    const { outputs, seen } = read(createDecoder(settings), strokes, 'field');
    expect(seen).toEqual(strokes);
    expect(outputs).toEqual([expect.objectContaining({ kind: 'key', focus: 'field', held: false })]);
  });

  it('a scan without a terminator ends also with a key that types nothing', () => {
    const strokes = new SimulatedScanner({ ...plainScanner, ending: 'none' }).scan('12345678');
    const { outputs } = read(createDecoder(settings), [...strokes, stroke('ArrowLeft', 1100)], 'field');
    expect(rawOf(outputs)).toEqual(['12345678', 'ArrowLeft']);
  });

  it('a few quick keys and Escape are a person', () => {
    const { outputs, seen } = read(createDecoder(settings), typed(['KeyT', 'KeyH', 'Escape'], 20), 'field');
    expect(rawOf(outputs)).toEqual(['Escape']);
    expect(seen).toHaveLength(6);
  });

  it('a scan that began on the page stays away from the field that takes the focus meanwhile', () => {
    const decoder = createDecoder(settings);
    const strokes = new SimulatedScanner(plainScanner).scan('12345678');
    const consumed = strokes.map((each, index) => decoder.feed(each, index < 4 ? 'page' : 'field').consume);
    expect(consumed.every(Boolean)).toBe(true);
  });
});

describe('the end of a wait', () => {
  it('comes at once when the window loses the focus', () => {
    const decoder = createDecoder(settings);
    decoder.feed(stroke('KeyU', 0), 'page');
    expect(rawOf(decoder.flush())).toEqual(['KeyU']);
    expect(decoder.deadline()).toBeNull();
    expect(decoder.flush()).toEqual([]);
  });
});
