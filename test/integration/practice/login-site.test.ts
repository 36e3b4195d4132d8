import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPracticePlatform } from '../../../main/practice/index.ts';
import type { PracticePlatform } from '../../../main/practice/index.ts';
import { attributesOf, LoginBrowser, messageOf, type SeenPage } from './login-browser.ts';
import { PracticeCaller } from './practice-caller.ts';

const RETURN_URL = 'https://station.example/provider-session/0123456789abcdef?keep=1';
const WANG = { loginName: 'wang_01', password: 'practice' };
const MINUTE = 60_000;

let clock: Date;
let platform: PracticePlatform;
let caller: PracticeCaller;
let browser: LoginBrowser;

const address = (providerType = 'Taobao'): Promise<string> => caller.loginAddress(providerType, RETURN_URL);
const later = (minutes: number): void => {
  clock = new Date(clock.getTime() + minutes * MINUTE);
};
const pathOf = ({ url }: SeenPage): string => new URL(url).pathname;

beforeEach(async () => {
  clock = new Date('2026-11-23T08:00:00Z');
  platform = await startPracticePlatform({ lines: 30, now: () => clock });
  caller = new PracticeCaller(platform);
  browser = new LoginBrowser();
  await caller.signIn();
});

afterEach(() => platform.close());

describe('the login page', () => {
  test.each([
    ['Taobao', '/taobao/login', ['wang_01', 'lin_88', 'zhao_wh', '小林采购']],
    ['Alibaba1688', '/1688/login', ['yiwu_sourcing', '广州仓_02']],
  ])('of %s tells that it is for practice, its accounts and their password', async (providerType, path, names) => {
    const page = await browser.open(await address(providerType));
    expect([page.status, pathOf(page)]).toEqual([200, path]);
    expect(page.text).toContain('never type a real password here');
    for (const name of names) expect(page.text).toContain(`<code>${name}</code>`);
    expect(page.text).toContain('<code id="practice-password">practice</code>');
    expect(attributesOf(page, 'input', 'login-name')['value']).toBe('');
  });

  test.each([
    ['wang_01', 'wrong', '会员名或密码错误 The login name or the password is wrong'],
    ['nobody', 'practice', '会员名或密码错误 The login name or the password is wrong'],
    ['yiwu_sourcing', 'practice', '会员名或密码错误 The login name or the password is wrong'],
    ['wang_01', '', '会员名或密码错误 The login name or the password is wrong'],
    ['138 0013 8000', 'practice', '手机号不能作为会员名登录，请输入会员名 A phone number is not a login name: type the login name of the account'],
  ])('stays for %j with %j and says why', async (loginName, password, message) => {
    const again = await browser.send(await browser.open(await address()), { loginName, password });
    expect([again.status, messageOf(again)]).toEqual([200, message]);
    expect(attributesOf(again, 'input', 'login-name')['value']).toBe(loginName);
    expect((await browser.sendAndFollow(again, WANG)).url).toContain('/taobao/slider?');
  });

  test('shows what was typed as text', async () => {
    const again = await browser.send(await browser.open(await address()), { loginName: '"><script>x</script>', password: 'x' });
    expect(again.text).not.toContain('<script>x');
    expect(attributesOf(again, 'input', 'login-name')['value']).toBe('"><script>x</script>');
  });
});

describe('the slider', () => {
  test.each(['0', '99', '101', '', 'end'])('wants its end, not %j', async (slider) => {
    const page = await browser.sendAndFollow(await browser.open(await address()), WANG);
    const again = await browser.send(page, { slider });
    expect([again.status, messageOf(again)]).toEqual([200, '请把滑块拖到最右边 The knob is not at the right end yet']);
    expect((await browser.sendAndFollow(again, { slider: '100' })).url).toContain('/taobao/consent?');
  });

  test('is for browsers that are new to the account', async () => {
    await browser.logInTo(await address(), 'wang_01');
    expect(pathOf(await browser.sendAndFollow(await browser.open(await address()), WANG))).toBe('/taobao/consent');
    expect(pathOf(await browser.sendAndFollow(await browser.open(await address()), { ...WANG, loginName: 'lin_88' }))).toBe('/taobao/slider');
    const other = new LoginBrowser();
    expect(pathOf(await other.sendAndFollow(await other.open(await address()), WANG))).toBe('/taobao/slider');
  });

  test('cannot be left out', async () => {
    const login = await browser.open(await address());
    const id = attributesOf(login, 'input')['value'] ?? '';
    await browser.send(login, WANG);
    for (const page of ['consent', 'login', 'return', 'return/hop']) {
      const shown = await browser.open(`${platform.loginOrigin}/taobao/${page}?login=${id}`);
      expect(pathOf(shown)).toBe('/taobao/slider');
    }
    expect(platform.control.providerSessions()).toEqual([]);
  });
});

