import { describe, expect, test } from 'vitest';
import { WAYBILL_PATTERNS } from '../../../main/practice/world/carriers.ts';
import { numbersIn } from '../../../main/practice/world/parcel-numbers.ts';
import { RandomDraw, SERIES } from '../../../main/practice/world/random.ts';

const NUMBERS = 200;

function numbersOf(place: number): string[] {
  const pattern = WAYBILL_PATTERNS[place];
  return Array.from({ length: NUMBERS }, (_, index) => pattern?.number(new RandomDraw(5, SERIES.parcel, index)) ?? '');
}

describe('waybill numbers', () => {
  test.each(WAYBILL_PATTERNS.map(({ carrier, shape }, place) => [carrier, shape, place] as const))('of %s have the form %s', (_, shape, place) => {
    for (const number of numbersOf(place)) expect(number).toMatch(shape);
  });

  test('of the international post carry a right check digit', () => {
    const place = WAYBILL_PATTERNS.findIndex(({ shape }) => shape.test('RB123456785CN'));
    // The example of the UPU S10 standard: serial 47312482, check digit 9.
    const checkDigitOf = (serial: string): number => {
      const factors = [8, 6, 4, 2, 3, 5, 9, 7];
      const weighted = factors.reduce((sum, factor, index) => sum + factor * Number(serial.charAt(index)), 0);
      const remainder = weighted % 11;
      if (remainder === 0) return 5;
      return remainder === 1 ? 0 : 11 - remainder;
    };
    expect(checkDigitOf('47312482')).toBe(9);
    for (const number of numbersOf(place)) expect(Number(number.charAt(10))).toBe(checkDigitOf(number.slice(2, 10)));
  });

  test('with package labels put the package behind the waybill', () => {
    for (const [place, pattern] of WAYBILL_PATTERNS.entries()) {
      if (pattern.label === undefined) continue;
      for (const number of numbersOf(place)) {
        const label = pattern.label(number, new RandomDraw(5, SERIES.parcel, -1));
        expect(label.slice(number.length)).toMatch(/^(?:-1|-\d-\d-\d\d|N\dS\dH\d\d)$/);
        expect(label.startsWith(number)).toBe(true);
      }
    }
  });
});

describe('the numbers in a waybill field', () => {
  test.each([
    ['SF1234567890123', ['SF1234567890123']],
    ['sf12 3456', ['SF123456', 'SF12', '3456']],
    ['YT1, JT2', ['YT1,JT2', 'YT1', 'JT2']],
    ['YT1/JT2;AB3', ['YT1/JT2;AB3', 'YT1', 'JT2', 'AB3']],
    ['圆通: YT1', ['圆通:YT1', '圆通', 'YT1']],
    ['  ', []],
  ])('%s are found', (field, numbers) => {
    expect(numbersIn(field)).toEqual(numbers);
  });
});
