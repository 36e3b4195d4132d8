import type { StationError } from './call.ts';

/** `details.reason` of every error with the code `conflict` that main gives. The words are under `reason.<reason>`. */
export const conflictReasons = [
  // a receipt
  'not-deliverable',
  'already-received',
  'more-than-awaited',
  'request-id',
  // an operation at OT Platform
  'order-changed',
  'status-not-taken',
  'cannot-reverse-status',
  // an operation in the outbox
  'waits-for-earlier',
  'cannot-retry',
  'cannot-set-aside',
  'cannot-acknowledge',
  // a provider account
  'account-exists',
  'login-under-way',
  'no-login',
  'nothing-to-log-in',
  'nothing-to-decide',
  'decide-first',
  // a background activity
  'session-over',
  'no-session',
  'under-way',
  'not-known',
  'start-settled',
  'not-asked-yet',
  'lines-blocked',
  'activity-ended',
  'question-gone',
  'not-alike',
  'no-such-answer',
  'answer-under-way',
  'no-such-action',
  'no-such-link',
  'not-opened',
  'stopped-while-sending',
  // an order
  'not-allowed-now',
  'line-in-outbox',
  'draft-faulty',
  'no-customer',
  'customer-refused',
  'reference-used',
  'already-sent',
  'nothing-to-decide-here',
  'not-unsure',
  'order-is-another',
  // a payment
  'payment-under-way',
  'nothing-to-pay',
  'amount-changed',
  'order-cancelled',
  'cannot-continue',
  'not-reserved',
  'balance-unclear',
  // an import
  'run-ended',
  'mapping-incomplete',
  'nothing-to-send',
  'too-many-orders',
  'not-saved',
  // what the administrator has laid down, and updates
  'set-by-administrator',
  'practice-not-allowed',
  'no-update-ready',
  'outbox-not-empty',
  'receipt-open',
  // any call
  'closing',
] as const;
export type ConflictReason = (typeof conflictReasons)[number];

/** `details.reason` of errors with the code `not-found`; one without a reason is about the very thing asked for. */
export const notFoundReasons = ['line-gone', 'account-gone', 'provider-gone', 'activity-gone', 'order-gone', 'sent-gone', 'payment-gone', 'run-gone', 'file-gone', 'draft-gone'] as const;
export type NotFoundReason = (typeof notFoundReasons)[number];

/** `details.reason` of errors with the code `database`. */
export const databaseReasons = ['busy', 'read-only', 'disk', 'damaged', 'full', 'other'] as const;
export type DatabaseReason = (typeof databaseReasons)[number];

/** `details.reason` of errors with the code `invalid-argument`: a page has called wrongly. */
export const invalidArgumentReasons = ['sender', 'schema'] as const;
export type InvalidArgumentReason = (typeof invalidArgumentReasons)[number];

/**
 * What a person must know although an operation is done (`Operation.remark`).
 * `already-received-there`: somebody else had booked the line as arrived; nothing was sent.
 * `fewer-left`: the line had fewer pieces left than were received; all of them were booked.
 * `over-received`: the receipt holds more pieces than were ordered; OT Platform cannot book the others, so a person has
 * to settle them with the seller.
 * `split-remains`: the receipt was taken back, its line stays split, since OT Platform cannot join lines again.
 * `received-there-remains`: the undone receipt had changed nothing, somebody else's booking stays.
 */
export const operationRemarks = [
  'already-received-there',
  'fewer-left',
  'over-received',
  'split-remains',
  'received-there-remains',
] as const;
export type OperationRemark = (typeof operationRemarks)[number];

/** An error that says why what was asked does not go together with how things are. */
export function conflict(reason: ConflictReason, details: Record<string, string | number> = {}): StationError {
  return { code: 'conflict', details: { reason, ...details } };
}

/** An error that says what is not there (any more). */
export function notFound(reason: NotFoundReason, details: Record<string, string | number> = {}): StationError {
  return { code: 'not-found', details: { reason, ...details } };
}
