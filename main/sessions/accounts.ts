import {
  conflict,
  notFound,
  settingsOfProvider,
  StationFault,
  type AccountsView,
  type CallArgument,
  type CallValue,
  type ProviderAccount,
  type StationCalls,
} from '../../preload/contract/index.ts';
import type { OtapiClient, ProviderSession } from '../otapi/index.ts';
import type { Database } from '../storage/index.ts';
import { createAccountChoices, type AccountChoices } from './accounts/account-choices.ts';
import { isSameName } from './accounts/account-name.ts';
import { createAccountStore, undecidedOther, type StoredAccount } from './accounts/account-store.ts';
import { createExpiryWatch, type SessionWarning } from './accounts/expiry-watch.ts';
import { createProviderStore } from './accounts/provider-store.ts';
import { createSessionReader } from './accounts/session-reader.ts';
import { endOfSession, needsLogin } from './accounts/session-times.ts';
import type { LoginSurroundings } from './login/login.ts';
import { createLoginDesk } from './login/login-desk.ts';

type Calls = StationCalls['accounts'];

/** The calls of the pages about provider accounts. */
export type AccountsCalls = {
  [Name in keyof Calls]: (argument: CallArgument<Calls[Name]>) => CallValue<Calls[Name]> | Promise<CallValue<Calls[Name]>>;
};

export interface AccountsParts extends LoginSurroundings {
  database: Database;
  client: Pick<OtapiClient, 'providerSessions' | 'lists'>;
  /** Lets the logins of a provider open one more site from now on. */
  allowSite: (providerType: string, host: string) => void;
  /** Says that sessions end soon or have ended, in the pages and on the desktop. */
  warn: (warning: SessionWarning, names: string[]) => void;
  onChange: (view: AccountsView) => void;
}

/** The provider accounts of an instance, their sessions, and the logins that make them. */
export interface Accounts extends AccountChoices {
  calls: AccountsCalls;
  /** OT Platform has come within reach, or is out of it. */
  online(isOnline: boolean): void;
  /** Settings are other than before, or the computer has woken up. */
  look(): void;
  /** Ends a login under way; resolves when nothing is left to come. */
  close(): Promise<void>;
}

/** A removal can be taken back for this time before the browser data goes; milliseconds. */
const clearAfterMs = 60_000;

/** Over all instances, since a page may have a view of the one before. */
let lastRevision = 0;

