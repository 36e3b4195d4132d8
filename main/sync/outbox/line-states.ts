/** The status that OT Platform calls Received (otapi.md 7.2). */
export const receivedStatusId = 6;

/** Received, Packed, Ready to ship, Posted, Completed: the pieces have arrived (otapi.md 7.2). */
const arrivedStatusIds: readonly number[] = [6, 7, 8, 9, 10];

/** Returned to supplier, Unable to deliver, Cancelled: not counted any more (otapi.md 7.2). */
const droppedStatusIds: readonly number[] = [11, 12, 13];

/** Awaiting payment, Paid, Confirmation, Ordered, Quality control: the pieces are still to come (otapi.md 7.2). */
export const awaitedStatusIds: readonly number[] = [1, 2, 3, 4, 5];

/** True when the line counts as arrived, whoever booked it. */
export function hasArrived(statusId: number): boolean {
  return arrivedStatusIds.includes(statusId);
}

/** True when the line can no longer be received. */
export function isDropped(statusId: number): boolean {
  return droppedStatusIds.includes(statusId);
}
