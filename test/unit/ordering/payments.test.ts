import { beforeEach, describe, expect, test } from 'vitest';
import type { OrderPayment } from '../../../preload/contract/index.ts';
import { createOrderingBench, draft, waitForAnswerMs, type OrderingBench } from './ordering-bench.ts';
import { customerId, lostAnswer, noNetwork, refusal } from './orders-platform.ts';

const orderId = 'ORD-0000020001';
/** Two pieces at 10.10. */
const price = 20.2;

let bench: OrderingBench;

beforeEach(async () => {
  bench = await createOrderingBench();
  await bench.calls.ordering.send({ id: 'A-1', draftId: 'd', draft: draft('A-1'), despiteReference: false });
  await bench.settle();
  bench.platform.done.length = 0;
});

async function pay(id = 'p1', remaining = price): Promise<OrderPayment> {
  await bench.calls.ordering.pay({ id, orderId, remaining });
  await bench.settle();
  return payment(id);
}

async function payment(id = 'p1'): Promise<OrderPayment> {
  const { payments } = await bench.calls.ordering.payments({ orderId });
  const found = payments.find((each) => each.id === id);
  if (found === undefined) throw new Error('There is no such payment');
  return found;
}

function stepsOf({ steps }: OrderPayment): string[] {
  return steps.map(({ kind, outcome }) => `${kind} ${outcome}`);
}

describe('a payment that goes well', () => {
  test('deposits what is missing, reserves, and sees that nothing remains', async () => {
    expect(await bench.calls.ordering.preparePayment({ orderId })).toMatchObject({ remaining: price, available: 0, toDeposit: price, underWay: null });
    const paid = await pay();
    expect(paid).toMatchObject({ state: 'paid', amount: price, deposited: price, currency: 'KZT', error: null });
    expect(stepsOf(paid)).toEqual(['deposit done', 'reserve done', 'verify done']);
    expect(bench.platform.done).toEqual([`deposit ${price}`, `reserve ${orderId} ${price}`]);
    expect(bench.platform.balances.get(customerId)).toBe(0);
    expect((await bench.calls.ordering.sent({ id: 'A-1' })).remaining).toBe(0);
  });

  test('deposits only what the balance lacks, to the hundredth', async () => {
    bench.platform.balances.set(customerId, 20.1);
    expect(await pay()).toMatchObject({ state: 'paid', deposited: 0.1 });
    expect(bench.platform.done).toEqual(['deposit 0.1', `reserve ${orderId} ${price}`]);
  });

  test('deposits nothing when the balance is enough', async () => {
    bench.platform.balances.set(customerId, 100);
    expect(stepsOf(await pay())).toEqual(['reserve done', 'verify done']);
  });

  test('is made once when the same request comes twice', async () => {
    await Promise.all([pay(), pay()]);
    await pay();
    expect(bench.platform.done).toHaveLength(2);
  });
});

describe('a step whose answer was lost', () => {
  test.each(['deposit', 'reserve'])('is not done again when it was carried out: %s', async (method) => {
    bench.platform.trouble(method, lostAnswer(), true);
    const paid = await pay();
    expect(paid.state).toBe('paid');
    expect(stepsOf(paid)).toContain(`${method} found-done`);
    expect(bench.platform.done).toHaveLength(2);
  });

  test.each(['deposit', 'reserve'])('is done again when it is still undone long after: %s', async (method) => {
    bench.platform.trouble(method, lostAnswer(), false);
    expect((await pay()).state).toBe('working');
    await bench.pass(waitForAnswerMs - 1);
    expect((await payment()).state).toBe('working');
    await bench.pass(1);
    const paid = await payment();
    expect(paid.state).toBe('paid');
    expect(stepsOf(paid)).toContain(`${method} found-undone`);
    expect(bench.platform.done).toHaveLength(2);
  });

  test('that reached OT Platform late is seen in time', async () => {
    bench.platform.trouble('deposit', lostAnswer(), false);
    await pay();
    bench.platform.balances.set(customerId, price);
    await bench.pass(waitForAnswerMs);
    expect(await payment()).toMatchObject({ state: 'paid', deposited: price });
    expect(bench.platform.done).toEqual([`reserve ${orderId} ${price}`]);
  });

  test('is left to a person when the balance has moved in another way', async () => {
    bench.platform.trouble('deposit', lostAnswer(), false);
    await pay();
    bench.platform.balances.set(customerId, 5);
    await bench.pass(waitForAnswerMs);
    expect(await payment()).toMatchObject({ state: 'unsure', error: { details: { reason: 'balance-unclear' } } });

    await bench.calls.ordering.continuePayment({ id: 'p1' });
    await bench.settle();
    expect(await payment()).toMatchObject({ state: 'paid', deposited: 15.2 });
  });

  test('holds up the payments of other orders, which would move the same account', async () => {
    await bench.calls.ordering.send({ id: 'A-2', draftId: 'd2', draft: draft('A-2'), despiteReference: false });
    await bench.settle();
    bench.platform.balances.set(customerId, 5);
    bench.platform.trouble('deposit', lostAnswer(), false);
    await pay();
    const other = 'ORD-0000020002';
    await bench.calls.ordering.pay({ id: 'p2', orderId: other, remaining: price });
    await bench.pass(waitForAnswerMs - 1);
    expect(bench.platform.done.filter((call) => call.startsWith('deposit'))).toEqual([]);
    await bench.pass(1);
    expect(await payment()).toMatchObject({ state: 'paid', deposited: 15.2 });
    const { payments } = await bench.calls.ordering.payments({ orderId: other });
    expect(payments).toMatchObject([{ state: 'paid', deposited: price }]);
  });

  test('is looked for after the station was stopped in the middle', async () => {
    const letGo = bench.platform.hold('deposit');
    await pay();
    const restarting = bench.restart();
    letGo();
    await restarting;
    await bench.settle();
    expect((await payment()).state).toBe('paid');
    expect(bench.platform.done).toHaveLength(2);
  });
});

