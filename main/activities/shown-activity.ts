import type { Activity, ActivityDetail, ActivityStep, AnswerRecord, Question, StationError, StepAction } from '../../preload/contract/index.ts';
import { linkAddressParameter, stepActionKinds, stepKindOf, type StepAction as ToldAction } from '../otapi/index.ts';
import { countSteps, stateOf, type KnownActivity } from './known/known-activity.ts';
import { concernedLine } from './questions/concerned-line.ts';
import { openQuestions, type OfferedAction, type OpenQuestion } from './questions/open-questions.ts';
import { plainMessage, textOf, webAddress } from './questions/plain-message.ts';
import { groupOf } from './questions/question-group.ts';

/** What is known of an activity besides what OT Platform told. */
export interface ActivityFacts {
  start: (Activity['start'] & { providerType: string }) | null;
  readError: StationError | null;
  isSending: boolean;
}

/** An activity as pages show it. */
export function shownActivity(known: KnownActivity, { start, readError, isSending }: ActivityFacts): Activity {
  const { type, id, kind, told } = known;
  return {
    type,
    id,
    kind,
    description: told.description,
    state: stateOf(known),
    progressPercent: told.progressPercent,
    workTimeMs: told.workTimeMs,
    startTime: told.startTime,
    knownSince: isoTime(known.knownSince),
    endedAt: known.endedAt === null ? null : isoTime(known.endedAt),
    readAt: isoTime(known.readAt),
    readError,
    start: start && { accountName: start.accountName, by: start.by, station: start.station, at: start.at },
    providerType: start?.providerType ?? null,
    orders: known.orders,
    openQuestions: openQuestions(known).length,
    errors: countSteps(told, 'error'),
    warnings: countSteps(told, 'warning'),
    actions: known.endedAt === null ? told.actions.map(({ id: actionId, name }) => ({ id: actionId, label: name })) : [],
    isSending,
    isRereading: known.rereadDue,
  };
}

/** The same with its steps, lines and answers. */
export function shownDetail(known: KnownActivity, facts: ActivityFacts, answers: AnswerRecord[]): ActivityDetail {
  const questions = openQuestions(known);
  const steps: ActivityStep[] = known.told.steps.map((step, number) => {
    const message = plainMessage(step.message);
    const parameters = step.actions.flatMap((action) => action.parameters);
    return {
      kind: stepKindOf(step.type),
      type: step.type,
      message,
      timeFromStartMs: step.timeFromStartMs,
      lineId: concernedLine({ text: textOf(message), parameters }, known.lines)?.lineId ?? null,
      actions: step.actions.map(shownAction),
      questionId: questions.find((question) => question.step === number)?.id ?? null,
    };
  });
  return { ...shownActivity(known, facts), steps, lines: known.lines, answers };
}

/** What is known of a question besides what OT Platform told. */
export interface QuestionFacts {
  isSending: boolean;
  taken: AnswerRecord | null;
  failed: AnswerRecord | null;
}

/** A question as pages show it. */
export function shownQuestion(known: KnownActivity, question: OpenQuestion, { isSending, taken, failed }: QuestionFacts): Question {
  const { type, id, kind, told, lines, orders } = known;
  const message = plainMessage(question.message);
  const line = concernedLine({ text: textOf(message), parameters: question.parameters }, lines);
  const actions = question.actions.map(shownOffer);
  const names = lines.flatMap(({ title, configuration }) => [...Object.values(title), ...Object.values(configuration)]);
  return {
    id: question.id,
    activity: { type, id, kind, description: told.description },
    message,
    line,
    orders,
    actions,
    group: groupOf({ activity: known, message, labels: actions.map(({ label }) => label), names }),
    askedAt: isoTime(known.asked[question.id] ?? known.readAt),
    isSending,
    answeredBefore: taken && { answer: taken.answer, by: taken.by, at: taken.at },
    error: failed?.error ?? null,
  };
}

/** Every address that a person may open from an activity. */
export function linksOf({ told }: KnownActivity): Set<string> {
  const links = told.steps.flatMap((step) => [
    ...plainMessage(step.message).map(({ address }) => address),
    ...step.actions.map((action) => shownAction(action).address),
  ]);
  return new Set(links.filter((address) => address !== null));
}

function shownOffer(offer: OfferedAction): StepAction {
  return offer.of === 'step' ? shownAction(offer.action) : { kind: 'answer', label: offer.action.name, address: null };
}

function shownAction({ kind, name, parameters }: ToldAction): StepAction {
  if (kind === stepActionKinds.answer) return { kind: 'answer', label: name, address: null };
  if (kind !== stepActionKinds.link) return { kind: 'unknown', label: name, address: null };
  const written = parameters.find((parameter) => parameter.name === linkAddressParameter)?.value ?? '';
  return { kind: 'link', label: name, address: webAddress(written) };
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
