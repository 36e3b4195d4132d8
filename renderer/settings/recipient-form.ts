import { recipientFaults, recipientFields, type Recipient, type RecipientField } from '../../preload/contract/recipient.ts';

export const emptyRecipient: Recipient = { name: '', mobile: '', regionCode: '', postalCode: '', address: '' };

/** Fields of figures, in which blanks, hyphens and full-width digits are only ways of writing. */
const figures: readonly RecipientField[] = ['mobile', 'regionCode', 'postalCode'];

/** A field as the providers take it: trimmed, figures without separators and without the country's own number. */
export function tidyField(field: RecipientField, typed: string): string {
  if (!figures.includes(field)) return typed.trim();
  const plain = typed.normalize('NFKC').replaceAll(/[\s-]/g, '');
  return field === 'mobile' ? plain.replace(/^(?:\+86|0086)(?=1\d{10}$)/, '') : plain;
}

export function tidyRecipient(recipient: Recipient): Recipient {
  const tidy = { ...recipient };
  for (const field of recipientFields) tidy[field] = tidyField(field, recipient[field]);
  return tidy;
}

/** Faults of the fields that a person has left already; all of them once saving was tried. */
export function shownFaults(
  recipient: Recipient,
  left: ReadonlySet<RecipientField>,
): ReturnType<typeof recipientFaults> {
  const faults = recipientFaults(recipient);
  return Object.fromEntries(Object.entries(faults).filter(([field]) => left.has(field as RecipientField)));
}

export function isSame(one: Recipient, other: Recipient | null): boolean {
  return other !== null && recipientFields.every((field) => one[field] === other[field]);
}
