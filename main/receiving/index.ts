export { createReceiving, type Receiving } from './receiving.ts';
