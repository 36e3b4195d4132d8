import { beforeEach, describe, expect, test } from 'vitest';
import { parcelSamples, revealParcels, parcelNumbersOf } from '../../../main/practice/world/parcels.ts';
import { PracticeWorld } from '../../../main/practice/world/world.ts';

const ORIGIN = { seed: 31, lines: 400, epoch: Date.UTC(2026, 10, 23, 8) };
const BY = { at: new Date('2026-11-23T09:10:11.120Z'), operatorId: '17' };

let world: PracticeWorld;

beforeEach(() => {
  world = new PracticeWorld(ORIGIN);
});

/** An awaited line of several pieces, alone in its parcel. */
function awaitedLine(): number {
  const ids = parcelSamples(world, { kind: 'single-line', limit: 50 }).flatMap(({ lineIds }) => lineIds);
  const line = ids.map((id) => world.lineById(id)).find((candidate) => (candidate?.qty ?? 0) > 2);
  if (line === null || line === undefined) throw new Error('the world has no such line');
  return line.slot;
}

describe('changing a line', () => {
  test('changes these fields of this line only', () => {
    const slot = awaitedLine();
    const before = world.line(slot);
    const neighbour = world.line(slot + 1);
    world.changeLine(slot, { statusId: 6, weight: 1.5 }, BY);
    expect(world.line(slot)).toEqual({ ...before, statusId: 6, weight: 1.5 });
    expect(world.line(slot + 1)).toEqual(neighbour);
    expect(world.statusOf(slot)).toBe(6);
  });

  test('moves the order along with its lines', () => {
    const order = world.orderOf(awaitedLine());
    for (const slot of world.linesOfOrder(order)) world.changeLine(slot, { statusId: 6 }, BY);
    expect(world.orderStatusOf(order)).toBe(37);
  });

  test('to what it is already is no change', () => {
    const slot = awaitedLine();
    world.changeLine(slot, { statusId: 4, qty: world.line(slot).qty }, BY);
    expect(world.changes).toEqual([]);
  });

  test('remembers what was before, when and by whom, and tells listeners', () => {
    const slot = awaitedLine();
    const told: unknown[] = [];
    world.onChange((change) => told.push(change));
    world.changeLine(slot, { statusId: 6, operatorComment: 'ok' }, BY);
    const expected = { kind: 'line-changed', slot, at: '2026-11-23T09:10:11.120Z', operatorId: '17', previous: { statusId: 4, operatorComment: '' }, next: { statusId: 6, operatorComment: 'ok' } };
    expect(world.changesOfLine(slot)).toEqual([expected]);
    expect(told).toEqual([expected]);
  });

  test('makes a new waybill findable', () => {
    const slot = awaitedLine();
    world.changeLine(slot, { vendPurchWaybill: 'new 123/OTHER9', vendPurchId: '77' }, BY);
    for (const number of ['NEW123/OTHER9', 'other9', 'NEW']) expect(world.candidatesForWaybill(number)).toContain(slot);
    expect(world.candidatesForProviderOrder('77')).toContain(slot);
  });
});

describe('splitting a line', () => {
  test('makes a new line of the same goods with the next number', () => {
    const slot = awaitedLine();
    const before = world.line(slot);
    const lastNumber = world.linesOfOrder(before.orderIndex).length;
    const newSlot = world.splitLine(slot, 2, BY);
    const created = world.line(newSlot);
    expect(world.line(slot)).toEqual({ ...before, qty: before.qty - 2 });
    expect(created).toEqual({ ...before, slot: newSlot, id: created.id, lineNum: lastNumber + 1, qty: 2, qtyOrig: 2 });
    expect(created.id).not.toBe(before.id);
    expect(world.lineById(created.id)).toEqual(created);
    expect(world.linesOfOrder(before.orderIndex)).toContain(newSlot);
    expect(world.lineCount).toBe(401);
  });

  test('keeps both parts under the same waybill and provider order, also after another split', () => {
    const slot = awaitedLine();
    const { vendPurchWaybill, vendPurchId } = world.line(slot);
    const second = world.splitLine(slot, 2, BY);
    const third = world.splitLine(second, 1, BY);
    expect(world.candidatesForWaybill(vendPurchWaybill)).toEqual(expect.arrayContaining([slot, second, third]));
    expect(world.candidatesForProviderOrder(vendPurchId)).toEqual(expect.arrayContaining([slot, second, third]));
    expect(world.line(third).lineNum).toBe(world.line(second).lineNum + 1);
  });

  test('carries over what was changed before, and nothing that is changed after', () => {
    const slot = awaitedLine();
    world.changeLine(slot, { operatorComment: 'seen' }, BY);
    const newSlot = world.splitLine(slot, 1, BY);
    world.changeLine(newSlot, { statusId: 6 }, BY);
    expect(world.line(newSlot)).toMatchObject({ operatorComment: 'seen', statusId: 6 });
    expect(world.line(slot).statusId).toBe(4);
    expect(world.orderStatusOf(world.orderOf(slot))).toBe(32);
  });

  test('leaves a piece on each side', () => {
    const slot = awaitedLine();
    const { qty } = world.line(slot);
    for (const quantity of [0, -1, qty, qty + 1]) expect(() => world.splitLine(slot, quantity, BY)).toThrow(RangeError);
  });
});

describe('a world made again from its origin and changes', () => {
  test('is the same', () => {
    const slot = awaitedLine();
    world.changeLine(slot, { statusId: 6 }, BY);
    const newSlot = world.splitLine(slot, 1, BY);
    world.changeLine(newSlot, { weight: 3, vendPurchWaybill: 'MOVED1' }, BY);
    const again = new PracticeWorld(ORIGIN, world.changes);
    for (const place of [slot, newSlot]) expect(again.line(place)).toEqual(world.line(place));
    expect(again.changes).toEqual(world.changes);
    expect(again.candidatesForWaybill('moved1')).toContain(newSlot);
  });
});

describe('parcels whose number is not known', () => {
  test('are found once it is revealed, and are of that kind no more', () => {
    const [hidden] = parcelSamples(world, { kind: 'not-yet-known', limit: 1 });
    const lineIds = hidden?.lineIds ?? [];
    const candidates = (): string[] => world.candidatesForWaybill(hidden?.waybill ?? '').map((slot) => world.line(slot)).filter(({ vendPurchWaybill }) => vendPurchWaybill !== '').map(({ id }) => id);
    expect(candidates()).toEqual([]);
    const revealed = revealParcels(world, parcelNumbersOf(world, 'not-yet-known', 1), BY.at);
    expect(revealed).toEqual([{ ...hidden, waybillField: hidden?.waybill }]);
    expect(candidates()).toEqual(lineIds);
    expect(parcelSamples(world, { kind: 'not-yet-known', limit: 1 })).not.toEqual([hidden]);
  });

  test('also when a line was split before', () => {
    const hidden = parcelSamples(world, { kind: 'not-yet-known', limit: 50 });
    const line = hidden.flatMap(({ lineIds }) => lineIds).map((id) => world.lineById(id)).find((candidate) => (candidate?.qty ?? 0) > 1);
    const slot = line?.slot ?? -1;
    const newSlot = world.splitLine(slot, 1, BY);
    revealParcels(world, [...parcelNumbersOf(world, 'not-yet-known', 100)], BY.at);
    expect(world.line(newSlot).vendPurchWaybill).not.toBe('');
    expect(world.line(newSlot).vendPurchWaybill).toBe(world.line(slot).vendPurchWaybill);
  });
});
