import { beforeEach, describe, expect, test } from 'vitest';
import type { OrderPayment } from '../../../preload/contract/index.ts';
import { createOrderingBench, draft, waitForAnswerMs, type OrderingBench } from '../ordering/ordering-bench.ts';
import { customerId, lostAnswer, refusal } from '../ordering/orders-platform.ts';

const orderId = 'ORD-0000020001';
const price = 20.2;
const dayMs = 86_400_000;
let bench: OrderingBench;

async function send(id: string): Promise<void> {
  await bench.calls.ordering.send({ id, draftId: id, draft: draft(id), despiteReference: false });
  await bench.settle();
}

beforeEach(async () => {
  bench = await createOrderingBench();
  await send('A-1');
  bench.platform.done.length = 0;
});

async function pay(id: string, of = orderId): Promise<void> {
  await bench.calls.ordering.pay({ id, orderId: of, remaining: price });
  await bench.settle();
}

async function payment(id: string, of = orderId): Promise<OrderPayment | undefined> {
  const { payments } = await bench.calls.ordering.payments({ orderId: of });
  return payments.find((each) => each.id === id);
}

function deposits(): number {
  return bench.platform.done.filter((call) => call.startsWith('deposit')).length;
}

test('a deposit on its way when a person stops the payment is not made again by the next one', async () => {
  // The account shows the deposit only some seconds later.
  bench.platform.shownAvailable = 0;
  const letGo = bench.platform.hold('deposit');
  await pay('p1');
  await bench.calls.ordering.stopPayment({ id: 'p1' });
  letGo();
  await bench.settle();
  await pay('p2').catch(() => {});
  bench.platform.shownAvailable = null;
  for (let times = 0; times < 3; times += 1) await bench.pass(waitForAnswerMs);
  expect(deposits()).toBe(1);
  expect(bench.platform.balances.get(customerId)).toBe(0);
});

test('a reservation that the order does not show yet is not followed by another deposit', async () => {
  const details = bench.platform.client.orders.details.bind(bench.platform.client.orders);
  let stale = 1;
  bench.platform.client.orders.details = async (id, options) => {
    const read = await details(id, options);
    if (!bench.platform.done.some((call) => call.startsWith('reserve')) || stale === 0) return read;
    stale -= 1;
    return { ...read, order: { ...read.order, remainAmount: price, isPaid: false } };
  };
  await pay('p1');
  for (let times = 0; times < 3; times += 1) await bench.pass(waitForAnswerMs);
  expect(deposits()).toBe(1);
  expect(bench.platform.balances.get(customerId)).toBe(0);
});

test('a deposit that gets lost each time ends with a person, and holds up no other payment for ever', async () => {
  for (let times = 0; times < 50; times += 1) bench.platform.trouble('deposit', refusal('InternalError'), false);
  await pay('p1');
  for (let times = 0; times < 15; times += 1) await bench.pass(waitForAnswerMs);
  expect((await payment('p1'))?.state).toBe('unsure');
});

test('when OT Platform asks for patience, the other payments wait, too', async () => {
  for (let number = 2; number <= 10; number += 1) await send(`A-${number}`);
  for (let times = 0; times < 10; times += 1) bench.platform.trouble('deposit', refusal('CallLimit'), false);
  for (const each of bench.platform.orders.keys()) await pay(`payment of ${each}`, each);
  expect(bench.platform.calls.filter((call) => call.startsWith('deposit'))).toHaveLength(1);
});

test('a clock that was wrong and is set back does not hold up all payments', async () => {
  bench.time.advance(30 * dayMs);
  bench.platform.trouble('deposit', lostAnswer(), false);
  await pay('p1');
  bench.time.advance(-30 * dayMs);
  await bench.restart();
  for (let times = 0; times < 20; times += 1) await bench.pass(waitForAnswerMs);
  expect((await payment('p1'))?.state).toBe('paid');
});

describe('an order that was cancelled meanwhile, so that nothing remains of it', () => {
  test('does not count as paid', async () => {
    const details = bench.platform.orders.get(orderId);
    if (details === undefined) throw new Error('There is no such order');
    const letGo = bench.platform.hold('deposit');
    await pay('p1');
    details.order.isCancelled = true;
    details.order.remainAmount = 0;
    letGo();
    await bench.settle();
    await bench.pass(waitForAnswerMs);
    expect((await payment('p1'))?.state).not.toBe('paid');
  });
});
