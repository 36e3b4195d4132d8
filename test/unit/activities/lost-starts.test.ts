import { beforeEach, describe, expect, it } from 'vitest';
import type { ActivityAddress, StartRequest } from '../../../preload/contract/index.ts';
import { activityTypes, type ActivityInfo } from '../../../main/otapi/index.ts';
import { activityInfo } from './activity-facts.ts';
import { networkFailure } from './activities-platform.ts';
import { createStartsBench, exportRequest, reasonOf, sentBy, synchroniseRequest, type StartsBench } from './starts-bench.ts';

const order = 'ORD-0000012345';
let bench: StartsBench;

beforeEach(async () => {
  bench = await createStartsBench();
  bench.put(order, { id: '501' }, { id: '502' });
  bench.platform.calls.length = 0;
});

const calls = () => bench.activities.calls;
const start = async (request: StartRequest) => (await calls().start(request)).activity;
const sent = (): string[] => sentBy(bench);
const lose = (takesEffect: boolean): void => {
  bench.platform.failNext = { error: networkFailure(true), takesEffect };
};
/** Holds the next export up at OT Platform; the promise that the test gives is its answer. */
const hold = (answer: Promise<ActivityAddress>): void => {
  bench.platform.client.activities.exportOrder = () => answer;
};

describe('a start whose answer was lost', () => {
  it('is found in the list of activities by its order, and followed', async () => {
    lose(true);
    expect(await start(exportRequest())).toBeNull();
    await bench.settle();
    expect(bench.view().starts).toEqual([]);
    expect(bench.view().activities).toMatchObject([{ id: 'new-1', start: { accountName: 'wang_01' } }]);
  });

  it('is not known, and never sent again, when the list has nothing that could be it', async () => {
    lose(false);
    const request = exportRequest();
    expect(await start(request)).toBeNull();
    expect(await start(request)).toBeNull();
    await bench.settle();
    expect(bench.view().starts).toMatchObject([{ kind: 'export', state: 'unknown', orders: [{ number: '12345' }], candidates: [], error: { code: 'network' } }]);
    expect(await reasonOf(start(exportRequest()))).toBe('not-known');
    await bench.pass(120_000);
    expect(sent()).toHaveLength(1);
    await calls().settleStart({ id: request.requestId, activity: null });
    expect(bench.view().starts).toEqual([]);
    expect(await reasonOf(start(request))).toBe('start-settled');
    expect(await start(exportRequest())).not.toBeNull();
  });

  it('is for a person to decide when the list does not name the order, or names it twice', async () => {
    lose(false);
    const request = exportRequest();
    await start(request);
    bench.platform.put(activityInfo('other', { description: 'Export', steps: [] }));
    await calls().refresh({});
    expect(bench.view().starts).toMatchObject([{ candidates: [{ id: 'other', description: 'Export' }] }]);
    await calls().settleStart({ id: request.requestId, activity: { type: activityTypes.export, id: 'other' } });
    expect(bench.view().starts).toEqual([]);
    expect(bench.view().activities).toMatchObject([{ id: 'other', orders: [{ id: order }], start: { by: 'Li Wei' } }]);
  });

  it('cannot be said to be an activity that was there before, or that another start has', async () => {
    await start(exportRequest());
    lose(false);
    const request = exportRequest({ despite: ['under-way'] });
    await start(request);
    await bench.settle();
    expect(bench.view().starts).toMatchObject([{ candidates: [] }]);
    const settle = calls().settleStart;
    expect(await reasonOf((async () => settle({ id: request.requestId, activity: { type: activityTypes.export, id: 'new-1' } }))())).toBe('start-settled');
  });

  it('has no candidates before OT Platform was asked, as after a stop in the middle', async () => {
    // As the client does when the station ends: the call is aborted, and nobody knows what became of it.
    bench.platform.client.activities.exportOrder = (_run, options) =>
      new Promise((_resolve, reject) => {
        options?.signal?.addEventListener('abort', () => reject(networkFailure(true)));
      });
    const starting = start(exportRequest());
    await bench.settle();
    expect(bench.view().starts).toMatchObject([{ state: 'sending', candidates: null }]);
    bench.platform.failure = networkFailure();
    await bench.restart();
    expect(await starting).toBeNull();
    expect(bench.view().starts).toMatchObject([
      { state: 'unknown', candidates: null, error: { details: { reason: 'stopped-while-sending' } } },
    ]);
    bench.platform.failure = null;
    bench.platform.put(activityInfo('found'));
    await calls().refresh({});
    expect(bench.view().starts).toEqual([]);
    expect(bench.view().activities).toMatchObject([{ id: 'found', start: { accountName: 'wang_01' } }]);
  });

  it('is about the lines that it was sent for, when it is found', async () => {
    lose(true);
    await start(exportRequest({ lineIds: ['502'] }));
    await bench.settle();
    const { lines } = await calls().detail({ type: activityTypes.export, id: 'new-1' });
    expect(lines).toMatchObject([{ lineId: '502', orderId: order, orderNumber: '12345', lineNumber: 2 }]);
  });

  it('is not looked for in a list that was asked for before', async () => {
    const { promise, reject } = Promise.withResolvers<ActivityAddress>();
    hold(promise);
    const { activities } = bench.platform.client;
    const listed = Promise.withResolvers<ActivityInfo[]>();
    const starting = start(exportRequest());
    await bench.settle();
    activities.search = () => listed.promise;
    const asking = calls().refresh({});
    await bench.settle();
    bench.time.advance(1_000);
    activities.search = () => Promise.reject(networkFailure());
    reject(networkFailure(true));
    expect(await starting).toBeNull();
    listed.resolve([]);
    await asking;
    await bench.settle();
    expect(bench.view().starts).toMatchObject([{ state: 'unknown', candidates: null }]);
    activities.search = () => Promise.resolve([]);
    await calls().refresh({});
    expect(bench.view().starts).toMatchObject([{ state: 'unknown', candidates: [] }]);
  });

  it('does not take an activity that another lost one could be', async () => {
    lose(false);
    const first = exportRequest();
    await start(first);
    await bench.settle();
    lose(true);
    const second = exportRequest({ despite: ['not-known'] });
    await start(second);
    await bench.settle();
    expect(bench.view().starts).toMatchObject([
      { id: first.requestId, candidates: [{ id: 'new-1' }] },
      { id: second.requestId, candidates: [{ id: 'new-1' }] },
    ]);
    await calls().settleStart({ id: second.requestId, activity: { type: activityTypes.export, id: 'new-1' } });
    expect(bench.view().starts).toMatchObject([{ id: first.requestId, candidates: [] }]);
  });

  it('does not take an activity of which another start is just being told', async () => {
    lose(false);
    const first = exportRequest();
    await start(first);
    await bench.settle();
    const { promise, resolve } = Promise.withResolvers<ActivityAddress>();
    hold(promise);
    const second = start(exportRequest({ despite: ['not-known'] }));
    await bench.settle();
    bench.platform.put(activityInfo('of-second'));
    await calls().refresh({});
    resolve({ type: activityTypes.export, id: 'of-second' });
    expect(await second).toEqual({ type: activityTypes.export, id: 'of-second' });
    expect(bench.view().starts).toMatchObject([{ id: first.requestId, state: 'unknown', candidates: [] }]);
  });

  it('for all orders is never taken by itself, and speaks against another of one of them', async () => {
    lose(true);
    const request = synchroniseRequest();
    await start(request);
    await bench.settle();
    expect(bench.view().starts).toMatchObject([{ kind: 'synchronise', orders: [], candidates: [{ id: 'new-1' }] }]);
    expect(await reasonOf(start(synchroniseRequest({ orderIds: [order] })))).toBe('not-known');
    await calls().settleStart({ id: request.requestId, activity: { type: activityTypes.synchronise, id: 'new-1' } });
    expect(bench.view().activities).toMatchObject([{ id: 'new-1', providerType: 'Taobao' }]);
  });
});

describe('a start with an answer that nobody understands', () => {
  it('may have begun, so it is not known and not sent again', async () => {
    hold(Promise.resolve({ type: 'SomethingElse', id: 'x' }));
    const request = exportRequest();
    expect(await start(request)).toBeNull();
    expect(bench.unexpected).toEqual([expect.any(RangeError)]);
    expect(bench.view().starts).toMatchObject([{ id: request.requestId, state: 'unknown', error: { code: 'unexpected' } }]);
    expect(await start(request)).toBeNull();
    await bench.restart();
    expect(await reasonOf(start(exportRequest()))).toBe('not-known');
    await calls().settleStart({ id: request.requestId, activity: null });
    expect(bench.view().starts).toEqual([]);
  });
});
