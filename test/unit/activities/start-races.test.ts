import { beforeEach, describe, expect, it } from 'vitest';
import { createActivities } from '../../../main/activities/index.ts';
import { activityInfo, step } from './activity-facts.ts';
import { networkFailure } from './activities-platform.ts';
import { createStartsBench, exportRequest, reasonOf, sentBy, type StartsBench } from './starts-bench.ts';

let bench: StartsBench;
const orderId = 'ORD-0000012345';
beforeEach(async () => {
  bench = await createStartsBench();
  bench.put(orderId, { id: '501' }, { id: '502' });
});

describe('a start', () => {
  it('sees an export that another station has started since the last list', async () => {
    await bench.pass(5_000);
    bench.platform.put(activityInfo('other', { description: `Export of order ${orderId}` }));
    const prepared = await bench.activities.calls.prepareStart({ kind: 'export', order: orderId });
    expect.soft(prepared.underWay.map(({ id }) => id)).toEqual(['other']);
    expect.soft(await reasonOf(Promise.resolve(bench.activities.calls.start(exportRequest())))).toBe('under-way');
    expect.soft(sentBy(bench)).toEqual([]);
  });

  it('does not export a line that is bound by now', async () => {
    bench.put(orderId, { id: '501', providerOrderId: 'TB-1' }, { id: '502' });
    await reasonOf(Promise.resolve(bench.activities.calls.start(exportRequest({ lineIds: ['501'] }))));
    expect(sentBy(bench)).toEqual([]);
  });

  it('does not send a start once it was closed', async () => {
    let go = (): void => {};
    const waiting = new Promise<void>((resolve) => (go = resolve));
    await bench.activities.close();
    const activities = createActivities({
      database: bench.database, client: bench.platform.client, lineCache: bench.lineCache,
      accounts: { list: () => bench.accounts, liveSession: async () => { await waiting; return { id: 's', endsAt: null }; } },
      readOrder: async (id) => structuredClone(bench.orders.get(id)!), refreshCache: async () => true, openInBrowser: async () => true,
      person: () => ({ name: 'x', station: 'y' }), now: bench.time.now, schedule: bench.time.schedule,
      onChange: () => {}, onQuestions: () => {}, onUnexpected: (e) => void bench.unexpected.push(e),
    });
    const start = Promise.resolve(activities.calls.start(exportRequest())).catch((e: unknown) => e);
    await bench.settle();
    await activities.close();
    go();
    await bench.settle();
    await start;
    expect(sentBy(bench)).toEqual([]);
  });

  it('waits at close for a start under way', async () => {
    let go = (): void => {};
    const waiting = new Promise<void>((resolve) => (go = resolve));
    const whole = { ...bench.platform.client.activities };
    bench.platform.client.activities.exportOrder = async (run) => { const r = await whole.exportOrder(run); await waiting; return r; };
    const start = reasonOf(Promise.resolve(bench.activities.calls.start(exportRequest())));
    await bench.settle();
    let closed = false;
    const closing = bench.activities.close().finally(() => { closed = true; });
    await bench.settle();
    expect.soft(closed).toBe(false);
    go();
    await closing;
    bench.database.close();
    expect.soft(await start).toBe('none');
  });

  it('takes a link of an order for doubtful while an export of it is not known', async () => {
    bench.platform.failNext = { error: networkFailure(true), takesEffect: false };
    await bench.activities.calls.start(exportRequest());
    await bench.settle();
    const reason = await reasonOf(Promise.resolve(bench.activities.calls.start({ ...exportRequest(), kind: 'link', providerOrderIds: ['TB-9'] } as never)));
    expect(reason).toBe('not-known');
  });

  it('reads the orders of a lost start that had ended before it was found', async () => {
    let reads = 0;
    bench.platform.failNext = { error: networkFailure(true), takesEffect: false };
    // it began and ended before the next list
    bench.platform.put(activityInfo('x0', { description: 'other', isFinished: true }));
    const whole = { ...bench.platform.client.activities };
    bench.platform.client.activities.search = async (types) => {
      if (sentBy(bench).length > 0) bench.platform.put(activityInfo('x1', { description: `Export of order ${orderId}`, isFinished: true, steps: [step('Error', 'Sold out')] }));
      return whole.search(types);
    };
    const get = bench.orders.get.bind(bench.orders);
    bench.orders.get = (id) => { reads += 1; return get(id); };
    await bench.activities.calls.start(exportRequest());
    await bench.pass(5_000);
    const [shown] = bench.view().activities.filter(({ id }) => id === 'x1');
    expect.soft(shown?.start).not.toBeNull();
    // Once before the start, once after its end.
    expect.soft(reads).toBe(2);
    expect.soft(shown?.isRereading).toBe(false);
    expect.soft(shown?.state).toBe('finished-with-errors');
  });
});
