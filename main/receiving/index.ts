export type { Lookup } from './lookup.ts';
export type { ReceivingParts } from './parts.ts';
export { overReceived } from './receive.ts';
export { createReceiving, type Receiving, type ReceivingCalls } from './receiving.ts';
