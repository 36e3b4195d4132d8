import type { TFunction } from 'i18next';
import type { LoginEnding } from '../../preload/contract/accounts.ts';
import { errorDetails, errorWords } from '../i18n/words.ts';

export interface EndingWords {
  what: string;
  next: string;
  /** Where it ended, the network's code, and the numbers support asks for. */
  details: string[];
}

/** How a login ended and what to do next, in words. A failed call to OT Platform says why. */
export function endingWords(t: TFunction, ending: LoginEnding, accountName: string): EndingWords {
  const { kind, host, networkCode, otherName, error } = ending;
  const names = { name: accountName, other: otherName ?? '' };
  const path = kind === 'different-account' && otherName === null ? 'accounts.outcome.decided' : (`accounts.ending.${kind}` as const);
  const words = { what: t(`${path}.what`, names), next: t(`${path}.next`, names) };
  const place = [host ? t('accounts.outcome.host', { host }) : '', networkCode ?? ''].filter((part) => part !== '');
  if (error === null) return { ...words, details: place };
  const cause = errorWords(t, error);
  return {
    what: `${words.what} ${cause.what}`,
    // The list is read again by itself; all else has to be put right first.
    next: kind === 'list-unread' ? words.next : cause.next,
    details: [...place, ...errorDetails(t, error)],
  };
}
