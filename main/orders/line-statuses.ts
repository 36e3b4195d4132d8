/** Statuses of an order line (otapi.md 7.2). Their names differ by language and installation; the numbers do not. */
export const lineStatus = {
  awaitingPayment: 1,
  paid: 2,
  confirmation: 3,
  ordered: 4,
  qualityControl: 5,
  received: 6,
  packed: 7,
  readyToShip: 8,
  posted: 9,
  completed: 10,
  returnedToSupplier: 11,
  unableToDeliver: 12,
  cancelled: 13,
} as const;

/** The pieces are still to come. */
export const awaitedStatusIds: readonly number[] = [
  lineStatus.awaitingPayment,
  lineStatus.paid,
  lineStatus.confirmation,
  lineStatus.ordered,
  lineStatus.qualityControl,
];

/** The pieces have arrived at the warehouse, whatever became of them afterwards. */
const receivedStatusIds: readonly number[] = [
  lineStatus.received,
  lineStatus.packed,
  lineStatus.readyToShip,
  lineStatus.posted,
  lineStatus.completed,
];

/** OT Platform counts the pieces no more: nothing will come, or it has gone back. */
const notDeliverableStatusIds: readonly number[] = [
  lineStatus.returnedToSupplier,
  lineStatus.unableToDeliver,
  lineStatus.cancelled,
];

/** `awaited` also for a status that we do not know: OT Platform decides, not a list of ours. */
export type LineStatusGroup = 'awaited' | 'received' | 'not-deliverable';

export function lineStatusGroup(statusId: number): LineStatusGroup {
  if (receivedStatusIds.includes(statusId)) return 'received';
  if (notDeliverableStatusIds.includes(statusId)) return 'not-deliverable';
  return 'awaited';
}
