/** Where an order's number comes from: the cache knows it, or only the order's id. */
interface NumberedOrder {
  orderId: string;
  orderNumber?: string;
}

/** The number of an order as OT's own panel shows it to people: `12345` for `ORD-0000012345`. */
export function orderNumber({ orderId, orderNumber: known = '' }: NumberedOrder): string {
  return known === '' ? orderId.replace(/^ORD-0*(?=\d)/, '') : known;
}
