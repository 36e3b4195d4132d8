import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachScanner, type Fragment, type KeyStroke, type PersonKey, type Scan } from '../../../renderer/scanner/index.ts';
import { FakeField, FakeKeyEvent } from './fake-page.ts';
import { plainScanner, SimulatedScanner, stroke } from './simulated-scanner.ts';

/** Times of the settings, and what the adapter adds for keys that are on their way. */
const gapMs = 110 + 30;
const waitMs = 700 + 30;
const settings = { maximumGapMs: 110, quietMs: 160, minimumLength: 4, prefix: '', suffix: '' };

/** A window with the adapter on it, and a page that notes what reaches it. */
function openPage() {
  const target = new EventTarget();
  const scans: Scan[] = [];
  const fragments: Fragment[] = [];
  const keys: PersonKey[] = [];
  const strokes: KeyStroke[] = [];
  const bound = new Set<string>();
  const detach = attachScanner(target, settings, {
    onScan: (scan) => scans.push(scan),
    onFragment: (fragment) => fragments.push(fragment),
    onKey: (key) => {
      keys.push(key);
      return bound.has(key.stroke.code);
    },
    onStroke: (each) => strokes.push(each),
  });
  const reached: string[] = [];
  for (const type of ['keydown', 'keyup']) {
    target.addEventListener(type, (event) => reached.push(`${(event as KeyboardEvent).code} ${type}`));
  }
  const button = Object.assign(new EventTarget(), { tagName: 'BUTTON' });

  /** Sends strokes; a field takes the characters that are not prevented. */
  function send(list: readonly KeyStroke[], focused: EventTarget = button, composing = false): FakeKeyEvent[] {
    return list.map((each) => {
      const event = new FakeKeyEvent(each, focused, composing);
      target.dispatchEvent(event);
      const character = /(?:Key|Digit)(.)$/.exec(each.code)?.[1];
      const types = each.type === 'down' && !event.defaultPrevented && character !== undefined;
      if (types && focused instanceof FakeField && !focused.readOnly) focused.insert(character);
      return event;
    });
  }
  return { target, scans, fragments, keys, strokes, bound, reached, send, detach };
}

const scannerAt = (startedAt: number) => new SimulatedScanner(plainScanner, startedAt);

