import { describe, expect, it } from 'vitest';
import { createDecoder, type DecoderOutput } from '../../../renderer/scanner/index.ts';
import { plainScanner, read, SimulatedScanner, stroke } from './simulated-scanner.ts';

const settings = { maximumGapMs: 110, quietMs: 160, minimumLength: 4, prefix: '', suffix: '' };

const rawOf = (outputs: readonly DecoderOutput[]) => outputs.map((output) => (output.kind === 'key' ? output.stroke.code : output.raw));

describe('a scan', () => {
  it('without a terminator is given out late twice; then the scanner is known to send none', () => {
    const decoder = createDecoder(settings);
    const scanner = new SimulatedScanner({ ...plainScanner, ending: 'none' });
    const wait = (code: string) => {
      const strokes = scanner.scan(code);
      scanner.pause(5000);
      const last = strokes.at(-1)?.at ?? 0;
      for (const each of strokes) expect(decoder.feed(each, 'page').outputs).toEqual([]);
      const deadline = decoder.deadline() ?? Infinity;
      expect(decoder.tick(deadline - 1)).toEqual([]);
      expect(rawOf(decoder.tick(deadline))).toEqual([code]);
      expect(decoder.deadline()).toBeNull();
      return deadline - last;
    };
    expect(['12345678', '23456789', '34567890', '45678901'].map(wait)).toEqual([700, 700, 160, 160]);
    read(decoder, new SimulatedScanner(plainScanner, 100_000).scan('56789012'));
    scanner.pause(200_000);
    expect(wait('67890123')).toBe(700);
  });

  it("of slow keys, which may be a person's, ends after the short quiet", () => {
    const decoder = createDecoder(settings);
    for (const at of [1000, 1060, 1120, 1180]) decoder.feed(stroke('Digit1', at), 'page');
    expect(decoder.deadline()).toBe(1180 + 160);
  });

  it('is given out at once when the time of the next key says that it has ended', () => {
    const decoder = createDecoder(settings);
    for (const each of new SimulatedScanner({ ...plainScanner, ending: 'none' }, 0).scan('12345678')) decoder.feed(each, 'page');
    expect(rawOf(decoder.feed(stroke('Digit9', 14 + 161), 'page').outputs)).toEqual(['12345678']);
  });
});

describe("a person's key", () => {
  it('waits no longer than the longest gap of a scan', () => {
    const decoder = createDecoder(settings);
    decoder.feed(stroke('KeyU', 1000), 'page');
    expect(decoder.deadline()).toBe(1110);
  });

  it('waits longer with Shift, for so begin most waybills', () => {
    const decoder = createDecoder(settings);
    decoder.feed(stroke('ShiftLeft', 990, { shift: true }), 'page');
    decoder.feed(stroke('KeyU', 1000, { shift: true }), 'page');
    expect(decoder.deadline()).toBe(1700);
    expect(rawOf(decoder.tick(1700))).toEqual(['KeyU']);
  });
});
