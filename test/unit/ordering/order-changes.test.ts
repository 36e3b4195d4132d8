import { beforeEach, describe, expect, test } from 'vitest';
import { createOrderChanges, type OrderChanges } from '../../../main/ordering/following/order-changes.ts';
import type { OrderDetails, OrderLine, OtapiClient } from '../../../main/otapi/index.ts';
import type { OrderChange } from '../../../preload/contract/index.ts';
import { unusedClient } from '../otapi/unused-client.ts';
import { orderInfo, orderLine } from '../receiving/order-lines.ts';
import { lostAnswer, noNetwork, refusal } from './orders-platform.ts';

const orderId = 'ORD-0000012345';
let details: OrderDetails;
/** Changing calls that took effect. */
let done: string[];
let trouble: { error: Error; takesEffect: boolean } | null;
let readings: number;
/** The reading from which on nothing can be read. */
let unreadableFrom: number;
let inOutbox: Set<string>;
let changes: OrderChanges;

beforeEach(() => {
  const free = { cancel: true, restore: false, close: true, confirmShipment: false, changeAddress: false, purchaseItems: false };
  details = {
    order: orderInfo(orderId, { can: free }),
    lines: [orderLine('501', { quantity: 3, availableStatuses: [{ id: 6, name: 'Received' }] }), orderLine('502')],
  };
  done = [];
  trouble = null;
  readings = 0;
  unreadableFrom = Number.POSITIVE_INFINITY;
  inOutbox = new Set();
  changes = createOrderChanges({
    client: clientOf(),
    async readOrder() {
      readings += 1;
      if (readings >= unreadableFrom) throw noNetwork();
      return structuredClone(details);
    },
    inOutbox: () => inOutbox,
    signal: new AbortController().signal,
  });
});

function line(id = '501'): OrderLine {
  const found = details.lines.find((each) => each.id === id);
  if (found === undefined) throw new Error('There is no such line');
  return found;
}

async function take(told: string, effect: () => void): Promise<void> {
  await Promise.resolve();
  if (trouble !== null && !trouble.takesEffect) throw trouble.error;
  effect();
  done.push(told);
  if (trouble !== null) throw trouble.error;
}

function clientOf(): Pick<OtapiClient, 'orders' | 'lines'> {
  return {
    orders: {
      ...unusedClient.orders,
      cancel: (id) => take(`cancel ${id}`, () => void (details.order.isCancelled = true)),
      close: (id) => take(`close ${id}`, () => void (details.order.isCompleted = true)),
      cancelLine: (_id, lineId) => take(`cancel line ${lineId}`, () => void (line(lineId).isCancelled = true)),
      restoreLine: (_id, lineId) => take(`restore line ${lineId}`, () => void (line(lineId).isCancelled = false)),
      update: (_id, update) =>
        take(`update ${JSON.stringify(update)}`, () => {
          details.order.weight = update.weight ?? details.order.weight;
          details.order.additionalInfo = update.additionalInfo ?? details.order.additionalInfo;
          details.order.deliveryModeId = update.deliveryModeId ?? details.order.deliveryModeId;
        }),
    },
    lines: {
      ...unusedClient.lines,
      update: (_id, lineId, update) =>
        take(`update line ${lineId} ${JSON.stringify(update)}`, () => {
          if (update.statusId !== undefined) line(lineId).status = { id: update.statusId, name: '' };
          line(lineId).weight = update.weight ?? line(lineId).weight;
        }),
      changeStatus: ({ lineId, statusId, comment, quantity }) =>
        take(`comment ${lineId} ${statusId} ${quantity} "${comment}"`, () => void (line(lineId).operatorComment = comment)),
      setPurchase: (_id, lineId, { providerOrderId, waybill }) =>
        take(`purchase ${lineId}`, () => void Object.assign(line(lineId), { providerOrderId, waybill })),
      split: (_id, lineId, pieces) =>
        take(`split ${lineId} ${pieces}`, () => {
          line(lineId).quantity -= pieces;
          details.lines.push(orderLine('503', { quantity: pieces }));
        }),
    },
  };
}

