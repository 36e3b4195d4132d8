import type { ActivitiesView, Activity, ActivityAddress, Question } from '../../preload/contract/index.ts';
import type { AnswerDesk } from './answers/answer-desk.ts';
import type { AnswerStore } from './answers/answer-store.ts';
import type { Follower } from './follow/follower.ts';
import type { ListWatch } from './follow/list-watch.ts';
import type { KnownActivity } from './known/known-activity.ts';
import type { Registry } from './known/registry.ts';
import { openQuestions, type OpenQuestion } from './questions/open-questions.ts';
import { shownActivity, shownQuestion, type ActivityFacts } from './shown-activity.ts';
import type { Starts } from './starts/starts.ts';

export interface ViewParts {
  registry: Registry;
  desk: Pick<AnswerDesk, 'isSending' | 'isAnswering'>;
  answers: Pick<AnswerStore, 'lastOf'>;
  follower: Pick<Follower, 'errorOf'>;
  watch: Pick<ListWatch, 'readAt' | 'error' | 'isReading'>;
  starts: Pick<Starts, 'startOf' | 'records'>;
  now: () => number;
}

/** What pages see of background activities. */
export interface ViewMaker {
  view(): ActivitiesView;
  activity(known: KnownActivity): Activity;
  factsOf(address: ActivityAddress): ActivityFacts;
  /** Open questions with their activities, those that wait longest first. */
  open(): { known: KnownActivity; question: OpenQuestion }[];
}

/** An ended activity stays in the list so long; milliseconds. The history has all of them. */
const lately = { ms: 24 * 3_600_000, most: 50 };

/** Over all instances, since a page may have a view of the one before. */
let lastRevision = 0;

export function createViewMaker({ registry, desk, answers, follower, watch, starts, now }: ViewParts): ViewMaker {
  function factsOf(address: ActivityAddress): ActivityFacts {
    return { start: starts.startOf(address), readError: follower.errorOf(address), isSending: desk.isSending(address) };
  }

  function activity(known: KnownActivity): Activity {
    return shownActivity(known, factsOf(known));
  }

  function open(): { known: KnownActivity; question: OpenQuestion }[] {
    const asking = registry.underWay().flatMap((known) => openQuestions(known).map((question) => ({ known, question })));
    const since = ({ known, question }: (typeof asking)[number]): number => known.asked[question.id] ?? 0;
    return asking.toSorted((a, b) => since(a) - since(b));
  }

  function shown({ known, question }: { known: KnownActivity; question: OpenQuestion }): Question {
    return shownQuestion(known, question, { isSending: desk.isAnswering(question.id), ...answers.lastOf(question.id) });
  }

  return {
    view() {
      lastRevision += 1;
      const ended = registry.ended(lately.most).filter(({ endedAt }) => now() - (endedAt ?? 0) < lately.ms);
      const readAt = watch.readAt();
      return {
        revision: lastRevision,
        activities: [...registry.underWay().toSorted((a, b) => b.number - a.number), ...ended].map(activity),
        questions: open().map(shown),
        starts: starts.records(),
        readAt: readAt === null ? null : new Date(readAt).toISOString(),
        readError: watch.error(),
        isReading: watch.isReading(),
      };
    },
    activity,
    factsOf,
    open,
  };
}
