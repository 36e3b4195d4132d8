import { beforeEach, describe, expect, it } from 'vitest';
import { activityTypes } from '../../../main/otapi/index.ts';
import { activityInfo, priceQuestion, step } from './activity-facts.ts';
import { networkFailure, refusal } from './activities-platform.ts';
import { createFollowBench, type FollowBench } from './follow-bench.ts';

const address = { type: activityTypes.export, id: 'a1' };
const asking = { isAwaitingAction: true, steps: [priceQuestion('501'), priceQuestion('502')] };

let bench: FollowBench;

beforeEach(async () => {
  bench = createFollowBench();
  bench.platform.put(activityInfo('a1', asking));
  // As the practice platform and the vendor's panel have it: an answered step has no actions any more.
  bench.platform.onAnswer = (activity, [parameter]) => {
    const steps = activity.steps.map((each) =>
      each.actions.some(({ parameters }) => parameters[0]?.value === parameter?.value) ? { ...each, actions: [] } : each,
    );
    bench.platform.change(activity.id, { steps, isAwaitingAction: steps.some(({ actions }) => actions.length > 0) });
  };
  bench.platform.onAction = (activity, actionId) => {
    if (actionId === 'Cancel') bench.platform.change(activity.id, { isFinished: true, isCancelled: true, isAwaitingAction: false, actions: [] });
  };
  await bench.watch.look();
  await bench.follower.read(address);
  bench.platform.calls.length = 0;
});

const question = (number: number) => ({ activity: address, id: bench.questionIds('a1')[number] ?? 'none' });
const kept = () => bench.answers.ofActivity(address).map(({ question: asked, answer, by, station, outcome }) => [asked, answer, by, station, outcome]);

describe('an answer', () => {
  it('sends the parameters of the chosen action, reads the activity at once, and is kept with its author', async () => {
    expect(await bench.desk.answer(question(0), 1)).toMatchObject({ outcome: 'taken', error: null });
    expect(bench.platform.calls).toEqual(['answer a1 skip-501', 'info a1']);
    expect(bench.questionIds('a1')).toHaveLength(1);
    expect(kept()).toEqual([['Line 501: price changed from 10 to 12', 'Leave out', 'Li Wei', 'Bench', 'taken']]);
  });

  it('is one at a time for an activity: the next goes when the activity was read', async () => {
    const both = [question(0), question(1)].map((each) => bench.desk.answer(each, 0));
    expect(bench.desk.isSending(address)).toBe(true);
    await Promise.all(both);
    expect(bench.platform.calls).toEqual(['answer a1 accept-501', 'info a1', 'answer a1 accept-502', 'info a1']);
    expect(bench.desk.isSending(address)).toBe(false);
  });

  it('that comes twice is sent once: the second press is the first one’s', async () => {
    const twice = [bench.desk.answer(question(0), 0), bench.desk.answer(question(0), 1)];
    expect((await Promise.all(twice)).map(({ outcome }) => outcome)).toEqual(['taken', 'taken']);
    expect(bench.platform.calls.filter((call) => call.startsWith('answer'))).toHaveLength(1);
  });

  it('to a question that another station has answered is too late, whether OT Platform says so or the reading before', async () => {
    const late = question(0);
    bench.platform.onAnswer = () => {
      bench.platform.change('a1', { steps: [step('Info', 'Answered elsewhere')], isAwaitingAction: false });
      throw refusal('ContractViolation');
    };
    expect(await bench.desk.answer(late, 0)).toMatchObject({ outcome: 'too-late', error: { apiCode: 'ContractViolation' } });
    bench.platform.calls.length = 0;
    expect(await bench.desk.answer(late, 0)).toMatchObject({ outcome: 'too-late', error: null });
    expect(bench.platform.calls).toEqual([]);
  });

  it('to an activity that has ended, or is gone, is too late', async () => {
    const late = question(1);
    bench.platform.activities.delete('a1');
    expect(await bench.desk.answer(late, 0)).toMatchObject({ outcome: 'too-late' });
    expect(bench.known('a1')).toMatchObject({ isGone: true });
  });

  it('that OT Platform refuses while it still asks is refused, with the reason', async () => {
    bench.platform.onAnswer = () => {
      throw refusal('ValidationError');
    };
    expect(await bench.desk.answer(question(0), 0)).toMatchObject({ outcome: 'refused', error: { code: 'api', serverText: 'Refused' } });
    expect(bench.questionIds('a1')).toHaveLength(2);
    expect(bench.answers.lastOf(question(0).id)).toMatchObject({ taken: null, failed: { outcome: 'refused' } });
  });

  it('whose own answer was lost is taken when the question is gone, and unknown while it stands', async () => {
    bench.platform.failNext = { error: networkFailure(true), takesEffect: true };
    expect(await bench.desk.answer(question(0), 0)).toMatchObject({ outcome: 'taken' });
    bench.platform.failNext = { error: networkFailure(true), takesEffect: false };
    expect(await bench.desk.answer(question(0), 0)).toMatchObject({ outcome: 'unknown', error: { code: 'network' } });
    bench.platform.failure = networkFailure();
    expect(await bench.desk.answer(question(0), 0)).toMatchObject({ outcome: 'not-sent', error: { code: 'network' } });
  });

  it('is refused when there is no such answer', async () => {
    await expect(bench.desk.answer(question(0), 7)).rejects.toMatchObject({ error: { details: { reason: 'no-such-answer' } } });
    expect(bench.platform.calls).toEqual([]);
    expect(kept()).toEqual([]);
  });

  it('that was under way when the station stopped is unknown after the next start', async () => {
    bench.answers.begin({
      activity: { ...address, description: 'Export' },
      questionId: question(0).id,
      question: 'Price?',
      answer: 'Accept',
      person: { name: 'Li Wei', station: 'Bench' },
    });
    await bench.restart();
    expect(bench.answers.ofActivity(address)).toMatchObject([
      { outcome: 'unknown', error: { code: 'conflict', details: { reason: 'stopped-while-sending' } } },
    ]);
  });
});

