import type { Activity, ActivityDetail, ActivityLine, ActivityStep, AnswerRecord, Question, StationError, StepAction } from '../../preload/contract/index.ts';
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
  const questions = new Map(openQuestions(known).map((question) => [question.step, question.id]));
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
      questionId: questions.get(number) ?? null,
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

/** What pages show of a question as long as its activity is as it was read. */
type SteadyQuestion = Omit<Question, 'isSending' | 'answeredBefore' | 'error'>;

/** An activity is another object after each reading, so what was made for it is right as long as it is there. */
const made = new WeakMap<KnownActivity, Map<string, SteadyQuestion>>();

/** A question as pages show it. */
export function shownQuestion(known: KnownActivity, question: OpenQuestion, { isSending, taken, failed }: QuestionFacts): Question {
  return {
    ...steadyQuestion(known, question),
    isSending,
    answeredBefore: taken && { answer: taken.answer, by: taken.by, at: taken.at },
    error: failed?.error ?? null,
  };
}

/** Alike questions have the same text here; see `groupOf`. */
export function groupOfQuestion(known: KnownActivity, question: OpenQuestion): string {
  return steadyQuestion(known, question).group;
}

function steadyQuestion(known: KnownActivity, question: OpenQuestion): SteadyQuestion {
  const ofActivity = made.get(known) ?? new Map<string, SteadyQuestion>();
  made.set(known, ofActivity);
  const steady = ofActivity.get(question.id) ?? makeQuestion(known, question);
  ofActivity.set(question.id, steady);
  return steady;
}

function makeQuestion(known: KnownActivity, question: OpenQuestion): SteadyQuestion {
  const { type, id, kind, told, lines, orders } = known;
  const message = plainMessage(question.message);
  const text = textOf(message);
  const actions = question.actions.map(shownOffer);
  return {
    id: question.id,
    activity: { type, id, kind, description: told.description },
    message,
    line: concernedLine({ text, parameters: question.parameters }, lines),
    orders,
    actions,
    group: groupOf({ activity: known, text, actions, names: goodsIn(lines) }),
    askedAt: isoTime(known.asked[question.id] ?? known.readAt),
  };
}

function goodsIn(lines: readonly ActivityLine[]): string[] {
  return lines.flatMap(({ title, configuration }) => [...Object.values(title), ...Object.values(configuration)]);
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
