/** The ids of orders in a text: `ORD-` and ten digits (reference 1.6). */
export function orderIdsIn(text: string): string[] {
  return [...new Set(text.match(/\bORD-\d{10}\b/g) ?? [])];
}

/** The number that people see of an order whose own fields were not read: the id without `ORD-` and zeros (reference 1.6). */
export function numberOfOrderId(orderId: string): string {
  return orderId.replace(/^ORD-0*(?=\d)/, '');
}

/** The id of an order that a person names by its number, with or without `ORD-` and zeros (reference 1.6). */
export function orderIdOf(text: string): string {
  const number = /^(?:ORD-?)?0*(\d{1,10})$/i.exec(text.trim())?.[1];
  return number === undefined ? text.trim() : `ORD-${number.padStart(10, '0')}`;
}
