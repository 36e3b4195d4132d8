import { createHash } from 'node:crypto';
import { importFields, type ImportField, type ImportMapping } from '../../../../preload/contract/index.ts';
import { fieldCalled, fieldsWithin, normalName } from './column-names.ts';

/**
 * Which column likely holds what: what was remembered, as far as it fits, else by the columns' names. A column that is
 * called exactly as a field outdoes one that only has the field's name in its own.
 */
export function suggestMapping(columns: readonly string[], remembered?: ImportMapping): ImportMapping {
  if (remembered !== undefined && importFields.every((field) => (remembered[field] ?? 0) < columns.length)) return { ...remembered };
  const mapping: ImportMapping = {};
  const taken = new Set<number>();
  const take = (field: ImportField | null, position: number): void => {
    if (field === null || mapping[field] !== undefined || taken.has(position)) return;
    mapping[field] = position;
    taken.add(position);
  };
  columns.forEach((name, position) => take(fieldCalled(name), position));
  columns.forEach((name, position) => {
    for (const field of fieldsWithin(name)) take(field, position);
  });
  return mapping;
}

/** Under which a mapping is remembered: the same for all files with these columns in this order. */
export function mappingKey(columns: readonly string[]): string {
  return createHash('sha256').update(columns.map(normalName).join('\n')).digest('hex');
}
