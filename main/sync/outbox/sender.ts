import type { Operation } from '../../../preload/contract/index.ts';
import { createBackoff, backoffMs, scheduleByTimer, type Schedule } from '../timing.ts';
import { chooseNext } from './choose-next.ts';
import type { OperationRecord } from './operation-record.ts';
import type { Performer } from './perform.ts';
import type { OutboxQueue } from './queue.ts';
import { classifyFailure, laterLimits, outageLimits, stationErrorOf } from './retry-rules.ts';
import type { OutboxStore } from './store.ts';

/** Drains the outbox: from `start` on it sends by itself whenever something can be sent. */
export interface OutboxSender {
  start(): void;
  /** OT Platform is within reach again, or a person asks: tries at once what only waits for its time. */
  wake(): void;
  /** Begins nothing more; requests under way get a moment to end, what they leave open is settled at the next start. */
  stop(): Promise<void>;
  /** Resolves when nothing is under way and nothing can be sent right now. */
  idle(): Promise<void>;
}

export interface OutboxSenderParts {
  store: OutboxStore;
  queue: OutboxQueue;
  performer: Performer;
  now: () => number;
  /** After each change of an operation. */
  onChange: (operation: Operation) => void;
  /** Hears of errors that are no answer of the network or of OT Platform. */
  onUnexpected?: (error: unknown) => void;
  schedule?: Schedule;
  /**
   * How long OT Platform may still be at work on a request whose answer was lost: no earlier is the order read back.
   * A split that it carries out later than that would not be seen. Default 10 s.
   */
  settleMs?: number;
  /** How long `stop` lets requests under way end. Default 2 s. */
  graceMs?: number;
}

/** Operations under way at once, of different orders. */
const mostAtOnce = 3;

export function createOutboxSender(parts: OutboxSenderParts): OutboxSender {
  const { store, queue, performer, now, onChange } = parts;
  const schedule = parts.schedule ?? scheduleByTimer;
  const settleMs = parts.settleMs ?? 10_000;
  const stopping = new AbortController();
  const underWay = new Map<string, { orderId: string; ended: Promise<void> }>();
  const backoff = createBackoff(outageLimits);
  let paused = false;
  let running = false;
  let unsubscribe = (): void => {};
  let cancelTimer = (): void => {};
  let idleListeners: (() => void)[] = [];

  function sendWhatCanBe(): void {
    if (!running) return;
    if (!paused) guarded(sendDueOnes);
    if (underWay.size === 0) tellIdle();
  }

  function sendDueOnes(): void {
    cancelTimer();
    const busyOrders = new Set([...underWay.values()].map((operation) => operation.orderId));
    const context = { now: now(), settleMs, busyOrders, places: mostAtOnce - underWay.size };
    const { ready, nextDueAt } = chooseNext(queue.open(), context);
    for (const id of ready) send(id);
    if (nextDueAt !== null) cancelTimer = schedule(Math.max(0, nextDueAt - now()), sendWhatCanBe);
  }

  /** A journal that cannot be written is waited for like a network that is down; what is not written is not sent. */
  function guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      parts.onUnexpected?.(error);
      pause();
    }
  }

  function send(id: string): void {
    if (!queue.begin(id)) return;
    const operation = queue.read(id);
    onChange(queue.shown(id));
    underWay.set(id, { orderId: operation.orderId, ended: carryOut(operation) });
  }

  async function carryOut(operation: OperationRecord): Promise<void> {
    try {
      await performer.perform(operation, stopping.signal);
      backoff.reset();
    } catch (error) {
      // When not even the failure can be written down, the operation stays `sending`, which is always safe.
      guarded(() => noteFailure(operation, error));
    }
    underWay.delete(operation.id);
    guarded(() => onChange(queue.shown(operation.id)));
    sendWhatCanBe();
  }

  function noteFailure({ id, attempts }: OperationRecord, error: unknown): void {
    switch (classifyFailure(error)) {
      case 'outage': {
        // Its own waiting time grows, too: should this one alone be the trouble, the others overtake it.
        const nextAttemptAt = now() + backoffMs(outageLimits, attempts - 1);
        queue.postpone(id, { error: stationErrorOf(error), nextAttemptAt });
        pause();
        break;
      }
      case 'later':
        if (stationErrorOf(error).code !== 'api') parts.onUnexpected?.(error);
        queue.postpone(id, {
          error: stationErrorOf(error),
          nextAttemptAt: now() + backoffMs(laterLimits, attempts - 1),
        });
        break;
      case 'refused':
        queue.fail(id, { error: stationErrorOf(error), progress: queue.read(id).progress });
        break;
      case 'stopped':
        queue.postpone(id, { error: null, nextAttemptAt: null });
        break;
    }
  }

  /** One outage is one waiting time, however many requests fail in it. */
  function pause(): void {
    if (paused || !running) return;
    paused = true;
    cancelTimer();
    cancelTimer = schedule(backoff.next(), goOn);
  }

  function goOn(): void {
    paused = false;
    sendWhatCanBe();
  }

  function wake(): void {
    if (!running) return;
    guarded(() => queue.hurry());
    backoff.reset();
    cancelTimer();
    goOn();
  }

  function tellIdle(): void {
    const listeners = idleListeners;
    idleListeners = [];
    for (const listener of listeners) listener();
  }

  return {
    start() {
      if (running) return;
      running = true;
      unsubscribe = store.onChange(({ urgent }) => (urgent ? wake() : sendWhatCanBe()));
      sendWhatCanBe();
    },
    wake,
    async stop() {
      running = false;
      unsubscribe();
      cancelTimer();
      const allEnded = Promise.all([...underWay.values()].map((operation) => operation.ended));
      const cancelGrace = schedule(parts.graceMs ?? 2_000, () => stopping.abort());
      await allEnded;
      cancelGrace();
      tellIdle();
    },
    idle() {
      return new Promise((resolve) => {
        idleListeners.push(resolve);
        queueMicrotask(running ? sendWhatCanBe : tellIdle);
      });
    },
  };
}
