import { describe, expect, it, vi } from 'vitest';
import { OtapiError } from '../../../main/otapi/index.ts';
import { createOperatorSession } from '../../../main/otapi/sessions/operator-session.ts';

const method = 'AuthenticateInstanceOperator';
const apiError = (errorCode: string, subErrorCode = '') =>
  new OtapiError({ kind: 'api', method, outcomeUnknown: false, reason: 'refused', errorCode, subErrorCode });

/** Signs in with `session-1`, `session-2`, …, or fails with the errors given, in their order. */
function authenticator(...failures: OtapiError[]) {
  let sessions = 0;
  return vi.fn(async () => {
    await Promise.resolve();
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
    sessions += 1;
    return `session-${sessions}`;
  });
}

describe('the operator session', () => {
  it('is shared by all who ask while the sign-in is under way, whoever asks', async () => {
    const authenticate = authenticator();
    const session = createOperatorSession(authenticate);
    const all = [session.current(), session.signIn(), session.current(), session.signIn()];
    expect(new Set(await Promise.all(all))).toEqual(new Set(['session-1']));
    expect(authenticate).toHaveBeenCalledTimes(1);
  });

  it('is not renewed for a call that comes late with the session before', async () => {
    const authenticate = authenticator();
    const session = createOperatorSession(authenticate);
    const old = await session.current();
    expect(await session.renewed(old)).toBe('session-2');
    expect(await session.renewed(old)).toBe('session-2');
    expect(authenticate).toHaveBeenCalledTimes(2);
  });

  it('is made anew when a person signs in, though one is at hand', async () => {
    const session = createOperatorSession(authenticator());
    await session.current();
    expect(await session.signIn()).toBe('session-2');
  });

  it('is refused until a person signs in, with what OT Platform said', async () => {
    const authenticate = authenticator(apiError('AccessDenied', 'SomeNewSubCode'));
    const onRefused = vi.fn();
    const session = createOperatorSession(authenticate, onRefused);
    const refusal = { signInRefused: true, errorCode: 'AccessDenied', subErrorCode: 'SomeNewSubCode' };
    await expect(session.current()).rejects.toMatchObject(refusal);
    await expect(session.renewed('session-0')).rejects.toMatchObject(refusal);
    expect(authenticate).toHaveBeenCalledTimes(1);
    expect(onRefused).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(refusal));
    expect(await session.signIn()).toBe('session-1');
    expect(await session.current()).toBe('session-1');
  });

  it.each([
    ['no connection', new OtapiError({ kind: 'network', method, outcomeUnknown: false, reason: 'none' })],
    ['NotAvailable', apiError('NotAvailable')],
    ['CallLimit', apiError('CallLimit')],
    ['a wrong clock', apiError('AccessDenied', 'InvalidTimestamp')],
  ])('is asked for again after %s', async (_, failure) => {
    const session = createOperatorSession(authenticator(failure));
    await expect(session.current()).rejects.toBe(failure);
    expect(await session.current()).toBe('session-1');
  });
});
