import { orderLine } from '../decode/order-line.ts';
import { orderInfo } from '../decode/order.ts';
import { pageOf } from '../decode/page.ts';

/** Answers that may be a quarter of a megabyte, which take longer to read than a frame lasts. */
export const bulkAnswers = {
  /** Section 6.2. */
  SearchOrderLines: pageOf(orderLine),
  /** Section 5.5. */
  SearchOrders: pageOf(orderInfo),
};

export type BulkMethod = keyof typeof bulkAnswers;

export function isBulk(method: string): method is BulkMethod {
  return Object.hasOwn(bulkAnswers, method);
}
