import type { ProviderAccount, RoundView } from '../../preload/contract/accounts.ts';

export interface RoundProgress {
  total: number;
  /** The account that is being dealt with, from 1; the last one when the round is over. */
  position: number;
  done: number;
  failed: number;
  /** Accounts that are through, whatever came of it. */
  finished: number;
}

export function roundProgress({ entries }: RoundView): RoundProgress {
  const total = entries.length;
  const count = (state: RoundView['entries'][number]['state']) => entries.filter((entry) => entry.state === state).length;
  const current = entries.findIndex(({ state }) => state === 'current');
  const finished = total - count('waiting') - count('current');
  return {
    total,
    position: current >= 0 ? current + 1 : Math.min(finished + 1, total),
    done: count('done'),
    failed: count('failed'),
    finished,
  };
}

/** Why no round can begin; null when one can. */
export type NoRound = 'login-under-way' | 'round-under-way' | 'no-account' | 'nothing-needed';

export function noRoundReason(view: {
  accounts: readonly ProviderAccount[];
  login: object | null;
  round: RoundView | null;
  needLogin: readonly string[];
}): NoRound | null {
  if (view.round !== null && view.round.state !== 'over') return 'round-under-way';
  if (view.login !== null) return 'login-under-way';
  if (view.accounts.length === 0) return 'no-account';
  return view.needLogin.length === 0 ? 'nothing-needed' : null;
}

/** Whether some account of a round that is over is still without what the round was for. */
export function canRepeat(round: RoundView, needLogin: readonly string[]): boolean {
  const missed = round.entries.filter(({ state }) => state === 'failed' || state === 'skipped');
  return round.state === 'over' && missed.some(({ accountId }) => needLogin.includes(accountId));
}
