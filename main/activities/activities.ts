import {
  conflict,
  notFound,
  StationFault,
  type ActivitiesView,
  type ActivityAddress,
  type ActivityDetail,
  type AnswerResult,
  type CallArgument,
  type CallValue,
  type StationCalls,
  type StationError,
} from '../../preload/contract/index.ts';
import type { LineCache } from '../orders/index.ts';
import { describeError, isOtapiError, type OtapiClient, type OrderDetails } from '../otapi/index.ts';
import type { Accounts, Schedule } from '../sessions/index.ts';
import type { Database } from '../storage/index.ts';
import { createViewMaker } from './activities-view.ts';
import { createAnswerDesk, type AskedQuestion } from './answers/answer-desk.ts';
import { createAnswerStore } from './answers/answer-store.ts';
import { createFollower } from './follow/follower.ts';
import { createLanes } from './follow/lanes.ts';
import { createListWatch } from './follow/list-watch.ts';
import { createOrderRereading } from './follow/reread-orders.ts';
import { createActivityStore, type EndedPosition } from './known/activity-store.ts';
import type { KnownActivity } from './known/known-activity.ts';
import { createRegistry } from './known/registry.ts';
import type { Person } from './person.ts';
import { createReminders } from './questions/reminders.ts';
import { groupOfQuestion, linksOf, shownDetail } from './shown-activity.ts';
import { createStarts } from './starts/starts.ts';

type Calls = StationCalls['activities'];

/** The calls of the pages about background activities. */
export type ActivitiesCalls = {
  [Name in keyof Calls]: (argument: CallArgument<Calls[Name]>) => CallValue<Calls[Name]> | Promise<CallValue<Calls[Name]>>;
};

export interface ActivitiesParts {
  database: Database;
  client: Pick<OtapiClient, 'activities'>;
  accounts: Pick<Accounts, 'liveSession' | 'list'>;
  lineCache: LineCache;
  /** Reads an order from OT Platform into the cache. */
  readOrder: (orderId: string) => Promise<OrderDetails>;
  /** Reads all awaited lines again; false when that did not get through. */
  refreshCache: () => Promise<boolean>;
  /** Opens an http(s) address in the browser of the system; false when it could not be opened. */
  openInBrowser: (address: string) => Promise<boolean>;
  person: () => Person;
  now: () => number;
  schedule: Schedule;
  /** Something that a page shows may be another. */
  onChange: () => void;
  /** Questions have come up, or have waited for a while; so many are open in all. */
  onQuestions: (reason: 'asked' | 'reminder', count: number) => void;
  onUnexpected: (error: unknown) => void;
}

/** The background activities of an instance: those started here and those started elsewhere. */
export interface Activities {
  calls: ActivitiesCalls;
  view(): ActivitiesView;
  /** OT Platform has come within reach, or is out of it. */
  online(isOnline: boolean): void;
  /** Ends what is under way; resolves when nothing is left to come. */
  close(): Promise<void>;
}

