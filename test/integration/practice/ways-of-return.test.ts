import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LOGIN_ENDINGS, LOGIN_ERROR_TEXTS, startPracticePlatform, WAYS_OF_RETURN } from '../../../main/practice/index.ts';
import type { LoginPlan, PracticePlatform, WayOfReturn } from '../../../main/practice/index.ts';
import { attributesOf, attributesOfAll, LoginBrowser, type SeenPage } from './login-browser.ts';
import { PracticeCaller } from './practice-caller.ts';

const RETURN_URL = 'https://station.example/provider-session/0123456789abcdef?keep=a%26b';

let platform: PracticePlatform;
let caller: PracticeCaller;
let browser: LoginBrowser;

beforeEach(async () => {
  platform = await startPracticePlatform({ lines: 30 });
  caller = new PracticeCaller(platform);
  browser = new LoginBrowser();
  await caller.signIn();
});

afterEach(() => platform.close());

/** Logs in and allows; the answer to the consent, after the site's own redirects. */
async function allow(plan: Partial<LoginPlan>, name = 'wang_01'): Promise<{ page: SeenPage; status: number }> {
  platform.control.nextLogin(plan);
  const consent = await browser.logInTo(await caller.loginAddress('Taobao', RETURN_URL), name);
  const answer = await browser.send(consent, { decision: 'allow' });
  const page = answer.location.startsWith(platform.loginOrigin) ? await browser.get(answer.location) : answer;
  return { page, status: answer.status };
}

const successAddress = (): string => `${RETURN_URL}&sessionId=${platform.control.providerSessions()[0]?.id}`;

const scriptOf = ({ text }: SeenPage): string => /<script nonce="[^"]+">(.*?)<\/script>/s.exec(text)?.[1]?.trim() ?? '';

/** Reads how a page goes on, way by way: where to, and by what. */
const READ_WAY: Readonly<Record<WayOfReturn, () => Promise<[by: string, address: string | undefined]>>> = {
  'redirect-302': async () => {
    const { page } = await allow({ way: 'redirect-302' });
    return [String(page.status), page.location];
  },
  'redirect-303': async () => {
    const { page } = await allow({ way: 'redirect-303' });
    return [String(page.status), page.location];
  },
  'redirect-307': async () => {
    const { page, status } = await allow({ way: 'redirect-307' });
    return [`${status} GET ${page.status}`, page.location];
  },
  script: async () => {
    const { page } = await allow({ way: 'script' });
    return [scriptOf(page), attributesOf(page, 'p', 'return-address')['data-address']];
  },
  link: async () => {
    const { page } = await allow({ way: 'link' });
    return [scriptOf(page), attributesOf(page, 'a', 'return-link')['href']];
  },
  'form-post': async () => {
    const { page } = await allow({ way: 'form-post' });
    const { method, action } = attributesOf(page, 'form', 'return-form');
    return [`${method} ${attributesOfAll(page, 'input').length} ${scriptOf(page)}`, action];
  },
  'form-get': async () => {
    const { page } = await allow({ way: 'form-get' });
    const { method, action } = attributesOf(page, 'form', 'return-form');
    const fields = attributesOfAll(page, 'input').map(({ name = '', value = '' }) => [name, value]);
    return [`${method} ${scriptOf(page)}`, `${action}?${new URLSearchParams(fields).toString()}`];
  },
  'meta-refresh': async () => {
    const { page } = await allow({ way: 'meta-refresh' });
    const [delay, address] = attributesOfAll(page, 'meta').find((meta) => meta['http-equiv'] === 'refresh')?.['content']?.split(';url=') ?? [];
    return [`${delay}`, address];
  },
  'popup-direct': async () => {
    const { page } = await allow({ way: 'popup-direct' });
    return [scriptOf(page).includes('window.open(button.dataset.address') ? 'window.open' : '', attributesOf(page, 'button', 'open-window')['data-address']];
  },
  'popup-later': async () => {
    platform.control.nextLogin({ way: 'popup-later' });
    const opener = await browser.logInTo(await caller.loginAddress('Taobao', RETURN_URL), 'wang_01');
    const button = attributesOf(opener, 'button', 'open-window');
    expect(attributesOfAll(opener, 'form')).toEqual([]);
    const consent = await browser.get(new URL(button['data-address'] ?? '', opener.url).href);
    const answer = await browser.send(consent, { decision: 'allow' });
    return [`window.open ${answer.status}`, answer.location];
  },
  'iframe-top': async () => readFrame('iframe-top'),
  'iframe-self': async () => readFrame('iframe-self'),
};

async function readFrame(way: 'iframe-top' | 'iframe-self'): Promise<[string, string | undefined]> {
  const { page } = await allow({ way });
  const { src = '' } = attributesOf(page, 'iframe', 'return-frame');
  expect(page.text).not.toContain('station.example');
  const frame = await browser.get(new URL(src, page.url).href);
  return [scriptOf(frame), attributesOf(frame, 'p', 'return-address')['data-address']];
}

const REPLACE = "location.replace(document.getElementById('return-address').dataset.address);";
const SUBMIT = "document.getElementById('return-form').submit();";

