import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PROVIDER_ACCOUNTS, startPracticePlatform, UnreadableWorldFile } from '../../../main/practice/index.ts';
import type { PracticePlatform, PracticePlatformOptions } from '../../../main/practice/index.ts';
import { LoginBrowser } from './login-browser.ts';
import { PracticeCaller } from './practice-caller.ts';

const RETURN_URL = 'https://station.example/provider-session/0123456789abcdef';
const LOGIN_METHOD = 'GetProviderOrdersIntegrationSessionAuthenticationInfo';
const LIST_METHOD = 'GetProviderOrdersIntegrationSessionInfoList';

let clock: Date;
let folder: string;
const running: PracticePlatform[] = [];

async function start(options: PracticePlatformOptions = {}): Promise<{ platform: PracticePlatform; caller: PracticeCaller }> {
  const platform = await startPracticePlatform({ lines: 40, seed: 5, now: () => clock, sessionMinutes: 60 * 24 * 30, ...options });
  running.push(platform);
  const caller = new PracticeCaller(platform);
  await caller.signIn();
  return { platform, caller };
}

async function logIn(caller: PracticeCaller, name: string, providerType = 'Taobao', browser = new LoginBrowser()): Promise<string> {
  const consent = await browser.logInTo(await caller.loginAddress(providerType, RETURN_URL), name);
  const { location } = await browser.send(consent, { decision: 'allow' });
  return new URL(location).searchParams.get('sessionId') ?? '';
}

beforeEach(async () => {
  clock = new Date('2026-11-23T08:00:00Z');
  folder = await mkdtemp(join(tmpdir(), 'practice-logins-'));
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((platform) => platform.close()));
  await rm(folder, { recursive: true });
});

