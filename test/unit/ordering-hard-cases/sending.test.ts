import { beforeEach, describe, expect, test } from 'vitest';
import type { OrderDetails } from '../../../main/otapi/index.ts';
import type { SentOrder } from '../../../preload/contract/index.ts';
import { createOrderingBench, draft, waitForAnswerMs, type OrderingBench } from '../ordering/ordering-bench.ts';
import { lostAnswer, noNetwork, refusal } from '../ordering/orders-platform.ts';

const dayMs = 86_400_000;
let bench: OrderingBench;

beforeEach(async () => {
  bench = await createOrderingBench();
});

async function send(id: string, reference = id, draftId = `${id}-draft`): Promise<void> {
  await bench.calls.ordering.send({ id, draftId, draft: draft(reference), despiteReference: false });
  await bench.settle();
}

async function sent(id: string): Promise<SentOrder> {
  return bench.calls.ordering.sent({ id });
}

function adds(): number {
  return bench.platform.calls.filter((call) => call.startsWith('add')).length;
}

/** Never arrived, three times, and OT Platform has none of it: a person decides. */
async function makeUnsure(id: string): Promise<void> {
  for (let times = 0; times < 3; times += 1) bench.platform.trouble('add', lostAnswer(), false);
  await send(id);
  for (let times = 0; times < 4; times += 1) await bench.pass(waitForAnswerMs);
  expect((await sent(id)).state).toBe('unsure');
}

describe('while it is not known how a sending went', () => {
  test("a person's next order waits, too", async () => {
    bench.platform.trouble('add', lostAnswer(), true);
    bench.platform.unsearchable = true;
    await send('A-1');
    await send('A-2');
    expect(adds()).toBe(1);
  });
});

describe('patience', () => {
  test('is kept, however often the station says that it is online', async () => {
    bench.ordering.online(true);
    for (let times = 0; times < 5; times += 1) bench.platform.trouble('add', refusal('CallLimit'), false);
    await send('A-1');
    // As with each page of the filling of the cache.
    for (let times = 0; times < 4; times += 1) {
      bench.ordering.online(true);
      await bench.settle();
    }
    expect(adds()).toBe(1);
  });
});

describe('one order that cannot be gone on with', () => {
  test('holds up no others: OT Platform does not give it to be read', async () => {
    const details = bench.platform.client.orders.details.bind(bench.platform.client.orders);
    bench.platform.client.orders.details = (id, options) =>
      id === 'ORD-0000020001' ? Promise.reject(refusal('NotFound')) : details(id, options);
    const text = 'reference\titem\tquantity\nR-1\t601000000001\t1\nR-2\t601000000002\t1\nR-3\t601000000003\t1';
    const { id: fileId, mapping } = await bench.calls.imports.paste({ text });
    const defaults = { deliveryModeId: '12', profileId: '' };
    await bench.calls.imports.start({ id: 'run', fileId, mapping, defaults, pays: false });
    const waiting = async (): Promise<number> => {
      await bench.pass(60_000);
      return (await bench.calls.imports.run({ id: 'run' })).counts.waiting;
    };
    // Between the orders of a run lies a short pause of the real clock.
    await expect.poll(waiting, { timeout: 4_000 }).toBe(0);
  });

  test('holds up no others: its customer is forgotten, and another was chosen', async () => {
    await bench.calls.ordering.chooseCustomer({ login: 'dorj', way: 'password', password: 'p' });
    bench.platform.failure = noNetwork();
    await send('A-1');
    await bench.calls.ordering.forgetCustomer({});
    bench.platform.failure = null;
    await bench.calls.ordering.chooseCustomer({ login: 'bat', way: 'operator', password: '' });
    await send('A-2');
    bench.ordering.online(true);
    await bench.pass(120_000);
    expect((await sent('A-2')).state).toBe('made');
  });
});

test('an order that a person has sent again is not overwritten by an answer to what they asked before', async () => {
  await makeUnsure('A-1');
  // Some order without a mark, which the person first takes for it.
  const other = await bench.platform.client.orders.add({ login: 'bat', password: null }, { deliveryModeId: '12', lines: [] });
  const details = bench.platform.client.orders.details.bind(bench.platform.client.orders);
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  bench.platform.client.orders.details = async (id, options): Promise<OrderDetails> => {
    if (id === other.id) await held;
    return details(id, options);
  };
  const identified = Promise.resolve(bench.calls.ordering.identify({ id: 'A-1', orderNumber: other.displayId })).catch(() => null);
  await bench.settle();
  await bench.calls.ordering.sendAgain({ id: 'A-1' });
  await bench.settle();
  const made = (await sent('A-1')).order;
  expect(made).not.toBeNull();
  letGo();
  await identified;
  await bench.settle();
  expect((await sent('A-1')).order).toEqual(made);
});

test('requests that never left do not count as attempts', async () => {
  bench.platform.failure = noNetwork();
  await send('A-1');
  for (let times = 0; times < 5; times += 1) await bench.pass(60_000);
  bench.platform.failure = null;
  bench.platform.trouble('add', lostAnswer(), false);
  bench.ordering.online(true);
  await bench.settle();
  await bench.pass(waitForAnswerMs);
  await bench.settle();
  // Sent again once it was not found, as docs/ordering.md says of the first time.
  expect((await sent('A-1')).state).toBe('made');
});

describe('a clock that was wrong', () => {
  test('and is set back does not keep a lost order from being followed to its end', async () => {
    bench.time.advance(30 * dayMs);
    bench.platform.trouble('add', lostAnswer(), false);
    await send('A-1');
    bench.time.advance(-30 * dayMs);
    await bench.restart();
    for (let times = 0; times < 20; times += 1) await bench.pass(waitForAnswerMs);
    expect((await sent('A-1')).state).not.toBe('lost');
  });

  test('does not make a lost order be sent twice', async () => {
    const search = bench.platform.client.orders.search.bind(bench.platform.client.orders);
    // OT Platform's own clock is right: it goes three days behind the station's.
    bench.platform.client.orders.search = async (query, frame, options) => {
      const page = await search(query, frame, options);
      const items = page.items.filter(() => (query.createdFrom ?? '') <= new Date(bench.time.now() - 3 * dayMs).toISOString());
      return { items, total: items.length };
    };
    bench.platform.trouble('add', lostAnswer(), true);
    await send('A-1');
    for (let times = 0; times < 3; times += 1) await bench.pass(waitForAnswerMs);
    expect(bench.platform.orders.size).toBe(1);
  });
});

test('a lost order is found where OT Platform gives fewer at once than it was asked for', async () => {
  const search = bench.platform.client.orders.search.bind(bench.platform.client.orders);
  bench.platform.client.orders.search = (query, frame, options) => search(query, { ...frame, size: Math.min(frame.size, 25) }, options);
  const letGo = bench.platform.hold('add');
  await send('A-1');
  for (let others = 0; others < 30; others += 1) {
    await bench.platform.client.orders.add({ login: 'bat', password: null }, { deliveryModeId: '12', lines: [] });
  }
  letGo();
  await bench.settle();
  for (let times = 0; times < 3; times += 1) await bench.pass(waitForAnswerMs);
  expect(bench.platform.orders.size).toBe(31);
});

test('a draft that was sent is not sent again by a second page that still has it open', async () => {
  await bench.calls.ordering.saveDraft({ id: 'draft', draft: draft('') });
  await send('A-1', '', 'draft');
  await send('A-2', '', 'draft').catch(() => {});
  expect(bench.platform.orders.size).toBe(1);
});
