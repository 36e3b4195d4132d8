import {
  conflict,
  notFound,
  StationFault,
  type ActivityAddress,
  type AnswerRecord,
  type AnswerResult,
  type StationError,
} from '../../../preload/contract/index.ts';
import { describeError, isOtapiError, stepActionKinds, type OtapiClient, type OtapiError } from '../../otapi/index.ts';
import type { Follower } from '../follow/follower.ts';
import type { Lanes } from '../follow/lanes.ts';
import { keyOf, type KnownActivity } from '../known/known-activity.ts';
import type { Registry } from '../known/registry.ts';
import type { Person } from '../person.ts';
import { openQuestions, type OfferedAction, type OpenQuestion } from '../questions/open-questions.ts';
import { plainMessage, textOf } from '../questions/plain-message.ts';
import type { AnswerStore } from './answer-store.ts';

/** A question and the activity that asks it. */
export interface AskedQuestion {
  activity: ActivityAddress;
  id: string;
}

/** Sends answers and actions, one at a time per activity, and reads the activity at once after each (reference 4.4). */
export interface AnswerDesk {
  /**
   * Answers one question with the action of this number. Rejects with `no-such-answer` for an action that cannot be an
   * answer; everything else is told in the result.
   */
  answer(question: AskedQuestion, action: number): Promise<AnswerResult>;
  /**
   * Does what the activity offers. Faults: `answer-under-way`, `activity-gone`, `activity-ended`, `no-such-action`, or why
   * it was refused.
   */
  act(address: ActivityAddress, actionId: string): Promise<void>;
  /** An answer to this activity is on its way. */
  isSending(address: ActivityAddress): boolean;
  /** This very question is being answered. */
  isAnswering(questionId: string): boolean;
}

export interface AnswerDeskParts {
  client: Pick<OtapiClient, 'activities'>;
  registry: Registry;
  store: AnswerStore;
  follower: Pick<Follower, 'readInLane'>;
  lanes: Lanes;
  person: () => Person;
  signal: AbortSignal;
  onChange: () => void;
}

type Outcome = Pick<AnswerResult, 'outcome' | 'error'>;

const tooLate: Outcome = { outcome: 'too-late', error: null };

