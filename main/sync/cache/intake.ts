import type { CacheChange, LineCache } from '../../orders/index.ts';
import type { OrderDetails, OrderInfo, OrderLine } from '../../otapi/index.ts';

/** The one way by which synchronisation writes into the cache; whoever must know of changes hears of every one. */
export interface CacheIntake {
  lines(lines: OrderLine[], readAt: number): CacheChange;
  orders(orders: readonly OrderInfo[], readAt: number): void;
  details(details: OrderDetails, readAt: number): void;
}

/** `onChange` is called after the transaction around the writing has ended, and only when something has changed. */
export function createCacheIntake(
  lineCache: Pick<LineCache, 'store' | 'storeOrders' | 'storeDetails'>,
  onChange: (change: CacheChange) => void,
): CacheIntake {
  function tell(change: CacheChange): CacheChange {
    const { changedLineIds, newKeys } = change;
    if (changedLineIds.length > 0 || newKeys.length > 0) queueMicrotask(() => onChange(change));
    return change;
  }

  return {
    lines: (lines, readAt) => tell(lineCache.store(lines, readAt)),
    orders: (orders, readAt) => lineCache.storeOrders(orders, readAt),
    details(details, readAt) {
      tell(lineCache.storeDetails(details, readAt));
    },
  };
}
