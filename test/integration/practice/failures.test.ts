import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPracticePlatform } from '../../../main/practice/index.ts';
import type { FaultEffect, PracticePlatform } from '../../../main/practice/index.ts';
import { PracticeCaller } from './practice-caller.ts';

let clock: Date;
let platform: PracticePlatform;
let caller: PracticeCaller;

beforeEach(async () => {
  clock = new Date('2026-11-23T08:00:00Z');
  platform = await startPracticePlatform({ lines: 60, seed: 5, now: () => clock, sessionMinutes: 30 });
  caller = new PracticeCaller(platform);
  await caller.signIn();
});

afterEach(() => platform.close());

const addFault = (effect: FaultEffect, method = '*', times = 1): void => platform.control.addFault({ method, times, effect });

/** An awaited line and the call that receives it. */
function receipt(): { lineId: string; call: () => Promise<string>; statusNow: () => number | undefined } {
  const lineId = platform.control.parcels({ kind: 'single-line', limit: 1 })[0]?.lineIds[0] ?? '';
  const orderId = platform.world.lineById(lineId)?.orderId ?? '';
  const parameters = { orderId, orderLineId: lineId, xmlUpdateData: '<OrderLineUpdateData><StatusId>6</StatusId></OrderLineUpdateData>' };
  return {
    lineId,
    call: () => caller.codesOf('UpdateOrderLineForOperator', parameters),
    statusNow: () => platform.world.lineById(lineId)?.statusId,
  };
}

describe('sessions', () => {
  test('end by time, and a new sign-in helps', async () => {
    clock = new Date(clock.getTime() + 31 * 60_000);
    expect(await caller.codesOf('GetOperatorInfo')).toBe('SessionExpired/SessionExpired');
    await caller.signIn();
    expect(await caller.codesOf('GetOperatorInfo')).toBe('Ok');
  });

  test('end on command', async () => {
    platform.control.expireSessions();
    expect(await caller.codesOf('GetOperatorInfo')).toBe('SessionExpired/SessionExpired');
  });
});

