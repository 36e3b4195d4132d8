import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { WAYBILL_PATTERNS } from '../../../main/practice/world/carriers.ts';
import { LINE_STATUSES } from '../../../main/practice/world/line-status.ts';
import { PARCEL_KINDS, parcelSamples } from '../../../main/practice/world/parcels.ts';
import { PracticeWorld } from '../../../main/practice/world/world.ts';

const EPOCH = Date.UTC(2026, 10, 23, 8);
const DAY_MS = 86_400_000;

const worldOf = (lines: number, seed = 11): PracticeWorld => new PracticeWorld({ seed, lines, epoch: EPOCH });
const slotsOf = (world: PracticeWorld): number[] => Array.from({ length: world.lineCount }, (_, slot) => slot);

describe('a world', () => {
  test('is the same for the same seed and another for another', () => {
    const everything = (world: PracticeWorld): unknown[] => slotsOf(world).map((slot) => [world.line(slot), world.order(world.orderOf(slot))]);
    expect(everything(worldOf(200))).toEqual(everything(worldOf(200)));
    expect(everything(worldOf(200, 12))).not.toEqual(everything(worldOf(200)));
  });

  test.each([20, 21, 300, 5000])('of %i lines has so many, all in orders without gaps', (lines) => {
    const world = worldOf(lines);
    const numbered = Array.from({ length: world.orderCount }, (_, order) => world.linesOfOrder(order)).flat();
    expect(numbered).toEqual(slotsOf(world));
    expect(world.lineCount).toBe(lines);
  });

  test.each([19, 1_000_001, 300.5])('of %f lines is refused', (lines) => {
    expect(() => worldOf(lines)).toThrow(RangeError);
  });

  test('keeps one provider in an order and one seller in a provider order', () => {
    const world = worldOf(2000);
    const sellers = new Map<string, string>();
    for (const slot of slotsOf(world)) {
      const line = world.line(slot);
      const isAt1688 = world.order(line.orderIndex).provider === 'Alibaba1688';
      expect(line.item.id.startsWith('abb-')).toBe(isAt1688);
      if (line.vendPurchId === '') continue;
      expect(sellers.get(line.vendPurchId) ?? line.seller.id).toBe(line.seller.id);
      sellers.set(line.vendPurchId, line.seller.id);
    }
  });

  test('has orders of the last months, newer ones later, most goods awaited', () => {
    const world = worldOf(3000);
    const times = Array.from({ length: world.orderCount }, (_, order) => world.order(order).createdAt.getTime());
    expect(times).toEqual(times.toSorted((left, right) => left - right));
    expect(times[0]).toBeGreaterThan(EPOCH - 121 * DAY_MS);
    expect(times.at(-1)).toBeLessThan(EPOCH);
    const statuses = slotsOf(world).map((slot) => world.statusOf(slot));
    expect(new Set(statuses)).toEqual(new Set(LINE_STATUSES.keys()));
    const shareOfOrdered = statuses.filter((status) => status === 4).length / statuses.length;
    expect(shareOfOrdered).toBeGreaterThan(0.25);
    expect(shareOfOrdered).toBeLessThan(0.45);
  });

  test('has several provider orders in some orders', () => {
    const world = worldOf(300);
    const counts = Array.from({ length: world.orderCount }, (_, order) => new Set(world.linesOfOrder(order).map((slot) => world.line(slot).vendPurchId)).size);
    expect(Math.max(...counts)).toBeGreaterThan(2);
  });

  test('has a provider order id and an account exactly for goods that were bought', () => {
    const world = worldOf(1000);
    const lines = slotsOf(world).map((slot) => world.line(slot));
    for (const line of lines.filter(({ statusId }) => statusId < 4)) {
      expect([line.vendPurchId, line.vendPurchWaybill, line.accountId]).toEqual(['', '', '']);
    }
    for (const line of lines.filter(({ statusId }) => statusId >= 4)) {
      expect(line.vendPurchId).toMatch(/^(?:28\d{17}|17\d{16})$/);
      expect(line.accountId).not.toBe('');
    }
  });
});

