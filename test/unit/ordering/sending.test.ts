import { beforeEach, describe, expect, test } from 'vitest';
import { readReference, type SentOrder } from '../../../preload/contract/index.ts';
import { createOrderingBench, draft, draftLine, waitForAnswerMs, type OrderingBench } from './ordering-bench.ts';
import { lostAnswer, noNetwork, refusal } from './orders-platform.ts';

let bench: OrderingBench;

beforeEach(async () => {
  bench = await createOrderingBench();
});

async function send(id: string, written = draft(id)): Promise<SentOrder> {
  await bench.calls.ordering.send({ id, draftId: `${id}-draft`, draft: written, despiteReference: false });
  await bench.settle();
  return sent(id);
}

async function sent(id: string): Promise<SentOrder> {
  return bench.calls.ordering.sent({ id });
}

describe('an order that goes well', () => {
  test('is made once, with reference and mark in its comment, and compared', async () => {
    const order = await send('A-1');
    expect(order).toMatchObject({ state: 'made', order: { number: '20001' }, different: 0, remaining: 20.2, currency: 'KZT' });
    expect(order.comparison).toMatchObject({ isSame: true, extra: [] });
    const made = bench.platform.orders.get('ORD-0000020001');
    expect(readReference(made?.order.customerComment ?? '')).toMatchObject({ reference: 'A-1', comment: 'handle with care' });
    expect(made?.order.customerComment).toBe(order.comment);
  });

  test('is sent once when the same request comes twice', async () => {
    await send('A-1');
    await send('A-1');
    expect(bench.platform.done).toHaveLength(1);
  });

  test('takes its draft off the list, and a slow page does not bring it back', async () => {
    await bench.calls.ordering.saveDraft({ id: 'A-1-draft', draft: draft('A-1') });
    await send('A-1');
    await bench.calls.ordering.saveDraft({ id: 'A-1-draft', draft: draft('A-1') });
    await bench.calls.ordering.restoreDraft({ id: 'A-1-draft' });
    expect((await bench.ordering.view()).drafts).toEqual([]);
  });
});

describe('an order whose answer was lost', () => {
  test('is found by its mark, and not sent again', async () => {
    bench.platform.trouble('add', lostAnswer(), true);
    expect(await send('A-1')).toMatchObject({ state: 'made', order: { number: '20001' }, attempts: 1 });
    expect(bench.platform.done).toHaveLength(1);
  });

  test('is found among the orders of others, page by page', async () => {
    for (let index = 0; index < 230; index += 1) await bench.platform.client.orders.add({ login: 'x', password: null }, { deliveryModeId: '1', lines: [] });
    bench.platform.trouble('add', lostAnswer(), true);
    const order = bench.calls.ordering.send({ id: 'A-1', draftId: 'd', draft: draft('A-1'), despiteReference: false });
    await order;
    expect((await send('A-1')).state).toBe('made');
  });

  test('is sent again only when it is still not there long after', async () => {
    bench.platform.trouble('add', lostAnswer(), false);
    expect(await send('A-1')).toMatchObject({ state: 'lost', attempts: 1 });
    await bench.pass(waitForAnswerMs - 1);
    expect(await sent('A-1')).toMatchObject({ state: 'lost', attempts: 1 });
    await bench.pass(1);
    expect(await sent('A-1')).toMatchObject({ state: 'made', attempts: 2 });
    expect(bench.platform.done).toHaveLength(1);
  });

  test('is left to a person when it was lost and not found again and again', async () => {
    for (let time = 0; time < 3; time += 1) bench.platform.trouble('add', lostAnswer(), false);
    await send('A-1');
    for (let time = 0; time < 3; time += 1) await bench.pass(waitForAnswerMs);
    expect(await sent('A-1')).toMatchObject({ state: 'unsure', attempts: 3 });
    expect((await bench.ordering.view()).counts).toEqual({ underWay: 0, toDecide: 1 });

    await bench.calls.ordering.sendAgain({ id: 'A-1' });
    await bench.settle();
    expect(await sent('A-1')).toMatchObject({ state: 'made', attempts: 4 });
  });

  test('can be named by a person, unless the order has the mark of another', async () => {
    await send('A-0');
    for (let time = 0; time < 3; time += 1) bench.platform.trouble('add', lostAnswer(), false);
    await send('A-1');
    for (let time = 0; time < 3; time += 1) await bench.pass(waitForAnswerMs);
    await expect(bench.calls.ordering.identify({ id: 'A-1', orderNumber: '20001' })).rejects.toMatchObject({
      error: { details: { reason: 'order-is-another' } },
    });
    await expect(bench.calls.ordering.identify({ id: 'A-1', orderNumber: '999' })).rejects.toMatchObject({ error: { code: 'not-found' } });
    const other = await bench.platform.client.orders.add({ login: 'bat', password: null }, { deliveryModeId: '12', comment: 'by hand', lines: [] });
    await bench.calls.ordering.identify({ id: 'A-1', orderNumber: other.displayId });
    await bench.settle();
    expect(await sent('A-1')).toMatchObject({ state: 'made', order: { id: other.id }, different: 1 });
  });

  test('is searched for after the station was stopped in the middle', async () => {
    const letGo = bench.platform.hold('add');
    void bench.calls.ordering.send({ id: 'A-1', draftId: 'd', draft: draft('A-1'), despiteReference: false });
    await bench.settle();
    expect(await sent('A-1')).toMatchObject({ state: 'sending' });
    const restarting = bench.restart();
    letGo();
    await restarting;
    await bench.settle();
    expect(await sent('A-1')).toMatchObject({ state: 'made', attempts: 1 });
    expect(bench.platform.done).toHaveLength(1);
  });
});

