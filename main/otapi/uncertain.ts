/**
 * Facts of OTAPI that no available source confirms, and what the client does about each. When a real instance shows
 * something else, this is the file to correct. The sections are those of the reference of OTAPI's facts.
 */

import type { StepKind } from './model.ts';

/**
 * Section 1.7: which codes mean "later"; such a failure of the sign-in says nothing about the login. The full list of
 * codes is not public.
 */
export const transientErrorCodes: readonly string[] = ['NotAvailable', 'InternalError', 'CallLimit'];

/** Section 1.7: the code after which a reading call is repeated by itself. */
export const repeatableErrorCode = 'NotAvailable';

/**
 * Section 2: the code for a wrong password is not known. Any refusal of the sign-in therefore counts as one, so that
 * a wrong password is never tried again and again, except the transient codes and these, which are about the clock:
 * it may be set right while the station runs.
 */
export const clockErrorCodes: readonly string[] = ['InvalidTimestamp'];

/**
 * Section 1.1: how fast OT Platform may be asked to add orders. Its limits are not known, so orders go one after the other,
 * `pauseBetweenMs` apart; after each `CallLimit` the next pause of `pausesAfterCallLimitMs` is made, the last again and
 * again. Milliseconds.
 */
export const importPace: {
  readonly pauseBetweenMs: number;
  readonly pausesAfterCallLimitMs: readonly number[];
} = { pauseBetweenMs: 200, pausesAfterCallLimitMs: [5_000, 15_000, 60_000] };

/**
 * Section 5.3: `transactionDate`. The vendor's panel sends another form, with hyphens in the time; this one is that of all
 * other dates. The zone is not known either: in UTC a deposit is never of tomorrow, wherever east of it the server is.
 */
export function transactionDate(at: Date): string {
  return at.toISOString().slice(0, 19);
}

/**
 * Sections 1.4 and 1.7: what an answer to a customer's sign-in can say of the caller instead of the customer: of the
 * operator's session, of the key, of the signature.
 */
export const callerErrorCodes: readonly string[] = [
  'SessionExpired',
  'InstanceKeyBan',
  'CallFromIP',
  'MissingTimestamp',
  'MissingSignature',
  'InvalidSignature',
];

/** Section 7.4: the form of `ProviderTypes` is not recorded; in one text they may be parted by these, else it is a list. */
export const providerTypeSeparators = /[,;]/;

/** Section 7.5: how a customer's profile calls its names is not told; as those of customers or of addresses. */
export const profileNameElements = {
  firstName: ['FirstName', 'Name'],
  lastName: ['LastName', 'Familyname'],
  middleName: ['MiddleName', 'Patername'],
} as const;

/** Section 6.1: amounts of a line exist on the customer's side in every answer, in internal currency only in some. */
export const linePriceElements = {
  price: ['PriceCust', 'PriceInternal'],
  amount: ['AmountCust', 'AmountInternal'],
  currency: ['CurrencyCust', 'CurrencyInternal', 'InternalPriceCurrencyCode'],
} as const;

/** Section 6.2: the vendor's panel sends `1`; whether `true` or a wish for the opposite is understood is not known. */
export const canBePurchasedText = { yes: '1', no: '0' } as const;

/**
 * Section 3.1: the return of a provider's login. Whether OT Platform and a provider accept a reserved host is not known,
 * nor are the names of the parameters; those of the vendor's other login are taken, by analogy. The settings hold them,
 * so that a person can correct them. The list of sessions, read after every return, is the truth in any case.
 */
export const returnDefaults: { host: string; sessionNames: string[]; errorNames: string[] } = {
  host: 'warehouse-station.invalid',
  sessionNames: ['sessionId', 'providerSessionId', 'id', 'session'],
  errorNames: ['error', 'errorDescription', 'message'],
};

/** Section 3.2: how the provider orders are called that lines are linked with. */
export const linkingElements = { list: 'ProviderOrderIds', item: 'Id' } as const;

/**
 * Section 3.2: `xmlParameters` of a synchronisation of all orders. Newer callers always send the parameter, older ones
 * never; parameters that OT Platform does not know are ignored (section 1.1), so it is sent, with nothing in it.
 */
export const unlimitedSynchronisation = '<Parameters/>';

/** Section 4.3: the kinds of step actions of which something is known: an answer to OT Platform, an address to open. */
export const stepActionKinds = { answer: 'DoStepAction', link: 'Link' } as const;

/** Section 4.3: the parameter of a step action of the kind `link` that holds the address. */
export const linkAddressParameter = 'url';

/** Section 4.3: spellings of step types, in lower case; none of them is recorded. */
const stepKinds: ReadonlyMap<string, StepKind> = new Map([
  ['info', 'info'],
  ['information', 'info'],
  ['success', 'success'],
  ['warning', 'warning'],
  ['error', 'error'],
  ['question', 'question'],
]);

/** What a step's type means, letter case aside; an unknown type is information. */
export function stepKindOf(type: string): StepKind {
  return stepKinds.get(type.trim().toLowerCase()) ?? 'info';
}
