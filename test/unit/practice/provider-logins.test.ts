import { beforeEach, describe, expect, test } from 'vitest';
import { accountNamed, accountsOf, isPhoneNumber, PROVIDER_ACCOUNTS } from '../../../main/practice/provider-logins/accounts.ts';
import { KnownDevices } from '../../../main/practice/provider-logins/devices.ts';
import { ProviderLogins, readSavedProviderLogins } from '../../../main/practice/provider-logins/provider-logins.ts';
import { ProviderSessions } from '../../../main/practice/provider-logins/sessions.ts';

const START = Date.parse('2026-11-23T08:00:00Z');
const HOUR = 3_600_000;
let time: number;
const now = (): Date => new Date(time);

beforeEach(() => {
  time = START;
});

describe('practice accounts', () => {
  test('are four of Taobao and two of 1688, some with Chinese names, some without a balance', () => {
    expect([accountsOf('Taobao').length, accountsOf('Alibaba1688').length]).toEqual([4, 2]);
    expect(PROVIDER_ACCOUNTS.filter(({ name }) => /\p{Script=Han}/u.test(name))).toHaveLength(2);
    for (const type of ['Taobao', 'Alibaba1688'] as const) {
      expect(new Set(accountsOf(type).map(({ balance }) => balance === null))).toEqual(new Set([true, false]));
    }
  });

  test('are found by name, blanks and letter case aside, at their own provider only', () => {
    expect(accountNamed('Taobao', ' WANG_01 ')?.name).toBe('wang_01');
    expect(accountNamed('Alibaba1688', 'wang_01')).toBeNull();
    expect(accountNamed('Taobao', '')).toBeNull();
  });

  test.each([
    ['13800138000', true],
    [' 138 0013-8000 ', true],
    ['1380013800', false],
    ['138001380000', false],
    ['wang_01', false],
    ['+8613800138000', false],
  ])('%j as a phone number: %s', (text, expected) => {
    expect(isPhoneNumber(text)).toBe(expected);
  });
});

describe('provider sessions', () => {
  const open = (sessions: ProviderSessions, name: string, providerType: 'Taobao' | 'Alibaba1688' = 'Taobao'): string =>
    sessions.open({ providerType, name, operatorId: '17' }).id;

  test('have ids that are long, safe in a URL and never the same', () => {
    const sessions = new ProviderSessions({ lifetimeHours: 24, now });
    const ids = Array.from({ length: 100 }, () => open(sessions, 'wang_01'));
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) expect(id).toMatch(/^[\w-]{32}$/);
  });

  test('of one account replace each other in their place', () => {
    const sessions = new ProviderSessions({ lifetimeHours: 24, now });
    const [first, lin] = [open(sessions, 'wang_01'), open(sessions, 'lin_88')];
    const again = open(sessions, 'wang_01');
    expect(again).not.toBe(first);
    expect(sessions.running().map(({ id }) => id)).toEqual([again, lin]);
    open(sessions, 'wang_01', 'Alibaba1688');
    expect(sessions.runningOf('Taobao').map(({ id }) => id)).toEqual([again, lin]);
  });

  test('end by the clock', () => {
    const sessions = new ProviderSessions({ lifetimeHours: 24, now });
    open(sessions, 'wang_01');
    time += 24 * HOUR - 1;
    expect(sessions.running()).toHaveLength(1);
    time += 1;
    expect(sessions.running()).toEqual([]);
  });

  test('end on command, and tell of every change', () => {
    let changes = 0;
    const sessions = new ProviderSessions({ lifetimeHours: 24, now, onChange: () => (changes += 1) });
    open(sessions, 'wang_01');
    open(sessions, 'lin_88');
    expect([sessions.expire('wang_01'), sessions.expire('wang_01')]).toEqual([true, false]);
    expect(sessions.running().map(({ name }) => name)).toEqual(['lin_88']);
    expect(changes).toBe(3);
  });
});

describe('known devices', () => {
  const taobao = (name: string): { providerType: 'Taobao'; name: string } => ({ providerType: 'Taobao', name });

  test('know the accounts that logged in, and the last one', () => {
    const devices = new KnownDevices({ lifetimeDays: 180, now });
    devices.remember('a', taobao('wang_01'));
    devices.remember('a', taobao('lin_88'));
    expect([devices.knows('a', taobao('wang_01')), devices.knows('a', taobao('zhao_wh')), devices.knows('b', taobao('wang_01'))]).toEqual([true, false, false]);
    expect(devices.lastLogin('a', 'Taobao')).toBe('lin_88');
    devices.remember('a', taobao('wang_01'));
    expect(devices.lastLogin('a', 'Taobao')).toBe('wang_01');
    expect([devices.lastLogin('a', 'Alibaba1688'), devices.lastLogin('b', 'Taobao')]).toEqual([null, null]);
  });

  test('are forgotten when their cookie has run out', () => {
    const devices = new KnownDevices({ lifetimeDays: 180, now });
    devices.remember('a', taobao('wang_01'));
    time += 179 * 24 * HOUR;
    devices.remember('b', taobao('wang_01'));
    time += 24 * HOUR;
    expect([devices.knows('a', taobao('wang_01')), devices.knows('b', taobao('wang_01'))]).toEqual([false, true]);
  });
});

describe('saved provider logins', () => {
  test('come back as they were, through JSON', () => {
    const logins = new ProviderLogins(now);
    logins.sessions.open({ providerType: 'Taobao', name: '小林采购', operatorId: '17' });
    logins.sessions.open({ providerType: 'Alibaba1688', name: 'elsewhere', operatorId: null });
    logins.devices.remember('device', { providerType: 'Taobao', name: '小林采购' });
    const read = readSavedProviderLogins(JSON.parse(JSON.stringify(logins.saved())));
    expect(read).toEqual(logins.saved());
    expect(new ProviderLogins(now, read).sessions.running()).toEqual(logins.sessions.running());
  });

  test('are none in a file of before there were any', () => {
    expect(readSavedProviderLogins(undefined)).toBeNull();
  });

  const session = { id: 'x', providerType: 'Taobao', name: 'wang_01', operatorId: null, startedAt: '2026-11-23T08:00:00Z', endsAt: '2026-11-24T08:00:00Z' };
  test.each([
    [null],
    [{}],
    [{ sessions: {}, devices: [] }],
    [{ sessions: [{ ...session, id: 7 }], devices: [] }],
    [{ sessions: [{ ...session, providerType: 'Jd' }], devices: [] }],
    [{ sessions: [{ ...session, endsAt: 'tomorrow' }], devices: [] }],
    [{ sessions: [session], devices: [{ id: 'd', endsAt: session.endsAt }] }],
  ])('that are damaged are refused: %j', (value) => {
    expect(() => readSavedProviderLogins(value)).toThrow(TypeError);
  });
});
