import type { CacheChange, LineCache } from '../../orders/index.ts';
import type { OrderDetails, OrderInfo, OrderLine } from '../../otapi/index.ts';

/** The one way by which synchronisation writes into the cache; whoever must know of changes hears of every one. */
export interface CacheIntake {
  lines(lines: OrderLine[], readAt: number): CacheChange;
  orders(orders: readonly OrderInfo[], readAt: number): void;
  details(details: OrderDetails, readAt: number): void;
  /** Was written into the cache elsewhere: tells of it. */
  written(read: { lines: OrderLine[]; orders: readonly OrderInfo[] }, change: CacheChange): void;
}

export interface IntakeListeners {
  /** Lines have changed. */
  onChange: (change: CacheChange) => void;
  /** Orders were read, or lines of them have changed. */
  onOrders: (orderIds: string[]) => void;
}

/** Listeners are called after the transaction around the writing has ended. */
export function createCacheIntake(
  lineCache: Pick<LineCache, 'store' | 'storeOrders' | 'storeDetails'>,
  { onChange, onOrders }: IntakeListeners,
): CacheIntake {
  function tell(change: CacheChange): CacheChange {
    const { changedLineIds, newKeys } = change;
    if (changedLineIds.length > 0 || newKeys.length > 0) queueMicrotask(() => onChange(change));
    return change;
  }

  function tellLines(lines: readonly OrderLine[], change: CacheChange): CacheChange {
    const changed = new Set(change.changedLineIds);
    if (changed.size > 0) tellOrders(lines.filter(({ id }) => changed.has(id)).map(({ orderId }) => orderId));
    return tell(change);
  }

  function tellOrders(orderIds: Iterable<string>): void {
    queueMicrotask(() => onOrders([...new Set(orderIds)]));
  }

  return {
    lines(lines, readAt) {
      return tellLines(lines, lineCache.store(lines, readAt));
    },
    orders(orders, readAt) {
      lineCache.storeOrders(orders, readAt);
      tellOrders(orders.map(({ id }) => id));
    },
    details(details, readAt) {
      tell(lineCache.storeDetails(details, readAt));
      tellOrders([details.order.id]);
    },
    written({ lines, orders }, change) {
      tellLines(lines, change);
      if (orders.length > 0) tellOrders(orders.map(({ id }) => id));
    },
  };
}