const EXPECTED: Readonly<Record<WayOfReturn, string>> = {
  'redirect-302': '302',
  'redirect-303': '303',
  'redirect-307': '303 GET 307',
  script: REPLACE,
  link: '',
  'form-post': `post 0 ${SUBMIT}`,
  'form-get': `get ${SUBMIT}`,
  'meta-refresh': '0',
  'popup-direct': 'window.open',
  'popup-later': 'window.open 302',
  'iframe-top': `top.${REPLACE}`,
  'iframe-self': REPLACE,
};

test.each(WAYS_OF_RETURN)('by %s the browser comes to the return address with the session', async (way) => {
  const [by, address] = await READ_WAY[way]();
  expect(by).toBe(EXPECTED[way]);
  expect(address).toBe(successAddress());
  expect(platform.control.providerSessions()).toHaveLength(1);
});

test('a plan is for one login, and defaults for all others', async () => {
  platform.control.loginDefaults({ way: 'redirect-303' });
  expect((await allow({ way: 'link' })).page.status).toBe(200);
  expect((await allow({})).page.status).toBe(303);
  platform.control.loginDefaults({});
  expect((await allow({})).page.status).toBe(302);
});

describe('the ending', () => {
  const names = (): string[] => platform.control.providerSessions().map(({ name }) => name);
  const parameters = ({ location }: SeenPage): [string, string][] => [...new URL(location).searchParams].slice(1);

  test.each(Object.entries(LOGIN_ERROR_TEXTS))('error brings a %s text back whole, and makes no session', async (_, errorText) => {
    expect(parameters((await allow({ ending: 'error', errorText })).page)).toEqual([['error', errorText]]);
    const { page } = await allow({ ending: 'error', errorText, way: 'link' });
    expect(new URL(attributesOf(page, 'a', 'return-link')['href'] ?? '').searchParams.get('error')).toBe(errorText);
    expect(names()).toEqual([]);
  });

  test('no-parameters comes back bare, with a session made', async () => {
    expect((await allow({ ending: 'no-parameters' })).page.location).toBe(RETURN_URL);
    expect(names()).toEqual(['wang_01']);
  });

  test('doubled-parameters comes back with two values of one name', async () => {
    const { page } = await allow({ ending: 'doubled-parameters' });
    expect(parameters(page).map(([name]) => name)).toEqual(['sessionId', 'sessionId']);
    expect(parameters(page)[0]?.[1]).toBe(platform.control.providerSessions()[0]?.id);
  });

  test('wrong-state comes back to another address', async () => {
    const { location } = (await allow({ ending: 'wrong-state' })).page;
    expect(new URL(location).pathname).toMatch(/^\/provider-session\/[0-9a-f]{16}$/);
    expect(location).not.toContain('0123456789abcdef');
    expect(names()).toEqual(['wang_01']);
  });

  test('other-account makes the session of somebody else', async () => {
    await allow({ ending: 'other-account' });
    await allow({ ending: 'other-account', otherAccount: 'stranger' });
    expect(names()).toEqual(['lin_88', 'stranger']);
  });

  test('leaves-for leads elsewhere, by any way', async () => {
    const leavesFor = 'http://192.0.2.1/x?y=1';
    expect((await allow({ ending: 'leaves-for', leavesFor })).page.location).toBe(leavesFor);
    expect(attributesOf((await allow({ ending: 'leaves-for', leavesFor, way: 'link' })).page, 'a')['href']).toBe(leavesFor);
    expect(names()).toEqual([]);
  });

  test('never is a page that stays', async () => {
    const { page } = await allow({ ending: 'never' });
    expect([page.status, scriptOf(page), attributesOfAll(page, 'a').length, attributesOfAll(page, 'form').length]).toEqual([200, '', 0, 0]);
    expect(page.text).not.toContain('station.example');
    expect(page.text).not.toContain('http-equiv');
  });

  test('download is an attachment', async () => {
    const { page } = await allow({ ending: 'download' });
    expect([page.status, page.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="practice-statement.csv"']);
  });

  test('permission asks for three things and has a place for each answer', async () => {
    const { page } = await allow({ ending: 'permission' });
    for (const id of ['got-geolocation', 'got-notifications', 'got-camera']) expect(attributesOf(page, 'td', id)['id']).toBe(id);
    for (const call of ['getCurrentPosition', 'requestPermission', 'getUserMedia']) expect(scriptOf(page)).toContain(call);
  });

  test('probe tries each address in each way', async () => {
    const probes = ['http://127.0.0.1:1/a?b=1&c=2', 'ws://"<x>.example/'];
    const { page } = await allow({ ending: 'probe', probes });
    const rows = attributesOfAll(page, 'tr').map((row) => [row['data-way'], row['data-address']]);
    expect(rows).toEqual(probes.flatMap((address) => ['fetch', 'image', 'iframe', 'websocket'].map((way) => [way, address])));
    expect(page.headers.get('content-security-policy')).not.toContain('default-src');
  });

  test.each(LOGIN_ENDINGS)('%s leaves the login over: its consent cannot be given again', async (ending) => {
    platform.control.nextLogin({ ending, leavesFor: 'https://elsewhere.example/', probes: ['http://127.0.0.1:1/'] });
    const consent = await browser.logInTo(await caller.loginAddress('Taobao', RETURN_URL), 'wang_01');
    await browser.send(consent, { decision: 'allow' });
    expect((await browser.send(consent, { decision: 'allow' })).status).toBe(410);
  });
});