describe('the scanner on the page', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps a scan from whatever has the focus, key-ups too', () => {
    const page = openPage();
    const events = page.send(scannerAt(0).scan('12345678'));
    expect(page.scans).toEqual([expect.objectContaining({ raw: '12345678', terminator: 'enter' })]);
    expect(page.reached).toEqual([]);
    expect(events.every((event) => event.defaultPrevented)).toBe(true);
  });

  it('reads a scan without a terminator when the quiet has passed', () => {
    const page = openPage();
    page.send(new SimulatedScanner({ ...plainScanner, ending: 'none' }, 0).scan('12345678'));
    vi.advanceTimersByTime(waitMs - 1);
    expect(page.scans).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(page.scans).toEqual([expect.objectContaining({ raw: '12345678', terminator: 'none' })]);
  });

  it("gives a person's single key after the longest gap, without an event to prevent", () => {
    const page = openPage();
    const [event] = page.send([stroke('KeyU', 0)]);
    expect(event?.defaultPrevented).toBe(true);
    expect(page.keys).toEqual([]);
    vi.advanceTimersByTime(gapMs);
    expect(page.keys).toEqual([expect.objectContaining({ held: true, stroke: expect.objectContaining({ code: 'KeyU' }) as unknown })]);
  });

  it("leaves a person's Enter to the focused button, unless somebody acts on it", () => {
    const page = openPage();
    const [free] = page.send([stroke('Enter', 0)]);
    expect(free?.defaultPrevented).toBe(false);
    page.bound.add('Enter');
    const [taken] = page.send([stroke('Enter', 1000)]);
    expect(taken?.defaultPrevented).toBe(true);
    expect(page.reached).toEqual(['Enter keydown']);
  });

  it('does not prevent Enter because a key that was held before it is bound', () => {
    const page = openPage();
    page.bound.add('Digit5');
    const [, enter] = page.send([stroke('Digit5', 0), stroke('Enter', 80)]);
    expect(page.keys.map(({ stroke: { code } }) => code)).toEqual(['Digit5', 'Enter']);
    expect(enter?.defaultPrevented).toBe(false);
  });

  it('says that a scan was too short', () => {
    const page = openPage();
    page.send(scannerAt(0).scan('12'));
    expect(page.fragments).toEqual([expect.objectContaining({ raw: '12' })]);
    expect(page.reached).toEqual([]);
  });

  it('waits for keys that a busy page has not taken in yet', () => {
    const page = openPage();
    const scanner = new SimulatedScanner({ ...plainScanner, ending: 'none' }, 0);
    page.send(scanner.scan('1234'));
    const now = vi.spyOn(performance, 'now').mockReturnValue(10_000);
    vi.advanceTimersByTime(waitMs);
    page.send(scanner.scan('5678'));
    now.mockRestore();
    vi.advanceTimersByTime(waitMs);
    expect(page.scans.map(({ raw }) => raw)).toEqual(['12345678']);
  });

  it('goes on with a scan that it ended too early, and says which one that was', () => {
    const page = openPage();
    const strokes = scannerAt(0).scan('12345678');
    page.send(strokes.slice(0, 10));
    vi.advanceTimersByTime(waitMs);
    page.send(strokes.slice(10));
    expect(page.scans.map(({ raw, supersedes }) => [raw, supersedes])).toEqual([
      ['12345', null],
      ['12345678', '12345'],
    ]);
    expect(page.reached).toEqual([]);
  });

  it('ends a waiting key when the window loses the focus', () => {
    const page = openPage();
    page.send([stroke('KeyU', 0)]);
    page.target.dispatchEvent(new Event('blur'));
    expect(page.keys).toHaveLength(1);
    vi.advanceTimersByTime(1000);
    expect(page.keys).toHaveLength(1);
  });

  it('gives out what it holds when it is detached, and nothing after that', () => {
    const page = openPage();
    page.send([stroke('KeyU', 0)]);
    page.detach();
    expect(page.keys).toEqual([expect.objectContaining({ held: true })]);
    vi.advanceTimersByTime(1000);
    expect(page.keys).toHaveLength(1);
  });

  it('shows every stroke to calibration, and nothing after it was detached', () => {
    const page = openPage();
    page.send(scannerAt(0).scan('12345678'));
    expect(page.strokes).toHaveLength(18);
    page.detach();
    page.send(scannerAt(5000).scan('12345678'));
    expect(page.strokes).toHaveLength(18);
    expect(page.reached).toHaveLength(18);
  });

  describe('with a field in focus', () => {
    it('takes a scan out of the field again, and tells the page of the change', () => {
      const page = openPage();
      const note = new FakeField();
      note.value = 'box is wet ';
      note.setSelectionRange(3, 6);
      const inputs = vi.fn<() => void>();
      note.addEventListener('input', inputs);
      const events = page.send(scannerAt(0).scan('12345678'), note);
      expect(page.scans).toEqual([expect.objectContaining({ raw: '12345678', leaked: 8 })]);
      expect(note.value).toBe('box is wet ');
      expect([note.selectionStart, note.selectionEnd]).toEqual([3, 6]);
      expect(inputs).toHaveBeenCalledTimes(1);
      expect(events.findLast(({ type }) => type === 'keydown')?.defaultPrevented).toBe(true);
    });

    it('keeps what the person typed right before the scan', () => {
      const page = openPage();
      const note = new FakeField();
      page.send([stroke('KeyA', 784), stroke('KeyB', 892)], note);
      page.send(new SimulatedScanner({ ...plainScanner, gapMs: 1 }, 1000).scan('12345678'), note);
      expect(page.scans.map(({ raw }) => raw)).toEqual(['12345678']);
      expect(note.value).toBe('AB');
    });

    it('takes a scan out whose keys came within one tick of the clock', () => {
      const page = openPage();
      const note = new FakeField();
      note.value = 'wet ';
      page.send(new SimulatedScanner({ ...plainScanner, gapMs: 0 }, 500).scan('12345678'), note);
      expect(note.value).toBe('wet ');
    });

    it('takes a scan without a terminator out after the quiet', () => {
      const page = openPage();
      const note = new FakeField();
      page.send(new SimulatedScanner({ ...plainScanner, ending: 'none' }, 0).scan('12345678'), note);
      expect(note.value).toBe('12345678');
      vi.advanceTimersByTime(waitMs);
      expect(note.value).toBe('');
      expect(page.scans).toHaveLength(1);
    });

    it.each([3, 5])('takes a scan out that came in two pieces, the first of %i keys', (keysInTime) => {
      const page = openPage();
      const note = new FakeField();
      note.value = 'wet ';
      const strokes = scannerAt(500).scan('12345678');
      page.send(strokes.slice(0, 2 * keysInTime), note);
      vi.advanceTimersByTime(waitMs);
      page.send(strokes.slice(2 * keysInTime), note);
      expect(page.scans.at(-1)).toMatchObject({ raw: '12345678' });
      expect(note.value).toBe('wet ');
    });

    it("ends an input method's unfinished text before it restores the field", () => {
      const page = openPage();
      const note = new FakeField();
      page.send(new SimulatedScanner({ ...plainScanner, layout: 'zh-ime' }, 0).scan('12345678'), note, true);
      expect(note.blurs).toBe(1);
      expect(note.value).toBe('');
      expect(page.scans).toHaveLength(1);
    });

    it('leaves typing alone', () => {
      const page = openPage();
      const note = new FakeField();
      const events = page.send([stroke('KeyH', 0), stroke('KeyI', 60), stroke('Enter', 140)], note);
      expect(note.value).toBe('HI');
      expect(events.some((event) => event.defaultPrevented)).toBe(false);
      expect(page.keys).toEqual([expect.objectContaining({ focus: 'field' })]);
    });

    it.each([
      ['a text field', {}, 'field'],
      ['a field that is read-only', { readOnly: true }, 'page'],
      ['a field that is disabled', { disabled: true }, 'page'],
      ['a check box', { type: 'checkbox' }, 'page'],
      ['a text area', { tagName: 'TEXTAREA' }, 'field'],
    ])('knows %s', (_name, parts, focus) => {
      const page = openPage();
      page.send([stroke('Escape', 0)], Object.assign(new FakeField(), parts));
      expect(page.keys).toEqual([expect.objectContaining({ focus })]);
    });
  });
});
