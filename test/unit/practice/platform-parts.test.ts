import { describe, expect, test } from 'vitest';
import { BadControlRequest } from '../../../main/practice/control-json.ts';
import { carriesToken, performControl } from '../../../main/practice/control-requests.ts';
import type { PracticeControl } from '../../../main/practice/control.ts';
import { Faults } from '../../../main/practice/faults.ts';
import { RecentSearches } from '../../../main/practice/methods/recent-searches.ts';
import { destinationOf, parametersOf } from '../../../main/practice/request.ts';
import { RequestLog } from '../../../main/practice/request-log.ts';
import { Sessions } from '../../../main/practice/sessions.ts';
import { SIGNED_IN_OPERATOR } from '../../../main/practice/world/people.ts';

describe('faults', () => {
  const reset = { kind: 'reset' } as const;

  test('hit the named method as often as wanted', () => {
    const faults = new Faults();
    faults.add({ method: 'A', times: 2, effect: reset });
    expect(faults.take('B').effect).toBeNull();
    expect([faults.take('A').effect, faults.take('A').effect, faults.take('A').effect]).toEqual([reset, reset, null]);
  });

  test('add their delays and take turns with their effects', () => {
    const faults = new Faults();
    faults.add({ method: '*', times: 1, effect: { kind: 'delay', milliseconds: 20 } });
    faults.add({ method: 'A', times: 1, effect: { kind: 'delay', milliseconds: 5 } });
    faults.add({ method: '*', times: 1, effect: reset });
    faults.add({ method: 'A', times: 1, effect: { kind: 'http-500' } });
    expect(faults.take('A')).toEqual({ delayMs: 25, effect: reset });
    expect(faults.take('A')).toEqual({ delayMs: 0, effect: { kind: 'http-500' } });
  });

  test('can be cleared, and spoil one call at least', () => {
    const faults = new Faults();
    faults.add({ method: '*', times: 5, effect: reset });
    faults.clear();
    expect(faults.take('A').effect).toBeNull();
    expect(() => faults.add({ method: '*', times: 0, effect: reset })).toThrow(RangeError);
  });
});

describe('the request log', () => {
  test('masks secrets and counts by method', () => {
    const log = new RequestLog();
    const secret = 'top-secret';
    const names = ['instanceKey', 'sessionId', 'providerSessionId', 'userPassword', 'signature'];
    log.add('A', new Map([...names.map((name) => [name, secret] as const), ['language', 'en']]), new Date(0), 'Ok');
    log.add('A', new Map(), new Date(0), 'reset');
    expect(JSON.stringify(log.requests)).not.toContain(secret);
    expect(log.requests[0]).toMatchObject({ methodName: 'A', at: '1970-01-01T00:00:00.000Z', outcome: 'Ok', parameters: { language: 'en' } });
    expect(log.counts).toEqual({ A: 2 });
    log.clear();
    expect([log.requests, log.counts]).toEqual([[], {}]);
  });

  test('keeps the newest calls', () => {
    const log = new RequestLog();
    for (let call = 0; call < 4500; call += 1) log.add(`M${call}`, new Map(), new Date(0), 'Ok');
    expect(log.requests).toHaveLength(2000);
    expect(log.requests.at(-1)?.methodName).toBe('M4499');
  });
});

test('sessions end by time, counted from the sign-in', () => {
  let time = 0;
  const sessions = new Sessions(10, () => new Date(time));
  const id = sessions.open(SIGNED_IN_OPERATOR);
  time = 10 * 60_000 - 1;
  expect(sessions.holderOf(id)).toBe(SIGNED_IN_OPERATOR);
  time += 1;
  expect(() => sessions.holderOf(id)).toThrow('not valid any more');
});

test('searches are kept until the world changes', () => {
  let version = 0;
  let searched = 0;
  const searches = new RecentSearches(() => version);
  const find = (key: string): unknown =>
    searches.find(key, () => {
      searched += 1;
      return [searched];
    });
  expect([find('a'), find('a'), find('b'), find('a')]).toEqual([[1], [1], [2], [1]]);
  version = 1;
  expect(find('a')).toEqual([3]);
  for (const key of ['b', 'c', 'd', 'e']) find(key);
  expect(find('a')).toEqual([8]);
});

describe('requests', () => {
  test.each([
    ['/service/SearchOrders', { kind: 'xml-method', methodName: 'SearchOrders' }],
    ['/OtapiWebService2.asmx/SearchOrders', { kind: 'xml-method', methodName: 'SearchOrders' }],
    ['/service-json/SearchOrders', { kind: 'json-method', methodName: 'SearchOrders' }],
    ['/pictures/abb-612345678901.svg', { kind: 'picture', itemId: 'abb-612345678901' }],
    ['/practice/control/add-fault', { kind: 'control', action: 'add-fault' }],
    ['/service/', { kind: 'nowhere' }],
    ['/service/a/b', { kind: 'nowhere' }],
    ['/pictures/../secret.svg', { kind: 'nowhere' }],
  ])('to %s go to %j', (path, destination) => {
    expect(destinationOf(path)).toEqual(destination);
  });

  test('take parameters from form and query in UTF-8', () => {
    const parameters = parametersOf(new URLSearchParams('a=1&b=%E7%BA%A2'), 'c=%3CA%3Ex+y%3C%2FA%3E&a=2');
    expect(Object.fromEntries(parameters)).toEqual({ a: '2', b: '红', c: '<A>x y</A>' });
  });
});

describe('control requests', () => {
  const untouched = new Proxy({} as PracticeControl, {
    get: () => () => {
      throw new Error('the control was touched');
    },
  });

  test.each([
    ['no-such-action', '{}'],
    ['add-fault', 'not json'],
    ['add-fault', '[]'],
    ['add-fault', '{"method":"A","times":0,"effect":{"kind":"reset"}}'],
    ['add-fault', '{"method":"A","times":1,"effect":{"kind":"explode"}}'],
    ['add-fault', '{"method":"A","times":1,"effect":{"kind":"delay"}}'],
    ['add-fault', '{"method":"A","times":1,"effect":{"kind":"refuse"}}'],
    ['parcels', '{"kind":"unheard-of"}'],
    ['reveal-parcels', '{"which":[1]}'],
    ['set-line-fields', '{"lineId":"1","fields":{"price":1}}'],
    ['set-line-fields', '{"lineId":"1","fields":{"statusId":"6"}}'],
    ['set-clock-offset', '{}'],
  ])('%s with %s are refused before anything happens', (action, body) => {
    expect(() => performControl(untouched, action, body)).toThrow(BadControlRequest);
  });

  test('carry the token or do not', () => {
    expect([undefined, '', 'Bearer x', 'Bearer token', 'bearer token', 'token'].map((header) => carriesToken(header, 'token'))).toEqual([false, false, false, true, false, false]);
  });
});
