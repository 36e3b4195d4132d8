import { describe, expect, it } from 'vitest';
import { orderFilter } from '../../../preload/contract/orders.ts';
import { hasSwappedDays, isSameFilter, noFilter, partsOf, withoutPart, withStatusToggled } from '../../../renderer/orders/list/order-filter.ts';

const full = {
  text: 'YT88',
  createdFrom: '2026-01-01',
  createdTo: '2026-01-31',
  statusIds: [20, 30],
  providerType: 'Taobao',
  customer: 'zoya',
  payment: 'unpaid',
} as const;
const filter = { ...full, statusIds: [...full.statusIds] };

describe('the filter of the list of orders', () => {
  it('that limits nothing is what main takes an empty one for', () => {
    expect(orderFilter.parse({})).toEqual(noFilter);
    expect(partsOf(noFilter)).toEqual([]);
  });

  it('names every limit once, each status for itself', () => {
    expect(partsOf(filter).map((part) => part.kind)).toEqual(['text', 'createdFrom', 'createdTo', 'providerType', 'customer', 'status', 'status', 'payment']);
  });

  it('limits nothing when each of its limits was taken away', () => {
    expect(partsOf(filter).reduce(withoutPart, filter)).toEqual(noFilter);
  });

  it('loses the one limit that was taken away, and no other', () => {
    expect(withoutPart(filter, { kind: 'status', statusId: 20 })).toEqual({ ...filter, statusIds: [30] });
    expect(withoutPart(filter, { kind: 'customer', value: 'zoya' })).toEqual({ ...filter, customer: '' });
  });

  it('takes a status in, and out again', () => {
    const chosen = withStatusToggled(noFilter, 50);
    expect(chosen.statusIds).toEqual([50]);
    expect(withStatusToggled(chosen, 50)).toEqual(noFilter);
  });

  it('is the same whatever the order in which its statuses were chosen', () => {
    expect(isSameFilter(filter, { ...filter, statusIds: [30, 20] })).toBe(true);
    expect(isSameFilter(filter, { ...filter, statusIds: [30] })).toBe(false);
    expect(isSameFilter(filter, { ...filter, payment: 'paid' })).toBe(false);
  });

  it('tells days that are swapped, and takes one day for a span', () => {
    expect(hasSwappedDays({ ...filter, createdTo: '2025-12-31' })).toBe(true);
    expect(hasSwappedDays({ ...filter, createdTo: filter.createdFrom })).toBe(false);
    expect(hasSwappedDays({ ...filter, createdTo: '' })).toBe(false);
  });
});
