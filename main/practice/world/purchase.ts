import { UNKNOWN_FACTS } from '../unknown-facts.ts';
import { LINE_STATUS } from './line-status.ts';
import { roundMoney } from './money.ts';
import type { LineFields } from './order-line.ts';

/** The status at the provider of goods that are paid for: with a waybill they are under way. */
export function purchaseStatusWith(waybill: string): string {
  const { awaitingShipment, shipped } = UNKNOWN_FACTS.purchaseStatus;
  return waybill === '' ? awaitingShipment : shipped;
}

/** Whether a line may be exported (otapi.md 7.2): paid, and not bound to a provider order. */
export function canBePurchased({ statusId, vendPurchId }: Pick<LineFields, 'statusId' | 'vendPurchId'>): boolean {
  return statusId === LINE_STATUS.paid && vendPurchId === '';
}

/** Levels of VendorPurchaseItemPriceWarningReason (otapi.md 6.1). */
export type PriceWarningLevel = 'Ok' | 'SmallOverpayment' | 'BigOverpayment';

/** How the price that was paid compares with the one that was ordered; both CNY, above 0. */
export function priceWarningLevel(paid: number, ordered: number): PriceWarningLevel {
  if (roundMoney(paid) <= roundMoney(ordered)) return 'Ok';
  const percent = (100 * (paid - ordered)) / ordered;
  return percent <= UNKNOWN_FACTS.smallOverpaymentPercent ? 'SmallOverpayment' : 'BigOverpayment';
}

/** The fields of a line that is bound to no provider order. */
export const UNBOUND_FIELDS = {
  vendPurchId: '',
  vendPurchWaybill: '',
  accountId: '',
  purchaseStatus: '',
  purchasePrice: 0,
  purchaseDelivery: 0,
  purchaseConfigId: '',
} as const satisfies Partial<LineFields>;
