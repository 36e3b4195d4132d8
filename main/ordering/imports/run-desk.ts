import { conflict, notFound, StationFault, type ImportRow, type ImportRun, type StationError } from '../../../preload/contract/index.ts';
import type { PaymentDesk } from '../payments/payment-desk.ts';
import type { OrderSender } from '../sending/order-sender.ts';
import type { SentRecord } from '../sending/sent-record.ts';
import type { SentStore } from '../sending/sent-store.ts';
import { shownSummary } from '../sending/shown-sent.ts';
import type { RunRowKind, RunStore, StoredRun } from './run-store.ts';

/** Runs of many orders, as a person follows and steers them. */
export interface RunDesk {
  run(id: string): ImportRun;
  runs(): ImportRun[];
  rows(query: { id: string; show: RunRowKind; from: number; limit: number }): { rows: ImportRow[]; next: number | null };
  pause(id: string): ImportRun;
  resume(id: string): ImportRun;
  stop(id: string): ImportRun;
  accept(id: string, sentIds: readonly string[] | null): ImportRun;
  /** An order of a run is another: pays it when the run pays and it is ready. */
  sentChanged(record: SentRecord): void;
  /** Begins the payments that the last stop of the station has kept from being begun. */
  payDue(): void;
}

export interface RunDeskParts {
  runs: RunStore;
  sent: SentStore;
  sender: Pick<OrderSender, 'wake' | 'obstacle'>;
  payments: Pick<PaymentDesk, 'last' | 'payUnseen'>;
  transaction: <T>(work: () => T) => T;
  now: () => number;
  /** A run has come further, or is steered otherwise. */
  onChange: (runId: string) => void;
}

export function createRunDesk(parts: RunDeskParts): RunDesk {
  const { runs, sent, sender, payments, now, onChange } = parts;

  function stored(id: string): StoredRun {
    const run = runs.find(id);
    if (run === null) throw new StationFault(notFound('run-gone'));
    return run;
  }

  function shown(run: StoredRun): ImportRun {
    const { counts, toPay, settledAt } = runs.standing(run.id);
    const paysLater = run.pays && run.state !== 'stopped' && toPay > 0;
    const isEnded = counts.waiting === 0 && counts.underWay === 0 && counts.paying === 0 && !paysLater;
    const error = isEnded || run.state !== 'running' ? null : whyItWaits(run, counts.waiting > 0);
    return {
      id: run.id,
      number: run.number,
      fileName: run.fileName,
      format: run.format,
      state: stateOf(run, isEnded, error),
      error,
      pays: run.pays,
      counts,
      by: run.by,
      station: run.station,
      at: new Date(run.at).toISOString(),
      endedAt: !isEnded || settledAt === null ? null : new Date(settledAt).toISOString(),
    };
  }

  /** What keeps its orders from being sent, or else a payment of it from going on. */
  function whyItWaits(run: StoredRun, isSending: boolean): StationError | null {
    return isSending ? sender.obstacle(run.id) : runs.paymentObstacle(run.id);
  }

  function steered(id: string): ImportRun {
    onChange(id);
    sender.wake();
    return shown(stored(id));
  }

  /** A run that is to be steered has something left to steer. */
  function open(id: string): StoredRun {
    const run = stored(id);
    const { state } = shown(run);
    if (state === 'ended' || state === 'stopped') throw new StationFault(conflict('run-ended'));
    return run;
  }

  function pay(record: SentRecord): void {
    const { orderId, orderNumber, runId } = record;
    if (orderId === null || runId === null) return;
    payments.payUnseen({ id: `${record.id}-payment`, orderId, orderNumber: orderNumber ?? orderId });
  }

  function payDue(): void {
    // In one transaction: each of them apart is a write to the disk of its own.
    parts.transaction(() => {
      for (const record of runs.toPay()) pay(record);
    });
  }

  return {
    run: (id) => shown(stored(id)),
    runs: () => runs.all().map(shown),
    rows({ id, show, from, limit }) {
      stored(id);
      const found = runs.rows(id, show, from, limit + 1);
      const rows = found.slice(0, limit).map((record) => ({
        ...shownSummary(record, record.orderId === null ? null : payments.last(record.orderId)),
        rows: record.rows,
        faults: record.faults,
      }));
      return { rows, next: found.length > limit ? from + limit : null };
    },
    pause(id) {
      open(id);
      runs.setState(id, 'paused');
      return steered(id);
    },
    resume(id) {
      open(id);
      runs.setState(id, 'running');
      payDue();
      return steered(id);
    },
    stop(id) {
      open(id);
      parts.transaction(() => {
        runs.setState(id, 'stopped');
        runs.stopWaiting(id, now());
      });
      return steered(id);
    },
    accept(id, sentIds) {
      stored(id);
      const chosen = sentIds === null ? null : new Set(sentIds);
      parts.transaction(() => {
        for (const record of runs.undecided(id)) {
          if (chosen === null || chosen.has(record.id)) sent.change(record.id, { decision: 'accepted' });
        }
      });
      payDue();
      return steered(id);
    },
    sentChanged(record) {
      const { id, runId } = record;
      if (runId === null) return;
      for (const ready of runs.toPay(id)) pay(ready);
      onChange(runId);
    },
    payDue,
  };
}

function stateOf(run: StoredRun, isEnded: boolean, error: StationError | null): ImportRun['state'] {
  if (run.state === 'stopped') return 'stopped';
  if (isEnded) return 'ended';
  if (run.state === 'paused') return 'paused';
  return error === null ? 'running' : 'waiting';
}
