export { createOutboxStore, type OutboxStore, type ReceiveOperation } from './outbox/store.ts';
export type { ContactOutcome, NetworkView } from './network/network-watch.ts';
export type { OrdersRead, ReadOrdersOptions } from './cache/orders.ts';
export { createSync, type Sync, type SyncParts } from './sync.ts';
export { scheduleByTimer, type Schedule } from './timing.ts';
