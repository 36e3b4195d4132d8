import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPracticePlatform } from '../../../main/practice/index.ts';
import type { PracticePlatform } from '../../../main/practice/index.ts';
import { PracticeCaller, readAnswer } from './practice-caller.ts';

let platform: PracticePlatform;
let caller: PracticeCaller;

beforeAll(async () => {
  platform = await startPracticePlatform({ lines: 60, seed: 5 });
  caller = new PracticeCaller(platform);
  await caller.signIn();
});

afterAll(() => platform.close());

/** Sends a request that `fetch` would not: with a Host header of its own. */
function statusWithHost(host: string): Promise<number> {
  const { port } = new URL(platform.origin);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: '/service/GetProviderInfoList', headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('an answer', () => {
  test('is XML with declaration, namespaces and the fields of the envelope in their order', async () => {
    const { text } = await caller.call('GetOrderLineStatusList');
    expect(text).toMatch(
      new RegExp(
        '^<\\?xml version="1.0" encoding="utf-8"\\?>\\s*' +
          '<SalesLineStatusInfoListAnswer xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://services.opentao.net">' +
          '<ErrorCode>Ok</ErrorCode><SubErrorCode />' +
          '<RequestId>[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}</RequestId>' +
          '<RequestTime>\\d+\\.\\d+</RequestTime><Result>',
      ),
    );
  });

  test('to a refused call has the description and the sub-code before the request id', async () => {
    const { text, httpStatus } = await caller.call('GetOperatorInfo', { sessionId: 'gone' });
    expect(httpStatus).toBe(200);
    expect(text).toMatch(
      /<OperatorInfoAnswer [^>]+><ErrorCode>SessionExpired<\/ErrorCode><ErrorDescription>[^<]+<\/ErrorDescription><SubErrorCode>SessionExpired<\/SubErrorCode><ErrorDescriptionTemplate>.+<RequestId>/,
    );
  });

  test('carries debug information only when it was asked for', async () => {
    expect((await caller.call('GetOperatorInfo')).root['DebugInfo']).toBeUndefined();
    const { root } = await caller.call('GetOperatorInfo', { debug: 'true' });
    expect(root['DebugInfo']).toMatchObject({ Record: { Name: 'GetOperatorInfo', Parallel: 'false' } });
    expect(root['RequestTimeStatistic']).toContain('GetOperatorInfo');
  });

  test.each([
    ['en', 'The session is not valid any more'],
    ['ru', 'Сессия больше не действительна'],
    ['zh-chs', '会话已失效'],
  ])('in %s describes the error in that language', async (language, description) => {
    const { root } = await caller.call('GetOperatorInfo', { sessionId: 'gone', language });
    expect(root['ErrorDescription']).toBe(description);
  });
});

describe('a call', () => {
  test('may be a GET with a query, a POST with a form, and go to the older address', async () => {
    const query = new URLSearchParams({ instanceKey: platform.instanceKey, language: 'en' });
    const older = `${platform.origin}/OtapiWebService2.asmx/GetProviderInfoList`;
    const responses = [
      await fetch(`${platform.address}GetProviderInfoList?${query.toString()}`),
      await fetch(`${older}?${query.toString()}`),
      await fetch(older, { method: 'POST', body: query }),
    ];
    for (const response of responses) {
      expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
      expect(readAnswer(response.status, await response.text())).toMatchObject({ errorCode: 'Ok', rootName: 'ProviderInfoListAnswer' });
    }
  });

  test('ignores parameters that it does not know', async () => {
    expect(await caller.codesOf('GetOperatorInfo', { rememberMe: 'true' })).toBe('Ok');
  });

  test('with another instance key or none is refused', async () => {
    expect(await caller.codesOf('GetOperatorInfo', { instanceKey: 'opendemo' })).toBe('AccessDenied');
    expect(await caller.codesOf('GetOperatorInfo', { instanceKey: '' })).toBe('ValidationError');
  });

  test('of a method that is not built answers NotAvailable', async () => {
    const answer = await caller.call('RunBasketChecking');
    expect(answer).toMatchObject({ httpStatus: 200, errorCode: 'NotAvailable', rootName: 'VoidOtapiAnswer' });
  });

  test.each(['NoSuchMethod', 'getoperatorinfo', 'toString'])('of %s, which does not exist, is refused with HTTP 404', async (methodName) => {
    expect(await caller.call(methodName)).toMatchObject({ httpStatus: 404, errorCode: 'NotFound' });
  });

  test('to the JSON address is told that only XML is spoken', async () => {
    const response = await fetch(`${platform.origin}/service-json/GetProviderInfoList`);
    expect(await response.json()).toMatchObject({ ErrorCode: 'NotAvailable' });
  });

  test('by PUT is refused', async () => {
    expect((await fetch(`${platform.address}GetProviderInfoList`, { method: 'PUT', body: 'a=1' })).status).toBe(405);
  });
});

describe('the server', () => {
  test('answers only to its own name', async () => {
    const { port } = new URL(platform.origin);
    expect(await statusWithHost(`127.0.0.1:${port}`)).toBe(200);
    expect(await statusWithHost(`localhost:${port}`)).toBe(200);
    expect(await statusWithHost('evil.example')).toBe(403);
  });

  test('reads bodies up to a limit', async () => {
    const big = new URLSearchParams({ instanceKey: platform.instanceKey, filler: 'x'.repeat(5 * 1024 * 1024) });
    const outcome = await fetch(`${platform.address}GetProviderInfoList`, { method: 'POST', body: big }).then(
      ({ status }) => status,
      () => 'hung up',
    );
    expect([413, 'hung up']).toContain(outcome);
    expect(await caller.codesOf('GetProviderInfoList')).toBe('Ok');
  });

  test('serves the pictures that lines name', async () => {
    const { items } = await caller.searchLines('');
    const response = await fetch(items[0]?.['ItemImageURL'] ?? '');
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(await response.text()).toContain('<svg ');
    expect((await fetch(`${platform.origin}/pictures/1.svg`)).status).toBe(404);
  });

  test('tells on this machine how to sign in', async () => {
    const { instanceKey, secret, operatorLogin, operatorPassword, customerPassword } = platform;
    const response = await fetch(`${platform.origin}/practice/access`);
    expect(await response.json()).toEqual({ instanceKey, secret, operatorLogin, operatorPassword, customerPassword });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('knows nothing beside', async () => {
    for (const path of ['/', '/service', '/practice/control/requests']) expect((await fetch(platform.origin + path)).status).toBe(404);
  });

  test('listens on the loopback interface', () => {
    expect(platform.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/service\/$/);
  });
});

test('a closed platform hangs up on everybody, and its port is free again', async () => {
  const first = await startPracticePlatform({ lines: 20 });
  const port = Number(new URL(first.origin).port);
  await fetch(`${first.address}GetProviderInfoList`);
  await first.close();
  await expect(fetch(`${first.address}GetProviderInfoList`)).rejects.toThrow('fetch failed');
  const second = await startPracticePlatform({ lines: 20, port });
  expect(second.origin).toBe(first.origin);
  await expect(startPracticePlatform({ lines: 20, port })).rejects.toThrow('EADDRINUSE');
  await second.close();
});
