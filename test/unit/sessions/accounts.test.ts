import { beforeEach, describe, expect, it } from 'vitest';
import { createAccountsBench, type AccountsBench } from './accounts-bench.ts';
import { networkFailure, providerInfo, providerSession } from './provider-platform.ts';

const hour = 3_600_000;
let bench: AccountsBench;

beforeEach(async () => {
  bench = await createAccountsBench();
});

const names = (): string[] => bench.view().accounts.map(({ name }) => name);
const fault = (reason: string) => expect.objectContaining({ error: expect.objectContaining({ details: { reason } }) as unknown });

describe('what OT Platform tells', () => {
  it('is read when it comes within reach: the providers at which it can buy, and their sessions', () => {
    expect(bench.view()).toMatchObject({
      providers: [{ type: 'Taobao' }, { type: 'Alibaba1688' }],
      readAt: new Date(bench.time.now()).toISOString(),
      readError: null,
    });
  });

  it('is read again by itself, so that sessions made elsewhere appear', async () => {
    bench.platform.sessions.set('Taobao', [providerSession('s1', 'wang_01')]);
    bench.time.advance(15 * 60_000);
    await bench.settle();
    expect(bench.account('wang_01').session).toMatchObject({ obtainedHere: false });
    expect(bench.told?.accounts).toHaveLength(1);
  });

  it('is not asked for while out of reach', async () => {
    bench.accounts.online(false);
    const { listed } = bench.platform;
    bench.time.advance(5 * hour);
    await bench.settle();
    expect(bench.platform.listed).toBe(listed);
  });

  it('that cannot be read is said; what was known stays, also over a restart', async () => {
    bench.platform.sessions.set('Taobao', [providerSession('s1', 'wang_01')]);
    await bench.accounts.calls.refresh({});
    bench.platform.failure = networkFailure();
    await bench.accounts.calls.refresh({});
    expect(bench.view().readError).toMatchObject({ code: 'network' });
    await bench.restart();
    expect(names()).toEqual(['wang_01']);
    expect(bench.view().providers).toHaveLength(2);
  });

  it('is said to be read while it is', async () => {
    const told: boolean[] = [];
    const reading = bench.accounts.calls.refresh({});
    told.push(bench.told?.isReading === true);
    await reading;
    told.push(bench.told?.isReading === true);
    expect(told).toEqual([true, false]);
  });

  it('asked for by a person sees what came while another reading was under way', async () => {
    const { providerSessions } = bench.platform.client;
    const whole = { ...providerSessions };
    const late = Promise.withResolvers<[]>();
    providerSessions.list = () => late.promise;
    const before = bench.accounts.calls.refresh({});
    await bench.settle();
    providerSessions.list = (type) => whole.list(type);
    bench.platform.sessions.set('Taobao', [providerSession('s1', 'wang_01')]);
    const refreshed = bench.accounts.calls.refresh({});
    late.resolve([]);
    await before;
    await refreshed;
    expect(names()).toEqual(['wang_01']);
  });

  it('before a login ended does not undo what the login has brought', async () => {
    await bench.openLogin('wang_01');
    const { providerSessions } = bench.platform.client;
    const whole = { ...providerSessions };
    const late = Promise.withResolvers<[]>();
    providerSessions.list = () => late.promise;
    const refreshed = bench.accounts.calls.refresh({});
    await bench.settle();
    providerSessions.list = (type) => whole.list(type);
    bench.platform.sessions.set('Taobao', [providerSession('s1', 'wang_01')]);
    bench.surface.current().comeBack({ sessionId: 's1' });
    await bench.settle();
    late.resolve([]);
    await refreshed;
    expect(bench.account('wang_01').session).toMatchObject({ obtainedHere: true });
  });

  it('about one provider does not depend on the other', async () => {
    bench.platform.sessions.set('Taobao', [providerSession('s1', 'wang_01')]);
    const { providerSessions } = bench.platform.client;
    const whole = { ...providerSessions };
    providerSessions.list = (type) => (type === 'Alibaba1688' ? Promise.reject(networkFailure()) : whole.list(type));
    await bench.accounts.calls.refresh({});
    expect(names()).toEqual(['wang_01']);
    expect(bench.view().readError).not.toBeNull();
  });
});

