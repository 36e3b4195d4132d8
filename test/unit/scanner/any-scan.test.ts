import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder, type KeyStroke } from '../../../renderer/scanner/index.ts';
import { read, SimulatedScanner, stroke, type ScannerModel } from './simulated-scanner.ts';

const settings = { maximumGapMs: 110, quietMs: 160, minimumLength: 4, prefix: '', suffix: '' };

const text = fc.stringMatching(/^[\]A-Za-z0-9][A-Za-z0-9 /_.:#+-]{3,40}$/);
const model: fc.Arbitrary<ScannerModel> = fc.record({
  gapMs: fc.integer({ min: 0, max: 100 }),
  ending: fc.constantFrom('enter', 'tab', 'numpad-enter', 'crlf', 'cr-chord', 'none'),
  layout: fc.constantFrom('us', 'ru', 'fr', 'zh-ime'),
  capsLock: fc.boolean(),
  numpad: fc.boolean(),
  altCodes: fc.boolean(),
});

const terminators = ['Enter', 'NumpadEnter', 'Tab'];
const isTerminator = ({ code }: KeyStroke) => terminators.includes(code);

describe('any scanner', () => {
  it('is read as the label says, and none of its terminators reaches the page', () => {
    fc.assert(
      fc.property(text, model, (code, scanner) => {
        const { outputs, seen } = read(createDecoder(settings), new SimulatedScanner(scanner).scan(code));
        expect(outputs.map((output) => output.kind === 'scan' && output.raw)).toEqual([code]);
        expect(seen.filter(isTerminator)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('is read scan by scan when one follows the other', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), model, (codes, scanner) => {
        const simulated = new SimulatedScanner(scanner);
        const strokes = codes.flatMap((code) => {
          const scan = simulated.scan(code);
          if (scanner.ending === 'none') simulated.pause(settings.quietMs + 1);
          return scan;
        });
        const { outputs, seen } = read(createDecoder(settings), strokes);
        expect(outputs.map((output) => output.kind === 'scan' && output.raw)).toEqual(codes);
        expect(seen.filter(isTerminator)).toEqual([]);
      }),
    );
  });

  it('that is fast is read in a field too, and tells how much to take out', () => {
    fc.assert(
      fc.property(text, model, fc.integer({ min: 0, max: 10 }), (code, scanner, gapMs) => {
        const simulated = new SimulatedScanner({ ...scanner, gapMs, altCodes: false });
        const { outputs, seen } = read(createDecoder(settings), simulated.scan(code.replaceAll(' ', '')), 'field');
        fc.pre(code.replaceAll(' ', '').length >= settings.minimumLength);
        expect(outputs).toEqual([expect.objectContaining({ raw: code.replaceAll(' ', ''), leaked: code.replaceAll(' ', '').length })]);
        expect(seen.filter(isTerminator)).toEqual([]);
      }),
    );
  });
});

const codes = ['KeyA', 'KeyJ', 'Digit1', 'Numpad5', 'Enter', 'Tab', 'Space', 'F8', 'Escape', 'Quote', 'ShiftLeft', 'AltLeft', 'ControlLeft', '', 'Lang1'];
const anyStroke = fc.record({
  type: fc.constantFrom('down' as const, 'down' as const, 'up' as const),
  code: fc.constantFrom(...codes),
  key: fc.constantFrom('a', 'Ж', 'Process', 'Dead', 'Enter'),
  gap: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: -5, max: 400 })),
  repeat: fc.boolean(),
  shift: fc.boolean(),
  ctrl: fc.boolean(),
  alt: fc.boolean(),
  meta: fc.boolean(),
});
const anyStrokes = fc.array(anyStroke, { maxLength: 80 }).map((strokes) => {
  let at = 0;
  return strokes.map(({ gap, ...rest }): KeyStroke => ({ ...rest, at: (at += gap) }));
});

describe('any strokes at all', () => {
  it('are read without an error, and nothing waits for ever', () => {
    fc.assert(
      fc.property(anyStrokes, fc.constantFrom('page' as const, 'field' as const), (strokes, focus) => {
        const decoder = createDecoder(settings);
        read(decoder, strokes, focus);
        expect(decoder.deadline()).toBeNull();
      }),
      { numRuns: 1500 },
    );
  });

  it('on the page come out once each: seen by the page, in a code, or as a key', () => {
    const plainCodes = ['KeyA', 'KeyJ', 'Digit1', 'Numpad5', 'Escape', 'Quote', 'ArrowUp', 'Slash'];
    const presses = fc.array(fc.record({ code: fc.constantFrom(...plainCodes), gap: fc.integer({ min: 0, max: 300 }) }), { maxLength: 60 });
    fc.assert(
      fc.property(presses, (keys) => {
        let at = 0;
        const strokes = keys.map(({ code, gap }) => stroke(code, (at += gap)));
        const { outputs, seen } = read(createDecoder(settings), strokes);
        const inCodes = outputs.reduce((sum, output) => sum + (output.kind === 'key' ? 0 : output.raw.length), 0);
        const held = outputs.filter((output) => output.kind === 'key' && output.held).length;
        const atOnce = outputs.filter((output) => output.kind === 'key' && !output.held).length;
        expect(inCodes + held + atOnce).toBe(strokes.length);
        expect(seen).toHaveLength(atOnce);
      }),
      { numRuns: 500 },
    );
  });

  it('in a field stay with the page, but for terminators of scans', () => {
    fc.assert(
      fc.property(anyStrokes, (strokes) => {
        const { seen } = read(createDecoder(settings), strokes, 'field');
        const missing = strokes.filter((each) => !seen.includes(each));
        const endsScan = (each: KeyStroke) => isTerminator(each) || (each.ctrl && each.code === 'KeyJ') || each.code === 'AltLeft';
        expect(missing.filter((each) => !endsScan(each))).toEqual([]);
      }),
    );
  });
});
