import type { TFunction } from 'i18next';
import type { DraftFault } from '../../preload/contract/draft-faults.ts';
import { providerName } from './provider-name.ts';

/** What is wrong with a cell, in words. */
export function faultWords(t: TFunction, { fault, details }: DraftFault): string {
  const { provider = '', first = '' } = details;
  if (fault === 'reference-used' && details['orderNumber'] === '') return t('ordering.send.referenceOnItsWay');
  return t(`draftFault.${fault}`, {
    ...allPlaceholders,
    ...details,
    provider: providerName(t, String(provider)),
    first: providerName(t, String(first)),
  });
}

/** Every placeholder of the words; one that a fault does not fill stays empty. */
const allPlaceholders = {
  max: '',
  min: '',
  length: '',
  characters: '',
  orderNumber: '',
  value: '',
  lines: '',
  lineNumber: '',
  link: '',
  cell: '',
  rows: '',
  row: '',
  column: '',
  earlier: '',
};

/** The fault's field as the page names it: the comment of a line has another name than that of the order. */
export function fieldName(t: TFunction, { field, line }: Pick<DraftFault, 'field' | 'line'>): string {
  if (field === 'comment' && line !== null) return t('ordering.column.comment');
  return t(`ordering.field.${field}`);
}
