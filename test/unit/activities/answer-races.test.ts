import { beforeEach, describe, expect, it } from 'vitest';
import { activityTypes } from '../../../main/otapi/index.ts';
import { activityInfo, priceQuestion, step } from './activity-facts.ts';
import { networkFailure, refusal } from './activities-platform.ts';
import { createStartsBench, reasonOf, sentBy, type StartsBench } from './starts-bench.ts';

let bench: StartsBench;
const orderId = 'ORD-0000012345';
beforeEach(async () => {
  bench = await createStartsBench();
  bench.put(orderId, { id: '501' }, { id: '502' });
});

describe('following and answering', () => {
  const asking = { isAwaitingAction: true, steps: [priceQuestion('501'), priceQuestion('502'), priceQuestion('503')] };

  it('answers no more once it was closed', async () => {
    bench.platform.put(activityInfo('a1', asking));
    await bench.activities.calls.refresh({});
    await bench.pass(1_000);
    const ids = bench.view().questions.map(({ id }) => id);
    let go = (): void => {};
    const waiting = new Promise<void>((resolve) => (go = resolve));
    const whole = { ...bench.platform.client.activities };
    let sent = 0;
    bench.platform.client.activities.doStepAction = async (a, p, o) => { sent += 1; await waiting; if (o?.signal?.aborted) throw networkFailure(false); return whole.doStepAction(a, p, o); };
    const answering = Promise.resolve(bench.activities.calls.answer({ questionIds: ids, action: 0 })).then(() => 'done', (e: unknown) => String(e));
    await bench.settle();
    const closing = bench.activities.close().then(() => bench.database.close());
    go();
    await closing;
    expect.soft(await answering).toBe('done');
    expect.soft(sent).toBe(1);
  });

  it('shows the question of an activity that OT Platform did not know for a moment', async () => {
    bench.platform.put(activityInfo('a1'));
    await bench.activities.calls.refresh({});
    await bench.pass(1_000);
    const before = bench.platform.activities.get('a1')!;
    const whole = { ...bench.platform.client.activities };
    bench.platform.client.activities.info = async () => { throw refusal('NotFound'); };
    await bench.pass(3_000);
    bench.platform.client.activities.info = (activity, options) => whole.info(activity, options);
    bench.platform.put({ ...before, ...asking });
    await bench.pass(180_000);
    expect(bench.view().questions).toHaveLength(3);
  });

  it('shows that an activity waits although it has no steps', async () => {
    bench.platform.put(activityInfo('a1', { isAwaitingAction: true, steps: [], actions: [{ id: 'Continue', name: 'Continue' }, { id: 'Cancel', name: 'Cancel' }] }));
    await bench.activities.calls.refresh({});
    await bench.pass(5_000);
    expect(bench.view().questions).toHaveLength(1);
  });

  it('keeps since when a question is open, and rings once, when the activity does not wait for a moment', async () => {
    bench.platform.put(activityInfo('a1', asking));
    await bench.activities.calls.refresh({});
    await bench.pass(2_000);
    const [, first] = bench.view().questions;
    bench.platform.change('a1', { isAwaitingAction: false });
    await bench.pass(6_000);
    bench.platform.change('a1', { isAwaitingAction: true });
    await bench.pass(10_000);
    const second = bench.view().questions.find(({ id }) => id === first?.id);
    expect.soft(second?.askedAt).toBe(first?.askedAt);
    expect.soft(bench.heard).toEqual(['asked 3']);
  });

  it('reads no faster because the state of the cache is told', async () => {
    bench.platform.put(activityInfo('a1'));
    await bench.activities.calls.refresh({});
    await bench.pass(20_000);
    bench.platform.calls.length = 0;
    for (let n = 0; n < 50; n += 1) { bench.activities.online(true); await bench.settle(); }
    expect(bench.platform.calls.filter((c) => c.startsWith('info')).length).toBeLessThan(3);
  });

  it('does not follow an ended activity on which somebody pressed a button', async () => {
    bench.platform.put(activityInfo('a1', { isFinished: true }));
    await bench.activities.calls.refresh({});
    await bench.activities.calls.detail({ type: activityTypes.export, id: 'a1' });
    for (let n = 0; n < 3; n += 1) await reasonOf(Promise.resolve(bench.activities.calls.act({ type: activityTypes.export, id: 'a1', actionId: 'Cancel' })));
    await bench.pass(10_000);
    bench.platform.calls.length = 0;
    bench.activities.online(false);
    bench.activities.online(true);
    await bench.settle();
    expect(bench.platform.calls.filter((c) => c.startsWith('info'))).toEqual([]);
  });

  it('sends one answer for two presses, and for one question given twice, when the platform leaves the actions on the step', async () => {
    bench.platform.put(activityInfo('a1', asking));
    await bench.activities.calls.refresh({});
    await bench.pass(1_000);
    const [q] = bench.view().questions;
    await Promise.all([bench.activities.calls.answer({ questionIds: [q!.id], action: 0 }), bench.activities.calls.answer({ questionIds: [q!.id], action: 0 })]);
    expect.soft(sentBy(bench)).toHaveLength(1);
    bench.platform.calls.length = 0;
    await bench.activities.calls.answer({ questionIds: [q!.id, q!.id], action: 0 });
    expect.soft(sentBy(bench)).toHaveLength(1);
  });

  it('does not send a second press after an answer of which nobody knows', async () => {
    bench.platform.put(activityInfo('a1', asking));
    await bench.activities.calls.refresh({});
    await bench.pass(1_000);
    const [q] = bench.view().questions;
    bench.platform.failNext = { error: networkFailure(true), takesEffect: false };
    await Promise.all([bench.activities.calls.answer({ questionIds: [q!.id], action: 0 }), bench.activities.calls.answer({ questionIds: [q!.id], action: 1 })]);
    expect(sentBy(bench)).toHaveLength(1);
  });

  const continuing = { isAwaitingAction: true, actions: [{ id: 'Continue', name: 'Continue' }, { id: 'Cancel', name: 'Cancel' }] };

  it('does not answer the next question by a second press on an action of the activity', async () => {
    bench.platform.put(activityInfo('a1', { ...continuing, steps: [step('Warning', 'Seller is away')] }));
    bench.platform.onAction = (activity) =>
      bench.platform.change(activity.id, { steps: [...activity.steps, step('Warning', 'All lines will be bought at twice the price')] });
    await bench.activities.calls.refresh({});
    await bench.pass(1_000);
    const press = () => reasonOf(Promise.resolve(bench.activities.calls.act({ type: activityTypes.export, id: 'a1', actionId: 'Continue' })));
    await Promise.all([press(), press()]);
    expect(sentBy(bench)).toEqual(['action a1 Continue']);
  });

  it('keeps a question of a whole activity the same when other steps come', async () => {
    bench.platform.put(activityInfo('a1', { ...continuing, steps: [step('Warning', 'Seller is away')] }));
    await bench.activities.calls.refresh({});
    await bench.pass(1_000);
    const [before] = bench.view().questions;
    bench.platform.change('a1', { steps: [step('Info', 'Earlier'), step('Warning', 'Seller is away')] });
    await bench.pass(5_000);
    expect.soft(bench.view().questions[0]?.id).toBe(before?.id);
    expect.soft(bench.heard).toEqual(['asked 1']);
  });

  it('reads no more than five activities a second', async () => {
    for (let n = 0; n < 20; n += 1) bench.platform.put(activityInfo(`a${n}`));
    await bench.activities.calls.refresh({});
    await bench.settle();
    expect(bench.platform.calls.filter((call) => call.startsWith('info')).length).toBeLessThanOrEqual(5);
  });

  it('makes questions heard that the journal knows, also while there is no network', async () => {
    bench.platform.put(activityInfo('a1', asking));
    await bench.activities.calls.refresh({});
    await bench.pass(1_000);
    bench.heard.length = 0;
    bench.platform.failure = networkFailure();
    await bench.restart();
    await bench.pass(400_000);
    expect(bench.view().questions).toHaveLength(3);
    expect(bench.heard.length).toBeGreaterThan(0);
  });
});
