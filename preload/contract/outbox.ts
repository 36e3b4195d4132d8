import { z } from 'zod';
import { defineCall, type StationError } from './call.ts';

/**
 * `waiting`: to be sent. `sending`: a request is under way, or its outcome is not known yet. `done`: OT Platform has it.
 * `failed`: OT Platform refused it; a person decides. `set-aside`: a person has put it by. `withdrawn`: undone before
 * it was sent.
 */
export const operationStates = ['waiting', 'sending', 'done', 'failed', 'set-aside', 'withdrawn'] as const;
export type OperationState = (typeof operationStates)[number];

/** `receive`: pieces of a line become received. `reverse`: takes a done `receive` back as far as OT Platform allows. */
export type OperationKind = 'receive' | 'reverse';

/** What the station still has to tell OT Platform, or has told it. */
export interface Operation {
  id: string;
  kind: OperationKind;
  state: OperationState;
  receiptId: string;
  orderId: string;
  lineId: string;
  waybill: string;
  title: string;
  pieces: number;
  /** Step that was last begun, for people: `read`, `split`, `find-part`, `status`. */
  step: string | null;
  attempts: number;
  createdAt: string;
  updatedAt: string;
  /** When it is tried again by itself, or null. */
  nextAttemptAt: string | null;
  error: StationError | null;
  /** Something a person must know although the operation is done, e.g. `split-remains`. */
  remark: string | null;
  /** A person has read the remark. */
  remarkAcknowledged: boolean;
}

export interface OutboxSummary {
  waiting: number;
  sending: number;
  failed: number;
  setAside: number;
  /** Done, with a remark nobody has acknowledged yet. */
  remarks: number;
  /** When the oldest of what is left was created. */
  oldestAt: string | null;
}

const operationId = z.object({ id: z.string().min(1).max(200) });

export const outboxCalls = {
  /** Newest first; `open` leaves out what is done without a remark, and what was withdrawn. */
  list: defineCall<{ operations: Operation[]; total: number }>()(
    z.object({
      show: z.enum(['open', 'all']).default('open'),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
  ),
  /** Tries a waiting, failed or set-aside operation at once. */
  retry: defineCall<Operation>()(operationId),
  /** Puts a waiting or failed operation by until a person takes it up again. */
  setAside: defineCall<Operation>()(operationId),
  /** A person has read the remark of a done operation. */
  acknowledge: defineCall<Operation>()(operationId),
};