describe('a fault', () => {
  test('of a reset leaves nothing done', async () => {
    const { call, statusNow } = receipt();
    addFault({ kind: 'reset' });
    await expect(call()).rejects.toThrow('fetch failed');
    expect(statusNow()).toBe(4);
    expect(await call()).toBe('Ok');
  });

  test('of a lost answer leaves the change done', async () => {
    const { call, statusNow } = receipt();
    addFault({ kind: 'lost-answer' }, 'UpdateOrderLineForOperator');
    await expect(call()).rejects.toThrow('fetch failed');
    expect(statusNow()).toBe(6);
  });

  test('of a truncated body leaves the change done and the answer cut', async () => {
    const { call, statusNow } = receipt();
    addFault({ kind: 'truncated-body' });
    await expect(call()).rejects.toThrow('terminated');
    expect(statusNow()).toBe(6);
  });

  test.each([
    ['http-500', 500],
    ['wrong-content', 200],
  ] as const)('of %s gives a page of HTML and leaves nothing done', async (kind, status) => {
    const { call, statusNow } = receipt();
    addFault({ kind });
    const response = await fetch(`${platform.address}GetProviderInfoList?instanceKey=${platform.instanceKey}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(await response.text()).toContain('<h1>');
    addFault({ kind });
    await call();
    expect(statusNow()).toBe(4);
  });

  test('of a refusal gives its codes and leaves nothing done', async () => {
    const { call, statusNow } = receipt();
    addFault({ kind: 'refuse', errorCode: 'NotAvailable', subErrorCode: 'External_ProviderTemporaryUnavailable', description: 'Later' });
    expect(await call()).toBe('NotAvailable/External_ProviderTemporaryUnavailable');
    expect(statusNow()).toBe(4);
  });

  test('of a delay holds the call back until it is over', async () => {
    let answered = false;
    addFault({ kind: 'delay', milliseconds: 60_000 }, 'GetOperatorInfo');
    const slow = caller.codesOf('GetOperatorInfo').then(
      () => (answered = true),
      () => 'hung up',
    );
    expect(await caller.codesOf('GetProviderInfoList')).toBe('Ok');
    expect(answered).toBe(false);
    await platform.close();
    expect(await slow).toBe('hung up');
  });

  test('hits the method that it names, as often as it says, and can be cleared', async () => {
    addFault({ kind: 'refuse', errorCode: 'CallLimit' }, 'GetOperatorInfo', 2);
    expect(await caller.codesOf('GetProviderInfoList')).toBe('Ok');
    expect(await caller.codesOf('GetOperatorInfo')).toBe('CallLimit');
    platform.control.clearFaults();
    expect(await caller.codesOf('GetOperatorInfo')).toBe('Ok');
  });
});

describe('the request log', () => {
  test('shows calls, outcomes and counts without secrets', async () => {
    platform.control.clearRequests();
    addFault({ kind: 'reset' }, 'GetOperatorInfo');
    await expect(caller.call('GetOperatorInfo')).rejects.toThrow('fetch failed');
    await caller.call('GetOperatorInfo', { sessionId: 'old' });
    await caller.call('GetProviderInfoList');
    const requests = platform.control.requests();
    expect(requests.map(({ methodName, outcome }) => [methodName, outcome])).toEqual([
      ['GetOperatorInfo', 'reset'],
      ['GetOperatorInfo', 'SessionExpired'],
      ['GetProviderInfoList', 'Ok'],
    ]);
    expect(requests[1]).toMatchObject({ at: '2026-11-23T08:00:00.000Z', parameters: { language: 'en', sessionId: '***', instanceKey: '***' } });
    expect(platform.control.counts()).toEqual({ GetOperatorInfo: 2, GetProviderInfoList: 1 });
  });
});

describe('a platform with a secret', () => {
  const SECRET = 's3cret';

  async function withSecret(run: (signed: PracticePlatform, codesOf: (extra?: Record<string, string>) => Promise<string>) => Promise<void>): Promise<void> {
    const signed = await startPracticePlatform({ lines: 20, secret: SECRET, now: () => clock });
    const plain = new PracticeCaller(signed);
    try {
      await run(signed, (extra = {}) => plain.codesOf('GetProviderInfoList', extra));
    } finally {
      await signed.close();
    }
  }

  /** The parameters that sign a GetProviderInfoList, worked out here apart from the platform (otapi.md 1.3). */
  function signature({ instanceKey }: PracticePlatform, timestamp: string): Record<string, string> {
    const text = `GetProviderInfoList${instanceKey}en${timestamp}${SECRET}`;
    return { timestamp, signature: createHash('sha256').update(text).digest('hex') };
  }

  test('answers calls that are signed, and only those', async () => {
    await withSecret(async (signed, codesOf) => {
      const right = signature(signed, '20261123080000');
      expect(await codesOf(right)).toBe('Ok');
      expect(await codesOf()).toBe('AccessDenied/MissingTimestamp');
      expect(await codesOf({ timestamp: '20261123080000' })).toBe('AccessDenied/MissingSignature');
      expect(await codesOf({ ...right, timestamp: '20261123080001' })).toBe('AccessDenied/InvalidSignature');
      expect(await codesOf({ ...right, debug: 'true' })).toBe('AccessDenied/InvalidSignature');
    });
  });

  test('refuses timestamps by its own clock, which may be wrong', async () => {
    await withSecret(async (signed, codesOf) => {
      const right = signature(signed, '20261123080000');
      signed.control.setClockOffset(2 * 60 * 60 * 1000);
      expect(await codesOf(right)).toBe('AccessDenied/InvalidTimestamp');
      expect(await codesOf(signature(signed, '20261123093000'))).toBe('Ok');
    });
  });
});