export function createAnswerDesk(parts: AnswerDeskParts): AnswerDesk {
  const { client, registry, store, follower, lanes, person, signal, onChange } = parts;
  const sending = new Map<string, number>();
  const answering = new Map<string, Promise<AnswerResult>>();

  /** Everything between pressing a button and knowing what became of it. */
  async function inLane<T>(address: ActivityAddress, work: () => Promise<T>): Promise<T> {
    const key = keyOf(address);
    sending.set(key, (sending.get(key) ?? 0) + 1);
    onChange();
    try {
      return await lanes.run(key, work);
    } finally {
      const rest = (sending.get(key) ?? 1) - 1;
      if (rest === 0) sending.delete(key);
      else sending.set(key, rest);
      onChange();
    }
  }

  function openQuestion(activity: KnownActivity | null, id: string): OpenQuestion | null {
    return activity === null ? null : (openQuestions(activity).find((question) => question.id === id) ?? null);
  }

  /** The activity as OT Platform has it now; null when it cannot be asked. */
  async function reread(address: ActivityAddress): Promise<KnownActivity | null> {
    try {
      return await follower.readInLane(address);
    } catch (error) {
      if (!isOtapiError(error)) throw error;
      return error.hasCode('NotFound') ? registry.find(address) : null;
    }
  }

  async function send(activity: KnownActivity, { action, of }: OfferedAction): Promise<OtapiError | null> {
    try {
      if (of === 'activity') await client.activities.doAction(activity, action.id, { signal });
      else await client.activities.doStepAction(activity, action.parameters, { signal });
      return null;
    } catch (error) {
      if (isOtapiError(error)) return error;
      throw error;
    }
  }

  /** Sends one answer, reads the activity, and says what became of it. */
  async function sendAndRead(activity: KnownActivity, action: OfferedAction, isGone: (after: KnownActivity) => boolean): Promise<Outcome> {
    const failure = await send(activity, action);
    if (failure === null) {
      await reread(activity);
      return { outcome: 'taken', error: null };
    }
    const after = await reread(activity);
    const error = describeError(failure);
    const gone = after !== null && isGone(after);
    // No answer came back, and what was asked is answered: nobody can tell by whom, and nobody has to do it again.
    if (failure.outcomeUnknown) return gone ? { outcome: 'taken', error: null } : { outcome: 'unknown', error };
    if (gone) return { outcome: 'too-late', error };
    return { outcome: failure.kind === 'api' ? 'refused' : 'not-sent', error };
  }

  async function recorded(
    activity: KnownActivity,
    { questionId, question, answer }: { questionId: string | null; question: string; answer: string },
    work: () => Promise<Outcome>,
  ): Promise<Outcome> {
    const { type, id, told } = activity;
    const about = { type, id, description: told.description };
    const recordId = store.begin({ activity: about, questionId, question, answer, person: person() });
    let ended: { outcome: Exclude<AnswerRecord['outcome'], 'sending'>; error: StationError | null } = { outcome: 'unknown', error: null };
    try {
      ended = await work();
      return ended;
    } finally {
      store.end(recordId, ended.outcome, ended.error);
    }
  }

  async function answerInLane(address: ActivityAddress, asked: OpenQuestion, action: OfferedAction): Promise<Outcome> {
    const activity = registry.find(address);
    if (activity === null) return tooLate;
    const words = { questionId: asked.id, question: textOf(plainMessage(asked.message)), answer: action.action.name };
    return recorded(activity, words, async () => {
      // Somebody else may have answered while this one waited in the lane.
      if (openQuestion(activity, asked.id) === null) return tooLate;
      return sendAndRead(activity, action, (after) => openQuestion(after, asked.id) === null);
    });
  }

  async function answerNow({ activity: address, id }: AskedQuestion, number: number): Promise<AnswerResult> {
    const asked = openQuestion(registry.find(address), id);
    if (asked === null) return { questionId: id, ...tooLate };
    const action = asked.actions[number];
    if (action === undefined || !isAnswer(action)) throw new StationFault(conflict('no-such-answer'));
    return { questionId: id, ...(await inLane(address, () => answerInLane(address, asked, action))) };
  }

  return {
    async answer(question, number) {
      if (signal.aborted) return { questionId: question.id, outcome: 'not-sent', error: conflict('closing') };
      // A second press is the first one's, whatever it was meant for: one question gets one answer at a time.
      const underWay = answering.get(question.id);
      if (underWay !== undefined) return underWay;
      const result = answerNow(question, number);
      answering.set(question.id, result);
      try {
        return await result;
      } finally {
        answering.delete(question.id);
        onChange();
      }
    },

    act(address, actionId) {
      // Ids such as `Continue` come again: a second press would confirm a question that nobody has seen.
      if (sending.has(keyOf(address))) return Promise.reject(new StationFault(conflict('answer-under-way')));
      return inLane(address, async () => {
        const activity = registry.find(address);
        if (activity === null) throw new StationFault(notFound('activity-gone'));
        if (activity.endedAt !== null) throw new StationFault(conflict('activity-ended'));
        const action = activity.told.actions.find(({ id }) => id === actionId);
        if (action === undefined) throw new StationFault(conflict('no-such-action'));
        const words = { questionId: null, question: '', answer: action.name };
        const { outcome, error } = await recorded(activity, words, () =>
          sendAndRead(activity, { of: 'activity', action }, ({ endedAt }) => endedAt !== null),
        );
        if (outcome === 'too-late') throw new StationFault(conflict('activity-ended'));
        if (error !== null) throw new StationFault(error);
      });
    },

    isSending: (address) => sending.has(keyOf(address)),
    isAnswering: (questionId) => answering.has(questionId),
  };
}

function isAnswer({ of, action }: OfferedAction): boolean {
  return of === 'activity' || action.kind === stepActionKinds.answer;
}
