/** Section 3.1. No field tells when it was got or ends. */
export interface ProviderSession {
  /** `providerSessionId` of the Run methods: a secret. */
  id: string;
  /** The account's nickname at the provider. */
  name: string;
  balance: { amount: number; currency: string } | null;
}

/** Section 3.2: for whom a background activity of Autopurchase is started. */
export interface ProviderRun {
  providerType: string;
  /** The id of a provider session: a secret. */
  providerSessionId: string;
}

/** A background activity is addressed by type and id together (section 4.1). */
export interface ActivityId {
  type: string;
  id: string;
}

/** Section 4.3. */
export interface ActivityInfo extends ActivityId {
  description: string;
  isFinished: boolean;
  isCancelled: boolean;
  /** It stands still until the operator answers. */
  isAwaitingAction: boolean;
  /** 0 to 100. */
  progressPercent: number | null;
  workTimeMs: number | null;
  /** ISO-like, without a zone, as it came (section 1.6). */
  startTime: string;
  /** What can be done with the whole activity now. */
  actions: ActivityAction[];
}

/** Section 4.3: an action of a whole activity. Only `Cancel` is known by its id, so all are taken from the answer. */
export interface ActivityAction {
  id: string;
  name: string;
}

/** Section 4.3: an activity with its steps, in the order of the answer. */
export interface ActivityFullInfo extends ActivityInfo {
  steps: ActivityStep[];
}

/** Section 4.3: one entry in the course of an activity. */
export interface ActivityStep {
  /** As it came; `stepKindOf` tells what it means. */
  type: string;
  /** As it came; may hold HTML. */
  message: string;
  timeFromStartMs: number | null;
  actions: StepAction[];
}

/** Section 4.3: a button of a step. */
export interface StepAction {
  /** Its `Id`, which is a kind (see `stepActionKinds`) and not unique. */
  kind: string;
  name: string;
  /** In the order of the answer. They are sent back as they came. */
  parameters: NamedParameter[];
}

/** What a step means to people. */
export type StepKind = 'info' | 'success' | 'warning' | 'error' | 'question';

/** Section 4.3: names and values mean something to OT Platform only, but for the address of a link. */
export interface NamedParameter {
  name: string;
  value: string;
}
