import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder, type DecoderOutput, type KeyStroke, type Scan } from '../../../renderer/scanner/index.ts';
import { deliverLate, plainScanner, readLate, SimulatedScanner, stroke, type ScannerModel } from './simulated-scanner.ts';

const settings = { maximumGapMs: 110, quietMs: 160, minimumLength: 4, prefix: '', suffix: '' };

/** Which strokes come late, and by how much: longer than any wait but that of a burst that has been cut already. */
const stall = fc.record({ index: fc.integer({ min: 0, max: 150 }), ms: fc.integer({ min: 1, max: 1900 }) });
const schedule = fc.array(stall, { maxLength: 8 }).map((stalls) => {
  const lateMs: number[] = [];
  for (const { index, ms } of stalls) lateMs[index] = ms;
  return lateMs;
});
const text = fc.stringMatching(/^[\]A-Za-z0-9][A-Za-z0-9 /_.:#+-]{3,30}$/);
/** Characters of at most 12 ms each; those of an Alt code are four times as long as other keys. */
const model: fc.Arbitrary<ScannerModel> = fc.record({
  gapMs: fc.integer({ min: 0, max: 12 }),
  ending: fc.constantFrom('enter', 'tab', 'numpad-enter', 'crlf', 'cr-chord', 'none'),
  layout: fc.constantFrom('us', 'ru', 'zh-ime'),
  capsLock: fc.boolean(),
  numpad: fc.boolean(),
  altCodes: fc.boolean(),
}).map((scanner) => ({ ...scanner, gapMs: scanner.altCodes ? Math.floor(scanner.gapMs / 4) : scanner.gapMs }));

const pressesButtons = ['Enter', 'NumpadEnter', 'Tab', 'Space'];
const buttonKeys = (seen: readonly KeyStroke[]) => seen.filter(({ code }) => pressesButtons.includes(code));
const scansOf = (outputs: readonly DecoderOutput[]) => outputs.filter((output) => output.kind === 'scan');
const isLast = (scan: Scan, index: number, scans: readonly Scan[]) => scans[index + 1]?.supersedes !== scan.raw;

/** A scan whose keys after the first few come so much later. */
function cutScan(code: string, keysInTime: number, late: number, scanner: Partial<ScannerModel> = {}) {
  const strokes = new SimulatedScanner({ ...plainScanner, ...scanner }).scan(code);
  const downs = strokes.filter(({ type, code: key }) => type === 'down' && !key.startsWith('Shift'));
  const firstLate = downs[keysInTime];
  return deliverLate(strokes, strokes.map((each) => (each === firstLate ? late : 0)));
}

describe('a scan of which keys come late', () => {
  it('comes out whole, after one piece at most, and presses nothing', () => {
    fc.assert(
      fc.property(text, model, schedule, (code, scanner, lateness) => {
        const strokes = new SimulatedScanner(scanner).scan(code);
        const { outputs, seen } = readLate(createDecoder(settings), deliverLate(strokes, lateness));
        const early = outputs.slice(0, -1);
        const cuts = scansOf(early);
        expect(outputs.at(-1)).toMatchObject({ kind: 'scan', raw: code, supersedes: cuts[0]?.raw ?? null });
        expect(code.startsWith(cuts[0]?.raw ?? '')).toBe(true);
        // Keys that are too few for a scan are given up together: one piece too.
        const keys = early.filter(({ kind }) => kind === 'key');
        expect(keys.length).toBeLessThan(settings.minimumLength);
        expect(cuts.length + Math.min(keys.length, 1)).toBeLessThanOrEqual(1);
        expect(early).toHaveLength(cuts.length + keys.length);
        expect(buttonKeys(seen)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes out whole at any speed', () => {
    fc.assert(
      fc.property(text, model, fc.integer({ min: 0, max: 100 }), schedule, (code, scanner, gapMs, lateness) => {
        const strokes = new SimulatedScanner({ ...scanner, gapMs }).scan(code);
        const { outputs, seen } = readLate(createDecoder(settings), deliverLate(strokes, lateness));
        expect(scansOf(outputs).filter(isLast).map(({ raw }) => raw)).toEqual([code]);
        expect(outputs.every(({ kind }) => kind !== 'fragment')).toBe(true);
        expect(buttonKeys(seen)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('comes out whole among others', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), model, schedule, (codes, scanner, lateness) => {
        const simulated = new SimulatedScanner(scanner);
        const strokes = codes.flatMap((code) => {
          const scan = simulated.scan(code);
          simulated.pause(2 * settings.quietMs);
          return scan;
        });
        const { outputs, seen } = readLate(createDecoder(settings), deliverLate(strokes, lateness));
        expect(scansOf(outputs).filter(isLast).map(({ raw }) => raw)).toEqual(codes);
        expect(buttonKeys(seen)).toEqual([]);
      }),
    );
  });

  it('is taken out of a field whole', () => {
    fc.assert(
      fc.property(text, model, schedule, (spaced, scanner, lateness) => {
        const code = spaced.replaceAll(' ', '');
        fc.pre(code.length >= settings.minimumLength);
        const strokes = new SimulatedScanner({ ...scanner, altCodes: false }).scan(code);
        const { outputs, seen } = readLate(createDecoder(settings), deliverLate(strokes, lateness), 'field');
        const scans = scansOf(outputs);
        expect(scans.filter(isLast).map(({ raw }) => raw)).toEqual([code]);
        expect(scans.reduce((sum, { leaked }) => sum + leaked, 0)).toBe(code.length);
        expect(buttonKeys(seen)).toEqual([]);
      }),
    );
  });

  it('is not cut by what a busy computer takes', () => {
    const { outputs } = readLate(createDecoder(settings), cutScan('JT1999833918427', 8, 650));
    expect(outputs).toEqual([expect.objectContaining({ raw: 'JT1999833918427', terminator: 'enter', supersedes: null })]);
  });

  it.each([1, 2, 3])('is not cut after key %i of a waybill that begins with a capital letter', (keysInTime) => {
    const { outputs } = readLate(createDecoder(settings), cutScan('JT1999833918427', keysInTime, 650));
    expect(outputs).toEqual([expect.objectContaining({ raw: 'JT1999833918427', terminator: 'enter' })]);
  });

  it('supersedes the piece that came out too early', () => {
    const { outputs } = readLate(createDecoder(settings), cutScan('JT1999833918427', 8, 900));
    expect(outputs).toEqual([
      expect.objectContaining({ raw: 'JT199983', terminator: 'none', supersedes: null }),
      expect.objectContaining({ raw: 'JT1999833918427', terminator: 'enter', supersedes: 'JT199983' }),
    ]);
  });

  it('is not repeated when only its terminator is late', () => {
    const { outputs, seen } = readLate(createDecoder(settings), cutScan('JT1999833918427', 15, 900, { ending: 'crlf' }));
    expect(outputs).toEqual([expect.objectContaining({ raw: 'JT1999833918427', terminator: 'none' })]);
    expect(buttonKeys(seen)).toEqual([]);
  });

  it('is read whole although its first key had passed for a person\'s', () => {
    const { outputs } = readLate(createDecoder(settings), cutScan('yt1999833918427', 1, 400));
    expect(outputs).toEqual([
      expect.objectContaining({ kind: 'key', held: true }),
      expect.objectContaining({ raw: 'yt1999833918427', supersedes: null }),
    ]);
  });

  it('that is too short is a fragment, though its keys had passed for a person\'s', () => {
    const { outputs, seen } = readLate(createDecoder(settings), cutScan('12', 2, 900));
    expect(outputs.map(({ kind }) => kind)).toEqual(['key', 'key', 'fragment']);
    expect(buttonKeys(seen)).toEqual([]);
  });
});

describe("a person's keys that come late", () => {
  const plainCodes = ['KeyA', 'KeyJ', 'Digit1', 'Numpad5', 'Quote', 'Slash'];
  const press = (gap: fc.Arbitrary<number>) => fc.record({ code: fc.constantFrom(...plainCodes), gap });
  const strokesOf = (presses: readonly { code: string; gap: number }[]) => {
    let at = 1000;
    return presses.flatMap(({ code, gap }) => [stroke(code, (at += gap)), stroke(code, at + 50, { type: 'up' })]);
  };
  const codesOf = (outputs: readonly DecoderOutput[]) => outputs.map((output) => output.kind === 'key' && output.stroke.code);

  it('come out once each', () => {
    fc.assert(
      fc.property(fc.array(press(fc.integer({ min: 111, max: 400 })), { maxLength: 30 }), schedule, (presses, lateness) => {
        const { outputs } = readLate(createDecoder(settings), deliverLate(strokesOf(presses), lateness));
        expect(codesOf(outputs)).toEqual(presses.map(({ code }) => code));
      }),
    );
  });

  it('come out once each however quick, if they are too few for a scan', () => {
    fc.assert(
      fc.property(fc.array(press(fc.integer({ min: 0, max: 400 })), { maxLength: 3 }), schedule, (presses, lateness) => {
        const strokes = strokesOf(presses).toSorted((one, other) => one.at - other.at);
        const { outputs } = readLate(createDecoder(settings), deliverLate(strokes, lateness));
        expect(codesOf(outputs)).toEqual(presses.map(({ code }) => code));
      }),
    );
  });
});

describe('Enter after a scan', () => {
  const scan = (gapMs: number) => new SimulatedScanner({ ...plainScanner, gapMs }).scan('JT1999833918427');
  const endOf = (strokes: readonly KeyStroke[]) => strokes.at(-1)?.at ?? 0;
  const enterAfter = (gapMs: number, afterMs: number, late = 0) => {
    const strokes = scan(gapMs);
    const enter = stroke('Enter', endOf(strokes) + afterMs);
    const deliveries = deliverLate([...strokes, enter], [late]);
    return readLate(createDecoder({ ...settings, maximumGapMs: 150, quietMs: 220 }), deliveries).seen.includes(enter);
  };

  it.each([
    [0, 61, true],
    [2, 90, true],
    [20, 90, true],
    [0, 60, false],
    [20, 60, false],
    [50, 140, false],
    [50, 151, true],
  ])("of %i ms per key, %i ms after its terminator: a person's is %s", (gapMs, afterMs, isPersons) => {
    expect(enterAfter(gapMs, afterMs)).toBe(isPersons);
  });

  it("is told by when it was pressed, not by when it came", () => {
    expect(enterAfter(2, 300, 1500)).toBe(true);
    expect(enterAfter(2, 10, 1500)).toBe(false);
  });
});
