/** What goes wrong with a call. */
export type FaultEffect =
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** The connection is reset before the platform does anything. */
  | { readonly kind: 'reset' }
  /** HTTP 500 with a page of HTML; nothing was done. */
  | { readonly kind: 'http-500' }
  /** HTTP 200 with a page of HTML; nothing was done. */
  | { readonly kind: 'wrong-content' }
  /** The call is done, and half of the answer arrives before the connection ends. */
  | { readonly kind: 'truncated-body' }
  /** The call is done, and the connection is reset before any of the answer is sent. */
  | { readonly kind: 'lost-answer' }
  /** The call is refused with this error code; nothing was done. */
  | { readonly kind: 'refuse'; readonly errorCode: string; readonly subErrorCode?: string; readonly description?: string };

export const FAULT_KINDS: readonly FaultEffect['kind'][] = ['delay', 'reset', 'http-500', 'wrong-content', 'truncated-body', 'lost-answer', 'refuse'];

/** A fault for the next calls. */
export interface Fault {
  /** A method's name, or `*` for any. */
  readonly method: string;
  /** How many calls it spoils. */
  readonly times: number;
  readonly effect: FaultEffect;
}

/** What the faults do to one call. */
export interface FaultsOfCall {
  readonly delayMs: number;
  readonly effect: Exclude<FaultEffect, { kind: 'delay' }> | null;
}

/** The faults that are still to come. */
export class Faults {
  #waiting: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    if (!Number.isInteger(fault.times) || fault.times < 1) throw new RangeError('A fault spoils at least one call');
    this.#waiting.push({ fault, left: fault.times });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** Takes what hits this call: every matching delay, and the first other matching fault. */
  take(methodName: string): FaultsOfCall {
    let delayMs = 0;
    let effect: FaultsOfCall['effect'] = null;
    for (const entry of this.#waiting) {
      const { fault } = entry;
      if (fault.method !== '*' && fault.method !== methodName) continue;
      if (fault.effect.kind === 'delay') delayMs += fault.effect.milliseconds;
      else if (effect === null) effect = fault.effect;
      else continue;
      entry.left -= 1;
    }
    this.#waiting = this.#waiting.filter(({ left }) => left > 0);
    return { delayMs, effect };
  }
}
