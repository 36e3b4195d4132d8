export type { CachedLine } from './cached-line.ts';
export type { CachedOrder } from './cached-order.ts';
export type { OrderListQuery } from './find-orders.ts';
export { createLineCache, type CacheChange, type LineCache } from './line-cache.ts';
export {
  awaitedStatusIds,
  lineStatus,
  lineStatusGroup,
  notDeliverableStatusIds,
  receivedStatusIds,
  type LineStatusGroup,
} from './line-statuses.ts';
export { createOrderCache, type CachedCustomer, type KnownOrder, type OrderCache } from './order-cache.ts';
export { numberOfOrderId, orderIdOf, orderIdsIn } from './order-ids.ts';
export type { OrderCount, OrderListPage } from './order-list.ts';
export { pictureAddress } from './picture-address.ts';
export { createStatusNames, type NamesOfStatuses, type StatusNames } from './status-names.ts';
export type { FoundLines } from './search-lines.ts';
export type { CacheWriting, ReadPage } from './writing/cache-writing.ts';
export { startCacheWriting } from './writing/start-cache-writing.ts';
