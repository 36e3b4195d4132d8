export type { Lookup } from './lookup.ts';
export type { ReceivingParts } from './parts.ts';
export { createReceiving, type Receiving, type ReceivingCalls } from './receiving.ts';
