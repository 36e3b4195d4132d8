/** Node calls back at once when a timer is set to more. */
const LONGEST_STEP_MS = 2_147_483_647;

/** Lets activities go on in their own time. */
export class ActivityTimers {
  #stepMs: number;
  readonly #ownStepMs = new Map<string, number>();
  readonly #waiting = new Map<string, { readonly timer: NodeJS.Timeout; readonly goOn: () => void }>();

  constructor(stepMs: number) {
    this.#stepMs = stepMs;
  }

  /** Sets the time between two steps, of one activity or of all that have none of their own; who waits begins to wait anew. */
  setStep(stepMs: number, activityId: string | null): void {
    if (activityId === null) this.#stepMs = stepMs;
    else this.#ownStepMs.set(activityId, stepMs);
    const waiting = activityId === null ? [...this.#waiting.keys()] : [activityId];
    for (const id of waiting) {
      const entry = this.#waiting.get(id);
      if (entry !== undefined) this.wait(id, entry.goOn);
    }
  }

  /** Calls back after one step's time; an earlier wait of the same activity is given up. */
  wait(activityId: string, goOn: () => void): void {
    this.giveUp(activityId);
    const timer = setTimeout(() => {
      this.#waiting.delete(activityId);
      goOn();
    }, Math.min(this.#ownStepMs.get(activityId) ?? this.#stepMs, LONGEST_STEP_MS));
    this.#waiting.set(activityId, { timer, goOn });
  }

  giveUp(activityId: string): void {
    clearTimeout(this.#waiting.get(activityId)?.timer);
    this.#waiting.delete(activityId);
  }

  /** Forgets the time of an activity that has ended. */
  forget(activityId: string): void {
    this.giveUp(activityId);
    this.#ownStepMs.delete(activityId);
  }

  stop(): void {
    for (const id of this.#waiting.keys()) this.giveUp(id);
  }
}
