import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LoginWindowEvent } from '../../../../main/sessions/index.ts';
import { back, launchLogins, returnAddress, type LoginApp } from './login-app.ts';
import { serveSite, type Site } from './sites.ts';

let login: LoginApp;
let provider: Site;

const foreign = `https://${returnAddress.host}/provider-session/of-another-login?sessionId=secret`;

/** What the provider's page does to come back. `BACK` is the return address. */
const ways: [way: string, action: string][] = [
  ['a 302 after a click', 'document.querySelector("a#redirect").click()'],
  ['a 303 after a form is posted', 'document.querySelector("form#posted").submit()'],
  ['a 307 after a form is posted', 'document.querySelector("form#kept").submit()'],
  ['a chain of redirects', 'location.href = "/chain?to=" + encodeURIComponent(BACK)'],
  ['location = ...', 'location = BACK'],
  ['location.replace', 'location.replace(BACK)'],
  ['a link', 'document.querySelector("a#straight").click()'],
  ['meta refresh', 'location.href = "/refresh?to=" + encodeURIComponent(BACK)'],
  ['a form by GET', 'document.querySelector("form#get").submit()'],
  ['a form by POST', 'document.querySelector("form#post").submit()'],
  ['a popup', 'window.open(BACK)'],
  ['a link to _blank', 'document.querySelector("a#blank").click()'],
  ['a popup that comes back later', 'window.open("/later?to=" + encodeURIComponent(BACK))'],
  ['a popup that begins empty', 'const popup = window.open("about:blank"); popup.location = BACK'],
  ['an iframe that goes to _top', 'frames[0].document.querySelector("a").click()'],
  ['an iframe that goes there itself', 'frames[0].location = BACK'],
  ['an iframe that is redirected', 'frames[0].location = "/go?to=" + encodeURIComponent(BACK)'],
  ['an iframe that is made for it', 'document.body.append(Object.assign(document.createElement("iframe"), { src: BACK }))'],
];

const page = (back: string): string => `<title>login</title>
  <a id="redirect" href="/go?to=${encodeURIComponent(back)}">sign in</a>
  <a id="straight" href="${back}">back</a> <a id="blank" target="_blank" href="${back}">back</a>
  <form id="posted" method="post" action="/posted?to=${encodeURIComponent(back)}"></form>
  <form id="kept" method="post" action="/kept?to=${encodeURIComponent(back)}"><input name="password" value="p"></form>
  <form id="get" action="${back}"><input name="sessionId" value="secret"></form>
  <form id="post" method="post" action="${back}"><input name="session" value="s"></form>
  <iframe src="/inner?to=${encodeURIComponent(back)}"></iframe>`;

beforeAll(async () => {
  provider = await serveSite(
    {
      '/login': page,
      '/inner': (back) => `<a target="_top" href="${back}">back</a>`,
      '/go': (location) => ({ status: 302, location }),
      '/posted': (location) => ({ status: 303, location }),
      '/kept': (location) => ({ status: 307, location }),
      '/chain': (back) => ({ status: 301, location: `/go?to=${encodeURIComponent(back)}` }),
      '/refresh': (back) => `<meta http-equiv="refresh" content="0; url=${back}">`,
      '/later': (back) => `<script>setTimeout(() => { location = ${JSON.stringify(back)} })</script>`,
    },
    'http',
  );
  login = await launchLogins();
});

afterEach(async () => {
  await login.closeLogin();
  login.returnRequests.length = 0;
});

afterAll(async () => {
  await login.close();
  await provider.close();
});

async function openLogin(address: string): Promise<void> {
  await login.openLogin(`http://127.0.0.1:${provider.port}/login?to=${encodeURIComponent(address)}`);
}

/** Everything told but the pages that were shown. */
async function endings(): Promise<LoginWindowEvent[]> {
  return (await login.events()).filter(({ kind }) => kind !== 'page');
}

describe('a login returns once, and no request for the return address leaves the machine', () => {
  test.each(ways)('by %s', async (_way, action) => {
    await openLogin(back);
    await login.act(`const BACK = ${JSON.stringify(back)}; ${action}`);
    await login.toldOf('returned');
    await login.pagesGone();
    expect(await endings()).toEqual([{ kind: 'returned', address: back }]);
    expect(login.returnRequests).toEqual([]);
  });

  test('when the very first address is redirected to it', async () => {
    await login.openLogin(`http://127.0.0.1:${provider.port}/go?to=${encodeURIComponent(back)}`, { awaitPage: false });
    expect(await login.toldOf('returned')).toEqual([{ kind: 'returned', address: back }]);
    await login.pagesGone();
    expect(login.returnRequests).toEqual([]);
  });

  test('but a live server would have seen it: without these guards the request arrives', async () => {
    await login.app.evaluate(async ({ BrowserWindow }, back) => {
      const window = new BrowserWindow();
      await window.loadURL(back).catch(() => undefined);
      window.destroy();
    }, back);
    expect(login.returnRequests).toEqual([`${returnAddress.host}${returnAddress.path}`]);
  });
});

describe('an address of the return host that is not that of this login', () => {
  // One of each kind of event that may see it first.
  const kinds = ['a 302 after a click', 'location = ...', 'a popup', 'a popup that begins empty', 'an iframe that goes there itself'];
  test.each(ways.filter(([way]) => kinds.includes(way)))('ends it as a foreign return, by %s', async (_way, action) => {
    await openLogin(foreign);
    await login.act(`const BACK = ${JSON.stringify(foreign)}; ${action}`);
    await login.toldOf('foreign-return');
    await login.pagesGone();
    expect(await endings()).toEqual([{ kind: 'foreign-return' }]);
    expect(login.returnRequests).toEqual([]);
  });
});

describe('what is no navigation does not return', () => {
  test.each([
    ['a picture', 'new Image().src = BACK'],
    ['fetch', 'fetch(BACK, { mode: "no-cors" }).catch(() => {})'],
    ['a beacon', 'navigator.sendBeacon(BACK)'],
    ['a script', 'document.head.append(Object.assign(document.createElement("script"), { src: BACK }))'],
    ['a style sheet', 'document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: BACK }))'],
    ['a prefetch', 'document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: BACK }))'],
  ])('%s is kept on the machine, and the login goes on', async (_what, action) => {
    await openLogin(back);
    await login.run(`const BACK = ${JSON.stringify(back)}; ${action}; fetch("/inner").then(() => 0)`);
    // A second answer of the provider shows that the page has gone on, and its requests were decided in order.
    await login.run('fetch("/inner").then(() => 0)');
    expect((await login.events()).map(({ kind }) => kind)).toEqual(['page']);
    expect(login.returnRequests).toEqual([]);
  });
});

test('neither the return address nor its parameters get into the log', async () => {
  await openLogin(back);
  await login.act(`location = ${JSON.stringify(back)}`);
  await login.toldOf('returned');
  const written = await login.app.evaluate(() => globalThis.loginFixture.written.join('\n'));
  expect(written).toContain('The login window is done');
  expect(written).not.toMatch(/the-state-of-this-login|sessionId|secret|\/login\?/);
});
