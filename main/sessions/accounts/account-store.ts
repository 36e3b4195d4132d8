import { createHash, randomUUID } from 'node:crypto';
import { conflict, notFound, StationFault, type LoginEnding, type LoginPlace } from '../../../preload/contract/index.ts';
import type { ProviderSession } from '../../otapi/index.ts';
import type { Database } from '../../storage/index.ts';
import { isSameName } from './account-name.ts';

/** A provider account as the journal has it. Times are milliseconds since 1970, UTC. */
export interface StoredAccount {
  id: string;
  providerType: string;
  /** Empty until the first login tells it. */
  name: string;
  /** Electron's partition with the browser data of its logins. */
  partition: string;
  deviceRemembered: boolean;
  isRemoved: boolean;
  /** The session OT Platform listed last for it, without its id. */
  session: { obtainedAt: number; obtainedHere: boolean } | null;
  /** How much was said of this session: 0 nothing, 1 that it ends soon, 2 that it has ended. */
  warned: number;
  balance: { amount: number; currency: string } | null;
  lastEnding: LoginEnding | null;
}

/** The provider accounts of one instance. A row stays for ever, so that a removal can be taken back. */
export interface AccountStore {
  /** All that were not removed, in the order in which they were added. */
  list(): StoredAccount[];
  /** Removed accounts whose browser data is still here: the app ended before it could be cleared. */
  removedWithDevice(): StoredAccount[];
  /** Throws `not-found` with the reason `account-gone`. */
  read(id: string): StoredAccount;
  /** Throws `conflict` with the reason `account-exists`; one that was removed comes back. */
  add(providerType: string, name: string): StoredAccount;
  setRemoved(id: string, isRemoved: boolean): void;
  setDeviceRemembered(id: string, remembered: boolean): void;
  setEnding(id: string, ending: LoginEnding | null): void;
  setWarned(id: string, warned: number): void;
  /**
   * A login here has got this session for the account, which takes its name if it has none yet. Answers with the account
   * that has it now, another one when that name was known already, and with the partition that nobody has any more. Only
   * a login in our own window moves browser data.
   */
  keepLogin(id: string, session: ProviderSession, where: LoginPlace): { ownerId: string; abandoned: string | null };
  /**
   * A login for one account was one of another, which is kept under its own name, with the browser data that belongs to
   * it, or left off the list. Answers with the partition that no account has any more, or null.
   */
  keepDifferent(id: string, name: string, answer: DifferentAnswer): string | null;
  /**
   * Takes over what OT Platform lists for a provider. Accounts it names that nobody knows are added, except those named
   * in `undecided`: a person is being asked about them.
   */
  takeList(providerType: string, sessions: readonly ProviderSession[], undecided: readonly string[]): void;
  /** The session that an account has among these: the one known of it, else the last of its name; null when none is its. */
  sessionOf(id: string, sessions: readonly ProviderSession[]): ProviderSession | null;
}

/** What a person has decided about a login as another account than the one asked for. */
export interface DifferentAnswer {
  keep: boolean;
  /** Null when nobody knows it any more. */
  session: ProviderSession | null;
  /** When and where the login was. */
  ending: Pick<LoginEnding, 'at' | 'where'>;
}

/** The account that logged in here instead of this one, as long as nobody has decided about it; else null. */
export function undecidedOther({ lastEnding }: StoredAccount): string | null {
  return lastEnding?.otherName ?? null;
}

interface AccountRow {
  id: string;
  provider_type: string;
  name: string;
  partition: string;
  device_remembered: number;
  removed_at: number | null;
  session_mark: string | null;
  obtained_at: number | null;
  obtained_here: number;
  warned: number;
  balance_amount: number | null;
  balance_currency: string | null;
  ending: string | null;
}

