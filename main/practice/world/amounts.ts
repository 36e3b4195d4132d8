import type { DeliveryMode } from './delivery-modes.ts';
import { NOT_COUNTED } from './line-status.ts';
import { toCustomerPrice } from './money.ts';
import type { OrderLine } from './order-line.ts';

/** Money is added up in whole hundredths of the internal currency, so that nothing drifts. */
export function hundredths(amount: number): number {
  return Math.round(amount * 100);
}

/** The amount that so many hundredths are. */
export function fromHundredths(count: number): number {
  return count / 100;
}

/** Whether a line counts in totals (otapi.md 7.2). */
export function isCounted({ statusId }: Pick<OrderLine, 'statusId'>): boolean {
  return !NOT_COUNTED.has(statusId);
}

/** What the customer pays for one piece, delivery inside the provider's country included; hundredths. */
export function unitPrice(line: OrderLine): number {
  return hundredths(toCustomerPrice(line.providerPriceWithDiscount + line.providerDelivery));
}

/** What the customer pays for the line, hundredths; 0 for one that does not count. */
export function lineAmount(line: OrderLine): number {
  return isCounted(line) ? unitPrice(line) * line.qty : 0;
}

/** What an order costs its customer, hundredths. */
export interface OrderAmounts {
  readonly goods: number;
  readonly delivery: number;
  readonly total: number;
}

/** How goods travel to the customer; `weight` null = as the lines weigh. */
export interface Delivery {
  readonly deliveryMode: DeliveryMode;
  readonly weight: number | null;
}

/**
 * What these lines cost together. Delivery goes by the weight that an operator has set for the order, or else by the
 * weights as they were ordered: what is weighed at the warehouse changes no amount.
 */
export function amountsOf({ deliveryMode, weight }: Delivery, lines: readonly OrderLine[]): OrderAmounts {
  const counted = lines.filter(isCounted);
  const goods = counted.reduce((sum, line) => sum + lineAmount(line), 0);
  const ordered = counted.reduce((sum, line) => sum + line.weightOrdered * line.qty, 0);
  const delivery = counted.length === 0 ? 0 : hundredths((weight ?? ordered) * deliveryMode.pricePerKg);
  return { goods, delivery, total: goods + delivery };
}