describe('the device cookie', () => {
  test('lives for months, out of reach of scripts, and is kept by a browser that has one', async () => {
    const first = await browser.get(await address());
    expect(first.headers.getSetCookie()).toEqual([expect.stringMatching(/^practice_device=[\w-]{32}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/)]);
    const before = browser.cookieHeader;
    await browser.get(await address());
    expect(browser.cookieHeader).toBe(before);
  });

  test('fills in the last login of that browser, at the same provider', async () => {
    await browser.logInTo(await address(), 'lin_88');
    await browser.logInTo(await address(), '小林采购');
    expect(attributesOf(await browser.open(await address()), 'input', 'login-name')['value']).toBe('小林采购');
    expect(attributesOf(await browser.open(await address('Alibaba1688')), 'input', 'login-name')['value']).toBe('');
    expect(attributesOf(await new LoginBrowser().open(await address()), 'input', 'login-name')['value']).toBe('');
  });

  test('is forgotten by the site after 180 days', async () => {
    await browser.logInTo(await address(), 'wang_01');
    later(180 * 24 * 60);
    await caller.signIn();
    const page = await browser.open(await address());
    expect(attributesOf(page, 'input', 'login-name')['value']).toBe('');
    expect(pathOf(await browser.sendAndFollow(page, WANG))).toBe('/taobao/slider');
  });
});

describe('the consent page', () => {
  test('says whose account it is, for whom, and where it goes on', async () => {
    const page = await browser.logInTo(await address(), '小林采购');
    expect(pathOf(page)).toBe('/taobao/consent');
    expect(page.text).toContain('<strong id="account-name">小林采购</strong>');
    expect(page.text).toContain('<span id="return-host">station.example</span>');
    expect([attributesOf(page, 'button', 'allow')['value'], attributesOf(page, 'button', 'refuse')['value']]).toEqual(['allow', 'refuse']);
  });

  test('refused, goes back with an error and makes no session', async () => {
    const answer = await browser.send(await browser.logInTo(await address(), 'wang_01'), { decision: 'refuse' });
    const back = new URL(answer.location);
    expect([answer.status, back.searchParams.get('error')]).toEqual([302, '用户拒绝授权 The owner of the account did not give the permission']);
    expect([...back.searchParams.keys()]).toEqual(['keep', 'error']);
    expect(platform.control.providerSessions()).toEqual([]);
  });

  test('wants a decision that it knows', async () => {
    const page = await browser.logInTo(await address(), 'wang_01');
    expect((await browser.send(page, { decision: 'perhaps' })).status).toBe(400);
    expect((await browser.send(page, { decision: 'allow' })).status).toBe(302);
  });

  test('counts once', async () => {
    const page = await browser.logInTo(await address(), 'wang_01');
    await browser.send(page, { decision: 'allow' });
    const sessions = platform.control.providerSessions();
    const again = await browser.send(page, { decision: 'allow' });
    expect([again.status, messageOf(again)]).toEqual([410, '此次登录已结束 This login is over']);
    expect((await browser.get(page.url)).status).toBe(410);
    expect(platform.control.providerSessions()).toEqual(sessions);
  });
});

describe('the login address', () => {
  const USED = '登录链接无效、已使用或已过期 This login address is wrong, was used already, or is too old';

  test('can be opened once', async () => {
    const login = await address();
    expect((await browser.get(login)).status).toBe(303);
    for (const visitor of [browser, new LoginBrowser()]) {
      const again = await visitor.get(login);
      expect([again.status, messageOf(again)]).toEqual([410, USED]);
    }
  });

  test('is good for ten minutes', async () => {
    const [early, late] = [await address(), await address()];
    later(9.99);
    expect((await browser.get(early)).status).toBe(303);
    later(0.01);
    expect((await browser.get(late)).status).toBe(410);
  });

  test('without a ticket that was given out leads nowhere', async () => {
    expect((await browser.get(`${platform.loginOrigin}/authorize`)).status).toBe(410);
    expect((await browser.get(`${platform.loginOrigin}/authorize?ticket=guess`)).status).toBe(410);
    expect((await browser.get(await address(), { method: 'POST', body: new URLSearchParams() })).status).toBe(405);
  });
});

