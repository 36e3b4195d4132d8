import type { OrderDetails, OrderInfo, OrderLine } from '../../otapi/index.ts';

/** What a reading has changed in the cache. */
export interface CacheChange {
  changedLineIds: string[];
  /** Waybill keys that no line had before: unknown parcels may be waiting for them. */
  newKeys: string[];
}

/** The cache of order lines, as far as readings go into it. */
export interface ReadingsStore {
  store(lines: OrderLine[], readAt: number): CacheChange;
  storeOrder(order: OrderInfo, readAt: number): void;
  storeDetails(details: OrderDetails, readAt: number): CacheChange;
}

/** The one way by which synchronisation writes into the cache; whoever must know of changes hears of every one. */
export interface CacheIntake {
  lines(lines: OrderLine[], readAt: number): void;
  order(order: OrderInfo, readAt: number): void;
  details(details: OrderDetails, readAt: number): void;
}

/** `onChange` is called after the transaction around the writing has ended, and only when something has changed. */
export function createCacheIntake(lineCache: ReadingsStore, onChange: (change: CacheChange) => void): CacheIntake {
  function tell(change: CacheChange): void {
    if (change.changedLineIds.length === 0 && change.newKeys.length === 0) return;
    queueMicrotask(() => onChange(change));
  }

  return {
    lines: (lines, readAt) => tell(lineCache.store(lines, readAt)),
    order: (order, readAt) => lineCache.storeOrder(order, readAt),
    details: (details, readAt) => tell(lineCache.storeDetails(details, readAt)),
  };
}
