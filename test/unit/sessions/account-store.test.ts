import { beforeEach, describe, expect, test } from 'vitest';
import type { LoginPlace } from '../../../preload/contract/index.ts';
import type { ProviderSession } from '../../../main/otapi/index.ts';
import { createAccountStore, type AccountStore, type DifferentAnswer, type StoredAccount } from '../../../main/sessions/accounts/account-store.ts';
import { openDatabase, type Database } from '../../../main/storage/index.ts';

let database: Database;
let store: AccountStore;
let now: number;

beforeEach(() => {
  now = 1_000;
  database = openDatabase({ journal: ':memory:', cache: ':memory:' });
  store = createAccountStore(database, { now: () => now });
});

const session = (id: string, name: string, amount?: number): ProviderSession => ({
  id,
  name,
  balance: amount === undefined ? null : { amount, currency: 'CNY' },
});
const names = (): string[] => store.list().map(({ name }) => name);

/** What a person decides about a login as lin_88, which was at 900. */
function answer(keep: boolean, where: LoginPlace = 'own-window'): DifferentAnswer {
  return { keep, session: session('s1', 'lin_88'), ending: { at: new Date(900).toISOString(), where } };
}

function account(name: string): StoredAccount {
  const found = store.list().find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no account ${name}`);
  return found;
}

describe('adding accounts', () => {
  test('keeps them in the order in which they were added, without a session', () => {
    store.add('Taobao', 'wang_01');
    store.add('Alibaba1688', 'wang_01');
    store.add('Taobao', '小林采购');
    expect(store.list().map(({ providerType, name, session: own }) => [providerType, name, own])).toEqual([
      ['Taobao', 'wang_01', null],
      ['Alibaba1688', 'wang_01', null],
      ['Taobao', '小林采购', null],
    ]);
    expect(new Set(store.list().map(({ partition }) => partition)).size).toBe(3);
  });

  test('refuses the same name at the same provider, in whatever spelling', () => {
    store.add('Taobao', 'wang_01');
    expect(() => store.add('Taobao', 'WANG_０１')).toThrow(expect.objectContaining({ error: { code: 'conflict', details: { reason: 'account-exists' } } }));
    expect(names()).toEqual(['wang_01']);
  });

  test('takes any number without a name: their logins will tell', () => {
    store.add('Taobao', '');
    store.add('Taobao', '');
    expect(names()).toEqual(['', '']);
  });

  test('brings one back that was removed', () => {
    const { id } = store.add('Taobao', 'wang_01');
    store.setRemoved(id, true);
    expect(names()).toEqual([]);
    expect(store.add('Taobao', 'wang_01').id).toBe(id);
    expect(names()).toEqual(['wang_01']);
  });

  test('an account that is not there is a fault', () => {
    expect(() => store.read('5c4a5a63-3c33-4d0f-9d52-6b7a6a2a0b11')).toThrow(
      expect.objectContaining({ error: { code: 'not-found', details: { reason: 'account-gone' } } }),
    );
  });
});

describe('a list of OT Platform', () => {
  test('adds accounts that nobody knew, as made elsewhere and seen now', () => {
    store.takeList('Taobao', [session('s1', 'wang_01', 120.5)], []);
    expect(account('wang_01')).toMatchObject({
      session: { obtainedAt: 1_000, obtainedHere: false },
      balance: { amount: 120.5, currency: 'CNY' },
    });
  });

  test('leaves the time of a session that is still the same, and takes its balance', () => {
    store.takeList('Taobao', [session('s1', 'wang_01', 120.5)], []);
    now = 2_000;
    store.takeList('Taobao', [session('s1', 'wang_01', 99)], []);
    expect(account('wang_01')).toMatchObject({ session: { obtainedAt: 1_000 }, balance: { amount: 99 } });
  });

  test('with another session for an account begins its time anew, and what was warned of is forgotten', () => {
    store.takeList('Taobao', [session('s1', 'wang_01')], []);
    store.setWarned(account('wang_01').id, 2);
    now = 2_000;
    store.takeList('Taobao', [session('s2', 'wang_01')], []);
    expect(account('wang_01')).toMatchObject({ session: { obtainedAt: 2_000, obtainedHere: false }, warned: 0 });
  });

  test('that has a session no more ends it here too; other providers are left alone', () => {
    store.takeList('Taobao', [session('s1', 'wang_01')], []);
    store.takeList('Alibaba1688', [session('s9', 'wang_01')], []);
    store.takeList('Taobao', [], []);
    expect(store.list().map(({ providerType, session: own }) => [providerType, own !== null])).toEqual([
      ['Taobao', false],
      ['Alibaba1688', true],
    ]);
  });

  test('with old and new session of one account keeps to the one that is known', () => {
    store.takeList('Taobao', [session('s1', 'wang_01')], []);
    now = 2_000;
    store.takeList('Taobao', [session('s1', 'wang_01'), session('s2', 'wang_01')], []);
    expect(account('wang_01').session).toEqual({ obtainedAt: 1_000, obtainedHere: false });
    store.takeList('Taobao', [session('s2', 'wang_01')], []);
    expect(account('wang_01').session).toEqual({ obtainedAt: 2_000, obtainedHere: false });
  });

  test('does not bring a removed account back, nor one that a person is being asked about', () => {
    const { id } = store.add('Taobao', 'wang_01');
    store.setRemoved(id, true);
    store.takeList('Taobao', [session('s1', 'wang_01'), session('s2', 'lin_88'), session('s3', '')], ['Lin_88']);
    expect(names()).toEqual([]);
  });

  test('leaves no session id in the database', () => {
    store.takeList('Taobao', [session('a-secret-session-id', 'wang_01')], []);
    expect(JSON.stringify(database.prepare('SELECT * FROM provider_accounts').all())).not.toContain('a-secret-session-id');
  });
});

describe('a login', () => {
  test('gives an account its session, its time and, where it has none, its name', () => {
    const { id } = store.add('Taobao', '');
    expect(store.keepLogin(id, session('s1', 'wang_01', 5), 'own-window')).toEqual({ ownerId: id, abandoned: null });
    expect(account('wang_01')).toMatchObject({ id, session: { obtainedAt: 1_000, obtainedHere: true }, balance: { amount: 5 } });
  });

  test('begins the time anew, also when OT Platform renewed the session under its old id', () => {
    const { id } = store.add('Taobao', 'wang_01');
    store.keepLogin(id, session('s1', 'wang_01'), 'own-window');
    now = 5_000;
    store.keepLogin(id, session('s1', 'wang_01'), 'own-window');
    store.takeList('Taobao', [session('s1', 'wang_01')], []);
    expect(account('wang_01').session).toEqual({ obtainedAt: 5_000, obtainedHere: true });
  });

  test('of an account without a name that turns out to be a known one becomes that one, with its browser data', () => {
    const known = store.add('Taobao', 'wang_01');
    const nameless = store.add('Taobao', '');
    store.setDeviceRemembered(nameless.id, true);
    expect(store.keepLogin(nameless.id, session('s1', 'wang_01'), 'own-window')).toEqual({ ownerId: known.id, abandoned: known.partition });
    expect(store.list()).toHaveLength(1);
    expect(account('wang_01')).toMatchObject({ id: known.id, partition: nameless.partition, deviceRemembered: true });
  });

  test('as another account is kept under its own name with the browser data, and the one asked for begins anew', () => {
    const asked = store.add('Taobao', 'wang_01');
    store.setDeviceRemembered(asked.id, true);
    expect(store.keepDifferent(asked.id, 'lin_88', answer(true))).toBeNull();
    expect(account('lin_88')).toMatchObject({ partition: asked.partition, deviceRemembered: true, session: { obtainedAt: 900, obtainedHere: true } });
    expect(account('wang_01').partition).not.toBe(asked.partition);
    expect(account('wang_01')).toMatchObject({ deviceRemembered: false, session: null });
  });

  test('as another account that is known leaves nobody its earlier browser data', () => {
    const asked = store.add('Taobao', 'wang_01');
    const other = store.add('Taobao', 'lin_88');
    expect(store.keepDifferent(asked.id, 'lin_88', answer(true))).toBe(other.partition);
    expect(account('lin_88')).toMatchObject({ id: other.id, partition: asked.partition });
  });

  test('as another account that nobody wants stays off the list, whatever is listed later', () => {
    const asked = store.add('Taobao', 'wang_01');
    store.keepDifferent(asked.id, 'lin_88', answer(false));
    store.takeList('Taobao', [session('s1', 'lin_88')], []);
    expect(names()).toEqual(['wang_01']);
    expect(account('wang_01').partition).toBe(asked.partition);
  });
});

describe('a login in the browser of the system', () => {
  test('moves no browser data, since none is here', () => {
    const asked = store.add('Taobao', 'wang_01');
    const other = store.add('Taobao', 'lin_88');
    expect(store.keepDifferent(asked.id, 'lin_88', answer(true, 'system-browser'))).toBeNull();
    expect([account('wang_01').partition, account('lin_88').partition]).toEqual([asked.partition, other.partition]);
    expect(account('lin_88').session).toEqual({ obtainedAt: 900, obtainedHere: true });
  });

  test('of an account without a name that turns out to be a known one leaves that one its browser data', () => {
    const known = store.add('Taobao', 'wang_01');
    store.setDeviceRemembered(known.id, true);
    const nameless = store.add('Taobao', '');
    expect(store.keepLogin(nameless.id, session('s1', 'wang_01'), 'system-browser')).toEqual({ ownerId: known.id, abandoned: nameless.partition });
    expect(account('wang_01')).toMatchObject({ partition: known.partition, deviceRemembered: true });
  });
});

test('an account that was removed but whose browser data is still here is found again', () => {
  const { id } = store.add('Taobao', 'wang_01');
  store.setDeviceRemembered(id, true);
  expect(store.removedWithDevice()).toEqual([]);
  store.setRemoved(id, true);
  expect(store.removedWithDevice().map((each) => each.id)).toEqual([id]);
});
