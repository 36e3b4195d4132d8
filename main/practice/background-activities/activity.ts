import { z } from 'zod';
import { answerSchema, workSchema } from './work.ts';
import type { Answer } from './work.ts';

const translatedSchema = z.strictObject({ en: z.string(), ru: z.string(), zh: z.string() });

const stepActionSchema = z.strictObject({
  /** The kind of action: `DoStepAction`, `Link` or whatever a test wants to see (otapi.md 4.3). */
  id: z.string(),
  displayName: translatedSchema,
  parameters: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  /** What choosing it means; null for an action that answers nothing. */
  answer: answerSchema.nullable(),
});

const stepSchema = z.strictObject({
  type: z.string(),
  message: translatedSchema,
  /** Milliseconds. */
  timeFromStart: z.number(),
  /** They stay known when the question is closed, so that a late answer can be told from a wrong one. */
  actions: z.array(stepActionSchema),
  question: z.enum(['none', 'open', 'closed']),
});

const activityActionSchema = z.strictObject({ id: z.string(), displayName: translatedSchema });

/** A background activity as it stands, with what it still has to do: everything that a world file keeps of it. */
export const activitySchema = z.strictObject({
  id: z.string(),
  type: z.string(),
  description: translatedSchema,
  /** ISO 8601 in UTC. */
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  cancelled: z.boolean(),
  /** How many tasks there have been in all. */
  taskCount: z.int(),
  progressPercent: z.int(),
  steps: z.array(stepSchema),
  /** Activity actions of which one must be chosen before the activity goes on. */
  offers: z.array(activityActionSchema),
  work: workSchema,
});

export type Activity = z.infer<typeof activitySchema>;
export type Step = z.infer<typeof stepSchema>;
export type StepAction = z.infer<typeof stepActionSchema>;
export type ActivityAction = z.infer<typeof activityActionSchema>;

/** One way to answer a question of an activity. */
export interface OfferedAnswer {
  readonly step: Step;
  readonly action: StepAction;
  readonly answer: Answer;
}

/** Every way to answer every question, also those that are closed. */
export function offeredAnswers({ steps }: Activity): OfferedAnswer[] {
  return steps.flatMap((step) => step.actions.flatMap((action) => (action.answer === null ? [] : [{ step, action, answer: action.answer }])));
}

export function openQuestions({ steps }: Activity): Step[] {
  return steps.filter(({ question }) => question === 'open');
}

/** What the next task waits for: only the checks of an export go on while questions are open. */
function nextTaskWaits({ work }: Activity): boolean {
  return work.kind !== 'export' || work.tasks[0]?.do !== 'check';
}

/** Whether the activity stands still until the operator answers (otapi.md 4.3). */
export function isAwaitingAction(activity: Activity): boolean {
  if (activity.finishedAt !== null || !nextTaskWaits(activity)) return false;
  return activity.offers.length > 0 || openQuestions(activity).length > 0;
}

/** Milliseconds from the start to the end, or to now (otapi.md 4.3). */
export function workTime({ startedAt, finishedAt }: Activity, now: Date): number {
  return (finishedAt === null ? now.getTime() : Date.parse(finishedAt)) - Date.parse(startedAt);
}

/** The open questions that can be answered by leaving a line out, with that answer. */
export function leaveOutAnswers(activity: Activity): OfferedAnswer[] {
  return offeredAnswers(activity).filter(({ step, answer }) => step.question === 'open' && answer.does === 'leave-out');
}
