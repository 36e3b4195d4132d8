import { describe, expect, it } from 'vitest';
import { createOrderDates } from '../../../renderer/orders/order-dates.ts';
import { readPieces } from '../../../renderer/orders/order/pieces-text.ts';
import { readWeight } from '../../../renderer/orders/order/weight-text.ts';
import { withWaybill } from '../../../renderer/orders/order/with-waybill.ts';

describe('a weight', () => {
  it.each([
    ['0.25', 0.25],
    [' 1,5 ', 1.5],
    ['12', 12],
    ['100000', 100_000],
  ])('%j is read', (text, weight) => expect(readWeight(text)).toBe(weight));

  it.each(['', '0', '-1', '1,5,2', '1e3', '2 kg', '.5', '100000.1'])('%j is none', (text) => expect(readWeight(text)).toBeNull());
});

describe('pieces to split off', () => {
  it('leave at least one piece in the line', () => {
    expect(readPieces('1', 3)).toBe(1);
    expect(readPieces(' 2 ', 3)).toBe(2);
    expect(readPieces('3', 3)).toBeNull();
  });

  it.each(['', '0', '1.5', '-1', 'two'])('%j are none', (text) => expect(readPieces(text, 10)).toBeNull());
});

describe('a scanned waybill', () => {
  it('fills an empty field', () => expect(withWaybill('', 'YT1')).toBe('YT1'));
  it('comes after those that stand there', () => expect(withWaybill('YT1,SF2', 'ZTO3')).toBe('YT1, SF2, ZTO3'));
  it('is not written twice', () => expect(withWaybill('YT1, SF2', ' SF2 ')).toBe('YT1, SF2'));
});

describe('dates of orders', () => {
  const dates = createOrderDates('en');

  it('stand with their year', () => {
    expect(dates.day('2024-05-08')).toBe('May 8, 2024');
    expect(dates.moment('2024-05-08T10:05:00')).toBe('May 8, 2024, 10:05');
  });

  it('stay as they are written when they are no dates', () => {
    expect(dates.day('soon')).toBe('soon');
    expect(dates.moment('')).toBe('');
  });
});
