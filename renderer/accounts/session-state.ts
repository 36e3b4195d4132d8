import type { ProviderAccount, ProviderSessionView } from '../../preload/contract/accounts.ts';

/** `ending`: two hours or less are left. */
export type SessionState = 'none' | 'live' | 'ending' | 'ended';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** From here on a lamp warns. */
const warningMs = 2 * hour;

/** All that the state of a session depends on. */
type SessionEnd = Pick<ProviderSessionView, 'endsAt'>;

export function sessionState(session: SessionEnd | null, now: number): SessionState {
  if (session === null) return 'none';
  const left = Date.parse(session.endsAt) - now;
  if (left <= 0) return 'ended';
  return left <= warningMs ? 'ending' : 'live';
}

/** A length of time in the one unit that says it best. */
export interface Span {
  unit: 'days' | 'hours' | 'minutes' | 'seconds';
  value: number;
}

/** What is left until a moment, never more than there is: 119 minutes are `1 h`. Nothing is left of what is past. */
export function timeLeft(until: string, now: number): Span {
  const left = Math.max(0, Date.parse(until) - now);
  if (left < minute) return { unit: 'seconds', value: Math.floor(left / 1000) };
  if (left < hour) return { unit: 'minutes', value: Math.floor(left / minute) };
  if (left < 3 * day) return { unit: 'hours', value: Math.floor(left / hour) };
  return { unit: 'days', value: Math.floor(left / day) };
}

/**
 * When a picture of what is left must be drawn again, in milliseconds: every second in the last minutes before an end,
 * seldom before. Ends that are past want nothing.
 */
export function tickFor(ends: readonly string[], now: number): number {
  const left = Math.min(...ends.map((end) => Date.parse(end) - now).filter((ms) => ms > 0));
  if (left <= 2 * minute) return 1000;
  return left <= 3 * hour ? 10_000 : minute;
}

export interface AccountLamp {
  id: string;
  name: string;
  state: SessionState;
  /** Null unless the session lives. */
  left: Span | null;
}

const urgency: Record<SessionState, number> = { ended: 0, ending: 1, none: 2, live: 3 };

export function lampOf(account: { id: string; name: string; session: SessionEnd | null }, now: number): AccountLamp {
  const { id, name, session } = account;
  const state = sessionState(session, now);
  const lives = session !== null && (state === 'live' || state === 'ending');
  return { id, name, state, left: lives ? timeLeft(session.endsAt, now) : null };
}

/** Accounts in the order in which they need somebody: ended, ending (the nearest end first), never logged in, live. */
export function worstFirst(accounts: readonly ProviderAccount[], now: number): ProviderAccount[] {
  const endOf = ({ session }: ProviderAccount) => (session === null ? 0 : Date.parse(session.endsAt));
  const rankOf = ({ session }: ProviderAccount) => urgency[sessionState(session, now)];
  return accounts.toSorted((one, other) => rankOf(one) - rankOf(other) || endOf(one) - endOf(other));
}

/**
 * The lamps for which there is room. When all fit they stand as in the list, so that each keeps its place; else the
 * worst are shown and the others are counted.
 */
export function accountLamps(
  accounts: readonly ProviderAccount[],
  room: number,
  now: number,
): { shown: AccountLamp[]; more: number } {
  if (accounts.length <= room) return { shown: accounts.map((account) => lampOf(account, now)), more: 0 };
  const shown = worstFirst(accounts, now).slice(0, Math.max(1, room));
  return { shown: shown.map((account) => lampOf(account, now)), more: accounts.length - shown.length };
}
