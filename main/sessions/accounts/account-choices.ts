import { conflict, notFound, StationFault } from '../../../preload/contract/index.ts';
import type { OtapiClient } from '../../otapi/index.ts';
import type { AccountStore, StoredAccount } from './account-store.ts';
import type { ProviderStore } from './provider-store.ts';
import type { SessionReader } from './session-reader.ts';

/** A provider account as others choose it. */
export interface AccountChoice {
  id: string;
  name: string;
  providerType: string;
  providerName: string;
  /** False: its provider works without a session. */
  isSessionRequired: boolean;
  /** When its session ends by our count, milliseconds since 1970; null when it has none. */
  endsAt: number | null;
}

/** What acts for a provider account. */
export interface LiveSession {
  /** `providerSessionId` of the Run methods (reference 3.2): a secret. Empty when there is none and none is needed. */
  id: string;
  /** When it ends by our count, milliseconds since 1970; null when there is none and none is needed. */
  endsAt: number | null;
}

/** The accounts with which others act, and their sessions. */
export interface AccountChoices {
  list(): AccountChoice[];
  /**
   * The session of an account, read from OT Platform now; null when it lists none. Rejects with `OtapiError`, and with
   * `account-gone` for an account that is not on the list.
   */
  liveSession(accountId: string): Promise<LiveSession | null>;
}

export interface AccountChoicesParts {
  client: Pick<OtapiClient, 'providerSessions'>;
  accounts: Pick<AccountStore, 'list' | 'read' | 'sessionOf'>;
  providers: Pick<ProviderStore, 'list'>;
  reader: Pick<SessionReader, 'take'>;
  endsAtOf: (account: StoredAccount) => number | null;
  onChange: () => void;
  /** The accounts have ended: nothing is written any more. */
  isClosed: () => boolean;
}

export function createAccountChoices(parts: AccountChoicesParts): AccountChoices {
  const { client, accounts, providers, reader, endsAtOf, onChange, isClosed } = parts;

  function choice(account: StoredAccount): AccountChoice {
    const { id, name, providerType } = account;
    const provider = providers.list().find(({ type }) => type === providerType);
    return {
      id,
      name,
      providerType,
      providerName: provider?.displayName ?? providerType,
      isSessionRequired: provider?.isSessionRequired ?? true,
      endsAt: endsAtOf(account),
    };
  }

  return {
    list: () => accounts.list().map(choice),
    async liveSession(id) {
      const { providerType, isRemoved } = accounts.read(id);
      if (isRemoved) throw new StationFault(notFound('account-gone'));
      const sessions = await client.providerSessions.list(providerType);
      if (isClosed()) throw new StationFault(conflict('closing'));
      reader.take(providerType, sessions);
      onChange();
      const account = accounts.read(id);
      const session = accounts.sessionOf(id, sessions);
      if (session !== null) return { id: session.id, endsAt: endsAtOf(account) };
      return choice(account).isSessionRequired ? null : { id: '', endsAt: null };
    },
  };
}
