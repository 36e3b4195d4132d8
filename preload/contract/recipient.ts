/** Fields of a recipient, in the order in which a form has them. */
export const recipientFields = ['name', 'mobile', 'regionCode', 'postalCode', 'address'] as const;
export type RecipientField = (typeof recipientFields)[number];

/**
 * To whom the providers send. OTAPI has no call for it (reference 10.10): the manager of OT Platform enters it there, so
 * the station keeps it as a sheet to be handed on.
 */
export type Recipient = Record<RecipientField, string>;

export type RecipientFault = 'empty' | 'too-long' | 'not-chinese' | 'not-a-mobile' | 'not-six-digits';

const chinese = /\p{Script=Han}/u;
const longest: Record<RecipientField, number> = { name: 50, mobile: 11, regionCode: 6, postalCode: 6, address: 200 };

/** What keeps each field from being what a provider takes; an empty object when all is well. Blanks around do not count. */
export function recipientFaults(recipient: Recipient): Partial<Record<RecipientField, RecipientFault>> {
  const faults: Partial<Record<RecipientField, RecipientFault>> = {};
  for (const field of recipientFields) {
    const fault = faultOf(field, recipient[field].trim());
    if (fault !== null) faults[field] = fault;
  }
  return faults;
}

function faultOf(field: RecipientField, text: string): RecipientFault | null {
  if (text === '') return 'empty';
  switch (field) {
    case 'name':
    case 'address':
      if (text.length > longest[field]) return 'too-long';
      return chinese.test(text) ? null : 'not-chinese';
    case 'mobile':
      return /^1\d{10}$/.test(text) ? null : 'not-a-mobile';
    // The code of the administrative division (GB/T 2260), and the postal code.
    case 'regionCode':
    case 'postalCode':
      return /^\d{6}$/.test(text) ? null : 'not-six-digits';
  }
}
