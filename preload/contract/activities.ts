import { z } from 'zod';
import { startCalls, type StartRecord } from './activity-starts.ts';
import { defineCall, type StationError } from './call.ts';
import type { BilingualText } from './receiving.ts';

/** The four background activities of Autopurchase that the station starts and follows (reference 4.2). */
export const activityKinds = ['export', 'synchronise', 'link', 'unlink'] as const;
export type ActivityKind = (typeof activityKinds)[number];

/**
 * The states for people of reference 4.3. `finished-with-errors`: some step of it is an error. `gone`: OT Platform does not
 * know it any more, so how it ended is not known.
 */
export const activityStates = ['running', 'waiting', 'cancelled', 'finished-with-errors', 'finished', 'gone'] as const;
export type ActivityState = (typeof activityStates)[number];

/** Kinds of steps; a type that is not known is shown as information (reference 4.3). */
export const stepKinds = ['info', 'success', 'warning', 'error', 'question'] as const;
export type StepKind = (typeof stepKinds)[number];

/** An activity is addressed by type and id together (reference 4.1). */
export interface ActivityAddress {
  type: string;
  id: string;
}

/** A message without markup: plain text, with line breaks, and which parts of it were links. */
export interface MessagePiece {
  text: string;
  /** An http(s) address; null for plain text. */
  address: string | null;
}

/** An order line as an activity concerns it, as it was last read for that activity. */
export interface ActivityLine {
  lineId: string;
  orderId: string;
  orderNumber: string;
  lineNumber: number;
  title: BilingualText;
  configuration: BilingualText;
  /** Address on the app's own scheme, or null when the line has no picture. */
  pictureUrl: string | null;
  quantity: number;
  status: { id: number; name: string };
  providerOrderId: string;
  waybills: string[];
  /** A check of price or discount after the purchase that failed: the platform's level and words (reference 6.1). */
  priceWarning: { level: string; message: string } | null;
}

/** Something that can be done with a whole activity now, as OT Platform offers it. */
export interface ActivityAction {
  id: string;
  label: string;
}

/**
 * What a step offers. `answer` goes to OT Platform, `link` opens an address in the browser of the system; `unknown` is a
 * kind of which the reference tells nothing, and cannot be used.
 */
export interface StepAction {
  kind: 'answer' | 'link' | 'unknown';
  label: string;
  /** Of a link, when it is an http(s) address; else null. */
  address: string | null;
}

export interface Activity extends ActivityAddress {
  kind: ActivityKind;
  /** In OT Platform's words. */
  description: string;
  state: ActivityState;
  /** 0 to 100; null when not told. */
  progressPercent: number | null;
  /** Milliseconds, at the time of `readAt`. */
  workTimeMs: number | null;
  /** When OT Platform began, as it writes it: no zone is known (reference 1.6). */
  startTime: string;
  /** When the station first knew of it, and when it first saw it ended; ISO 8601, UTC. */
  knownSince: string;
  endedAt: string | null;
  readAt: string;
  /** Why the last reading failed; null when it went well. */
  readError: StationError | null;
  /** With which account, and by whom, when it was started here. */
  start: { accountName: string; by: string; station: string; at: string } | null;
  providerType: string | null;
  orders: { id: string; number: string }[];
  /** Questions in the queue, and steps that are errors and warnings. */
  openQuestions: number;
  errors: number;
  warnings: number;
  actions: ActivityAction[];
  /** An answer or an action is on its way; the others wait for it. */
  isSending: boolean;
  /** Its orders are still to be read again, since it has ended. */
  isRereading: boolean;
}

export interface ActivityStep {
  kind: StepKind;
  /** As OT Platform spells it. */
  type: string;
  message: MessagePiece[];
  timeFromStartMs: number | null;
  /** The line of the activity that it concerns, as far as that can be told. */
  lineId: string | null;
  actions: StepAction[];
  /** The question that it asks, while it is open. */
  questionId: string | null;
}

