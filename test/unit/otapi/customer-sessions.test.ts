import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CustomerLogin } from '../../../main/otapi/index.ts';
import { OtapiError, type OtapiFailure } from '../../../main/otapi/index.ts';
import { createRedaction, type Redaction } from '../../../main/otapi/redaction.ts';
import { createCustomerSessions } from '../../../main/otapi/sessions/customer-sessions.ts';

const ivan = { login: 'ivan', password: 'right' };
const failure = (known: Partial<OtapiFailure>) =>
  new OtapiError({ kind: 'api', method: 'Authenticate', outcomeUnknown: false, reason: 'refused', ...known });
const wrongPassword = failure({ errorCode: 'AccessDenied', serverText: 'Wrong password' });

let redaction: Redaction;
beforeEach(() => {
  redaction = createRedaction();
});

/** Signs in with `ivan-1`, `ivan-2`, …, or fails with the errors given, in their order. */
function customerSessions(...failures: OtapiError[]) {
  let made = 0;
  const authenticate = vi.fn(async ({ login }: CustomerLogin) => {
    await Promise.resolve();
    const next = failures.shift();
    if (next !== undefined) throw next;
    made += 1;
    return `${login}-${made}`;
  });
  return { authenticate, sessions: createCustomerSessions(authenticate, redaction) };
}

describe('the session of a customer', () => {
  it('is shared by all who ask for the same login', async () => {
    const { sessions, authenticate } = customerSessions();
    const all = [sessions.of(ivan).current(), sessions.of({ ...ivan }).current(), sessions.of(ivan).signIn()];
    expect(await Promise.all(all)).toEqual(['ivan-1', 'ivan-1', 'ivan-1']);
    expect(await sessions.of(ivan).current()).toBe('ivan-1');
    expect(authenticate).toHaveBeenCalledExactlyOnceWith(ivan);
  });

  it('is another for another login, another password and none', async () => {
    const { sessions } = customerSessions();
    const logins = [ivan, { login: 'anna', password: 'right' }, { login: 'ivan', password: 'new' }, { login: 'ivan', password: null }];
    const ids = [];
    for (const login of logins) ids.push(await sessions.of(login).current());
    expect(ids).toEqual(['ivan-1', 'anna-2', 'ivan-3', 'ivan-4']);
  });

  it('is renewed once for all who find it expired', async () => {
    const { sessions, authenticate } = customerSessions();
    const expired = await sessions.of(ivan).current();
    const renewed = [sessions.of(ivan).renewed(expired), sessions.of(ivan).renewed(expired)];
    expect(await Promise.all(renewed)).toEqual(['ivan-2', 'ivan-2']);
    expect(authenticate).toHaveBeenCalledTimes(2);
  });

  it('is refused for that password until a person signs the customer in', async () => {
    const { sessions, authenticate } = customerSessions(wrongPassword);
    const refusal = { customerRefused: true, signInRefused: false, errorCode: 'AccessDenied', serverText: 'Wrong password' };
    await expect(sessions.of(ivan).current()).rejects.toMatchObject(refusal);
    await expect(sessions.of(ivan).current()).rejects.toMatchObject(refusal);
    expect(authenticate).toHaveBeenCalledTimes(1);
    expect(await sessions.of({ ...ivan, password: 'new' }).current()).toBe('ivan-1');
    expect(await sessions.of(ivan).signIn()).toBe('ivan-2');
  });

  it.each([
    ['no connection', failure({ kind: 'network' })],
    ['NotAvailable', failure({ errorCode: 'NotAvailable' })],
    ['a wrong clock', failure({ errorCode: 'AccessDenied', subErrorCode: 'InvalidTimestamp' })],
    ['a session of the operator that expires for ever', failure({ errorCode: 'SessionExpired' })],
    ['a key that is blocked', failure({ errorCode: 'AccessDenied', subErrorCode: 'InstanceKeyBan' })],
    ['a refused login of the operator', failure({ errorCode: 'AccessDenied', signInRefused: true })],
  ])('is asked for again after %s', async (_, passing) => {
    const { sessions } = customerSessions(passing);
    await expect(sessions.of(ivan).current()).rejects.toBe(passing);
    expect(passing.customerRefused).toBe(false);
    expect(await sessions.of(ivan).current()).toBe('ivan-1');
  });

  it('that could not be got leaves nothing unknown about the call that needs it', async () => {
    const lost = failure({ kind: 'network', outcomeUnknown: true, networkCode: 'ECONNRESET' });
    const { sessions } = customerSessions(lost);
    await expect(sessions.of(ivan).current()).rejects.toMatchObject({
      kind: 'network',
      networkCode: 'ECONNRESET',
      outcomeUnknown: false,
      message: lost.message,
    });
  });

  it('has its password taken out of every text', () => {
    customerSessions().sessions.of(ivan);
    expect(redaction.clean('the right password of ivan')).toBe('the *** password of ivan');
  });
});
