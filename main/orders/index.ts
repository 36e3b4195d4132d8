export type { CachedLine } from './cached-line.ts';
export type { CachedOrder } from './cached-order.ts';
export type { OrderListQuery } from './find-orders.ts';
export { createLineCache, type CacheChange, type LineCache } from './line-cache.ts';
export {
  awaitedStatusIds,
  lineStatus,
  lineStatusGroup,
  type LineStatusGroup,
} from './line-statuses.ts';
export { createOrderCache, type KnownOrder, type OrderCache } from './order-cache.ts';
export { numberOfOrderId, orderIdOf, orderIdsIn } from './order-ids.ts';
export { pictureAddress } from './picture-address.ts';
export { createStatusNames, type StatusNames } from './status-names.ts';
export type { CacheWriting, ReadPage } from './writing/cache-writing.ts';
export { startCacheWriting } from './writing/start-cache-writing.ts';
