import { isDeepStrictEqual } from 'node:util';

/** The fields among the wanted ones that have another value now, with both values. */
export function difference<Fields extends object>(current: Fields, wanted: Partial<Fields>): { previous: Partial<Fields>; next: Partial<Fields>; isEmpty: boolean } {
  const next: Partial<Fields> = {};
  const previous: Partial<Fields> = {};
  for (const field of Object.keys(wanted) as (keyof Fields)[]) {
    if (isDeepStrictEqual(wanted[field], current[field])) continue;
    Object.assign(next, { [field]: wanted[field] });
    Object.assign(previous, { [field]: current[field] });
  }
  return { previous, next, isEmpty: Object.keys(next).length === 0 };
}
