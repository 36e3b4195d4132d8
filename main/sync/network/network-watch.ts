import type { NetworkState, StationError } from '../../../preload/contract/index.ts';
import { describeError, isOtapiError, type OtapiError } from '../../otapi/index.ts';
import { createBackoff, scheduleByTimer, type Schedule } from '../timing.ts';

/** How an attempt to reach OT Platform went, as the client tells it. */
export type ContactOutcome = { ok: true } | { ok: false; error: OtapiError };

export interface NetworkView {
  state: NetworkState;
  /** Why, when the state is `offline` or `refused`. */
  error: StationError | null;
  /** Milliseconds since 1970, UTC; null before the first contact. */
  lastContactAt: number | null;
}

/**
 * Knows whether OT Platform is within reach: from the outcome of every call the station makes anyway, and, while it is
 * not, from a cheap call of its own at growing intervals.
 */
export interface NetworkWatch {
  start(): void;
  /** The client's `onContact`. */
  contact(outcome: ContactOutcome): void;
  view(): NetworkView;
  /** Asks at once: after power resume, when the system reports a network, when a person asks. */
  wake(): void;
  stop(): void;
}

export interface NetworkWatchParts {
  /** A cheap call to OT Platform. Its outcome is told through `contact` as that of any call. */
  probe: () => Promise<unknown>;
  now: () => number;
  /** After each change of the state or of the error. */
  onChange: (view: NetworkView) => void;
  /** OT Platform has come within reach. */
  onReachable: () => void;
  schedule?: Schedule;
}

const probeLimits = { firstMs: 2_000, longestMs: 30_000 };

export function createNetworkWatch(parts: NetworkWatchParts): NetworkWatch {
  const { probe, now, onChange, onReachable } = parts;
  const schedule = parts.schedule ?? scheduleByTimer;
  const backoff = createBackoff(probeLimits);
  let view: NetworkView = { state: 'connecting', error: null, lastContactAt: null };
  let cancelProbe = (): void => {};
  let cancelConfirmation = (): void => {};
  let probing = false;
  let stopped = false;

  function contact(outcome: ContactOutcome): void {
    if (stopped) return;
    cancelConfirmation();
    if (outcome.ok) {
      view = { ...view, lastContactAt: now() };
      // A refused login is answered first and refused right after; only what stands for a moment is believed.
      if (view.state !== 'online') cancelConfirmation = schedule(0, becomeOnline);
    } else {
      become(outcome.error.signInRefused ? 'refused' : 'offline', describeError(outcome.error));
      planProbe();
    }
  }

  function becomeOnline(): void {
    cancelProbe();
    backoff.reset();
    become('online', null);
    onReachable();
  }

  function become(state: NetworkState, error: StationError | null): void {
    const isNews = view.state !== state || view.error?.code !== error?.code;
    view = { ...view, state, error };
    if (isNews) onChange(view);
  }

  /** A refused login is not tried again by itself: that could lock the operator out. A person changes something first. */
  function planProbe(): void {
    cancelProbe();
    if (stopped || probing || view.state !== 'offline') return;
    cancelProbe = schedule(backoff.next(), probeNow);
  }

  function probeNow(): void {
    if (stopped || probing) return;
    cancelProbe();
    probing = true;
    void askOnce();
  }

  async function askOnce(): Promise<void> {
    try {
      await probe();
      contact({ ok: true });
    } catch (error) {
      // What the client has told already is told again here, for errors that it keeps to itself, as a remembered refusal.
      if (isOtapiError(error) && error.kind !== 'aborted') {
        contact(error.kind === 'api' && !error.signInRefused ? { ok: true } : { ok: false, error });
      }
    } finally {
      probing = false;
    }
    planProbe();
  }

  return {
    start: probeNow,
    contact,
    view: () => view,
    wake() {
      backoff.reset();
      probeNow();
    },
    stop() {
      stopped = true;
      cancelProbe();
      cancelConfirmation();
    },
  };
}
