export { createOutboxStore, type OutboxStore, type ReceiveOperation } from './outbox/store.ts';
export { createSync, type Sync } from './sync.ts';
export { scheduleByTimer, type Schedule } from './timing.ts';
