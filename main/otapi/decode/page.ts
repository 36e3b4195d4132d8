import type { Page } from '../model.ts';
import { field, list, usualListChild, type Field } from './decoder.ts';
import { integer } from './values.ts';

/** `Result` of an unpaged list: `Content/Item` (section 1.6). */
export function contentOf<T>(item: Field<T>): Field<T[]> {
  return list('Content', usualListChild, item);
}

/** `Result` of a paged list: `Content/Item` and `TotalCount`. Without a total the list is taken to be whole. */
export function pageOf<T>(item: Field<T>): Field<Page<T>> {
  return (result, report) => {
    const items = contentOf(item)(result, report);
    return { items, total: field('TotalCount', integer)(result, report) ?? items.length };
  };
}
