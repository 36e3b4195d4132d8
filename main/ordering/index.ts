export type { CustomerPasswords } from './customer/customer.ts';
export type { FileSaver } from './imports/import-desk.ts';
export { createOrdering, type Ordering, type OrderingParts } from './ordering.ts';
export type { OrderingTiming } from './timing.ts';
