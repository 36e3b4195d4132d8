import type { TFunction } from 'i18next';
import type { KeptDraft } from '../../preload/contract/ordering.ts';

/** What a draft is called: by its reference, the order that it corrects, or nothing. */
export function draftName(t: TFunction, { draft, corrects }: Pick<KeptDraft, 'draft' | 'corrects'>): string {
  if (draft.reference.trim() !== '') return draft.reference.trim();
  return corrects?.orderNumber ? t('ordering.draft.copyOf', { number: corrects.orderNumber }) : t('ordering.draft.nameless');
}
