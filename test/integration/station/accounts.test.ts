import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPracticePlatform, type PracticePlatform } from '../../../main/practice/index.ts';
import type { AccountsView } from '../../../preload/contract/index.ts';
import { LoginBrowser } from '../practice/login-browser.ts';

// electron-store asks for Electron; its package answers with a path where there is no app, and must not fetch anything.
vi.hoisted(() => (process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= 'nowhere'));
const { makeStation, untilStatus } = await import('./fixture.ts');
type TestStation = ReturnType<typeof makeStation>;

const day = 24 * 3_600_000;

let platform: PracticePlatform;
let under: TestStation;

beforeEach(async () => {
  platform = await startPracticePlatform({ lines: 20, seed: 3 });
  under = await open();
});
afterEach(async () => {
  await under.station.stop();
  await platform.close();
  rmSync(under.profile, { recursive: true, force: true, maxRetries: 5 });
});

async function open(profile?: string): Promise<TestStation> {
  const made = makeStation({ practiceUrl: platform.origin, ...(profile !== undefined && { profile }) });
  await made.station.open();
  await untilStatus(made.station, ({ network }) => network === 'online');
  return made;
}

const calls = () => under.station.handlers.accounts;
const view = (): Promise<AccountsView> => Promise.resolve(calls().view({}));

/** Waits until the view says so, and answers with it. */
function until(isSo: (view: AccountsView) => boolean): Promise<AccountsView> {
  return vi.waitFor(async () => {
    const now = await view();
    if (!isSo(now)) throw new Error(`Still ${JSON.stringify(now)}`);
    return now;
  }, 10_000);
}

async function add(name: string): Promise<string> {
  await until(({ providers }) => providers.length > 0);
  return (await calls().add({ providerType: 'Taobao', name })).id;
}

/** A person logs in at the provider's site, and the window catches the return. */
async function logIn(id: string, loginName: string): Promise<{ sessionId: string | null; state: string }> {
  const opened = under.surface.windows.length;
  await calls().logIn({ id });
  await vi.waitFor(() => expect(under.surface.windows).toHaveLength(opened + 1), 10_000);
  const { request, tell } = under.surface.current();
  const browser = new LoginBrowser();
  const consent = await browser.logInTo(request.address, loginName);
  const { location } = await browser.send(consent, { decision: 'allow' });
  tell({ kind: 'returned', address: location });
  return { sessionId: new URL(location).searchParams.get('sessionId'), state: request.returnAddress.path };
}

describe('a login in practice mode', () => {
  it('gets a session that OT Platform lists, with its balance', async () => {
    await logIn(await add('wang_01'), 'wang_01');
    const { accounts } = await until(({ login }) => login === null);
    expect(accounts).toEqual([
      expect.objectContaining({ name: 'wang_01', balance: { amount: 12_480.5, currency: 'CNY' }, lastEnding: null, deviceRemembered: true }),
    ]);
    const { obtainedAt = '', endsAt = '' } = accounts[0]?.session ?? {};
    expect(Date.parse(endsAt) - Date.parse(obtainedAt)).toBe(day);
    expect(under.surface.current().request.localOrigin).toBe(platform.loginOrigin);
  });

  it('leaves nothing secret in events, log and files', async () => {
    const { sessionId, state } = await logIn(await add('wang_01'), 'wang_01');
    await until(({ login }) => login === null);
    const { address } = under.surface.current().request;
    const listed = platform.control.providerSessions().map(({ id }) => id);
    expect(listed).toEqual([sessionId]);
    const told = JSON.stringify([under.events, await view(), under.logText()]);
    for (const secret of [...listed, state, address]) expect(told).not.toContain(secret);
  });

  it('is known after a restart, and so is one that was made elsewhere', async () => {
    await logIn(await add('wang_01'), 'wang_01');
    const before = await until(({ login }) => login === null);
    await under.station.stop();
    platform.control.addProviderSession({ providerType: 'Alibaba1688', name: 'yiwu_sourcing' });
    under = await open(under.profile);
    const { accounts } = await until((now) => now.accounts.length === 2);
    expect(accounts[0]?.session).toEqual(before.accounts[0]?.session);
    expect(accounts[1]).toMatchObject({ name: 'yiwu_sourcing', session: { obtainedHere: false } });
  });

  it('that is over at OT Platform is over here after the next reading', async () => {
    await logIn(await add('wang_01'), 'wang_01');
    await until(({ login }) => login === null);
    platform.control.expireProviderSession('wang_01');
    expect((await calls().refresh({})).accounts[0]?.session).toBeNull();
  });

  it('goes on over an operator session that ends in the middle', async () => {
    const id = await add('wang_01');
    await calls().logIn({ id });
    await vi.waitFor(() => expect(under.surface.windows).toHaveLength(1), 10_000);
    platform.control.expireSessions();
    const { request, tell } = under.surface.current();
    const browser = new LoginBrowser();
    const { location } = await browser.send(await browser.logInTo(request.address, 'wang_01'), { decision: 'allow' });
    tell({ kind: 'returned', address: location });
    expect((await until(({ login }) => login === null)).accounts[0]?.session).not.toBeNull();
  });

  it('ends when the station stops', async () => {
    await calls().logIn({ id: await add('wang_01') });
    await vi.waitFor(() => expect(under.surface.windows).toHaveLength(1), 10_000);
    await under.station.stop();
    expect(under.surface.current().asked).toEqual(['close']);
  });
});

it('a session that ends is said on the desktop and as a notice, whatever screen is open', async () => {
  const settings = await under.station.handlers.settings.read({});
  const taobao = { sessionHours: 2, loginMinutes: 5, loginPlace: 'own-window', moreSites: [] } as const;
  await under.station.handlers.settings.change({ accounts: { ...settings.accounts, providers: { Taobao: { ...taobao, moreSites: [] } } } });
  platform.control.addProviderSession({ providerType: 'Taobao', name: 'wang_01' });
  await calls().refresh({});
  expect(under.notifications).toEqual([{ code: 'session-ending', names: ['wang_01'] }]);
  expect((await under.station.handlers.status.read({})).notices).toEqual([
    expect.objectContaining({ code: 'session-ending', details: { names: 'wang_01', count: 1 } }),
  ]);
});

it('a site that is allowed from now on stands in the settings of its provider', async () => {
  await calls().logIn({ id: await add('wang_01') });
  await vi.waitFor(() => expect(under.surface.windows).toHaveLength(1), 10_000);
  under.surface.current().tell({ kind: 'stopped', host: 'pay.example' });
  await calls().answerStop({ answer: 'always' });
  const { accounts } = await under.station.handlers.settings.read({});
  expect(accounts.providers['Taobao']?.moreSites).toEqual(['pay.example']);
  expect(under.surface.current().asked).toEqual(['goOn']);
});

it('without a connection there are no accounts to be had', async () => {
  const made = makeStation();
  await made.station.open();
  await expect(Promise.resolve().then(() => made.station.handlers.accounts.view({}))).rejects.toMatchObject({ error: { code: 'not-connected' } });
  await made.station.stop();
});