describe('accounts', () => {
  it('are added, also without a name; the same one twice is refused', async () => {
    await bench.accounts.calls.add({ providerType: 'Taobao', name: 'wang_01' });
    await bench.accounts.calls.add({ providerType: 'Taobao', name: '' });
    expect(names()).toEqual(['wang_01', '']);
    expect(() => bench.accounts.calls.add({ providerType: 'Taobao', name: 'Wang_01' })).toThrow(fault('account-exists'));
    expect(() => bench.accounts.calls.add({ providerType: 'Warehouse', name: 'x' })).toThrow(fault('provider-gone'));
  });

  it('that are removed can be brought back for a while with everything; then the browser data goes', async () => {
    const id = await bench.openLogin('wang_01');
    bench.surface.current().tell({ kind: 'closed' });
    await bench.settle();
    await bench.accounts.calls.remove({ id });
    expect(names()).toEqual([]);
    await bench.accounts.calls.restore({ id });
    bench.time.advance(hour);
    await bench.settle();
    expect(bench.surface.cleared).toEqual([]);
    expect(bench.account('wang_01').deviceRemembered).toBe(true);
    await bench.accounts.calls.remove({ id });
    bench.time.advance(60_000);
    await bench.settle();
    expect(bench.surface.cleared).toEqual([bench.surface.current().request.partition]);
  });

  it('that a login brings back within that time keep their browser data', async () => {
    const { id } = await bench.accounts.calls.add({ providerType: 'Taobao', name: 'wang_01' });
    await bench.accounts.calls.remove({ id });
    await bench.openLogin('');
    bench.platform.sessions.set('Taobao', [providerSession('s1', 'wang_01')]);
    bench.surface.current().comeBack({ sessionId: 's1' });
    await bench.settle();
    const { partition } = bench.surface.current().request;
    bench.time.advance(hour);
    await bench.settle();
    expect(bench.account('wang_01')).toMatchObject({ id, deviceRemembered: true });
    expect(bench.surface.cleared).not.toContain(partition);
  });

  it('whose removal was cut short by the end of the app lose their browser data at the next start', async () => {
    const id = await bench.openLogin('wang_01');
    bench.surface.current().tell({ kind: 'closed' });
    await bench.settle();
    await bench.accounts.calls.remove({ id });
    await bench.restart();
    await bench.settle();
    expect(bench.surface.cleared).toHaveLength(1);
  });

  it('forget their device when asked to', async () => {
    const id = await bench.openLogin('wang_01');
    await expect(bench.accounts.calls.forgetDevice({ id })).rejects.toEqual(fault('login-under-way'));
    await expect(bench.accounts.calls.remove({ id })).rejects.toEqual(fault('login-under-way'));
    bench.surface.current().tell({ kind: 'closed' });
    await bench.settle();
    await bench.accounts.calls.forgetDevice({ id });
    expect(bench.surface.cleared).toHaveLength(1);
    expect(bench.account('wang_01').deviceRemembered).toBe(false);
  });

  it('log in one at a time', async () => {
    await bench.openLogin('wang_01');
    const { id } = await bench.accounts.calls.add({ providerType: 'Taobao', name: 'lin_88' });
    expect(() => bench.accounts.calls.logIn({ id })).toThrow(fault('login-under-way'));
    expect(() => bench.accounts.calls.startRound({})).toThrow(fault('login-under-way'));
  });
});