describe('an order that does not get through', () => {
  test('goes out when the network is back', async () => {
    bench.platform.failure = noNetwork();
    expect(await send('A-1')).toMatchObject({ state: 'waiting', error: { code: 'network' } });
    bench.platform.failure = null;
    bench.ordering.online(true);
    await bench.settle();
    expect((await sent('A-1')).state).toBe('made');
    expect(bench.platform.done).toHaveLength(1);
  });

  test('waits when OT Platform asks for patience', async () => {
    bench.platform.trouble('add', refusal('CallLimit'), false);
    expect((await send('A-1')).state).toBe('waiting');
    await bench.pass(4_999);
    expect((await sent('A-1')).state).toBe('waiting');
    await bench.pass(1);
    expect((await sent('A-1')).state).toBe('made');
  });

  test('is not tried again when it was refused; a copy of it is', async () => {
    bench.platform.trouble('add', refusal('ValidationError'), false);
    expect(await send('A-1')).toMatchObject({ state: 'refused', error: { apiCode: 'ValidationError', serverText: 'Refused' } });
    const { draft: copy } = await bench.calls.ordering.correct({ id: 'A-1', cancel: false });
    expect(copy).toMatchObject({ draft: draft('A-1'), corrects: { sentId: 'A-1', reference: 'A-1' } });
    expect((await bench.calls.ordering.correct({ id: 'A-1', cancel: false })).draft.id).toBe(copy.id);
    expect((await send('A-2', copy.draft)).state).toBe('made');
  });

  test('waits for a customer who is let in', async () => {
    bench.platform.trouble('add', refusal('AccessDenied', { customerRefused: true }), false);
    expect((await send('A-1')).state).toBe('waiting');
    await bench.calls.ordering.chooseCustomer({ login: 'bat', way: 'operator', password: '' });
    await bench.settle();
    expect((await sent('A-1')).state).toBe('made');
  });

  test('does not wait for another customer who is not let in', async () => {
    const { orders } = bench.platform.client;
    const add = orders.add.bind(orders);
    bench.platform.client.orders.add = (customer, ...rest) =>
      customer.login === 'bat' ? Promise.reject(refusal('AccessDenied', { customerRefused: true })) : add(customer, ...rest);
    await send('A-1');
    await bench.calls.ordering.chooseCustomer({ login: 'dorj', way: 'operator', password: '' });
    expect((await send('A-2')).state).toBe('made');
    expect(await sent('A-1')).toMatchObject({ state: 'waiting', attempts: 0, error: { apiCode: 'AccessDenied' } });
    bench.platform.client.orders.add = add;
    await bench.pass(60_000);
    expect((await sent('A-1')).state).toBe('made');
  });

  test('waits for a person when OT Platform refuses to be searched for one whose answer was lost', async () => {
    bench.platform.trouble('add', lostAnswer(), true);
    const { orders } = bench.platform.client;
    const search = orders.search.bind(orders);
    bench.platform.client.orders.search = () => Promise.reject(refusal('AccessDenied'));
    await send('A-1');
    expect((await send('A-2')).state).toBe('made');
    await bench.pass(waitForAnswerMs);
    expect(await sent('A-1')).toMatchObject({ state: 'unsure', error: { apiCode: 'AccessDenied' } });
    bench.platform.client.orders.search = search;
    await bench.calls.ordering.look({ id: 'A-1' });
    await bench.settle();
    expect((await sent('A-1')).state).toBe('made');
    expect(bench.platform.orders.size).toBe(2);
  });

  test('is compared later when OT Platform cannot give it now, and holds up nothing', async () => {
    const { orders } = bench.platform.client;
    const details = orders.details.bind(orders);
    bench.platform.client.orders.details = () => Promise.reject(refusal('InternalError'));
    expect(await send('A-1')).toMatchObject({ state: 'made', comparison: null, error: { apiCode: 'InternalError' } });
    bench.platform.client.orders.details = details;
    expect((await send('A-2')).comparison).not.toBeNull();
    await bench.pass(60_000);
    expect(await sent('A-1')).toMatchObject({ comparison: expect.anything(), error: null });
  });

  test('can be taken back while it waits, and not after', async () => {
    bench.platform.failure = noNetwork();
    await send('A-1');
    await bench.calls.ordering.stop({ id: 'A-1' });
    bench.platform.failure = null;
    bench.ordering.online(true);
    await bench.settle();
    expect((await sent('A-1')).state).toBe('stopped');
    expect(bench.platform.done).toEqual([]);
    await send('A-2');
    expect(() => bench.calls.ordering.stop({ id: 'A-2' })).toThrow(expect.objectContaining({ error: expect.objectContaining({ details: { reason: 'already-sent' } }) }));
  });
});

