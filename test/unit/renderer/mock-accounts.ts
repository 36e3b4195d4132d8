import type { AccountsView, ProviderAccount } from '../../../preload/contract/accounts.ts';
import { sampleAccount, sampleLogin } from './sample-accounts.ts';

interface ById {
  id: string;
}

/** Accounts and logins in memory, by the contract's words. `tell` gets every change, as the pages do. */
export function createMockAccounts(read: () => AccountsView, tell: (view: AccountsView) => void) {
  const removed = new Map<string, ProviderAccount>();

  function set(part: Partial<AccountsView>): AccountsView {
    const view = { ...read(), ...part, revision: read().revision + 1 };
    tell(view);
    return view;
  }

  function change(id: string, part: Partial<ProviderAccount>): AccountsView {
    return set({ accounts: read().accounts.map((account) => (account.id === id ? { ...account, ...part } : account)) });
  }

  function without(id: string): ProviderAccount[] {
    return read().accounts.filter((account) => account.id !== id);
  }

  function begin(id: string): Partial<AccountsView> {
    const account = read().accounts.find((candidate) => candidate.id === id);
    if (!account) throw new Error(`The mock has no account ${id}`);
    return {
      login: sampleLogin({ accountId: id, accountName: account.name, providerType: account.providerType }),
    };
  }

  /** Ends the current entry of the round so, and goes on with the next one. */
  function next(state: 'skipped' | 'failed'): AccountsView {
    const { round } = read();
    if (!round) return set({ login: null });
    const entries = round.entries.map((entry) => (entry.state === 'current' ? { ...entry, state } : entry));
    const waiting = entries.find((entry) => entry.state === 'waiting');
    if (!waiting) return set({ round: { entries, state: 'over' }, login: null });
    if (state === 'failed') return set({ round: { entries, state: 'paused' }, login: null });
    waiting.state = 'current';
    return set({ round: { entries: [...entries], state: 'running' }, ...begin(waiting.accountId) });
  }

  return {
    view: read,
    refresh: () => set({ readAt: new Date().toISOString(), readError: null }),
    add: ({ providerType, name }: { providerType: string; name: string }) => {
      const account = sampleAccount(read().accounts.length + 1, { providerType, name, deviceRemembered: false });
      set({ accounts: [...read().accounts, account], needLogin: [...read().needLogin, account.id] });
      return account;
    },
    remove: ({ id }: ById) => {
      const account = read().accounts.find((candidate) => candidate.id === id);
      if (account) removed.set(id, account);
      return set({ accounts: without(id), needLogin: read().needLogin.filter((needed) => needed !== id) });
    },
    restore: ({ id }: ById) => {
      const account = removed.get(id);
      return account ? set({ accounts: [...without(id), account] }) : read();
    },
    forgetDevice: ({ id }: ById) => change(id, { deviceRemembered: false }),
    logIn: ({ id }: ById) => set(begin(id)),
    startRound: () => {
      const [first = '', ...others] = read().needLogin;
      const entries = [
        { accountId: first, state: 'current' as const },
        ...others.map((accountId) => ({ accountId, state: 'waiting' as const })),
      ];
      return set({ round: { entries, state: 'running' }, ...begin(first) });
    },
    skip: () => next('skipped'),
    continueRound: () => {
      const { round } = read();
      const waiting = round?.entries.find((entry) => entry.state === 'waiting');
      if (!round || !waiting) return read();
      const entries = round.entries.map((entry) => (entry === waiting ? { ...entry, state: 'current' as const } : entry));
      return set({ round: { entries, state: 'running' }, ...begin(waiting.accountId) });
    },
    endRound: () => set({ round: null, login: null }),
    cancelLogin: () => next('failed'),
    raiseLogin: read,
    answerStop: () => set({ login: sampleLogin() }),
    answerDifferent: ({ id }: ById) => change(id, { lastEnding: null }),
    dismissEnding: ({ id }: ById) => change(id, { lastEnding: null }),
  };
}
