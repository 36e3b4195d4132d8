import { beforeEach, describe, expect, it } from 'vitest';
import { createOrderRereading, type OrderRereading } from '../../../main/activities/follow/reread-orders.ts';
import { activityTypes, type OrderDetails } from '../../../main/otapi/index.ts';
import { orderInfo, orderLine } from '../receiving/order-lines.ts';
import { activityInfo, activityLine } from './activity-facts.ts';
import { networkFailure, refusal } from './activities-platform.ts';
import { createFollowBench, type FollowBench } from './follow-bench.ts';

let bench: FollowBench;
let orders: Map<string, OrderDetails>;
let read: string[];
let failure: Error | null;
let refreshes: boolean[];
let rereading: OrderRereading;

beforeEach(() => {
  bench = createFollowBench();
  orders = new Map();
  read = [];
  failure = null;
  refreshes = [];
  rereading = createOrderRereading({
    registry: bench.registry,
    async readOrder(orderId) {
      read.push(orderId);
      if (failure !== null) throw failure;
      const details = orders.get(orderId);
      if (details === undefined) throw refusal('NotFound');
      return details;
    },
    refreshCache: async () => refreshes.shift() ?? true,
    schedule: bench.time.schedule,
    signal: new AbortController().signal,
    onUnexpected: (error) => void bench.unexpected.push(error),
  });
  rereading.online(true);
});

const order = 'ORD-0000012345';

function put(...lines: ({ id: string } & Parameters<typeof orderLine>[1])[]): void {
  const changed = lines.map(({ id, ...change }) => orderLine(id, { orderId: order, ...change }));
  orders.set(order, { order: orderInfo(order, { displayId: '12345' }), lines: changed });
}

function ended(type: string = activityTypes.export): void {
  bench.registry.takeInfo({ type, id: 'a1' }, { ...activityInfo('a1'), type }, bench.time.now());
  bench.registry.takeInfo({ type, id: 'a1' }, { ...activityInfo('a1', { isFinished: true }), type }, bench.time.now());
}

describe('when an activity has ended', () => {
  it('its orders are read again, and it has their lines as they are now', async () => {
    put({ id: '501', providerOrderId: '2893' });
    ended();
    rereading.wake();
    await bench.settle();
    expect(read).toEqual([order]);
    expect(bench.known('a1')).toMatchObject({ rereadDue: false, lines: [{ lineId: '501', providerOrderId: '2893', status: { id: 4 } }] });
  });

  it('only the lines that it was started for are its own', async () => {
    put({ id: '501' }, { id: '502' });
    bench.registry.adopt({ type: activityTypes.export, id: 'a1' }, { orders: [], lines: [activityLine('502', 2)] });
    ended();
    rereading.wake();
    await bench.settle();
    expect(bench.known('a1').lines.map(({ lineId }) => lineId)).toEqual(['502']);
  });

  it('that is done as soon as the network is there again, also after a restart', async () => {
    failure = networkFailure();
    ended();
    rereading.wake();
    await bench.settle();
    await bench.restart();
    expect(bench.registry.toReread().map(({ id }) => id)).toEqual(['a1']);
    failure = null;
    bench.time.advance(15_000);
    await bench.settle();
    expect(read).toEqual([order, order]);
  });

  it('an order that OT Platform does not give keeps nobody waiting', async () => {
    ended();
    rereading.wake();
    await bench.settle();
    expect(bench.known('a1')).toMatchObject({ rereadDue: false, lines: [] });
  });

  it('a synchronisation has everything that is awaited read again', async () => {
    refreshes = [false, true];
    ended(activityTypes.synchronise);
    rereading.wake();
    await bench.settle();
    expect(bench.known('a1', activityTypes.synchronise).rereadDue).toBe(true);
    bench.time.advance(15_000);
    await bench.settle();
    expect(bench.known('a1', activityTypes.synchronise).rereadDue).toBe(false);
    expect(bench.unexpected).toEqual([]);
  });
});

describe('an activity that was started elsewhere', () => {
  it('gets the lines of the orders that it names', async () => {
    put({ id: '501' });
    const known = bench.registry.takeInfo({ type: activityTypes.export, id: 'a1' }, activityInfo('a1'), bench.time.now());
    rereading.noteLines(known);
    await bench.settle();
    expect(bench.known('a1').lines).toMatchObject([{ lineId: '501', orderNumber: '12345' }]);
    rereading.noteLines(bench.known('a1'));
    await bench.settle();
    expect(read).toEqual([order]);
  });
});
