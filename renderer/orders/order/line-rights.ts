import type { OrderPage, OrderPageLine } from '../../../preload/contract/order-page.ts';

/** What can be changed on a line by hand, in the order of its menu. */
export const lineActions = ['line-status', 'line-purchase', 'line-comment', 'line-weight', 'split-line', 'cancel-line', 'restore-line'] as const;
export type LineAction = (typeof lineActions)[number];

/** Why a line cannot be changed now, or only in part. `unread`: what OT Platform allows is not known yet. */
export type LineObstacle = 'in-outbox' | 'unread';

type RightsPage = Pick<OrderPage, 'isWhole'> & { order: Pick<OrderPage['order'], 'isCancelled' | 'can'> };
type RightsLine = Pick<OrderPageLine, 'isCancelled' | 'isInOutbox' | 'availableStatuses' | 'quantity'>;

/** Changes that do not touch what a receiver has booked and OT Platform has not been told yet. */
const besideReceipts: readonly LineAction[] = ['line-weight'];

/** What OT Platform allows with a line now (reference 5.4, 6.1), and what stands against the rest. */
export function lineRights({ isWhole, order }: RightsPage, line: RightsLine): { actions: LineAction[]; obstacle: LineObstacle | null } {
  if (!isWhole) return { actions: [], obstacle: 'unread' };
  const allowed: Record<LineAction, boolean> = {
    'line-status': line.availableStatuses.length > 0,
    'line-purchase': !line.isCancelled,
    'line-comment': true,
    'line-weight': !line.isCancelled,
    'split-line': !line.isCancelled && line.quantity > 1,
    'cancel-line': !line.isCancelled,
    // Restoring a line restores a cancelled order (reference 5.2).
    'restore-line': line.isCancelled && (order.can.restore || !order.isCancelled),
  };
  const actions = lineActions.filter((action) => allowed[action] && (!line.isInOutbox || besideReceipts.includes(action)));
  return { actions, obstacle: line.isInOutbox ? 'in-outbox' : null };
}
