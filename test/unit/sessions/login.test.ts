import { beforeEach, describe, expect, it } from 'vitest';
import { defaultProviderSettings } from '../../../preload/contract/index.ts';
import { createAccountsBench, type AccountsBench } from './accounts-bench.ts';
import { networkFailure, providerSession } from './provider-platform.ts';

let bench: AccountsBench;
const secretId = 'session-id-that-nobody-may-see';

beforeEach(async () => {
  bench = await createAccountsBench();
});

/** The provider has made a session and comes back with it. */
async function comeBack(name: string, parameters: Record<string, string> = { sessionId: secretId }, id = secretId): Promise<void> {
  bench.platform.sessions.set('Taobao', [providerSession(id, name)]);
  bench.surface.current().comeBack(parameters);
  await bench.settle();
}

/** The provider comes back, and the list stays as it was, however often it is read. */
async function comeBackForNothing(parameters: Record<string, string> = {}): Promise<void> {
  bench.surface.current().comeBack(parameters);
  for (const waitMs of [0, 1_000, 3_000]) {
    bench.time.advance(waitMs);
    await bench.settle();
  }
}

describe('a login in the window of the app', () => {
  it('opens the provider page in the partition of the account, with a return address of its own', async () => {
    await bench.openLogin('wang_01');
    const { request } = bench.surface.current();
    expect(request.address).toBe('https://login.taobao.com/begin?ticket=t1');
    expect(bench.platform.returnUrls).toEqual([`https://${request.returnAddress.host}${request.returnAddress.path}`]);
    expect(request.localOrigin).toBeNull();
    expect(request.sites).toContain('taobao.com');
    expect(bench.view().login).toMatchObject({ accountName: 'wang_01', phase: 'opening', where: 'own-window', stoppedAt: null });
  });

  it('follows what happens there', async () => {
    await bench.openLogin('wang_01');
    const { tell } = bench.surface.current();
    tell({ kind: 'page', host: 'login.taobao.com', isSecure: true });
    expect(bench.told?.login).toMatchObject({ phase: 'page', host: 'login.taobao.com', isSecure: true });
    tell({ kind: 'stopped', host: 'elsewhere.example' });
    expect(bench.told?.login).toMatchObject({ phase: 'stopped', stoppedAt: 'elsewhere.example' });
  });

  it('ends well when OT Platform lists the session, and closes the window', async () => {
    const id = await bench.openLogin('wang_01');
    await comeBack('wang_01');
    expect(bench.view().login).toBeNull();
    expect(bench.account('wang_01')).toMatchObject({ id, session: { obtainedHere: true }, lastEnding: null, deviceRemembered: true });
    expect(bench.surface.current().asked).toEqual(['close']);
  });

  it('gives an account without a name the one that the list tells', async () => {
    const id = await bench.openLogin('');
    await comeBack('wang_01');
    expect(bench.account('wang_01').id).toBe(id);
  });

  it('waits a little for a list that does not know the session yet', async () => {
    const id = await bench.openLogin('wang_01');
    bench.surface.current().comeBack({ sessionId: secretId });
    await bench.settle();
    expect(bench.view().login).toMatchObject({ phase: 'checking' });
    bench.platform.sessions.set('Taobao', [providerSession(secretId, 'wang_01')]);
    bench.time.advance(1_000);
    await bench.settle();
    expect(bench.ending(id)).toBeNull();
    expect(bench.account('wang_01').session).not.toBeNull();
  });

  it('does not take the old session for the new one while the list may still learn of it', async () => {
    bench.platform.sessions.set('Taobao', [providerSession('old-session', 'wang_01')]);
    await bench.accounts.calls.refresh({});
    const id = bench.account('wang_01').id;
    await bench.accounts.calls.logIn({ id });
    await bench.settle();
    bench.surface.current().comeBack({ sessionId: secretId });
    await bench.settle();
    expect(bench.view().login).toMatchObject({ phase: 'checking' });
    bench.platform.sessions.set('Taobao', [providerSession(secretId, 'wang_01')]);
    bench.time.advance(1_000);
    await bench.settle();
    expect(bench.account('wang_01').session).toMatchObject({ obtainedHere: true });
    await bench.accounts.calls.refresh({});
    expect(bench.account('wang_01').session).toMatchObject({ obtainedHere: true });
  });

  it('keeps everything secret out of what pages are told and out of the database', async () => {
    await bench.openLogin('wang_01');
    const { returnAddress, address } = bench.surface.current().request;
    const views = [bench.told];
    await comeBack('wang_01');
    views.push(bench.told);
    const kept = JSON.stringify([views, bench.database.prepare('SELECT * FROM provider_accounts').all()]);
    for (const secret of [secretId, returnAddress.path, address]) {
      expect(kept).not.toContain(secret);
      expect(bench.secrets).toContain(secret);
    }
  });
});

