import type { ProviderSession } from '../../otapi/index.ts';
import type { LoginReturn } from './read-return.ts';
import { isSameName } from '../accounts/account-name.ts';

export interface LoginTraces {
  came: LoginReturn;
  /** The list before the login; null when it could not be read. */
  before: readonly ProviderSession[] | null;
  after: readonly ProviderSession[];
  /** The account asked for; empty when its name is not known yet. */
  accountName: string;
  /** The list will not be asked again: what is likely counts now, not only what is certain. */
  isLastReading: boolean;
}

/**
 * The session that a login has made, by what the list of sessions tells (reference 3.1: it is the truth), or null.
 * Certain are the id that the return named and, when it named none, a new session of the account's own name. Likely are
 * the only new session of all, and, when the return named an id that the list does not know, the one of the account's
 * name, which may have been renewed under its old id. After an error nothing is likely.
 */
export function recogniseSession({ came, before, after, accountName, isLastReading }: LoginTraces): ProviderSession | null {
  const named = came.kind === 'session' ? after.find(({ id }) => id === came.id) : undefined;
  if (named !== undefined) return named;
  const ofAccount = (sessions: readonly ProviderSession[]) =>
    accountName === '' ? undefined : sessions.findLast(({ name }) => isSameName(name, accountName));
  const fresh = before === null ? [] : after.filter(({ id }) => before.every((earlier) => earlier.id !== id));
  if (came.kind !== 'session') {
    const own = ofAccount(fresh);
    if (own !== undefined || came.kind === 'error') return own ?? null;
  }
  if (!isLastReading) return null;
  const likely = ofAccount(fresh) ?? (fresh.length === 1 ? fresh[0] : undefined);
  return likely ?? (came.kind === 'session' ? ofAccount(after) : undefined) ?? null;
}
