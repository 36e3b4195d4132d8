import { beforeEach, describe, expect, test } from 'vitest';
import { LOGIN_ERROR_TEXTS, LoginPlans } from '../../../main/practice/login-site/login-plan.ts';
import type { LoginPlan } from '../../../main/practice/login-site/login-plan.ts';
import type { LoginRequest } from '../../../main/practice/login-site/login-request.ts';
import { Logins } from '../../../main/practice/login-site/logins.ts';
import { allowedOutcome, REFUSED_TEXT, refusedOutcome } from '../../../main/practice/login-site/outcome.ts';
import { both, html } from '../../../main/practice/login-site/pages/html.ts';
import { readReturnAddress, withOtherLastSegment, withParameters } from '../../../main/practice/login-site/return-address.ts';
import { LoginSiteLog } from '../../../main/practice/login-site/site-log.ts';
import { readCookies } from '../../../main/practice/login-site/visit.ts';
import { PROVIDER_ACCOUNTS } from '../../../main/practice/provider-logins/accounts.ts';
import type { ProviderAccount } from '../../../main/practice/provider-logins/accounts.ts';
import { ProviderSessions } from '../../../main/practice/provider-logins/sessions.ts';
import { SIGNED_IN_OPERATOR } from '../../../main/practice/world/people.ts';

let time: number;
const now = (): Date => new Date(time);
const MINUTE = 60_000;

beforeEach(() => {
  time = Date.parse('2026-11-23T08:00:00Z');
});

const request: LoginRequest = { operator: SIGNED_IN_OPERATOR, providerType: 'Taobao', returnAddress: new URL('https://app.example/provider-session/0123abcd?keep=%E7%BA%A2#part') };

describe('a return address', () => {
  test.each(['https://app.example/x', 'http://127.0.0.1:8080/', 'HTTPS://App.Example/a?b=c'])('may be %s', (text) => {
    expect(readReturnAddress(text)?.href).toBe(new URL(text).href);
  });

  test.each(['', 'app.example/x', '/provider-session/1', '//app.example/', 'https:app.example', 'https://', 'ftp://app.example/', 'javascript:alert(1)', 'station://app/x', 'data:text/html,x'])(
    'may not be %j',
    (text) => {
      expect(readReturnAddress(text)).toBeNull();
    },
  );

  test('gets parameters behind the query it has, and keeps the rest as it was', () => {
    expect(withParameters(request.returnAddress, [['error', 'a&b=c 红#']]).href).toBe('https://app.example/provider-session/0123abcd?keep=%E7%BA%A2&error=a%26b%3Dc%20%E7%BA%A2%23#part');
    expect(withParameters(new URL('https://app.example/x'), [['a', '1'], ['a', '2']]).href).toBe('https://app.example/x?a=1&a=2');
    expect(withParameters(new URL('https://app.example/x?a=+%2b'), []).href).toBe('https://app.example/x?a=+%2b');
  });

  test('with another last segment keeps everything else, also its length', () => {
    const other = withOtherLastSegment(request.returnAddress);
    expect(other.pathname).toMatch(/^\/provider-session\/[0-9a-f]{8}$/);
    expect(other.pathname).not.toBe(request.returnAddress.pathname);
    expect([other.origin, other.search, other.hash]).toEqual(['https://app.example', '?keep=%E7%BA%A2', '#part']);
    expect(withOtherLastSegment(new URL('https://app.example/')).pathname).toMatch(/^\/[0-9a-f]{8}$/);
  });
});

describe('login plans', () => {
  test('are a success by 302 when nothing is said', () => {
    expect(new LoginPlans().take()).toMatchObject({ way: 'redirect-302', ending: 'success' });
  });

  test('wait in line, each for one login, over defaults that stay', () => {
    const plans = new LoginPlans();
    plans.setDefaults({ way: 'link' });
    plans.add({ ending: 'never' });
    plans.add({ way: 'script' });
    expect([plans.take(), plans.take(), plans.take(), plans.take()].map(({ way, ending }) => `${way} ${ending}`)).toEqual(['link never', 'script success', 'link success', 'link success']);
    plans.add({ ending: 'never' });
    plans.setDefaults({});
    expect(plans.take()).toMatchObject({ way: 'redirect-302', ending: 'success' });
  });

  test.each<[Partial<LoginPlan>]>([[{ ending: 'leaves-for' }], [{ ending: 'leaves-for', leavesFor: 'nowhere' }], [{ ending: 'probe' }], [{ leavesFor: '/relative' }]])(
    'without what they need are refused: %j',
    (plan) => {
      const plans = new LoginPlans();
      expect(() => plans.add(plan)).toThrow(RangeError);
      expect(() => plans.setDefaults(plan)).toThrow(RangeError);
      expect(plans.take().ending).toBe('success');
    },
  );
});

describe('logins', () => {
  const newLogins = (): Logins => new Logins(new LoginPlans(), now);

  test('begin once with their ticket', () => {
    const logins = newLogins();
    const ticket = logins.issueTicket(request);
    expect(logins.begin(ticket, 'device')?.request).toBe(request);
    expect(logins.begin(ticket, 'device')).toBeNull();
    expect(logins.begin('', 'device')).toBeNull();
  });

  test('cannot begin with a ticket of ten minutes ago', () => {
    const logins = newLogins();
    const [early, late] = [logins.issueTicket(request), logins.issueTicket(request)];
    time += 10 * MINUTE - 1;
    expect(logins.begin(early, 'device')).not.toBeNull();
    time += 1;
    expect(logins.begin(late, 'device')).toBeNull();
  });

  test('go on in their own browser only, for half an hour', () => {
    const logins = newLogins();
    const login = logins.begin(logins.issueTicket(request), 'device');
    const id = login?.id ?? '';
    expect(logins.find(id, 'device')).toBe(login);
    expect([logins.find(id, 'other'), logins.find(id, null), logins.find('other', 'device')]).toEqual([null, null, null]);
    time += 30 * MINUTE;
    expect(logins.find(id, 'device')).toBeNull();
  });
});