describe('the parcels of a world', () => {
  const world = worldOf(1000);
  const parcels = Array.from({ length: world.layout.parcelFirstLine.length }, (_, parcel) => parcel);

  test('come in every waybill pattern', () => {
    const met = new Set(parcels.map((parcel) => world.parcelNumbers.pattern(parcel)));
    expect(met.size).toBe(WAYBILL_PATTERNS.length);
  });

  test('have waybills of their own', () => {
    const many = worldOf(20_000);
    const waybills = Array.from({ length: many.layout.parcelFirstLine.length }, (_, parcel) => many.parcelNumbers.waybill(parcel));
    expect(new Set(waybills).size).toBe(waybills.length);
  });

  test.each(PARCEL_KINDS)('of the kind %s are there in a world of 300 lines', (kind) => {
    const samples = parcelSamples(worldOf(300), { kind, limit: 2 });
    expect(samples.length).toBeGreaterThan(0);
    for (const { label, waybill, lineIds } of samples) {
      expect(label.startsWith(waybill)).toBe(true);
      expect(lineIds.length).toBeGreaterThan(0);
    }
  });

  test('write their numbers into the fields in different ways', () => {
    const fieldOf = (kind: (typeof PARCEL_KINDS)[number]): string => parcelSamples(world, { kind, limit: 1 })[0]?.waybillField ?? '-';
    expect(fieldOf('spaces')).toMatch(/^\S{4} /);
    expect(fieldOf('lower-case')).toMatch(/^[^A-Z]*[a-z][^A-Z]*$/);
    expect(fieldOf('carrier-name')).toMatch(/^\p{Script=Han}+: \S+$/u);
    expect(fieldOf('not-yet-known')).toBe('');
    expect(fieldOf('leading-zeros')).toMatch(/^00\d{11,12}$/);
    expect(fieldOf('twenty-digits')).toMatch(/^\d{20}$/);
    expect(fieldOf('several-parcels')).toMatch(/^\w+(?:, ?|;| ?\/ ?| )\w+$/);
  });

  test('of one line in two parcels are two pieces at least and both in the field', () => {
    for (const { waybill, lineIds, waybillField } of parcelSamples(world, { kind: 'several-parcels', limit: 20 })) {
      expect(waybillField).toContain(waybill);
      expect(world.lineById(lineIds[0] ?? '')?.qty).toBeGreaterThan(1);
    }
  });

  test('of several orders hold goods of one seller', () => {
    for (const { lineIds } of parcelSamples(world, { kind: 'several-orders', limit: 20 })) {
      const lines = lineIds.map((id) => world.lineById(id));
      expect(new Set(lines.map((line) => line?.orderId)).size).toBe(2);
      expect(new Set(lines.map((line) => line?.seller.id)).size).toBe(1);
      expect(new Set(lines.map((line) => line?.vendPurchWaybill)).size).toBe(1);
    }
  });
});

test('a world of 100,000 lines finds every sampled parcel and provider order by its number', () => {
  const world = worldOf(100_000);
  expect(world.lineCount).toBe(100_000);
  const sampled = slotsOf(world).filter((slot) => slot % 997 === 0);
  const bought = sampled.filter((slot) => world.line(slot).vendPurchId !== '');
  const shipped = sampled.filter((slot) => world.line(slot).vendPurchWaybill !== '');
  expect(Math.min(bought.length, shipped.length)).toBeGreaterThan(50);
  for (const slot of bought) expect(world.candidatesForProviderOrder(world.line(slot).vendPurchId)).toContain(slot);
  for (const slot of shipped) expect(world.candidatesForWaybill(world.line(slot).vendPurchWaybill)).toContain(slot);
});

test('the world of a seed is the one that kept files were written for', () => {
  const world = new PracticeWorld({ seed: 1, lines: 300, epoch: EPOCH });
  const numbers = slotsOf(world).map((slot) => `${world.statusOf(slot)} ${world.line(slot).qty} ${world.line(slot).vendPurchId} ${world.line(slot).vendPurchWaybill}`);
  // Another value here means: give the format in world-file.ts a new number.
  expect(createHash('sha256').update(numbers.join('\n')).digest('hex').slice(0, 16)).toBe('ed9feb138ec7f364');
});