describe('a payment that does not get through', () => {
  test('goes on when the network is back', async () => {
    await bench.calls.ordering.pay({ id: 'p1', orderId, remaining: price });
    bench.platform.failure = noNetwork();
    await bench.settle();
    expect(await payment()).toMatchObject({ state: 'waiting', error: { code: 'network' } });
    bench.platform.failure = null;
    bench.ordering.online(true);
    await bench.settle();
    expect((await payment()).state).toBe('paid');
    expect(bench.platform.done).toHaveLength(2);
  });

  test('tells why OT Platform would not, and goes on when a person says so', async () => {
    bench.platform.trouble('reserve', refusal('ContractViolation'), false);
    expect(await pay()).toMatchObject({ state: 'refused', error: { apiCode: 'ContractViolation' }, deposited: price });
    await bench.calls.ordering.continuePayment({ id: 'p1' });
    await bench.settle();
    expect(await payment()).toMatchObject({ state: 'paid', deposited: price });
    expect(bench.platform.done).toHaveLength(2);
  });

  test('puts no second sum on an account that does not show the first', async () => {
    bench.platform.shownAvailable = 0;
    expect(await pay()).toMatchObject({ state: 'working', deposited: price });
    for (let times = 0; times < 3; times += 1) await bench.pass(waitForAnswerMs);
    expect(await payment()).toMatchObject({ state: 'unsure', deposited: price });
    expect(bench.platform.done).toEqual([`deposit ${price}`]);
  });

  test('goes on when the account shows the sum only some seconds later', async () => {
    bench.platform.shownAvailable = 0;
    await pay();
    await bench.pass(3_000);
    bench.platform.shownAvailable = null;
    await bench.pass(12_000);
    expect(await payment()).toMatchObject({ state: 'paid', deposited: price });
    expect(bench.platform.done).toEqual([`deposit ${price}`, expect.stringMatching(/^reserve/)]);
  });

  test('lets another payment go on once what a stopped one has sent is not to be seen', async () => {
    bench.platform.trouble('deposit', lostAnswer(), false);
    await pay();
    await bench.calls.ordering.stopPayment({ id: 'p1' });
    await bench.calls.ordering.pay({ id: 'p2', orderId, remaining: price });
    await bench.settle();
    expect(bench.platform.done).toEqual([]);
    await bench.pass(waitForAnswerMs);
    await bench.settle();
    const { payments } = await bench.calls.ordering.payments({ orderId });
    expect(payments.map(({ id, state }) => [id, state])).toEqual([
      ['p2', 'paid'],
      ['p1', 'stopped'],
    ]);
  });

  test('ends when a person stops it', async () => {
    bench.platform.trouble('deposit', lostAnswer(), false);
    await pay();
    await bench.calls.ordering.stopPayment({ id: 'p1' });
    await bench.pass(waitForAnswerMs);
    expect((await payment()).state).toBe('stopped');
    expect(bench.platform.done).toEqual([]);
  });
});

describe('what is not paid', () => {
  test('is another sum than the person saw', async () => {
    await expect(pay('p1', 19)).rejects.toMatchObject({ error: { details: { reason: 'amount-changed', remaining: price } } });
  });

  test('is an order that is paid already', async () => {
    await pay();
    await expect(pay('p2', 0)).rejects.toMatchObject({ error: { details: { reason: 'nothing-to-pay' } } });
  });

  test('is an order twice at a time', async () => {
    bench.platform.trouble('deposit', lostAnswer(), false);
    await pay();
    await expect(pay('p2')).rejects.toMatchObject({ error: { details: { reason: 'payment-under-way' } } });
  });

  test('is a cancelled order', async () => {
    const details = bench.platform.orders.get(orderId);
    if (details !== undefined) details.order.isCancelled = true;
    await expect(pay()).rejects.toMatchObject({ error: { details: { reason: 'order-cancelled' } } });
  });

  test('is an order of which OT Platform does not tell the amounts', async () => {
    const details = bench.platform.orders.get(orderId);
    if (details !== undefined) details.order.remainAmount = null;
    await expect(pay()).rejects.toMatchObject({ error: { details: { reason: 'balance-unclear' } } });
    expect(bench.platform.done).toEqual([]);
  });
});
