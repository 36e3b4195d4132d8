import type { TFunction } from 'i18next';
import { recipientFields, type Recipient } from '../../preload/contract/recipient.ts';

/** What the manager of OT Platform reads: labels in the person's language and in Chinese. */
export interface SheetContent {
  title: string;
  facts: { label: string; value: string }[];
  notes: string[];
}

/** `own` has the words of the person's language, `chinese` those of Chinese; where both are one, a label stands once. */
export function sheetContent(recipient: Recipient, own: TFunction, chinese: TFunction): SheetContent {
  const both = (say: (t: TFunction) => string) => [...new Set([say(own), say(chinese)])];
  return {
    title: both((t) => t('recipient.sheet.heading')).join(' / '),
    facts: recipientFields.map((field) => ({
      label: both((t) => t(`recipient.field.${field}`)).join(' / '),
      value: recipient[field],
    })),
    notes: [...both((t) => t('recipient.sheet.entered')), ...both((t) => t('accounts.tmall'))],
  };
}

/** The sheet as text to hand on: one fact a line. */
export function sheetText({ title, facts, notes }: SheetContent): string {
  return [title, '', ...facts.map(({ label, value }) => `${label}: ${value}`), '', ...notes].join('\n');
}
