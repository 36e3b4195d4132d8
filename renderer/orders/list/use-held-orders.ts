import { useState, type FocusEvent } from 'react';
import type { ListedOrder } from '../../../preload/contract/orders.ts';
import { heldList } from './held-list.ts';

/**
 * Orders as they stand in the list: while the pointer or the keyboard is on it, new ones wait above until they are asked
 * for. `of` tells which list it is, null while its orders are still those of the list before; another list begins anew.
 * `handlers` belong on the element around the list.
 */
export function useHeldOrders(of: string | null, orders: readonly ListedOrder[]) {
  const [hasPointer, setHasPointer] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const now = orders.map(({ id }) => id);
  const [shown, setShown] = useState<{ of: string | null; keys: readonly string[] }>({ of, keys: now });
  const isSameList = of === null || of === shown.of;
  const held = isSameList && (hasPointer || hasFocus) ? heldList(shown.keys, now) : { keys: now, heldBack: 0 };
  const next = { of: of ?? shown.of, keys: held.keys };
  if (JSON.stringify(next) !== JSON.stringify(shown)) setShown(next);
  const byId = new Map(orders.map((order) => [order.id, order]));
  return {
    orders: held.keys.flatMap((id) => byId.get(id) ?? []),
    heldBack: held.heldBack,
    /** Shows those that wait. */
    release: () => setShown({ of: of ?? shown.of, keys: now }),
    handlers: {
      onPointerEnter: () => setHasPointer(true),
      onPointerLeave: () => setHasPointer(false),
      onFocus: () => setHasFocus(true),
      onBlur: (event: FocusEvent<HTMLElement>) => setHasFocus(event.currentTarget.contains(event.relatedTarget)),
    },
  };
}
