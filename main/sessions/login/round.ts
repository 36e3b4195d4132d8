import type { LoginEndingKind, RoundView } from '../../../preload/contract/index.ts';

/** A round through accounts, one after the other. Every function gives a new round and changes none. */
export function newRound(accountIds: readonly string[]): RoundView {
  return goOn({ entries: accountIds.map((accountId) => ({ accountId, state: 'waiting' })), state: 'running' });
}

/** The account whose login is under way, or to be begun; null while paused and when over. */
export function currentOf(round: RoundView): string | null {
  return round.entries.find(({ state }) => state === 'current')?.accountId ?? null;
}

/**
 * Notes how the current login ended, and goes on to the next. When a person has closed the window the round waits:
 * whoever wants to see no window now does not want the next one either.
 */
export function afterLogin(round: RoundView, ending: LoginEndingKind): RoundView {
  const state = ending === 'done' ? 'done' : ending === 'skipped' ? 'skipped' : 'failed';
  const entries: RoundView['entries'] = round.entries.map((entry) => (entry.state === 'current' ? { ...entry, state } : entry));
  return ending === 'closed' ? paused({ ...round, entries }) : goOn({ ...round, entries });
}

/** Goes on with the next account, or is over when there is none. */
export function goOn(round: RoundView): RoundView {
  const next = round.entries.findIndex(({ state }) => state === 'waiting');
  if (next < 0) return { ...round, state: 'over' };
  const entries = round.entries.map((entry, index) => (index === next ? { ...entry, state: 'current' as const } : entry));
  return { entries, state: 'running' };
}

function paused(round: RoundView): RoundView {
  return { ...round, state: round.entries.some(({ state }) => state === 'waiting') ? 'paused' : 'over' };
}