/** One answer to a question, or one action with a whole activity, as it is kept. */
export interface AnswerRecord {
  id: string;
  activity: ActivityAddress & { kind: ActivityKind; description: string };
  /** What was asked, as plain text; empty for an action that was not asked for, such as a cancel. */
  question: string;
  /** The words on the button. */
  answer: string;
  by: string;
  station: string;
  at: string;
  /**
   * `sending`: under way. `taken`: OT Platform has accepted it. `too-late`: the question was gone. `refused`: OT Platform
   * refused it. `not-sent`: OT Platform was not reached. `unknown`: no answer came back, and the question was open or the
   * activity unread afterwards.
   */
  outcome: 'sending' | 'taken' | 'too-late' | 'refused' | 'not-sent' | 'unknown';
  error: StationError | null;
}

/** An activity with everything that is known of it. */
export interface ActivityDetail extends Activity {
  steps: ActivityStep[];
  lines: ActivityLine[];
  /** Newest first. */
  answers: AnswerRecord[];
}

/** What an activity waits for. Numbers of actions count from 0, in the order of `actions`. */
export interface Question {
  /** The same as long as the same question stands. */
  id: string;
  activity: ActivityAddress & { kind: ActivityKind; description: string };
  /** The message of the step; of an activity that asks as a whole, that of its last step. */
  message: MessagePiece[];
  line: ActivityLine | null;
  orders: { id: string; number: string }[];
  actions: StepAction[];
  /** Questions with the same text here are alike: the same activity and answers, and a message that differs in numbers and names. */
  group: string;
  askedAt: string;
  isSending: boolean;
  /** OT Platform took an answer and asks again all the same. */
  answeredBefore: { answer: string; by: string; at: string } | null;
  /** Why the last answer did not get through. */
  error: StationError | null;
}

/** What a page shows of background activities. Whoever has several keeps the one with the highest revision. */
export interface ActivitiesView {
  revision: number;
  /** Those under way, then those that ended lately, newest first. */
  activities: Activity[];
  /** Those that have waited longest first. */
  questions: Question[];
  /** Starts of which it is not known whether OT Platform has begun. */
  starts: StartRecord[];
  /** When OT Platform was last asked for activities; null when never. */
  readAt: string | null;
  readError: StationError | null;
  isReading: boolean;
}

/** How each of several answers ended; with the reason when it was not taken. */
export interface AnswerResult {
  questionId: string;
  outcome: Exclude<AnswerRecord['outcome'], 'sending'>;
  error: StationError | null;
}

const activityAddress = z.object({ type: z.string().min(1).max(200), id: z.string().min(1).max(200) });
const questionId = z.string().min(1).max(100);
const before = z.string().min(1).max(100).nullable().default(null);

export const activitiesCalls = {
  view: defineCall<ActivitiesView>()(z.object({})),
  /** Asks OT Platform for activities now; answers when it has told. */
  refresh: defineCall<ActivitiesView>()(z.object({})),
  /** Faults: `activity-gone`. */
  detail: defineCall<ActivityDetail>()(activityAddress),
  /** Ended activities, newest first; `before` is `next` of the page before. */
  history: defineCall<{ activities: Activity[]; next: string | null }>()(
    z.object({ before, limit: z.number().int().min(1).max(200).default(50) }),
  ),
  /** Who answered what and when, newest first. */
  answers: defineCall<{ answers: AnswerRecord[]; next: string | null }>()(
    z.object({ before, limit: z.number().int().min(1).max(200).default(50) }),
  ),
  /**
   * Answers questions one after the other; the activity is read again after each. It stops at the first one that OT
   * Platform could not be reached for: the others are `not-sent` too. `action` is the number of an action
   * of kind `answer`; when several questions are given, they have to be alike. Faults: `not-alike`, `no-such-answer`; a question that is gone is told in its result.
   */
  answer: defineCall<{ results: AnswerResult[] }>()(
    z.object({ questionIds: z.array(questionId).min(1).max(500), action: z.number().int().min(0).max(100) }),
  ),
  /** Does what OT Platform offers for a whole activity. Faults: `answer-under-way`, `activity-gone`, `activity-ended`, `no-such-action`. */
  act: defineCall<ActivityDetail>()(activityAddress.extend({ actionId: z.string().min(1).max(200) })),
  /**
   * Opens an address of a step in the browser of the system, after the person has seen it. Faults: `no-such-link` when no
   * step of the activity holds it, `not-opened`.
   */
  openLink: defineCall<{ opened: true }>()(activityAddress.extend({ address: z.string().min(1).max(4000) })),
  ...startCalls,
};