describe('a round', () => {
  beforeEach(async () => {
    for (const name of ['wang_01', 'lin_88', 'zhao_wh']) await bench.accounts.calls.add({ providerType: 'Taobao', name });
  });

  const roundStates = () => bench.view().round && [bench.view().round?.state, ...(bench.view().round?.entries ?? []).map(({ state }) => state)];
  const open = () => bench.view().login?.accountName;

  /** The account whose window is open logs in. */
  async function logIn(): Promise<void> {
    const name = open() ?? '';
    const sessions = bench.platform.sessions.get('Taobao') ?? [];
    bench.platform.sessions.set('Taobao', [...sessions, providerSession(`s-${name}`, name)]);
    bench.surface.current().comeBack({ sessionId: `s-${name}` });
    await bench.settle();
  }

  it('goes through all that need a login, one window after the other', async () => {
    await bench.accounts.calls.startRound({});
    await bench.settle();
    for (const name of ['wang_01', 'lin_88', 'zhao_wh']) {
      expect(open()).toBe(name);
      await logIn();
    }
    expect(roundStates()).toEqual(['over', 'done', 'done', 'done']);
    expect(bench.surface.windows).toHaveLength(3);
    expect(bench.view().accounts.every(({ session }) => session !== null)).toBe(true);
    expect(bench.view().needLogin).toEqual([]);
  });

  it('takes those with little left, and leaves out those with enough, those without need and providers that are gone', async () => {
    await bench.accounts.calls.startRound({});
    await bench.settle();
    await logIn();
    await bench.accounts.calls.endRound({});
    await bench.settle();
    const needy = () => bench.view().needLogin.map((id) => bench.view().accounts.find((each) => each.id === id)?.name);
    expect(needy()).toEqual(['lin_88', 'zhao_wh']);
    bench.time.advance(14 * hour + 1);
    expect(needy()).toEqual(['wang_01', 'lin_88', 'zhao_wh']);
    bench.platform.providers = [providerInfo('Taobao', { isSessionRequired: false })];
    await bench.accounts.calls.refresh({});
    expect(needy()).toEqual([]);
    expect(() => bench.accounts.calls.startRound({})).toThrow(fault('nothing-to-log-in'));
  });

  it('puts one off on demand and goes on after failures', async () => {
    await bench.accounts.calls.startRound({});
    await bench.settle();
    await bench.accounts.calls.skip({});
    await bench.settle();
    expect([open(), ...(roundStates() ?? [])]).toEqual(['lin_88', 'running', 'skipped', 'current', 'waiting']);
    bench.surface.current().tell({ kind: 'crashed' });
    await bench.settle();
    expect([open(), ...(roundStates() ?? [])]).toEqual(['zhao_wh', 'running', 'skipped', 'failed', 'current']);
    expect(bench.account('wang_01').lastEnding).toBeNull();
    expect(bench.account('lin_88').lastEnding).toMatchObject({ kind: 'crashed' });
  });

  it('waits when a window was closed, goes on when told to, and passes over who was removed meanwhile', async () => {
    await bench.accounts.calls.startRound({});
    await bench.settle();
    bench.surface.current().tell({ kind: 'closed' });
    await bench.settle();
    expect(roundStates()).toEqual(['paused', 'failed', 'waiting', 'waiting']);
    expect(bench.view().login).toBeNull();
    await bench.accounts.calls.remove({ id: bench.account('lin_88').id });
    await bench.accounts.calls.continueRound({});
    await bench.settle();
    expect(open()).toBe('zhao_wh');
    expect(roundStates()).toEqual(['running', 'failed', 'skipped', 'current']);
  });

  it('ends when told to, with the login under way', async () => {
    await bench.accounts.calls.startRound({});
    await bench.settle();
    await bench.accounts.calls.endRound({});
    await bench.settle();
    expect([bench.view().round, bench.view().login]).toEqual([null, null]);
    expect(bench.surface.windows).toHaveLength(1);
    expect(bench.surface.current().asked).toEqual(['close']);
  });

  it('keeps its place when an account without a name turns out to be a known one', async () => {
    await bench.accounts.calls.endRound({});
    const { id } = await bench.accounts.calls.add({ providerType: 'Taobao', name: '' });
    await bench.accounts.calls.logIn({ id });
    await bench.settle();
    bench.platform.sessions.set('Taobao', [providerSession('s-lin', 'lin_88')]);
    bench.surface.current().comeBack({ sessionId: 's-lin' });
    await bench.settle();
    expect(names()).toEqual(['wang_01', 'lin_88', 'zhao_wh']);
    expect(bench.account('lin_88').session).not.toBeNull();
    expect(bench.surface.cleared).toHaveLength(1);
  });
});

describe('the end of sessions', () => {
  it('is by the lifetime that the settings give the provider', async () => {
    const id = await bench.openLogin('wang_01');
    bench.platform.sessions.set('Taobao', [providerSession('s1', 'wang_01')]);
    bench.surface.current().comeBack({ sessionId: 's1' });
    await bench.settle();
    const endsAt = () => bench.view().accounts.find((each) => each.id === id)?.session?.endsAt;
    expect(endsAt()).toBe(new Date(bench.time.now() + 24 * hour).toISOString());
    bench.settings.providers['Taobao'] = { sessionHours: 3, loginMinutes: 5, loginPlace: 'own-window', moreSites: [] };
    bench.accounts.look();
    expect(endsAt()).toBe(new Date(bench.time.now() + 3 * hour).toISOString());
    bench.time.advance(hour);
    bench.time.advance(2 * hour);
    expect(bench.warnings).toEqual(['session-ending wang_01', 'session-ended wang_01']);
  });

  it('is not said again after a restart', async () => {
    bench.platform.sessions.set('Taobao', [providerSession('s1', 'wang_01')]);
    await bench.accounts.calls.refresh({});
    bench.time.advance(23 * hour);
    await bench.restart();
    expect(bench.warnings).toEqual(['session-ending wang_01']);
  });
});

describe('closing', () => {
  it('ends a login under way and tells nothing more', async () => {
    await bench.openLogin('wang_01');
    const told = bench.told;
    await bench.accounts.close();
    expect(bench.surface.current().asked).toEqual(['close']);
    expect(bench.told).toBe(told);
    bench.time.advance(48 * hour);
    expect(bench.warnings).toEqual([]);
    expect(bench.unexpected).toEqual([]);
  });
});