describe('a login', () => {
  const NOT_HERE = '登录已过期，或不是在此浏览器中开始的 This login is too old, or was not begun in this browser';

  test('goes on for half an hour', async () => {
    const page = await browser.open(await address());
    later(30);
    const answer = await browser.send(page, WANG);
    expect([answer.status, messageOf(answer)]).toEqual([403, NOT_HERE]);
  });

  test('belongs to the browser in which it began, and to its provider', async () => {
    const page = await browser.open(await address());
    const other = new LoginBrowser();
    await other.get(await address());
    for (const visitor of [other, new LoginBrowser()]) {
      expect(messageOf(await visitor.get(page.url))).toBe(NOT_HERE);
      expect(messageOf(await visitor.send(page, WANG))).toBe(NOT_HERE);
    }
    expect((await browser.get(page.url.replace('/taobao/', '/1688/'))).status).toBe(403);
    expect((await browser.get(page.url)).status).toBe(200);
  });

  test('takes no form of another page', async () => {
    const page = await browser.open(await address());
    const foreign = '表单不是来自本站 The form did not come from this site';
    for (const origin of ['http://evil.example', 'null', platform.origin]) {
      expect(messageOf(await browser.send(page, WANG, { headers: { origin } }))).toBe(foreign);
    }
    for (const formToken of ['', 'x'.repeat(32)]) {
      const answer = await browser.send(page, { ...WANG, formToken });
      expect([answer.status, messageOf(answer)]).toEqual([403, foreign]);
    }
    expect((await browser.send(page, WANG)).status).toBe(303);
  });
});

describe('every answer', () => {
  test('is not cached, tells nobody its address, and needs nothing from elsewhere', async () => {
    const login = await browser.open(await address());
    const slider = await browser.sendAndFollow(login, WANG);
    const consent = await browser.sendAndFollow(slider, { slider: '100' });
    for (const { headers, text } of [login, slider, consent]) {
      expect([headers.get('cache-control'), headers.get('referrer-policy'), headers.get('x-content-type-options')]).toEqual(['no-store', 'same-origin', 'nosniff']);
      expect(headers.get('content-security-policy')).toMatch(/script-src 'nonce-[^']+'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'$/);
      expect(text.replaceAll("xmlns='http://www.w3.org/2000/svg'", '')).not.toMatch(/(?:src|href)="(?!data:,)|url\((?!"data:)|@import|https?:\/\//);
    }
    for (const page of [login, slider]) expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; img-src data:; form-action 'self'; /);
  });

  test('has a policy with a nonce of its own', async () => {
    const page = await browser.open(await address());
    const nonceOf = ({ headers }: SeenPage): string => /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '';
    expect(attributesOf(page, 'style')['nonce']).toBe(nonceOf(page));
    expect(nonceOf(await browser.get(page.url))).not.toBe(nonceOf(page));
  });
});

describe('the server', () => {
  test('answers its own names only', async () => {
    const { port } = new URL(platform.loginOrigin);
    const statusFor = (host: string): Promise<number> =>
      new Promise((resolve, reject) => {
        request({ host: '127.0.0.1', port, path: '/authorize', headers: { host } }, (response) => resolve(response.resume().statusCode ?? 0))
          .on('error', reject)
          .end();
      });
    const statuses = await Promise.all(['evil.example', `evil.example:${port}`, '127.0.0.1', `localhost:${port}`, `127.0.0.1:${port}`].map(statusFor));
    expect(statuses).toEqual([403, 403, 403, 410, 410]);
  });

  test('knows its pages and its methods only', async () => {
    const statusOf = async (path: string, method: string): Promise<number> => (await browser.get(platform.loginOrigin + path, { method })).status;
    expect(await Promise.all(['/', '/taobao', '/service/GetProviderInfoList', '/practice/access', '/practice/control/login-site'].map((path) => statusOf(path, 'GET')))).toEqual([404, 404, 404, 404, 404]);
    expect(await statusOf('/taobao/login', 'PUT')).toBe(405);
    expect((await fetch(`${platform.loginOrigin}/taobao/login`, { method: 'POST', body: 'x'.repeat(5 * 1024 * 1024) })).status).toBe(413);
  });

  test('logs who came, without queries and the values of cookies', async () => {
    const login = await address();
    await browser.open(login);
    await browser.get(`${platform.loginOrigin}/nowhere?x=y`, { headers: { 'user-agent': 'Station/1' } });
    const { origin, requests, counts } = platform.control.loginSite();
    expect(origin).toBe(platform.loginOrigin);
    expect(requests.map(({ method, path, status, cookieNames }) => `${method} ${path} ${status} ${cookieNames.join()}`)).toEqual([
      'GET /authorize 303 ',
      'GET /taobao/login 200 practice_device',
      'GET /nowhere 404 practice_device',
    ]);
    expect(requests.at(-1)).toMatchObject({ at: '2026-11-23T08:00:00.000Z', host: new URL(origin).host, userAgent: 'Station/1' });
    expect(counts).toEqual({ 'GET /authorize': 1, 'GET /taobao/login': 1, other: 1 });
    expect(JSON.stringify(requests)).not.toContain(browser.cookieHeader.split('=')[1]);
    expect(JSON.stringify(requests)).not.toContain(new URL(login).searchParams.get('ticket'));
  });

  test('hangs up when the platform closes', async () => {
    await platform.close();
    await expect(fetch(platform.loginOrigin)).rejects.toThrow('fetch failed');
  });
});
