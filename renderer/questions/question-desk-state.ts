import type { AnswerResult, Question } from '../../preload/contract/activities.ts';
import type { StationError } from '../../preload/contract/call.ts';
import { areAllTaken, questionEntries, type QuestionEntry } from './question-entries.ts';

/** An answer that a person has given, to one question or to several that are alike. */
export interface SentAnswer {
  group: string;
  /** As they stood when the answer was given. */
  questions: readonly Question[];
  /** The words on the button. */
  label: string;
  /** Null while the answers are on their way, and when none of them went out. */
  results: readonly AnswerResult[] | null;
  /** Why none of them went out. */
  error: StationError | null;
}

export interface QuestionDeskState {
  entries: readonly QuestionEntry[];
  /** The questions stand large in front of the screen. */
  isOpen: boolean;
  /** The entry in hand. It stays so when it is gone, so that no key meets another question than the one that was read. */
  group: string | null;
  /** Ids of questions that the next answer is for. What comes up after the entry was taken in hand is not among them. */
  chosen: ReadonlySet<string>;
  /** The last answer, until the person has seen what became of it. */
  sent: SentAnswer | null;
}

export type QuestionDeskAction =
  | { type: 'told'; questions: readonly Question[] }
  | { type: 'opened'; group: string | null }
  | { type: 'closed' }
  | { type: 'went-on' }
  | { type: 'moved'; by: 1 | -1 }
  | { type: 'toggled'; id: string }
  | { type: 'sent'; sent: SentAnswer }
  | { type: 'answered'; results: readonly AnswerResult[] }
  | { type: 'failed'; error: StationError };

export const emptyQuestionDesk: QuestionDeskState = { entries: [], isOpen: false, group: null, chosen: new Set(), sent: null };

/** The queue of questions after an action. Pure: the call to main is the desk's own (question-desk.ts). */
export function questionDeskReducer(state: QuestionDeskState, action: QuestionDeskAction): QuestionDeskState {
  switch (action.type) {
    case 'told':
      return { ...state, entries: questionEntries(action.questions) };
    case 'opened':
      return { ...takeInHand(state, firstToShow(state, action.group)), isOpen: true };
    case 'closed':
      return { ...state, isOpen: false, sent: isUnderWay(state) ? state.sent : null };
    case 'went-on':
      return goOn(state);
    case 'moved':
      return move(state, action.by);
    case 'toggled':
      return { ...state, chosen: toggle(state.chosen, action.id) };
    case 'sent':
      return { ...state, sent: action.sent };
    case 'answered':
      return withResults(state, action.results);
    case 'failed':
      return { ...state, sent: state.sent && { ...state.sent, error: action.error } };
    default:
      return action satisfies never;
  }
}

/** The entry in hand; null when nothing is, or when its questions are gone. */
export function entryInHand({ entries, group }: QuestionDeskState): QuestionEntry | null {
  return entries.find((entry) => entry.group === group) ?? null;
}

/** Questions of the entry in hand that the next answer is for. */
export function chosenQuestions(state: QuestionDeskState): Question[] {
  return (entryInHand(state)?.questions ?? []).filter(({ id, isSending }) => state.chosen.has(id) && !isSending);
}

/** Answers are on their way; the next ones wait. */
export function isUnderWay({ sent }: QuestionDeskState): boolean {
  return sent !== null && sent.results === null && sent.error === null;
}

/** What the person has to be told first is taken in hand first: an answer that did not simply go through. */
function firstToShow({ sent, entries }: QuestionDeskState, asked: string | null): string | null {
  return asked ?? sent?.group ?? entries[0]?.group ?? null;
}

/** The group that going on leads to: the same one while answers to it did not all go through; null when none is left. */
export function groupAfter(state: QuestionDeskState): string | null {
  const results = state.sent?.group === state.group ? state.sent?.results : null;
  const stays = results && !areAllTaken(results) && entryInHand(state) !== null;
  const next = stays ? state.group : nextGroup(state);
  return next === state.group && isAnswered(entryInHand(state), results ?? []) ? null : next;
}

/** Every question of the entry was answered: it only stands there until main has told that it is gone. */
function isAnswered(entry: QuestionEntry | null, results: readonly AnswerResult[]): boolean {
  const taken = new Set(results.filter(({ outcome }) => outcome === 'taken').map(({ questionId }) => questionId));
  return entry !== null && entry.questions.every(({ id }) => taken.has(id));
}

function takeInHand(state: QuestionDeskState, group: string | null): QuestionDeskState {
  const entry = state.entries.find((candidate) => candidate.group === group);
  return { ...state, group, chosen: new Set(entry?.questions.map(({ id }) => id)) };
}

/** The next entry after an answer, or after a question that is gone; closes when there is none. */
function goOn(state: QuestionDeskState): QuestionDeskState {
  if (isUnderWay(state)) return state;
  const next = groupAfter(state);
  if (next === null) return { ...state, isOpen: false, group: null, chosen: new Set(), sent: null };
  return { ...takeInHand(state, next), sent: null };
}

function nextGroup({ entries, group }: QuestionDeskState): string | null {
  const at = entries.findIndex((entry) => entry.group === group);
  const others = [...entries.slice(at + 1), ...entries.slice(0, Math.max(0, at))];
  return (others[0] ?? entries[at])?.group ?? null;
}

function move(state: QuestionDeskState, by: 1 | -1): QuestionDeskState {
  if (isUnderWay(state) || state.entries.length === 0) return state;
  const at = state.entries.findIndex((entry) => entry.group === state.group);
  const to = at < 0 ? 0 : (at + by + state.entries.length) % state.entries.length;
  return { ...takeInHand(state, state.entries[to]?.group ?? null), sent: null };
}

function toggle(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const others = [...chosen].filter((other) => other !== id);
  return new Set(chosen.has(id) ? others : [...others, id]);
}

/**
 * What went through needs no look when nobody is looking; all else is kept until somebody does. Questions that are settled
 * leave the queue at once, for the answer may come before main tells of the queue.
 */
function withResults(state: QuestionDeskState, results: readonly AnswerResult[]): QuestionDeskState {
  const settled = new Set(results.filter(({ outcome }) => outcome === 'taken' || outcome === 'too-late').map(({ questionId }) => questionId));
  const open = state.entries.flatMap(({ questions }) => questions).filter(({ id }) => !settled.has(id));
  const isQuiet = !state.isOpen && areAllTaken(results);
  return { ...state, entries: questionEntries(open), sent: isQuiet ? null : state.sent && { ...state.sent, results } };
}