describe('a question of the activity itself', () => {
  it('is answered with one of its actions', async () => {
    const actions = [
      { id: 'Continue', name: 'Go on' },
      { id: 'Cancel', name: 'Cancel' },
    ];
    bench.platform.change('a1', { steps: [step('Question', 'Place the order now?')], actions });
    bench.platform.onAction = () => bench.platform.change('a1', { isAwaitingAction: false });
    await bench.follower.read(address);
    bench.platform.calls.length = 0;
    expect(await bench.desk.answer(question(0), 0)).toMatchObject({ outcome: 'taken' });
    expect(bench.platform.calls).toEqual(['action a1 Continue', 'info a1']);
    expect(bench.questionIds('a1')).toEqual([]);
  });
});

describe('an action with a whole activity', () => {
  it('is what OT Platform offers, and is kept with its author', async () => {
    await bench.desk.act(address, 'Cancel');
    expect(bench.known('a1')).toMatchObject({ endedAt: bench.time.now(), rereadDue: true, told: { isCancelled: true } });
    expect(kept()).toEqual([['', 'Cancel', 'Li Wei', 'Bench', 'taken']]);
  });

  it('is refused when it is not offered, when the activity has ended, and when there is none', async () => {
    const reasonOf = (id: string, actionId: string) => bench.desk.act({ type: activityTypes.export, id }, actionId).then(
      () => null,
      (fault: { error: { details: { reason: string } } }) => fault.error.details.reason,
    );
    expect(await reasonOf('a1', 'Explode')).toBe('no-such-action');
    expect(await reasonOf('zz', 'Cancel')).toBe('activity-gone');
    await bench.desk.act(address, 'Cancel');
    expect(await reasonOf('a1', 'Cancel')).toBe('activity-ended');
  });

  it('says why it failed', async () => {
    bench.platform.failNext = { error: refusal('AccessDenied'), takesEffect: false };
    await expect(bench.desk.act(address, 'Cancel')).rejects.toMatchObject({ error: { code: 'api', apiCode: 'AccessDenied' } });
  });
});

describe('the list of answers', () => {
  it('comes page by page, newest first', async () => {
    await bench.desk.answer(question(0), 0);
    await bench.desk.answer(question(0), 1);
    const first = bench.answers.list(1, null);
    expect(first).toMatchObject({ answers: [{ question: 'Line 502: price changed from 10 to 12', answer: 'Leave out' }] });
    expect(bench.answers.list(1, first.next)).toMatchObject({ answers: [{ answer: 'Accept' }], next: null });
  });
});