describe('a login ends with its own word', () => {
  it.each([
    ['refused', { kind: 'refused', text: '17: no & <b>never</b>' }, () => comeBack('lin_88', { error: '17', message: 'no & <b>never</b>' })],
    ['closed', { kind: 'closed' }, () => bench.surface.current().tell({ kind: 'closed' })],
    ['state-mismatch', { kind: 'state-mismatch' }, () => bench.surface.current().tell({ kind: 'foreign-return' })],
    ['load-failed', { kind: 'load-failed', host: 'login.taobao.com', networkCode: 'ERR_NAME_NOT_RESOLVED' }, () =>
      bench.surface.current().tell({ kind: 'load-failed', host: 'login.taobao.com', networkCode: 'ERR_NAME_NOT_RESOLVED' })],
    ['certificate', { kind: 'certificate', host: 'login.taobao.com', networkCode: 'ERR_CERT_DATE_INVALID' }, () =>
      bench.surface.current().tell({ kind: 'certificate', host: 'login.taobao.com', networkCode: 'ERR_CERT_DATE_INVALID' })],
    ['crashed', { kind: 'crashed' }, () => bench.surface.current().tell({ kind: 'crashed' })],
    ['timed-out', { kind: 'timed-out' }, () => bench.time.advance(defaultProviderSettings.loginMinutes * 60_000)],
    ['no-session', { kind: 'no-session' }, () => comeBackForNothing()],
    ['closed by a button', { kind: 'closed' }, () => void bench.accounts.calls.cancelLogin({})],
  ])('%s', async (_, expected, end) => {
    const id = await bench.openLogin('wang_01');
    await end();
    await bench.settle();
    expect(bench.view().login).toBeNull();
    expect(bench.ending(id)).toMatchObject(expected);
    expect(bench.account('wang_01').session).toBeNull();
    expect(bench.surface.current().asked).toEqual(['close']);
  });

  it('list-unread, when the list cannot be read after the return; it is found by the next reading', async () => {
    const id = await bench.openLogin('wang_01');
    bench.platform.failure = networkFailure();
    bench.platform.sessions.set('Taobao', [providerSession(secretId, 'wang_01')]);
    bench.surface.current().comeBack({ sessionId: secretId });
    await bench.settle();
    bench.time.advance(1_000);
    await bench.settle();
    bench.time.advance(3_000);
    await bench.settle();
    expect(bench.ending(id)).toMatchObject({ kind: 'list-unread', error: { code: 'network' } });
    bench.platform.failure = null;
    await bench.accounts.calls.refresh({});
    expect(bench.account('wang_01').session).not.toBeNull();
  });

  it('not-started, when OT Platform cannot be asked where to log in; no window opens', async () => {
    bench.platform.failure = networkFailure();
    const id = await bench.openLogin('wang_01');
    expect(bench.ending(id)).toMatchObject({ kind: 'not-started', error: { code: 'network' } });
    expect(bench.surface.windows).toEqual([]);
  });

  it.each(['http://login.taobao.com/', 'https://10.0.0.7/', 'https://localhost/', 'javascript:alert(1)', 'https://me:pw@taobao.com/', 'no address'])(
    'address-refused, for %s',
    async (address) => {
      bench.platform.loginAddress = address;
      const id = await bench.openLogin('wang_01');
      expect(bench.ending(id)).toMatchObject({ kind: 'address-refused' });
      expect(bench.surface.windows).toEqual([]);
    },
  );

  it('and what a person has read is dismissed', async () => {
    const id = await bench.openLogin('wang_01');
    bench.surface.current().tell({ kind: 'crashed' });
    await bench.settle();
    await bench.accounts.calls.dismissEnding({ id });
    expect(bench.ending(id)).toBeNull();
  });

  it('closed, when it was ended before OT Platform had answered; no window opens later', async () => {
    const { id } = await bench.accounts.calls.add({ providerType: 'Taobao', name: 'wang_01' });
    await bench.accounts.calls.logIn({ id });
    await bench.accounts.calls.cancelLogin({});
    await bench.settle();
    expect(bench.ending(id)).toMatchObject({ kind: 'closed' });
    expect(bench.surface.windows).toEqual([]);
  });
});

