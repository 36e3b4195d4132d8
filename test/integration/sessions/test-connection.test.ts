import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionFault } from '../../../preload/contract/index.ts';
import type { OtapiCredentials } from '../../../main/otapi/index.ts';
import { startPracticePlatform, type PracticePlatform } from '../../../main/practice/index.ts';
import { testConnection } from '../../../main/sessions/index.ts';

let platform: PracticePlatform;
beforeEach(async () => {
  platform = await startPracticePlatform({ lines: 40, secret: 'shh' });
});
afterEach(() => platform.close());

function test(changed: Partial<OtapiCredentials> = {}, clock = { now: () => new Date() }) {
  const { address, instanceKey, secret, operatorLogin, operatorPassword } = platform;
  const credentials = { address, instanceKey, secret, operatorLogin, operatorPassword, ...changed };
  return testConnection({ credentials, language: () => 'en', clock });
}

describe('testing a connection', () => {
  it('names the operator, counts the lines and changes nothing', async () => {
    const result = await test();
    expect(result).toMatchObject({ ok: true, lines: 40 });
    expect(result.ok && result.operatorName).toMatch(/\w/);
    expect(Object.keys(platform.control.counts()).sort()).toEqual([
      'AuthenticateInstanceOperator',
      'GetOperatorInfo',
      'GetProviderInfoList',
      'SearchOrderLines',
    ]);
  });

  it.each<[string, Partial<OtapiCredentials>, ConnectionFault]>([
    ['a wrong key', { instanceKey: 'nobody' }, 'instance-key'],
    ['no secret', { secret: null }, 'secret'],
    ['a wrong secret', { secret: 'nobody' }, 'secret'],
    ['a wrong login', { operatorLogin: 'nobody' }, 'login'],
    ['a wrong password', { operatorPassword: 'nobody' }, 'login'],
    ['no address', { address: 'otapi' }, 'address'],
    ['an address where nobody listens', { address: 'http://127.0.0.1:9/service/' }, 'address'],
  ])('%s is told as such', async (_, changed, fault) => {
    expect(await test(changed)).toMatchObject({ ok: false, fault });
  });

  it('a wrong path is told as such', async () => {
    const address = platform.address.replace('/service/', '/nowhere/');
    expect(await test({ address })).toMatchObject({ ok: false, fault: 'address' });
  });

  it('a wrong password is tried once', async () => {
    await test({ operatorPassword: 'nobody' });
    expect(platform.control.counts()['AuthenticateInstanceOperator']).toBe(1);
  });

  it('a wrong clock is told as such', async () => {
    const result = await test({}, { now: () => new Date(Date.now() - 2 * 3_600_000) });
    expect(result).toMatchObject({ ok: false, fault: 'clock', error: { code: 'api', apiSubCode: 'InvalidTimestamp' } });
  });

  it.each<['http-500' | 'wrong-content', ConnectionFault]>([
    ['http-500', 'server'],
    ['wrong-content', 'address'],
  ])('%s is told as such', async (kind, fault) => {
    platform.control.addFault({ method: 'GetProviderInfoList', times: 1, effect: { kind } });
    expect(await test()).toMatchObject({ ok: false, fault });
  });
});