describe('the outcome of a login', () => {
  const account = PROVIDER_ACCOUNTS.find(({ name }) => name === 'lin_88') as ProviderAccount;

  function outcome(plan: Partial<LoginPlan>): { address: string; page: string; sessions: { id: string; name: string }[] } {
    const plans = new LoginPlans();
    plans.add(plan);
    const sessions = new ProviderSessions({ lifetimeHours: 24, now });
    const result = allowedOutcome(request, plans.take(), account, sessions);
    return { address: result.kind === 'address' ? result.address : '', page: result.kind === 'page' ? result.page : '', sessions: sessions.running() };
  }

  const base = 'https://app.example/provider-session/0123abcd?keep=%E7%BA%A2';

  test('success is the id of the session that was made for the operator', () => {
    const { address, sessions } = outcome({});
    expect(sessions).toMatchObject([{ name: 'lin_88', providerType: 'Taobao', operatorId: SIGNED_IN_OPERATOR.id }]);
    expect(address).toBe(`${base}&sessionId=${sessions[0]?.id}#part`);
  });

  test('other-account is the session of another account: the next one, or the one named', () => {
    expect(outcome({ ending: 'other-account' }).sessions.map(({ name }) => name)).toEqual(['zhao_wh']);
    const { address, sessions } = outcome({ ending: 'other-account', otherAccount: 'somebody' });
    expect(sessions.map(({ name }) => name)).toEqual(['somebody']);
    expect(address).toContain(`sessionId=${sessions[0]?.id}`);
  });

  test('no-parameters makes a session and comes back bare', () => {
    const { address, sessions } = outcome({ ending: 'no-parameters' });
    expect([address, sessions.length]).toEqual([`${base}#part`, 1]);
  });

  test('doubled-parameters names the session first and another id of nothing after it', () => {
    const { address, sessions } = outcome({ ending: 'doubled-parameters' });
    const ids = new URL(address).searchParams.getAll('sessionId');
    expect([ids.length, ids[0]]).toEqual([2, sessions[0]?.id]);
    expect(ids[1]).not.toBe(ids[0]);
    expect(sessions).toHaveLength(1);
  });

  test('wrong-state comes back to another path with the id of a session', () => {
    const { address, sessions } = outcome({ ending: 'wrong-state' });
    expect(address).toMatch(/^https:\/\/app\.example\/provider-session\/[0-9a-f]{8}\?/);
    expect(address).not.toContain('0123abcd');
    expect(new URL(address).searchParams.get('sessionId')).toBe(sessions[0]?.id);
  });

  test.each(Object.values(LOGIN_ERROR_TEXTS))('error brings the text %# whole and makes no session', (errorText) => {
    const { address, sessions } = outcome({ ending: 'error', errorText });
    expect(new URL(address).searchParams.get('error')).toBe(errorText);
    expect([...new URL(address).searchParams.keys()]).toEqual(['keep', 'error']);
    expect(sessions).toEqual([]);
  });

  test('leaves-for is the address as it was given, without a session', () => {
    expect(outcome({ ending: 'leaves-for', leavesFor: 'tbopen://m.example/x?y=z' })).toEqual({ address: 'tbopen://m.example/x?y=z', page: '', sessions: [] });
  });

  test.each<[LoginPlan['ending']]>([['never'], ['download'], ['permission'], ['probe']])('%s is a page and makes no session', (ending) => {
    expect(outcome({ ending, probes: ['http://127.0.0.1:1/'] })).toEqual({ address: '', page: ending, sessions: [] });
  });

  test('a refusal is an error text, whatever was planned', () => {
    expect(refusedOutcome(request)).toEqual({ kind: 'address', address: withParameters(request.returnAddress, [['error', REFUSED_TEXT]]).href });
  });
});

describe('markup', () => {
  test('escapes texts and takes markup and lists of it as they are', () => {
    const items = ['<1>', '2'].map((text) => html`<li>${text}</li>`);
    expect(html`<ul title="${`"'&`}">${items}${null}${3}</ul>`.text).toBe('<ul title="&quot;&#39;&amp;"><li>&lt;1&gt;</li><li>2</li>3</ul>');
  });

  test('says which of two texts is in which language', () => {
    expect(both('登录', 'Log in').text).toBe('<span lang="zh-CN">登录</span> <span class="en" lang="en">Log in</span>');
  });
});

test('cookies are read by name, the first of each', () => {
  expect([...readCookies('a=1; b=x=y;c; a=2 ;d=')]).toEqual([['a', '1'], ['b', 'x=y'], ['d', '']]);
  expect([...readCookies('')]).toEqual([]);
});

test('the log counts known paths by name and all others together, and keeps the newest', () => {
  const log = new LoginSiteLog();
  const entry = { at: '', method: 'GET', path: '/taobao/login', host: '', userAgent: '', cookieNames: [], status: 200 };
  log.add(entry, true);
  for (let place = 0; place < 4500; place += 1) log.add({ ...entry, path: `/${place}` }, false);
  expect(log.counts).toEqual({ 'GET /taobao/login': 1, other: 4500 });
  expect([log.requests.length, log.requests.at(-1)?.path]).toEqual([2000, '/4499']);
  log.clear();
  expect([log.requests, log.counts]).toEqual([[], {}]);
});