describe('an order that is made otherwise', () => {
  test('waits for a person, who can accept it', async () => {
    bench.platform.make = ({ itemId }) => (itemId === '602' ? null : {});
    const order = await send('A-1', draft('A-1', [draftLine('601'), draftLine('602')]));
    expect(order).toMatchObject({ different: 1, decision: null });
    expect(order.comparison?.lines.map(({ differences }) => differences)).toEqual([[], ['missing']]);
    expect((await bench.ordering.view()).counts.toDecide).toBe(1);
    expect(await bench.calls.ordering.accept({ id: 'A-1' })).toMatchObject({ decision: 'accepted' });
    expect((await bench.ordering.view()).counts.toDecide).toBe(0);
  });

  test('can be cancelled and written anew, with the same reference', async () => {
    bench.platform.make = () => null;
    await send('A-1');
    const { sent: cancelled, draft: copy } = await bench.calls.ordering.correct({ id: 'A-1', cancel: true });
    expect(cancelled).toMatchObject({ decision: 'cancelled', isCancelled: true });
    expect(bench.platform.orders.get('ORD-0000020001')?.order.isCancelled).toBe(true);
    bench.platform.make = () => ({});
    expect(await send('A-2', copy.draft)).toMatchObject({ state: 'made', different: 0 });
  });

  test('is seen to be cancelled when the answer was lost, and is not cancelled twice', async () => {
    bench.platform.make = () => null;
    await send('A-1');
    bench.platform.trouble('cancel', lostAnswer(), true);
    await bench.calls.ordering.correct({ id: 'A-1', cancel: true });
    await bench.calls.ordering.correct({ id: 'A-1', cancel: true });
    expect(bench.platform.done.filter((call) => call.startsWith('cancel'))).toHaveLength(1);
  });
});

describe('what is not sent', () => {
  test('is a draft with mistakes', async () => {
    await expect(send('A-1', draft('A-1', [draftLine('601', { quantity: '0' })]))).rejects.toMatchObject({
      error: { details: { reason: 'draft-faulty' } },
    });
  });

  test('is a reference that was sent before, unless a person insists', async () => {
    await send('A-1');
    await expect(send('A-2', draft('A-1'))).rejects.toMatchObject({
      error: { details: { reason: 'reference-used', orderNumber: '20001' } },
    });
    await bench.calls.ordering.send({ id: 'A-2', draftId: 'd', draft: draft('A-1'), despiteReference: true });
    await bench.settle();
    expect((await sent('A-2')).state).toBe('made');
  });

  test('is anything without a customer', async () => {
    await bench.calls.ordering.forgetCustomer({});
    await expect(send('A-1')).rejects.toMatchObject({ error: { details: { reason: 'no-customer' } } });
  });
});