describe('GetProviderOrdersIntegrationSessionAuthenticationInfo', () => {
  test('gives an address of the login site, another one each time', async () => {
    const { platform, caller } = await start();
    const answer = await caller.call(LOGIN_METHOD, { providerType: 'Taobao', returnUrl: RETURN_URL });
    expect(answer.rootName).toBe('ProviderAuthenticationInfoAnswer');
    const { RedirectUrl } = answer.root['Result'] as { RedirectUrl: string };
    expect(new URL(RedirectUrl).origin).toBe(platform.loginOrigin);
    expect(platform.loginOrigin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(platform.loginOrigin).not.toBe(platform.origin);
    expect(await caller.loginAddress('Taobao', RETURN_URL)).not.toBe(RedirectUrl);
  });

  test.each([
    [{ returnUrl: RETURN_URL }, 'ValidationError'],
    [{ providerType: 'Taobao' }, 'ValidationError'],
    [{ providerType: 'Taobao', returnUrl: '/provider-session/1' }, 'ValidationError'],
    [{ providerType: 'Taobao', returnUrl: 'station://app/x' }, 'ValidationError'],
    [{ providerType: 'Taobao', returnUrl: 'javascript:alert(1)' }, 'ValidationError'],
    [{ providerType: 'taobao', returnUrl: RETURN_URL }, 'NotFound'],
    [{ providerType: 'Jd', returnUrl: RETURN_URL }, 'NotFound'],
    [{ providerType: 'Warehouse', returnUrl: RETURN_URL }, 'ContractViolation/InvalidInputValue'],
    [{ providerType: 'Taobao', returnUrl: RETURN_URL, sessionId: 'old' }, 'SessionExpired/SessionExpired'],
  ])('refuses %j with %s', async (parameters, codes) => {
    const { caller } = await start();
    expect(await caller.codesOf(LOGIN_METHOD, parameters)).toBe(codes);
  });

  test('says why in the language of the call', async () => {
    const { caller } = await start();
    const descriptions = await Promise.all(
      ['en', 'ru', 'zh-chs'].map(async (language) => (await caller.call(LOGIN_METHOD, { language, providerType: 'Warehouse', returnUrl: RETURN_URL })).root['ErrorDescription']),
    );
    expect(descriptions).toEqual(['Orders of this provider are not bought automatically', 'Для этого поставщика автовыкуп не подключён', '该供应商未启用自动采购']);
  });
});

describe('GetProviderOrdersIntegrationSessionInfoList', () => {
  test('is empty at first, and then holds who logged in, provider by provider', async () => {
    const { caller } = await start();
    const empty = await caller.call(LIST_METHOD, { providerType: 'Taobao' });
    expect([empty.rootName, empty.errorCode]).toEqual(['ProviderSessionInfoListAnswer', 'Ok']);
    expect(await caller.providerSessions('Taobao')).toEqual([]);
    const wang = await logIn(caller, 'wang_01');
    const zhao = await logIn(caller, 'zhao_wh');
    const guangzhou = await logIn(caller, '广州仓_02', 'Alibaba1688');
    expect(await caller.providerSessions('Taobao')).toEqual([
      { Id: wang, Name: 'wang_01', Balance: { Amount: '12480.5', CurrencyCode: 'CNY' } },
      { Id: zhao, Name: 'zhao_wh' },
    ]);
    expect(await caller.providerSessions('Alibaba1688')).toEqual([{ Id: guangzhou, Name: '广州仓_02' }]);
  });

  test('shows a balance of nothing as 0', async () => {
    const { caller } = await start();
    await logIn(caller, '小林采购');
    expect((await caller.providerSessions('Taobao'))[0]).toMatchObject({ Name: '小林采购', Balance: { Amount: '0', CurrencyCode: 'CNY' } });
  });

  test('has one session of an account, the newest', async () => {
    const { caller } = await start();
    const first = await logIn(caller, 'wang_01');
    await logIn(caller, 'lin_88');
    const second = await logIn(caller, 'wang_01');
    expect(second).not.toBe(first);
    expect((await caller.providerSessions('Taobao')).map(({ Id, Name }) => (Id === second ? 'second' : Name))).toEqual(['second', 'lin_88']);
  });

  test('drops a session after 24 hours by the platform\'s clock', async () => {
    const { caller } = await start();
    await logIn(caller, 'wang_01');
    clock = new Date('2026-11-24T07:59:59.999Z');
    expect(await caller.providerSessions('Taobao')).toHaveLength(1);
    clock = new Date('2026-11-24T08:00:00Z');
    expect(await caller.providerSessions('Taobao')).toEqual([]);
  });

  test.each([
    [{}, 'ValidationError'],
    [{ providerType: 'EBay' }, 'NotFound'],
    [{ providerType: 'Warehouse' }, 'ContractViolation/InvalidInputValue'],
    [{ providerType: 'Taobao', sessionId: '' }, 'ValidationError'],
  ])('refuses %j with %s', async (parameters, codes) => {
    const { caller } = await start();
    expect(await caller.codesOf(LIST_METHOD, parameters)).toBe(codes);
  });
});

describe('the control surface', () => {
  test('ends sessions, adds some made elsewhere, and knows the ids', async () => {
    const { platform, caller } = await start();
    const { control } = platform;
    const id = await logIn(caller, 'wang_01');
    const elsewhere = control.addProviderSession({ providerType: 'Taobao', name: 'phone_wang' });
    expect(control.providerSessions()).toMatchObject([{ id, name: 'wang_01', operatorId: '17', startedAt: '2026-11-23T08:00:00.000Z', endsAt: '2026-11-24T08:00:00.000Z' }, { ...elsewhere, operatorId: null }]);
    control.expireProviderSession('wang_01');
    expect(await caller.providerSessions('Taobao')).toEqual([{ Id: elsewhere.id, Name: 'phone_wang' }]);
    expect(() => control.expireProviderSession('wang_01')).toThrow(RangeError);
    expect(() => control.addProviderSession({ providerType: 'Taobao', name: ' ' })).toThrow(RangeError);
  });

  test('does the same over HTTP, behind its token', async () => {
    const { platform, caller } = await start({ controlToken: 'tok' });
    const perform = async (action: string, body: unknown, token = 'tok'): Promise<[number, Record<string, unknown>]> => {
      const response = await fetch(`${platform.origin}/practice/control/${action}`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: JSON.stringify(body) });
      const text = await response.text();
      return [response.status, text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}];
    };
    expect((await perform('provider-sessions', {}, 'guess'))[0]).toBe(401);
    const [, { session }] = await perform('add-provider-session', { providerType: 'Alibaba1688', name: 'elsewhere' });
    expect(await perform('provider-sessions', {})).toEqual([200, { sessions: [session] }]);
    expect(platform.control.providerSessions()).toEqual([session]);
    expect(await perform('expire-provider-session', { name: 'elsewhere' })).toEqual([200, {}]);
    expect(await perform('expire-provider-session', { name: 'elsewhere' })).toEqual([400, { error: 'There is no provider session of elsewhere' }]);
    expect(await perform('login-defaults', { way: 'redirect-303' })).toEqual([200, {}]);
    expect(await perform('next-login', { ending: 'error', errorText: 'no <b>' })).toEqual([200, {}]);
    const browser = new LoginBrowser();
    const answer = await browser.send(await browser.logInTo(await caller.loginAddress('Taobao', RETURN_URL), 'wang_01'), { decision: 'allow' });
    expect([answer.status, new URL(answer.location).searchParams.get('error')]).toEqual([303, 'no <b>']);
    const [, site] = await perform('login-site', {});
    expect(site).toEqual(platform.control.loginSite());
    expect(site).toMatchObject({ origin: platform.loginOrigin, counts: { 'GET /authorize': 1, 'POST /taobao/consent': 1 } });
    expect(await perform('clear-requests', {})).toEqual([200, {}]);
    expect(platform.control.loginSite()).toEqual({ origin: platform.loginOrigin, requests: [], counts: {} });
  });

  test.each([
    ['next-login', { way: 'teleport' }, 'way must be one of redirect-302'],
    ['next-login', { ending: 'crash' }, 'ending must be one of success'],
    ['next-login', { probes: 'http://x/' }, 'probes must be a list of texts'],
    ['next-login', { colour: 'red' }, 'a login has no colour'],
    ['next-login', { ending: 'leaves-for' }, 'The ending leaves-for needs leavesFor'],
    ['login-defaults', { leavesFor: 7 }, 'leavesFor must be a text'],
    ['add-provider-session', { providerType: 'Jd', name: 'x' }, 'providerType must be one of Taobao, Alibaba1688'],
    ['add-provider-session', { providerType: 'Taobao' }, 'name must be a text'],
  ])('refuses %s with %j', async (action, body, message) => {
    const { platform } = await start({ controlToken: 'tok' });
    const response = await fetch(`${platform.origin}/practice/control/${action}`, { method: 'POST', headers: { authorization: 'Bearer tok' }, body: JSON.stringify(body) });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toContain(message);
  });
});

