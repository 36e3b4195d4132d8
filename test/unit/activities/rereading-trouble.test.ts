import { beforeEach, describe, expect, it } from 'vitest';
import { createActivities } from '../../../main/activities/index.ts';
import { OtapiError } from '../../../main/otapi/index.ts';
import { activityInfo, step } from './activity-facts.ts';
import { refusal } from './activities-platform.ts';
import { createStartsBench, type StartsBench } from './starts-bench.ts';

let bench: StartsBench;
const orderId = 'ORD-0000012345';
beforeEach(async () => {
  bench = await createStartsBench();
  bench.put(orderId, { id: '501' }, { id: '502' });
});

describe('rereading', () => {
  it('does not ask again and again for the lines of an order that OT Platform does not give', async () => {
    let reads = 0;
    const get = bench.orders.get.bind(bench.orders);
    bench.orders.get = (id) => { reads += 1; return get(id); };
    bench.platform.put(activityInfo('a1', { description: 'Export of order ORD-0000099999' }));
    await bench.activities.calls.refresh({});
    for (let n = 0; n < 240; n += 1) { await bench.pass(250); }
    expect(reads).toBeLessThan(4);
  });

  it('reads orders later when OT Platform was not available at the end', async () => {
    let busy = false;
    const get = bench.orders.get.bind(bench.orders);
    let reads = 0;
    bench.orders.get = (id) => { reads += 1; if (busy) throw refusal('CallLimit'); return get(id); };
    bench.platform.put(activityInfo('a1'));
    await bench.activities.calls.refresh({});
    await bench.pass(3_000);
    busy = true;
    bench.platform.change('a1', { isFinished: true });
    await bench.pass(10_000);
    busy = false;
    reads = 0;
    await bench.pass(120_000);
    expect(reads).toBeGreaterThan(0);
  });

  it('lets no order that cannot be read hold up all others', async () => {
    const get = bench.orders.get.bind(bench.orders);
    bench.orders.get = (id) => {
      if (id === 'ORD-0000011111') throw new OtapiError({ kind: 'answer', method: 'any', outcomeUnknown: true, reason: 'unreadable', answerProblem: 'malformed' });
      return get(id);
    };
    bench.platform.put(activityInfo('bad', { description: 'Export of order ORD-0000011111' }));
    bench.platform.put(activityInfo('good'));
    await bench.activities.calls.refresh({});
    await bench.pass(3_000);
    bench.platform.change('bad', { isFinished: true });
    bench.platform.change('good', { isFinished: true });
    await bench.pass(120_000);
    expect(bench.view().activities.find(({ id }) => id === 'good')?.isRereading).toBe(false);
  });

  it('stops at close after the order under way', async () => {
    const steps = Array.from({ length: 30 }, (_, n) => step('Info', `ORD-${String(n).padStart(10, '0')}`));
    let reads = 0;
    const releases: (() => void)[] = [];
    await bench.activities.close();
    const activities = createActivities({
      database: bench.database, client: bench.platform.client, lineCache: bench.lineCache, accounts: { list: () => [], liveSession: async () => null },
      readOrder: async () => { reads += 1; await new Promise<void>((r) => releases.push(r)); throw refusal('NotFound'); },
      refreshCache: async () => true, openInBrowser: async () => true,
      person: () => ({ name: 'x', station: 'y' }), now: bench.time.now, schedule: bench.time.schedule,
      onChange: () => {}, onQuestions: () => {}, onUnexpected: () => {},
    });
    bench.platform.put(activityInfo('a1', { steps }));
    activities.online(true);
    await bench.settle();
    while (releases.length > 0) { releases.shift()?.(); await bench.settle(); }
    await bench.pass(2_000);
    while (releases.length > 0) { releases.shift()?.(); await bench.settle(); }
    bench.platform.change('a1', { isFinished: true });
    await bench.pass(6_000);
    const closing = activities.close();
    const before = reads;
    expect(before).toBeGreaterThan(0);
    for (let n = 0; n < 40; n += 1) { releases.shift()?.(); await bench.settle(); }
    await closing;
    expect(reads - before).toBe(0);
  });

  it('waits after a failure, however often activities change meanwhile', async () => {
    let reads = 0;
    bench.orders.get = () => {
      reads += 1;
      throw new OtapiError({ kind: 'server', method: 'any', outcomeUnknown: false, reason: 'fails', httpStatus: 500 });
    };
    bench.platform.put(activityInfo('a1'));
    await bench.activities.calls.refresh({});
    for (let n = 0; n < 60; n += 1) {
      bench.platform.change('a1', { progressPercent: n });
      await bench.pass(1_000);
    }
    expect(reads).toBeLessThan(6);
  });

  it('tells errors and reads the orders of an activity that began and ended elsewhere between two lists', async () => {
    let reads = 0;
    const get = bench.orders.get.bind(bench.orders);
    bench.orders.get = (id) => {
      reads += 1;
      return get(id);
    };
    await bench.activities.calls.refresh({});
    bench.platform.put(activityInfo('a1', { isFinished: true, steps: [step('Error', 'Sold out')] }));
    await bench.pass(70_000);
    expect.soft(bench.view().activities[0]?.state).toBe('finished-with-errors');
    expect.soft(reads).toBeGreaterThan(0);
  });
});
