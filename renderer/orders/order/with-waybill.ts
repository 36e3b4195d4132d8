/** The waybill field with one more number in it; a number that it has already is not written twice. */
export function withWaybill(field: string, waybill: string): string {
  const numbers = field.split(',').map((number) => number.trim()).filter((number) => number !== '');
  return numbers.includes(waybill.trim()) ? field : [...numbers, waybill.trim()].join(', ');
}
