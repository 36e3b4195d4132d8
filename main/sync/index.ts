export { createOutboxStore, type OutboxStore, type ReceiveOperation } from './outbox/store.ts';
