/** The internal currency of the practice instance; customers pay in it too. */
export const INTERNAL_CURRENCY = { code: 'KZT', sign: '₸' } as const;

/** The currency of the providers. */
export const PROVIDER_CURRENCY = { code: 'CNY', sign: '¥' } as const;

/** Internal units for one CNY. */
const RATE = 72.5;

/** What the instance adds to the provider's price for its customers. */
const MARKUP = 1.12;

/** Rounds an amount to hundredths. */
export function roundMoney(amount: number): number {
  return Math.round(amount * 100) / 100;
}

/** An amount of CNY at cost, in the internal currency. */
export function toInternal(cny: number): number {
  return roundMoney(cny * RATE);
}

/** An amount of CNY as the customer pays it, in the internal currency. */
export function toCustomerPrice(cny: number): number {
  return roundMoney(cny * RATE * MARKUP);
}
