import type { StationBridge } from '../../preload/contract/channels.ts';
import type { Result, StationError } from '../../preload/contract/call.ts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly station: StationBridge;
  }
}

/** A call over the bridge that main answered with an error. Carries the error as main told it. */
export class StationCallError extends Error {
  readonly error: StationError;

  constructor(error: StationError) {
    super(error.code);
    this.name = 'StationCallError';
    this.error = error;
  }
}

/** The value of a good answer; throws StationCallError for a bad one. */
export async function unwrap<Value>(answer: Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (result.ok) return result.value;
  throw new StationCallError(result.error);
}

/** What went wrong, as main tells it; anything thrown on the page's own side is `unexpected`. */
export function toStationError(thrown: unknown): StationError {
  return thrown instanceof StationCallError ? thrown.error : { code: 'unexpected' };
}

/** The bridge of this page. */
export function station(): StationBridge {
  return window.station;
}
