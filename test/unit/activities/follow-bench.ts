import { createAnswerDesk, type AnswerDesk } from '../../../main/activities/answers/answer-desk.ts';
import { createAnswerStore, type AnswerStore } from '../../../main/activities/answers/answer-store.ts';
import { createFollower, type Follower } from '../../../main/activities/follow/follower.ts';
import { createLanes, type Lanes } from '../../../main/activities/follow/lanes.ts';
import { createListWatch, type ListWatch } from '../../../main/activities/follow/list-watch.ts';
import { createActivityStore } from '../../../main/activities/known/activity-store.ts';
import type { KnownActivity } from '../../../main/activities/known/known-activity.ts';
import { createRegistry, type Registry } from '../../../main/activities/known/registry.ts';
import { openQuestions } from '../../../main/activities/questions/open-questions.ts';
import { activityTypes } from '../../../main/otapi/index.ts';
import { openDatabase, type Database } from '../../../main/storage/index.ts';
import { createManualTime, type ManualTime } from '../sync/manual-time.ts';
import { createActivitiesPlatform, type ActivitiesPlatform } from './activities-platform.ts';

/** What follows and answers activities, with everything around it in memory; time goes when the test says so. */
export interface FollowBench {
  platform: ActivitiesPlatform;
  database: Database;
  time: ManualTime;
  registry: Registry;
  lanes: Lanes;
  follower: Follower;
  watch: ListWatch;
  desk: AnswerDesk;
  answers: AnswerStore;
  unexpected: unknown[];
  /** What the list brought, by id. */
  listed: { appeared: string[]; changed: string[] }[];
  known(id: string, type?: string): KnownActivity;
  questionIds(id: string): string[];
  /** Lets everything run that waits for nothing but an answer in memory. */
  settle(): Promise<void>;
  /** The same, after so much time; a step at a time, since one reading plans the next. */
  pass(ms: number): Promise<void>;
  /** The station ends, and starts again with the same database. */
  restart(): Promise<void>;
}

export function createFollowBench(): FollowBench {
  const platform = createActivitiesPlatform();
  const time = createManualTime();
  const database = openDatabase({ journal: ':memory:', cache: ':memory:' });
  let closing = new AbortController();
  const unexpected: unknown[] = [];
  const listed: FollowBench['listed'] = [];

  function start(): Pick<FollowBench, 'registry' | 'lanes' | 'follower' | 'watch' | 'desk' | 'answers'> {
    closing = new AbortController();
    const { signal } = closing;
    const { now, schedule } = time;
    const { client } = platform;
    const onUnexpected = (error: unknown): void => void unexpected.push(error);
    const lanes = createLanes();
    const answers = createAnswerStore(database, { now });
    const registry = createRegistry({
      store: createActivityStore(database),
      transaction: (work) => database.transaction(work),
      now,
      onChange: () => {},
    });
    const follower = createFollower({ client, registry, lanes, now, schedule, signal, onError: () => {}, onUnexpected });
    const watch = createListWatch({
      client,
      registry,
      now,
      schedule,
      signal,
      onListed: ({ appeared, changed }) => void listed.push({ appeared: idsOf(appeared), changed: idsOf(changed) }),
      onState: () => {},
      onUnexpected,
    });
    const person = () => ({ name: 'Li Wei', station: 'Bench' });
    const desk = createAnswerDesk({ client, registry, store: answers, follower, lanes, person, signal, onChange: () => {} });
    return { registry, lanes, follower, watch, desk, answers };
  }

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const bench: FollowBench = {
    platform,
    database,
    time,
    unexpected,
    listed,
    ...start(),
    known(id, type = activityTypes.export) {
      const found = bench.registry.find({ type, id });
      if (found === null) throw new Error(`There is no activity ${id}`);
      return found;
    },
    questionIds: (id) => openQuestions(bench.known(id)).map((question) => question.id),
    settle,
    async pass(ms) {
      for (let passed = 0; passed < ms; passed += 100) {
        time.advance(100);
        await settle();
      }
    },
    async restart() {
      closing.abort();
      bench.follower.stop();
      await Promise.all([bench.watch.stop(), bench.lanes.idle()]);
      Object.assign(bench, start());
    },
  };
  return bench;
}

function idsOf(activities: KnownActivity[]): string[] {
  return activities.map(({ id }) => id);
}