const each: [OrderChange, string][] = [
  [{ kind: 'order-weight', orderId, weight: 1.5 }, 'update {"weight":1.5}'],
  [{ kind: 'order-note', orderId, note: 'call first' }, 'update {"additionalInfo":"call first"}'],
  [{ kind: 'order-delivery', orderId, deliveryModeId: '7' }, 'update {"deliveryModeId":"7"}'],
  [{ kind: 'cancel-order', orderId }, `cancel ${orderId}`],
  [{ kind: 'close-order', orderId }, `close ${orderId}`],
  [{ kind: 'line-status', orderId, lineId: '501', statusId: 6 }, 'update line 501 {"statusId":6}'],
  [{ kind: 'line-comment', orderId, lineId: '501', comment: 'red box' }, 'comment 501 4 3 "red box"'],
  [{ kind: 'line-weight', orderId, lineId: '501', weight: 0.7 }, 'update line 501 {"weight":0.7}'],
  [{ kind: 'line-purchase', orderId, lineId: '501', providerOrderId: '77', waybill: 'YT1' }, 'purchase 501'],
  [{ kind: 'split-line', orderId, lineId: '501', pieces: 2 }, 'split 501 2'],
  [{ kind: 'cancel-line', orderId, lineId: '501' }, 'cancel line 501'],
];

describe.each(each)('%j', (change, told) => {
  test('is asked for once, with the order read before and after', async () => {
    expect(await changes.change(change)).toBe('done');
    expect(done).toEqual([told]);
    expect(readings).toBe(2);
  });

  test('is seen to be done when only the answer was lost', async () => {
    trouble = { error: lostAnswer(), takesEffect: true };
    expect(await changes.change(change)).toBe('seen-done');
    expect(done).toEqual([told]);
  });

  test('is seen to be undone when it never arrived', async () => {
    trouble = { error: lostAnswer(), takesEffect: false };
    expect(await changes.change(change)).toBe('seen-undone');
    expect(done).toEqual([]);
  });
});

test('a cancelled line is restored', async () => {
  line().isCancelled = true;
  expect(await changes.change({ kind: 'restore-line', orderId, lineId: '501' })).toBe('done');
  expect(done).toEqual(['restore line 501']);
});

test('an empty comment clears the old one, with the one blank that OT Platform heeds', async () => {
  await changes.change({ kind: 'line-comment', orderId, lineId: '501', comment: '' });
  expect(done).toEqual(['comment 501 4 3 " "']);
});

test('a change whose answer was lost stays open when the order cannot be read since', async () => {
  trouble = { error: lostAnswer(), takesEffect: true };
  unreadableFrom = 2;
  expect(await changes.change({ kind: 'cancel-order', orderId })).toBe('unread');
});

test("OT Platform's refusal is told as it is", async () => {
  trouble = { error: refusal('ContractViolation'), takesEffect: false };
  await expect(changes.change({ kind: 'cancel-order', orderId })).rejects.toMatchObject({ errorCode: 'ContractViolation' });
});

const notAllowed: [string, OrderChange, () => void][] = [
  ['a cancel that the order does not allow', { kind: 'cancel-order', orderId }, () => void (details.order.can.cancel = false)],
  ['a close that the order does not allow', { kind: 'close-order', orderId }, () => void (details.order.can.close = false)],
  ['a status that the line cannot get', { kind: 'line-status', orderId, lineId: '501', statusId: 9 }, () => {}],
  ['a split of all pieces', { kind: 'split-line', orderId, lineId: '501', pieces: 3 }, () => {}],
  ['a second cancel of a line', { kind: 'cancel-line', orderId, lineId: '501' }, () => void (line().isCancelled = true)],
  ['a restore of a line that is not cancelled', { kind: 'restore-line', orderId, lineId: '501' }, () => {}],
];

test.each(notAllowed)('%s is not asked for', async (_name, change, prepare) => {
  prepare();
  await expect(changes.change(change)).rejects.toMatchObject({ error: { details: { reason: 'not-allowed-now' } } });
  expect(done).toEqual([]);
});

test.each<OrderChange>([
  { kind: 'split-line', orderId, lineId: '501', pieces: 1 },
  // It is written together with the status, and would set back one that the outbox has set meanwhile.
  { kind: 'line-comment', orderId, lineId: '501', comment: 'red box' },
])('a line with a receipt in the outbox is left alone: $kind', async (change) => {
  inOutbox.add('501');
  await expect(changes.change(change)).rejects.toMatchObject({ error: { details: { reason: 'line-in-outbox' } } });
  expect(done).toEqual([]);
});

test('the weight of a line with a receipt in the outbox may be changed', async () => {
  inOutbox.add('501');
  expect(await changes.change({ kind: 'line-weight', orderId, lineId: '501', weight: 2 })).toBe('done');
});

test('a line that is gone is said to be', async () => {
  await expect(changes.change({ kind: 'cancel-line', orderId, lineId: '999' })).rejects.toMatchObject({
    error: { code: 'not-found', details: { reason: 'line-gone' } },
  });
});
