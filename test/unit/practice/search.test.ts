import { describe, expect, test } from 'vitest';
import { parcelSamples } from '../../../main/practice/world/parcels.ts';
import { searchLines, searchOrders } from '../../../main/practice/world/search.ts';
import type { LineFilter, OrderFilter } from '../../../main/practice/world/search.ts';
import { PracticeWorld } from '../../../main/practice/world/world.ts';

const world = new PracticeWorld({ seed: 21, lines: 1500, epoch: Date.UTC(2026, 10, 23, 8) });
const slots = Array.from({ length: world.lineCount }, (_, slot) => slot);
const orders = Array.from({ length: world.orderCount }, (_, order) => order);

const NO_ORDER_LIMIT: OrderFilter = {
  orderIndexes: null,
  createdFrom: null,
  createdTo: null,
  statusIds: null,
  userIds: null,
  recipientLastName: null,
  recipientCity: null,
  deliveryModeIds: null,
  providerType: null,
  orderBy: [],
};
const NO_LIMIT: LineFilter = { order: null, statusIds: null, canBePurchased: null, providerOrderIds: null, waybills: null };

const lines = (limits: Partial<LineFilter>, match: 'whole-field' | 'pieces' = 'whole-field'): readonly number[] =>
  searchLines(world, { ...NO_LIMIT, ...limits }, match);
const ordersWith = (limits: Partial<OrderFilter>): number[] => searchOrders(world, { ...NO_ORDER_LIMIT, ...limits });

describe('searching lines', () => {
  test('without limits finds all, by ascending id', () => {
    expect(lines({})).toEqual(slots);
  });

  test('by status', () => {
    const expected = slots.filter((slot) => [4, 6].includes(world.line(slot).statusId));
    expect(expected.length).toBeGreaterThan(100);
    expect(lines({ statusIds: new Set([4, 6]) })).toEqual(expected);
  });

  test('by whether they may be exported', () => {
    const expected = slots.filter((slot) => world.line(slot).statusId === 2);
    expect(lines({ canBePurchased: true })).toEqual(expected);
    expect(lines({ canBePurchased: false })).toHaveLength(slots.length - expected.length);
  });

  test('by provider order ids', () => {
    const ids = [world.line(700), world.line(900)].map(({ vendPurchId }) => vendPurchId);
    const expected = slots.filter((slot) => ids.includes(world.line(slot).vendPurchId));
    expect(expected.length).toBeGreaterThan(1);
    expect(lines({ providerOrderIds: ids })).toEqual(expected);
    expect(lines({ providerOrderIds: ['1'] })).toEqual([]);
  });

  test('by the waybill of every line finds that line', () => {
    const withWaybill = slots.filter((slot) => world.line(slot).vendPurchWaybill !== '');
    const notFound = withWaybill.filter((slot) => !lines({ waybills: [world.line(slot).vendPurchWaybill] }).includes(slot));
    expect(withWaybill.length).toBeGreaterThan(1000);
    expect(notFound).toEqual([]);
  });

  test('by waybill compares the whole field, letter case aside', () => {
    const [plain] = parcelSamples(world, { kind: 'single-line', limit: 1 });
    const [spaced] = parcelSamples(world, { kind: 'spaces', limit: 1 });
    const [double] = parcelSamples(world, { kind: 'several-parcels', limit: 1 });
    expect(lines({ waybills: [plain?.waybill.toLowerCase() ?? ''] })).toHaveLength(1);
    expect(lines({ waybills: [plain?.waybill.slice(0, -1) ?? ''] })).toEqual([]);
    expect(lines({ waybills: [spaced?.waybill ?? ''] })).toEqual([]);
    expect(lines({ waybills: [double?.waybill ?? ''] })).toEqual([]);
    expect(lines({ waybills: [double?.waybillField ?? ''] })).toHaveLength(1);
  });

  test('by waybill among the pieces of a field, if so wanted', () => {
    for (const kind of ['spaces', 'several-parcels', 'carrier-name', 'lower-case'] as const) {
      for (const { waybill, lineIds } of parcelSamples(world, { kind, limit: 5 })) {
        expect(lines({ waybills: [waybill] }, 'pieces').map((slot) => world.line(slot).id)).toEqual(lineIds);
      }
    }
  });

  test('joins all limits', () => {
    const { vendPurchId, statusId, orderIndex } = world.line(800);
    const inOrder = { ...NO_ORDER_LIMIT, orderIndexes: new Set([orderIndex]) };
    expect(lines({ providerOrderIds: [vendPurchId], statusIds: new Set([statusId]), order: inOrder })).toContain(800);
    expect(lines({ providerOrderIds: [vendPurchId], statusIds: new Set([1]), order: inOrder })).toEqual([]);
    expect(lines({ providerOrderIds: [vendPurchId], order: { ...inOrder, orderIndexes: new Set([0]) } })).toEqual([]);
  });

  test('goes by the sorting of the orders when there is one', () => {
    const order = { ...NO_ORDER_LIMIT, orderBy: [{ field: 'CreationDate', descending: true }] as const };
    const found = lines({ order });
    expect(found).toHaveLength(slots.length);
    expect(world.orderOf(found[0] ?? 0)).toBe(world.orderCount - 1);
    expect(world.orderOf(found.at(-1) ?? 0)).toBe(0);
  });
});

describe('searching orders', () => {
  const matching = (isWanted: (order: ReturnType<PracticeWorld['order']>) => boolean): number[] => {
    const expected = orders.filter((index) => isWanted(world.order(index)));
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(orders.length);
    return expected;
  };

  test('by status, provider and delivery', () => {
    expect(ordersWith({ statusIds: new Set([30, 32]) })).toEqual(matching(({ statusId }) => statusId === 30 || statusId === 32));
    expect(ordersWith({ providerType: 'Alibaba1688' })).toEqual(matching(({ provider }) => provider === 'Alibaba1688'));
    expect(ordersWith({ deliveryModeIds: new Set(['12']) })).toEqual(matching(({ deliveryMode }) => deliveryMode.id === '12'));
    expect(ordersWith({ providerType: 'Jd' })).toEqual([]);
  });

  test('by both ends of the time they were made', () => {
    const createdFrom = world.order(50).createdAt.getTime();
    const createdTo = world.order(90).createdAt.getTime();
    const found = ordersWith({ createdFrom, createdTo });
    expect([found[0], found.at(-1), found.length]).toEqual([50, 90, 41]);
  });

  test('by customer and recipient', () => {
    const { customer } = world.order(60);
    expect(ordersWith({ userIds: [customer.id, '1'] })).toEqual(matching((order) => order.customer.id === customer.id));
    expect(ordersWith({ recipientLastName: customer.lastName.toUpperCase() })).toEqual(matching((order) => order.customer.lastName.includes(customer.lastName)));
    expect(ordersWith({ recipientCity: customer.city })).toEqual(matching((order) => order.customer.city === customer.city));
    expect(ordersWith({ userIds: [customer.id], recipientCity: 'Нигде' })).toEqual([]);
  });

  test('sorts by several fields', () => {
    const found = ordersWith({ orderBy: [{ field: 'StatusId', descending: true }, { field: 'CreationDate', descending: false }] });
    const keys = found.map((index) => [world.orderStatusOf(index), world.order(index).createdAt.getTime()] as const);
    expect(keys).toEqual(keys.toSorted((left, right) => right[0] - left[0] || left[1] - right[1]));
  });

  test('ignores orders that do not exist', () => {
    expect(ordersWith({ orderIndexes: new Set([3, world.orderCount]) })).toEqual([3]);
  });
});