describe('a login as another account', () => {
  async function logInAsLin(): Promise<string> {
    const id = await bench.openLogin('wang_01');
    await comeBack('lin_88');
    return id;
  }

  it('is told with its name; the list does not add that account by itself meanwhile', async () => {
    const id = await logInAsLin();
    expect(bench.ending(id)).toMatchObject({ kind: 'different-account', otherName: 'lin_88' });
    await bench.accounts.calls.refresh({});
    expect(bench.view().accounts.map(({ name }) => name)).toEqual(['wang_01']);
    expect(bench.account('wang_01').session).toBeNull();
  });

  it('is kept under its own name when a person says so', async () => {
    const id = await logInAsLin();
    await bench.accounts.calls.answerDifferent({ id, keep: true });
    expect(bench.account('lin_88')).toMatchObject({ session: { obtainedHere: true }, deviceRemembered: true });
    expect(bench.ending(id)).toMatchObject({ kind: 'different-account', otherName: null });
    expect(bench.surface.cleared).toEqual([]);
  });

  it('is left when a person says so: its browser data goes, and it does not come back by the list', async () => {
    const id = await logInAsLin();
    const { partition } = bench.surface.current().request;
    await bench.accounts.calls.answerDifferent({ id, keep: false });
    expect(bench.surface.cleared).toEqual([partition]);
    await bench.accounts.calls.refresh({});
    expect(bench.view().accounts.map(({ name }) => name)).toEqual(['wang_01']);
  });

  it('can be decided about after a restart too', async () => {
    const id = await logInAsLin();
    await bench.restart();
    await bench.accounts.calls.answerDifferent({ id, keep: true });
    expect(bench.account('lin_88').session).toMatchObject({ obtainedHere: true });
  });

  it('has to be decided about before the account logs in again; a round passes it over', async () => {
    const id = await logInAsLin();
    expect(() => bench.accounts.calls.logIn({ id })).toThrow(
      expect.objectContaining({ error: { code: 'conflict', details: { reason: 'decide-first' } } }),
    );
    expect(bench.view().needLogin).toEqual([]);
    await expect(bench.accounts.calls.dismissEnding({ id })).rejects.toMatchObject({ error: { details: { reason: 'decide-first' } } });
    expect(bench.ending(id)).toMatchObject({ otherName: 'lin_88' });
  });

  it('is not decided about while that other account is logging in', async () => {
    const id = await logInAsLin();
    await bench.openLogin('lin_88');
    await expect(bench.accounts.calls.answerDifferent({ id, keep: true })).rejects.toMatchObject({
      error: { code: 'conflict', details: { reason: 'login-under-way' } },
    });
    expect(bench.ending(id)).toMatchObject({ otherName: 'lin_88' });
  });

  it('is decided about once', async () => {
    const id = await logInAsLin();
    await bench.accounts.calls.answerDifferent({ id, keep: true });
    await expect(bench.accounts.calls.answerDifferent({ id, keep: true })).rejects.toMatchObject({
      error: { code: 'conflict', details: { reason: 'nothing-to-decide' } },
    });
  });
});

describe('a page that wants to leave the known sites', () => {
  beforeEach(async () => {
    await bench.openLogin('wang_01');
    bench.surface.current().tell({ kind: 'stopped', host: 'pay.example:8443' });
  });

  it('goes back, and nothing is allowed', async () => {
    await bench.accounts.calls.answerStop({ answer: 'back' });
    expect(bench.surface.current().asked).toEqual(['goBack']);
    expect(bench.settings.providers).toEqual({});
    expect(bench.view().login).toMatchObject({ phase: 'page', stoppedAt: null });
  });

  it('goes on this once', async () => {
    await bench.accounts.calls.answerStop({ answer: 'once' });
    expect(bench.surface.current().asked).toEqual(['goOn']);
    expect(bench.settings.providers).toEqual({});
  });

  it('goes on from now on: the provider gets one more site, by its name', async () => {
    await bench.accounts.calls.answerStop({ answer: 'always' });
    expect(bench.surface.current().asked).toEqual(['goOn']);
    expect(bench.settings.providers['Taobao']?.moreSites).toEqual(['pay.example']);
  });

  it('is not asked about twice', async () => {
    await bench.accounts.calls.answerStop({ answer: 'back' });
    expect(() => bench.accounts.calls.answerStop({ answer: 'once' })).toThrow(
      expect.objectContaining({ error: { code: 'conflict', details: { reason: 'no-login' } } }),
    );
  });
});

describe('a login in the browser of the system', () => {
  beforeEach(() => {
    bench.settings.providers['Taobao'] = { ...defaultProviderSettings, loginPlace: 'system-browser' };
  });

  it('comes back over the loopback interface, once', async () => {
    await bench.openLogin('wang_01');
    await expect.poll(() => bench.surface.opened).toEqual(['https://login.taobao.com/begin?ticket=t1']);
    expect(bench.surface.windows).toEqual([]);
    expect(bench.view().login).toMatchObject({ where: 'system-browser', phase: 'page', host: 'login.taobao.com' });
    bench.platform.sessions.set('Taobao', [providerSession(secretId, 'wang_01')]);
    const [returnUrl = ''] = bench.platform.returnUrls;
    const answer = await fetch(`${returnUrl}?sessionId=${secretId}`);
    expect([answer.status, answer.headers.get('cache-control'), await answer.text()]).toEqual([
      200,
      'no-store',
      expect.stringContaining('Logged in'),
    ]);
    await expect.poll(() => bench.view().login).toBeNull();
    expect(bench.account('wang_01')).toMatchObject({ session: { obtainedHere: true }, deviceRemembered: false });
    await expect(fetch(returnUrl)).rejects.toThrow('fetch failed');
  });

  it('does not listen any more once it was ended', async () => {
    await bench.openLogin('wang_01');
    await expect.poll(() => bench.surface.opened).toHaveLength(1);
    await bench.accounts.calls.cancelLogin({});
    await bench.settle();
    await expect(fetch(bench.platform.returnUrls[0] ?? '')).rejects.toThrow('fetch failed');
  });

  it('says so when no browser could be opened', async () => {
    bench.surface.openInBrowser = () => Promise.reject(new Error('no browser'));
    const id = await bench.openLogin('wang_01');
    await expect.poll(() => bench.ending(id)).toMatchObject({ kind: 'browser-failed' });
  });
});
