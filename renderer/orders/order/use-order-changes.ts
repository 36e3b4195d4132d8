import type { OrderChange, OrderChangeOutcome, OrderPageLine } from '../../../preload/contract/order-page.ts';
import { useChangeOrder } from '../../bridge/orders.ts';

/** How the last change went: what was asked, and what is known of it. */
export interface LastChange {
  change: OrderChange;
  /** The line's number in the order; null for a change of the order itself. */
  lineNumber: number | null;
  outcome: OrderChangeOutcome | null;
  error: unknown;
}

/** The change of an order that is under way, or the last one. One at a time: each depends on how the order stands. */
export interface OrderChanges {
  submit: (change: OrderChange, onTaken?: () => void) => void;
  isPending: boolean;
  last: LastChange | null;
  dismiss: () => void;
  /** The order was read: what was not known of a change is seen now. */
  wasRead: () => void;
}

export function useOrderChanges(lines: readonly OrderPageLine[]): OrderChanges {
  const { mutate, reset, isPending, isIdle, variables, data, error } = useChangeOrder();
  const change = variables ?? null;
  const lineId = change !== null && 'lineId' in change ? change.lineId : null;
  const lineNumber = lines.find((line) => line.lineId === lineId)?.lineNumber ?? null;
  return {
    submit: (asked, onTaken) => {
      if (!isPending) mutate(asked, { onSuccess: ({ outcome }) => outcome !== 'seen-undone' && onTaken?.() });
    },
    isPending,
    last: isPending || isIdle || change === null ? null : { change, lineNumber, outcome: data?.outcome ?? null, error },
    dismiss: reset,
    wasRead: () => {
      if (data?.outcome === 'unread') reset();
    },
  };
}