export function createAccountStore(database: Database, { now }: { now: () => number }): AccountStore {
  const all = database.prepare<AccountRow>('SELECT * FROM provider_accounts ORDER BY number');
  const byId = database.prepare<AccountRow>('SELECT * FROM provider_accounts WHERE id = ?');
  const insert = database.prepare(`
    INSERT INTO provider_accounts (id, number, provider_type, name, partition, created_at)
    VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM provider_accounts), ?, ?, ?, ?)`);
  const remove = database.prepare('DELETE FROM provider_accounts WHERE id = ?');
  const setRemoved = database.prepare('UPDATE provider_accounts SET removed_at = ? WHERE id = ?');
  const setRemembered = database.prepare('UPDATE provider_accounts SET device_remembered = ? WHERE id = ?');
  const setEnding = database.prepare('UPDATE provider_accounts SET ending = ? WHERE id = ?');
  const setWarned = database.prepare('UPDATE provider_accounts SET warned = ? WHERE id = ?');
  const setName = database.prepare('UPDATE provider_accounts SET name = ? WHERE id = ?');
  const setPartition = database.prepare('UPDATE provider_accounts SET partition = ?, device_remembered = ? WHERE id = ?');
  const setSession = database.prepare(`
    UPDATE provider_accounts SET session_mark = ?, obtained_at = ?, obtained_here = ?, warned = 0 WHERE id = ?`);
  const setBalance = database.prepare('UPDATE provider_accounts SET balance_amount = ?, balance_currency = ? WHERE id = ?');

  function row(id: string): AccountRow {
    const found = byId.get(id);
    if (found === undefined) throw new StationFault(notFound('account-gone'));
    return found;
  }

  function named(providerType: string, name: string): AccountRow | undefined {
    return all.all().find((each) => each.provider_type === providerType && each.name !== '' && isSameName(each.name, name));
  }

  function create(providerType: string, name: string): AccountRow {
    const id = randomUUID();
    insert.run(id, providerType, name, partitionOf(randomUUID()), now());
    return row(id);
  }

  /** One who has just logged in; a session seen in a list that was seen before keeps its time. */
  function takeSession(id: string, session: ProviderSession, obtainedHere: boolean, at = now()): void {
    const mark = markOf(id, session.id);
    if (obtainedHere || row(id).session_mark !== mark) setSession.run(mark, at, obtainedHere ? 1 : 0, id);
    setBalance.run(session.balance?.amount ?? null, session.balance?.currency ?? null, id);
  }

  /** An account without a name turned out to be a known one, which takes over the browser data of the login. */
  function mergeInto(known: AccountRow, nameless: AccountRow, where: LoginPlace): string {
    remove.run(nameless.id);
    setRemoved.run(null, known.id);
    if (where === 'system-browser') return nameless.partition;
    setPartition.run(nameless.partition, nameless.device_remembered, known.id);
    return known.partition;
  }

  function sessionAmong(account: AccountRow, sessions: readonly ProviderSession[]): ProviderSession | null {
    const own = account.name === '' ? [] : sessions.filter(({ name }) => isSameName(name, account.name));
    return own.find((each) => markOf(account.id, each.id) === account.session_mark) ?? own.at(-1) ?? null;
  }

  return {
    list: () => all.all().filter((each) => each.removed_at === null).map(accountOf),
    removedWithDevice: () =>
      all.all().filter((each) => each.removed_at !== null && each.device_remembered === 1).map(accountOf),
    read: (id) => accountOf(row(id)),
    add: (providerType, name) =>
      database.transaction(() => {
        const known = name === '' ? undefined : named(providerType, name);
        if (known === undefined) return accountOf(create(providerType, name));
        if (known.removed_at === null) throw new StationFault(conflict('account-exists'));
        setRemoved.run(null, known.id);
        return accountOf(row(known.id));
      }),
    setRemoved(id, isRemoved) {
      setRemoved.run(isRemoved ? now() : null, row(id).id);
    },
    setDeviceRemembered(id, remembered) {
      setRemembered.run(remembered ? 1 : 0, id);
    },
    setEnding(id, ending) {
      setEnding.run(ending === null ? null : JSON.stringify(ending), id);
    },
    setWarned(id, warned) {
      setWarned.run(warned, id);
    },
    keepLogin: (id, session, where) =>
      database.transaction(() => {
        const account = row(id);
        const known = account.name === '' ? named(account.provider_type, session.name) : undefined;
        const abandoned = known === undefined ? null : mergeInto(known, account, where);
        if (known === undefined && account.name === '') setName.run(session.name, id);
        const owner = known?.id ?? id;
        takeSession(owner, session, true);
        setEnding.run(null, owner);
        return { ownerId: owner, abandoned };
      }),
    keepDifferent: (id, name, { keep, session, ending }) =>
      database.transaction(() => {
        const asked = row(id);
        const known = named(asked.provider_type, name);
        const other = known ?? create(asked.provider_type, name);
        const movesDevice = keep && ending.where === 'own-window';
        if (movesDevice) {
          // The browser is logged in as the other one now; the account asked for begins with an empty one.
          const partition = asked.partition;
          setPartition.run(partitionOf(randomUUID()), 0, id);
          setPartition.run(partition, 1, other.id);
        }
        if (keep) setRemoved.run(null, other.id);
        else if (known === undefined) setRemoved.run(now(), other.id);
        if (session !== null) takeSession(other.id, session, true, Date.parse(ending.at));
        return movesDevice ? (known?.partition ?? null) : null;
      }),
    takeList: (providerType, sessions, undecided) =>
      database.transaction(() => {
        for (const account of all.all()) {
          if (account.provider_type !== providerType || account.name === '') continue;
          const session = sessionAmong(account, sessions);
          if (session !== null) takeSession(account.id, session, false);
          else if (account.session_mark !== null) setSession.run(null, null, 0, account.id);
        }
        for (const session of sessions) {
          const isNew = named(providerType, session.name) === undefined && session.name.trim() !== '';
          if (!isNew || undecided.some((name) => isSameName(name, session.name))) continue;
          takeSession(create(providerType, session.name).id, session, false);
        }
      }),
    sessionOf: (id, sessions) => sessionAmong(row(id), sessions),
  };
}

/** Kept on disk by Electron (docs/api/session, `persist:`), so that the provider knows the device again. */
function partitionOf(unique: string): string {
  return `persist:provider-account-${unique}`;
}

/** Tells whether a session is the one seen before. Not the id: that is a secret, and this is a file. */
function markOf(accountId: string, sessionId: string): string {
  return createHash('sha256').update(`${accountId}\n${sessionId}`).digest('hex').slice(0, 24);
}

function accountOf(row: AccountRow): StoredAccount {
  return {
    id: row.id,
    providerType: row.provider_type,
    name: row.name,
    partition: row.partition,
    deviceRemembered: row.device_remembered === 1,
    isRemoved: row.removed_at !== null,
    session: row.obtained_at === null ? null : { obtainedAt: row.obtained_at, obtainedHere: row.obtained_here === 1 },
    warned: row.warned,
    balance: row.balance_amount === null ? null : { amount: row.balance_amount, currency: row.balance_currency ?? '' },
    lastEnding: row.ending === null ? null : (JSON.parse(row.ending) as LoginEnding),
  };
}
