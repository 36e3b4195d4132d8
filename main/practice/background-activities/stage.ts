import type { Translated } from '../world/language.ts';
import type { LineFields, OrderLine } from '../world/order-line.ts';
import type { PracticeWorld } from '../world/world.ts';
import { openQuestions, workTime } from './activity.ts';
import type { Activity, ActivityAction, Step, StepAction } from './activity.ts';
import { activityTexts } from './texts/activity-texts.ts';
import type { Answer } from './work.ts';

/** The spelling of step types (otapi.md 4.3). */
export type StepType = 'Info' | 'Warning' | 'Error' | 'Success' | 'Question';

/** One way to answer a question. */
export interface PossibleAnswer {
  /** What tells it from the other answers on the wire. */
  readonly key: string;
  readonly displayName: Translated;
  readonly answer: Answer;
}

/** What a question is about, beside its text. */
export interface QuestionSubject {
  /** Null: the question is not about one line. */
  readonly line: OrderLine | null;
  /** The page that a `Link` action opens; null for none. */
  readonly page: string | null;
}

/** Where a script plays: the activity, in which it says and asks, and the world, which it changes. */
export class Stage {
  readonly activity: Activity;
  readonly world: PracticeWorld;
  readonly #now: () => Date;

  constructor(activity: Activity, world: PracticeWorld, now: () => Date) {
    this.activity = activity;
    this.world = world;
    this.#now = now;
  }

  say(type: StepType, message: Translated): void {
    this.addStep({ type, message, actions: [], question: 'none' });
  }

  addStep(step: Omit<Step, 'timeFromStart'>): void {
    this.activity.steps.push({ ...step, timeFromStart: workTime(this.activity, this.#now()) });
  }

  /** Asks; each question has a number of its own in the activity. */
  ask(message: Translated, answers: readonly PossibleAnswer[], { line, page }: QuestionSubject): void {
    const questionId = String(this.activity.steps.length + 1);
    const about = line === null ? [] : [{ name: 'OrderLineId', value: line.id }];
    const toAction = ({ key, displayName, answer }: PossibleAnswer): StepAction => ({
      id: 'DoStepAction',
      displayName,
      parameters: [{ name: 'QuestionId', value: questionId }, ...about, { name: 'Answer', value: key }],
      answer,
    });
    const actions = [...answers.map(toAction), ...(page === null ? [] : [linkAction(page)])];
    this.addStep({ type: 'Question', message, actions, question: 'open' });
  }

  /** Asks with actions of the whole activity: one must be chosen before it goes on. */
  offer(message: Translated, actions: readonly ActivityAction[]): void {
    this.say('Question', message);
    this.activity.offers = [...actions];
  }

  /** The line as it stands now. */
  line(slot: number): OrderLine {
    return this.world.line(slot);
  }

  /** Changes a line as the provider's side does: by no operator. */
  changeLine(slot: number, fields: Partial<LineFields>): void {
    this.world.changeLine(slot, fields, { at: this.#now(), operatorId: null });
  }

  /** Ends the activity; what was still to do is not done. */
  end({ cancelled }: { readonly cancelled: boolean } = { cancelled: false }): void {
    const { activity } = this;
    activity.work.tasks.length = 0;
    activity.offers = [];
    for (const step of openQuestions(activity)) step.question = 'closed';
    activity.cancelled = cancelled;
    if (!cancelled) activity.progressPercent = 100;
    activity.finishedAt = this.#now().toISOString();
  }
}

function linkAction(url: string): StepAction {
  return { id: 'Link', displayName: activityTexts.openItemPage, parameters: [{ name: 'url', value: url }], answer: null };
}
