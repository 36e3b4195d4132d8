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
}

/**
 * The session that a login has made, by what the list of sessions tells (reference 3.1: it is the truth), or null. The
 * id in the return address decides; else what is new in the list; else, when the return named some session, the one of
 * the account's name, which may have been renewed under its old id.
 */
export function recogniseSession({ came, before, after, accountName }: LoginTraces): ProviderSession | null {
  if (came.kind === 'error') return null;
  const named = came.kind === 'session' ? after.find(({ id }) => id === came.id) : undefined;
  if (named !== undefined) return named;
  const ofAccount = (sessions: readonly ProviderSession[]) =>
    accountName === '' ? undefined : sessions.findLast(({ name }) => isSameName(name, accountName));
  if (before !== null) {
    const fresh = after.filter(({ id }) => before.every((earlier) => earlier.id !== id));
    const found = ofAccount(fresh) ?? (fresh.length === 1 ? fresh[0] : undefined);
    if (found !== undefined) return found;
  }
  return (came.kind === 'session' ? ofAccount(after) : undefined) ?? null;
}
