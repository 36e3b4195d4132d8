import { conflict, notFound, StationFault, type LoginView, type RoundView } from '../../../preload/contract/index.ts';
import type { ProviderSession } from '../../otapi/index.ts';
import { undecidedOther, type AccountStore } from '../accounts/account-store.ts';
import { startLogin, type Login, type LoginResult, type LoginSurroundings } from './login.ts';
import { afterLogin, currentOf, goOn, newRound } from './round.ts';

export interface LoginDeskParts extends LoginSurroundings {
  accounts: AccountStore;
  /** Lets the logins of a provider open one more site from now on. */
  allowSite: (providerType: string, host: string) => void;
  /** A login has read the list of a provider's sessions. */
  takeList: (providerType: string, sessions: readonly ProviderSession[]) => void;
  onChange: () => void;
}

/** Where logins happen: one at a time, alone or as a round. */
export interface LoginDesk {
  login(): LoginView | null;
  round(): RoundView | null;
  /** Faults: `login-under-way`, and that of a missing account. */
  begin(accountId: string): void;
  /** Faults: `login-under-way`, `nothing-to-log-in`. */
  beginRound(accountIds: readonly string[]): void;
  skip(): void;
  continueRound(): void;
  endRound(): void;
  cancel(): void;
  raise(): void;
  answerStop(answer: 'back' | 'once' | 'always'): void;
  /** The session that a login has got for another account than the one asked for; null when nobody knows it any more. */
  differentSession(accountId: string): ProviderSession | null;
  isBusyWith(accountId: string): boolean;
  close(): Promise<void>;
}

export function createLoginDesk(parts: LoginDeskParts): LoginDesk {
  const { accounts, surface, onChange, onUnexpected } = parts;
  const different = new Map<string, ProviderSession>();
  let login: Login | null = null;
  let round: RoundView | null = null;
  let ending: Promise<void> = Promise.resolve();
  let closed = false;

  function begin(accountId: string): void {
    if (login !== null) throw new StationFault(conflict('login-under-way'));
    const account = accounts.read(accountId);
    if (account.isRemoved) throw new StationFault(notFound('account-gone'));
    if (undecidedOther(account) !== null) throw new StationFault(conflict('decide-first'));
    accounts.setEnding(accountId, null);
    const begun = startLogin({ ...parts, account });
    login = begun;
    ending = begun.finished.then((result) => finish(accountId, result)).catch(onUnexpected);
    onChange();
  }

  function finish(accountId: string, result: LoginResult): void {
    login = null;
    const owner = keepSafely(accountId, result);
    if (round !== null && currentOf(round) === accountId) {
      round = renamed(afterLogin(round, owner === null ? 'list-unread' : result.ending.kind), accountId, owner ?? accountId);
      beginNext();
    }
    onChange();
  }

  /** A full disk must neither end the round nor leave a login on the screens that is gone. Null when nothing was kept. */
  function keepSafely(accountId: string, result: LoginResult): string | null {
    try {
      return keep(accountId, result);
    } catch (error) {
      onUnexpected(error);
      return null;
    }
  }

  /** Writes down what a login came to. Answers with the account that it was about in the end. */
  function keep(accountId: string, { ending: end, session, sessions, usedWindow }: LoginResult): string {
    if (usedWindow) accounts.setDeviceRemembered(accountId, true);
    const { providerType } = accounts.read(accountId);
    let owner = accountId;
    if (end.kind === 'done' && session !== null) {
      const { ownerId, abandoned } = accounts.keepLogin(accountId, session, end.where);
      owner = ownerId;
      if (abandoned !== null) surface.clearPartition(abandoned).catch(onUnexpected);
    } else if (end.kind !== 'skipped') accounts.setEnding(accountId, end);
    if (end.kind === 'different-account' && session !== null) different.set(accountId, session);
    if (sessions !== null) parts.takeList(providerType, sessions);
    return owner;
  }

  /** Accounts that were removed since the round began are passed over. */
  function beginNext(): void {
    if (round === null || closed) return;
    const next = currentOf(round);
    if (next === null) return;
    try {
      begin(next);
    } catch {
      round = afterLogin(round, 'skipped');
      beginNext();
    }
  }

  function inRound(): { round: RoundView; login: Login } | null {
    return round !== null && login !== null && currentOf(round) === login.accountId ? { round, login } : null;
  }

  return {
    login: () => login?.view() ?? null,
    round: () => round,
    begin(accountId) {
      begin(accountId);
      // A login outside the round ends what the last round had to tell.
      if (round?.state === 'over') round = null;
    },
    beginRound(accountIds) {
      if (login !== null) throw new StationFault(conflict('login-under-way'));
      if (accountIds.length === 0) throw new StationFault(conflict('nothing-to-log-in'));
      round = newRound(accountIds);
      beginNext();
      onChange();
    },
    skip: () => inRound()?.login.cancel('skipped'),
    continueRound() {
      if (round?.state !== 'paused' || login !== null) return;
      round = goOn(round);
      beginNext();
      onChange();
    },
    endRound() {
      const current = inRound();
      round = null;
      current?.login.cancel('closed');
      onChange();
    },
    cancel: () => login?.cancel('closed'),
    raise: () => login?.raise(),
    answerStop(answer) {
      const host = login?.stoppedAt() ?? null;
      if (login === null || host === null) throw new StationFault(conflict('no-login'));
      if (answer === 'always') parts.allowSite(login.view().providerType, hostNameOf(host));
      login.answerStop(answer === 'back' ? 'back' : 'go-on');
    },
    differentSession: (accountId) => different.get(accountId) ?? null,
    isBusyWith: (accountId) => login?.accountId === accountId,
    async close() {
      closed = true;
      round = null;
      login?.cancel('closed');
      await ending;
    },
  };
}

function renamed(round: RoundView, from: string, to: string): RoundView {
  return { ...round, entries: round.entries.map((entry) => (entry.accountId === from ? { ...entry, accountId: to } : entry)) };
}

/** Without the port: sites are known by their names. */
function hostNameOf(host: string): string {
  return (URL.parse(`https://${host}`)?.hostname ?? host).replace(/\.$/, '');
}
