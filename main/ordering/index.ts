export type { CustomerPasswords } from './customer/customer.ts';
export { createOrdering, type Ordering } from './ordering.ts';