export function createActivities(parts: ActivitiesParts): Activities {
  const { database, client, person, now, schedule, onUnexpected } = parts;
  const closing = new AbortController();
  const { signal } = closing;
  const lanes = createLanes();
  const answers = createAnswerStore(database, { now });
  const registry = createRegistry({
    store: createActivityStore(database),
    transaction: (work) => database.transaction(work),
    now,
    onChange: changed,
  });
  const rereading = createOrderRereading({ ...parts, registry, signal });
  const follower = createFollower({ client, registry, lanes, now, schedule, signal, onError: touched, onUnexpected });
  const starts = createStarts({
    ...parts,
    registry,
    signal,
    readList,
    onStarted(address) {
      follower.follow(address);
      watch.replan();
    },
    onUnknown: () => void watch.look(),
    onChange: touched,
  });
  const watch = createListWatch({
    client,
    registry,
    now,
    schedule,
    signal,
    onListed({ appeared, changed: other, askedAt }) {
      starts.searched(askedAt);
      // One that came up ended has its steps still to be read.
      for (const known of [...appeared, ...other]) if (known.endedAt === null || known.rereadDue) follower.follow(known);
    },
    onState: touched,
    onUnexpected,
  });
  const desk = createAnswerDesk({ client, registry, store: answers, follower, lanes, person, signal, onChange: touched });
  const views = createViewMaker({ registry, desk, answers, follower, watch, starts, now });
  const reminders = createReminders({
    open: () => views.open().map(({ question }) => question.id),
    standing: () => registry.underWay().flatMap(({ asked }) => Object.keys(asked)),
    now,
    schedule,
    remind: parts.onQuestions,
  });
  /** Batches of answers under way. */
  const batches = new Set<Promise<unknown>>();

  for (const known of registry.underWay()) follower.follow(known);
  lookForQuestions();

  async function readList(): Promise<void> {
    await watch.look();
    const error = watch.error();
    if (error !== null) throw new StationFault(error);
  }

  /** Later: the registry is told of a change before it has taken it in everywhere. */
  function lookForQuestions(): void {
    queueMicrotask(() => {
      if (!signal.aborted) reminders.look();
    });
  }

  function touched(): void {
    if (!signal.aborted) parts.onChange();
  }

  function changed(activity: KnownActivity): void {
    if (signal.aborted) return;
    if (activity.endedAt === null) rereading.noteLines(activity);
    if (activity.rereadDue) rereading.wake();
    lookForQuestions();
    touched();
  }

  function detail(address: ActivityAddress): ActivityDetail {
    const known = registry.find(address);
    if (known === null) throw new StationFault(notFound('activity-gone'));
    return shownDetail(known, views.factsOf(known), answers.ofActivity(known));
  }

  /** Steps of one that had ended before anybody here knew of it are read when somebody asks for them. */
  async function withSteps(address: ActivityAddress): Promise<ActivityDetail> {
    const known = registry.find(address);
    if (known !== null && !known.stepsRead && !known.isGone) {
      try {
        await follower.read(address);
      } catch (error) {
        if (!isOtapiError(error)) throw error;
        return { ...detail(address), readError: describeError(error) };
      }
    }
    return detail(address);
  }

  /** Open ones among these questions; they have to be alike. */
  function alike(ids: readonly string[]): Map<string, AskedQuestion> {
    const open = views.open().filter(({ question }) => ids.includes(question.id));
    if (new Set(open.map(({ known, question }) => groupOfQuestion(known, question))).size > 1) {
      throw new StationFault(conflict('not-alike'));
    }
    return new Map(open.map(({ known, question }) => [question.id, { activity: known, id: question.id }]));
  }

  async function answerAll(ids: readonly string[], action: number): Promise<AnswerResult[]> {
    const open = alike(ids);
    const results: AnswerResult[] = [];
    let unreached: StationError | null = null;
    for (const id of ids) {
      const question = open.get(id);
      let result: AnswerResult = { questionId: id, outcome: 'too-late', error: null };
      if (unreached !== null) result = { questionId: id, outcome: 'not-sent', error: unreached };
      else if (question !== undefined) result = await desk.answer(question, action);
      if (result.outcome === 'not-sent') unreached = result.error;
      results.push(result);
    }
    return results;
  }

  const calls: ActivitiesCalls = {
    view: () => views.view(),
    async refresh() {
      await watch.look();
      return views.view();
    },
    detail: withSteps,
    history({ before, limit }) {
      const page = registry.ended(limit + 1, before === null ? null : readPosition(before));
      const shown = page.slice(0, limit);
      const last = shown.at(-1);
      const next = page.length > limit && last !== undefined ? writePosition(last) : null;
      return { activities: shown.map((known) => views.activity(known)), next };
    },
    answers({ before, limit }) {
      const page = answers.list(limit, before === null ? null : Number(before));
      return { answers: page.answers, next: page.next === null ? null : String(page.next) };
    },
    async answer({ questionIds, action }) {
      const batch = answerAll([...new Set(questionIds)], action);
      batches.add(batch);
      try {
        return { results: await batch };
      } finally {
        batches.delete(batch);
      }
    },
    async act({ type, id, actionId }) {
      await desk.act({ type, id }, actionId);
      return detail({ type, id });
    },
    async openLink({ type, id, address }) {
      const known = registry.find({ type, id });
      if (known === null || !linksOf(known).has(address)) throw new StationFault(conflict('no-such-link'));
      if (!(await parts.openInBrowser(address))) throw new StationFault(conflict('not-opened'));
      return { opened: true };
    },
    ...starts.calls,
  };

  return {
    calls,
    view: () => views.view(),
    online(isOnline) {
      watch.online(isOnline);
      follower.online(isOnline);
      rereading.online(isOnline);
    },
    async close() {
      closing.abort();
      reminders.stop();
      follower.stop();
      await Promise.all([watch.stop(), rereading.stop(), starts.idle(), Promise.allSettled(batches), lanes.idle()]);
    },
  };
}

function writePosition({ endedAt, number }: KnownActivity): string {
  return `${endedAt ?? 0}.${number}`;
}

function readPosition(text: string): EndedPosition {
  const [endedAt = 0, number = 0] = text.split('.').map(Number);
  return { endedAt, number };
}
