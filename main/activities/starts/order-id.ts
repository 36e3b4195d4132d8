/** The id of an order that a person names by its number, with or without `ORD-` and zeros (reference 1.6). */
export function orderIdOf(text: string): string {
  const number = /^(?:ORD-?)?0*(\d{1,10})$/i.exec(text.trim())?.[1];
  return number === undefined ? text.trim() : `ORD-${number.padStart(10, '0')}`;
}
