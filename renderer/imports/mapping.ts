import { importFields, type ImportField, type ImportMapping } from '../../preload/contract/order-imports.ts';

/** What a file must tell; an order can do without everything else. */
const neededFields: readonly ImportField[] = ['item', 'quantity'];

/** Needed fields that no column holds. */
export function missingFields(mapping: ImportMapping): ImportField[] {
  return neededFields.filter((field) => mapping[field] === undefined);
}

/** What a column holds; null: nothing that is read. */
export function fieldOf(mapping: ImportMapping, column: number): ImportField | null {
  return importFields.find((field) => mapping[field] === column) ?? null;
}

/** The mapping with a column that holds something else; no two columns hold the same. */
export function withColumn(mapping: ImportMapping, column: number, field: ImportField | null): ImportMapping {
  const others = Object.entries(mapping).filter(([name, at]) => at !== column && name !== field);
  return Object.fromEntries(field === null ? others : [...others, [field, column]]);
}
