import { createHash } from 'node:crypto';
import type { ActivityAddress } from '../../../preload/contract/index.ts';
import { cancelActionId, stepActionKinds, type ActivityFullInfo, type NamedParameter, type StepAction } from '../../otapi/index.ts';

/** What can be done about a question: an answer of its step, or an action of its activity. */
export type OfferedAction =
  | { of: 'step'; action: StepAction }
  | { of: 'activity'; action: { id: string; name: string } };

/** A question as it stands now. */
export interface OpenQuestion {
  id: string;
  /** Number of the step that asks; null when the activity asks as a whole. */
  step: number | null;
  /** As OT Platform tells it, maybe with HTML. */
  message: string;
  parameters: readonly NamedParameter[];
  actions: readonly OfferedAction[];
}

/** What is known of an activity that may ask. */
export interface AskingActivity {
  told: ActivityFullInfo;
  isGone: boolean;
  stepsRead: boolean;
}

/**
 * The questions of an activity: those of its steps, as far as they offer an answer; when it waits and no step does, the
 * activity itself asks, and its own actions are the answers. Nothing is asked unless it waits for an action
 * (reference 4.3: `IsAwaitingAction`).
 */
export function openQuestions(activity: AskingActivity): OpenQuestion[] {
  return activity.told.isAwaitingAction ? standingQuestions(activity) : [];
}

/** The same whether the activity waits just now or not: a question that pauses is no new one when it comes back. */
export function standingQuestions({ told, isGone, stepsRead }: AskingActivity): OpenQuestion[] {
  if (isGone || told.isFinished) return [];
  const ofSteps = told.steps.flatMap((step, number) =>
    step.actions.some(({ kind }) => kind === stepActionKinds.answer)
      ? [{ number, message: step.message, actions: step.actions }]
      : [],
  );
  // Before its steps were read nobody knows whether one of them asks.
  if (ofSteps.length === 0) return stepsRead ? ofActivity(told) : [];
  const seen = new Map<string, number>();
  return ofSteps.map(({ number, message, actions }) => {
    const content = JSON.stringify([message, actions]);
    // The same question twice in one activity: the first stays the first as long as both stand.
    const nth = seen.get(content) ?? 0;
    seen.set(content, nth + 1);
    return {
      id: idOf(told, [content, nth]),
      step: number,
      message,
      parameters: actions.flatMap(({ parameters }) => parameters),
      actions: actions.map((action) => ({ of: 'step' as const, action })),
    };
  });
}

function ofActivity(told: ActivityFullInfo): OpenQuestion[] {
  if (told.actions.length === 0) return [];
  const message = told.steps.at(-1)?.message ?? told.description;
  // A cancel is no answer, unless nothing else is: whoever wants it finds it with the activity, and is asked again.
  const answers = told.actions.filter(({ id }) => id !== cancelActionId);
  const actions = (answers.length > 0 ? answers : told.actions).map((action) => ({ of: 'activity' as const, action }));
  return [{ id: idOf(told, ['activity', message, told.actions]), step: null, message, parameters: [], actions }];
}

function idOf({ type, id }: ActivityAddress, rest: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify([type, id, ...rest])).digest('hex').slice(0, 32);
}