describe('a world file', () => {
  const path = (): string => join(folder, 'world.json');

  test('keeps provider sessions and known browsers over a restart, and their clock runs on', async () => {
    const first = await start({ worldFile: path() });
    const browser = new LoginBrowser();
    const id = await logIn(first.caller, 'wang_01', 'Taobao', browser);
    await vi.waitFor(async () => expect(await readFile(path(), 'utf8')).toContain(id), { timeout: 5000 });
    await first.platform.close();
    clock = new Date('2026-11-24T07:00:00Z');
    const second = await start({ worldFile: path() });
    expect((await second.caller.providerSessions('Taobao')).map(({ Id }) => Id)).toEqual([id]);
    const page = await browser.open(await second.caller.loginAddress('Taobao', RETURN_URL));
    expect(page.text).toContain('value="wang_01"');
    expect((await browser.sendAndFollow(page, { loginName: 'wang_01', password: 'practice' })).url).toContain('/taobao/consent?');
    clock = new Date('2026-11-24T08:00:00Z');
    expect(await second.caller.providerSessions('Taobao')).toEqual([]);
  });

  test('of before there were provider logins is read as it is', async () => {
    const { platform } = await start({ worldFile: path() });
    platform.control.revealParcels('all');
    await platform.close();
    const { providerLogins, ...older } = JSON.parse(await readFile(path(), 'utf8')) as Record<string, unknown>;
    expect(providerLogins).toEqual({ sessions: [], devices: [] });
    await writeFile(path(), JSON.stringify(older));
    const again = await start({ worldFile: path() });
    expect(again.platform.world.changes).toEqual(platform.world.changes);
    expect(await again.caller.providerSessions('Taobao')).toEqual([]);
  });

  test('with damaged provider logins is refused and kept', async () => {
    const { platform } = await start({ worldFile: path() });
    await platform.close();
    const damaged = JSON.stringify({ ...(JSON.parse(await readFile(path(), 'utf8')) as object), providerLogins: { sessions: [7], devices: [] } });
    await writeFile(path(), damaged);
    await expect(start({ worldFile: path() })).rejects.toThrow(UnreadableWorldFile);
    expect(await readFile(path(), 'utf8')).toBe(damaged);
  });
});

test('every practice account can log in', async () => {
  const { caller, platform } = await start();
  for (const { providerType, name } of PROVIDER_ACCOUNTS) await logIn(caller, name, providerType);
  expect(platform.control.providerSessions().map(({ name }) => name)).toEqual(PROVIDER_ACCOUNTS.map(({ name }) => name));
});

test('a port of the login site that is taken starts nothing, and leaves nothing running', async () => {
  const { platform } = await start();
  const loginPort = Number(new URL(platform.loginOrigin).port);
  await expect(start({ loginPort })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await platform.close();
  const { platform: next } = await start({ loginPort });
  expect(next.loginOrigin).toBe(platform.loginOrigin);
});
