import type { TFunction } from 'i18next';
import type { DraftFault } from '../../preload/contract/draft-faults.ts';
import { fieldName } from '../ordering/fault-words.ts';

/** Where a fault is: row of the file and column, or the order's own field. */
export function placeOf(
  t: TFunction,
  fault: DraftFault,
  rows: readonly number[],
  hasRows: boolean,
): string {
  const field = fieldName(t, fault);
  const row = fault.line === null ? undefined : rows[fault.line];
  if (fault.line === null) return t('imports.check.place', { field });
  if (!hasRows || row === undefined) return t('imports.check.placeInLine', { field, line: fault.line + 1 });
  return t('imports.check.placeInRow', { field, row });
}

/** `5`, or `5–8`, or `5, 9` for rows that do not follow each other. */
export function rowRange(rows: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && row === run[1] + 1) run[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ');
}