export function createAccounts(parts: AccountsParts): Accounts {
  const { database, client, surface, settings, now, schedule, registerSecret, onUnexpected } = parts;
  const store = createAccountStore(database, { now });
  const providers = createProviderStore(database);
  const clearing = new Map<string, () => void>();
  let closed = false;

  const reader = createSessionReader({ client, accounts: store, providers, now, schedule, registerSecret, onChange: changed });
  const desk = createLoginDesk({
    ...parts,
    accounts: store,
    takeList: (providerType, sessions) => reader.take(providerType, sessions),
    onChange: changed,
  });
  const watch = createExpiryWatch({
    sessions: () =>
      store.list().flatMap((account) => {
        const endsAt = endsAtOf(account);
        return endsAt === null ? [] : [{ accountId: account.id, name: account.name, endsAt, warned: account.warned }];
      }),
    now,
    schedule,
    keepWarned: (accountId, warned) => store.setWarned(accountId, warned),
    warn: parts.warn,
  });

  const choices = createAccountChoices({ client, accounts: store, providers, reader, endsAtOf, onChange: changed, isClosed: () => closed });

  for (const { id } of store.removedWithDevice()) void clearIfRemoved(id);
  watch.look();

  function changed(): void {
    if (closed) return;
    watch.look();
    parts.onChange(view());
  }

  /** A call that changes what is stored; whoever shows accounts hears of it, and the caller gets the view. */
  function storing<A>(change: (argument: A) => void | Promise<void>): (argument: A) => Promise<AccountsView> {
    return async (argument) => {
      await change(argument);
      changed();
      return view();
    };
  }

  /** A call to the login desk, which tells of its changes itself. */
  function atDesk<A>(act: (argument: A) => void): (argument: A) => AccountsView {
    return (argument) => {
      act(argument);
      return view();
    };
  }

  function view(): AccountsView {
    lastRevision += 1;
    const accounts = store.list();
    const known = providers.list();
    const readAt = reader.readAt();
    return {
      revision: lastRevision,
      providers: known,
      accounts: accounts.map(shown),
      login: desk.login(),
      round: desk.round(),
      readAt: readAt === null ? null : isoTime(readAt),
      readError: reader.error(),
      isReading: reader.isReading(),
      needLogin: accounts
        .filter(({ providerType }) => known.some(({ type, isSessionRequired }) => type === providerType && isSessionRequired))
        // A person has to decide first about one that logged in as another.
        .filter((account) => undecidedOther(account) === null)
        .filter((account) => needsLogin(endsAtOf(account), now(), settings().roundHours))
        .map(({ id }) => id),
    };
  }

  function shown(account: StoredAccount): ProviderAccount {
    const { id, providerType, name, session, balance, lastEnding, deviceRemembered } = account;
    const endsAt = endsAtOf(account);
    return {
      id,
      providerType,
      name,
      session:
        session === null || endsAt === null
          ? null
          : { obtainedAt: isoTime(session.obtainedAt), obtainedHere: session.obtainedHere, endsAt: isoTime(endsAt) },
      balance,
      lastEnding,
      deviceRemembered,
    };
  }

  function endsAtOf({ session, providerType }: StoredAccount): number | null {
    return session && endOfSession(session.obtainedAt, settingsOfProvider(settings(), providerType).sessionHours);
  }

  function notBusy(id: string): void {
    if (desk.isBusyWith(id)) throw new StationFault(conflict('login-under-way'));
  }

  /** The browser data of both is about to change hands. */
  function notAnyBusy(id: string, providerType: string, otherName: string): void {
    const others = store.list().filter((each) => each.providerType === providerType && isSameName(each.name, otherName));
    for (const each of [id, ...others.map((other) => other.id)]) notBusy(each);
  }

  async function clearDevice(id: string): Promise<void> {
    try {
      await surface.clearPartition(store.read(id).partition);
      store.setDeviceRemembered(id, false);
    } catch (error) {
      onUnexpected(error);
    }
  }

  /** A login may have brought the account back in the meantime. */
  async function clearIfRemoved(id: string): Promise<void> {
    clearing.delete(id);
    if (store.read(id).isRemoved) await clearDevice(id);
  }

  function cancelClearing(id: string): void {
    clearing.get(id)?.();
    clearing.delete(id);
  }

  async function answerDifferent(id: string, keep: boolean): Promise<void> {
    const account = store.read(id);
    const { providerType, lastEnding } = account;
    const name = undecidedOther(account);
    if (lastEnding === null || name === null) throw new StationFault(conflict('nothing-to-decide'));
    notAnyBusy(id, providerType, name);
    const session = desk.differentSession(id) ?? (await listedSession(providerType, name));
    // The list was asked: another answer may have come first, or a login have begun.
    if (undecidedOther(store.read(id)) !== name) throw new StationFault(conflict('nothing-to-decide'));
    notAnyBusy(id, providerType, name);
    const abandoned = store.keepDifferent(id, name, { keep, session, ending: lastEnding });
    store.setEnding(id, { ...lastEnding, otherName: null });
    if (abandoned !== null) await surface.clearPartition(abandoned);
    // The browser is logged in as the other one; the next login of this account begins anew.
    if (!keep && lastEnding.where === 'own-window') await clearDevice(id);
  }

  async function listedSession(providerType: string, name: string): Promise<ProviderSession | null> {
    const sessions = await client.providerSessions.list(providerType);
    return sessions.findLast((session) => isSameName(session.name, name)) ?? null;
  }

  const calls: AccountsCalls = {
    view,
    async refresh() {
      await reader.read();
      return view();
    },
    add({ providerType, name }) {
      if (!providers.list().some(({ type }) => type === providerType)) throw new StationFault(notFound('provider-gone'));
      const account = store.add(providerType, name);
      cancelClearing(account.id);
      changed();
      return shown(account);
    },
    remove: storing(({ id }) => {
      notBusy(id);
      store.setRemoved(id, true);
      cancelClearing(id);
      clearing.set(id, schedule(clearAfterMs, () => void clearIfRemoved(id)));
    }),
    restore: storing(({ id }) => {
      cancelClearing(id);
      store.setRemoved(id, false);
    }),
    forgetDevice: storing(async ({ id }) => {
      notBusy(id);
      await surface.clearPartition(store.read(id).partition);
      store.setDeviceRemembered(id, false);
    }),
    answerDifferent: storing(({ id, keep }) => answerDifferent(id, keep)),
    dismissEnding: storing(({ id }) => {
      // Else the browser data of the other account would stay with this one, and nobody would be asked again.
      if (undecidedOther(store.read(id)) !== null) throw new StationFault(conflict('decide-first'));
      store.setEnding(id, null);
    }),
    logIn: atDesk(({ id }) => desk.begin(id)),
    startRound: atDesk(() => desk.beginRound(view().needLogin)),
    skip: atDesk(() => desk.skip()),
    continueRound: atDesk(() => desk.continueRound()),
    endRound: atDesk(() => desk.endRound()),
    cancelLogin: atDesk(() => desk.cancel()),
    raiseLogin: atDesk(() => desk.raise()),
    answerStop: atDesk(({ answer }) => desk.answerStop(answer)),
  };

  return {
    calls,
    ...choices,
    online: (isOnline) => reader.online(isOnline),
    look: changed,
    async close() {
      closed = true;
      watch.stop();
      for (const cancel of clearing.values()) cancel();
      await Promise.all([desk.close(), reader.stop()]);
    },
  };
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
