import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OtapiClient } from '../../../main/otapi/index.ts';
import { apiError, forSession, ok, reset, signIn, startScriptedServer } from './scripted-server.ts';
import type { ScriptedServer } from './scripted-server.ts';
import { failureOf, testClient } from './test-client.ts';

const login = 'AuthenticateInstanceOperator';
const operator = ok('<Result><OperatorId>7</OperatorId></Result>');
const expired = apiError('SessionExpired', 'SessionExpired');

let server: ScriptedServer;
let client: OtapiClient;
beforeEach(async () => {
  server = await startScriptedServer();
  server.script(login, signIn());
  client = testClient(server.address);
});
afterEach(async () => {
  client.close();
  await server[Symbol.asyncDispose]();
});

describe('the operator session', () => {
  it('is got when it is first needed, once for all calls', async () => {
    server.script('GetOperatorInfo', operator);
    expect(server.calls).toHaveLength(0);
    await Promise.all(Array.from({ length: 20 }, () => client.operators.info()));
    await client.operators.info();
    expect(server.count(login)).toBe(1);
  });

  it.each([
    ['ErrorCode', expired],
    ['SubErrorCode alone', apiError('AccessDenied', 'SessionExpired')],
  ])('that has expired (%s) is renewed by one sign-in for 20 calls at once, which all succeed', async (_, refusal) => {
    await client.operators.signIn();
    server.script('GetOperatorInfo', forSession('session-2', operator, refusal));
    const operators = await Promise.all(Array.from({ length: 20 }, () => client.operators.info()));
    expect(operators.map((info) => info.operatorId)).toEqual(Array.from({ length: 20 }, () => '7'));
    expect(server.count(login)).toBe(2);
  });

  it('that has expired is renewed for a changing call too', async () => {
    await client.operators.signIn();
    server.script('SplitOrderLineForOperator', forSession('session-2', ok('')));
    await client.lines.split('ORD-0000012345', '501', 1);
    expect(server.count('SplitOrderLineForOperator')).toBe(2);
  });

  it('that expires again at once is not renewed a second time', async () => {
    server.script('GetOperatorInfo', expired);
    expect(await failureOf(client.operators.info())).toMatchObject({ kind: 'api', errorCode: 'SessionExpired' });
    expect(server.count('GetOperatorInfo')).toBe(2);
    expect(server.count(login)).toBe(2);
  });

  it('is asked for again after the sign-in failed for want of a connection', async () => {
    server.script(login, reset, reset, reset, signIn());
    server.script('GetOperatorInfo', operator);
    expect(await failureOf(client.operators.info())).toMatchObject({ kind: 'network', method: login });
    expect((await client.operators.info()).operatorId).toBe('7');
  });

  it('that could not be got leaves nothing unknown about the changing call that needs it', async () => {
    server.script(login, reset);
    const error = await failureOf(client.lines.split('ORD-0000012345', '501', 1));
    expect(error).toMatchObject({ kind: 'network', method: login, outcomeUnknown: false });
    expect(server.count('SplitOrderLineForOperator')).toBe(0);
  });

  it('is waited for only as long as the caller wants, while others go on waiting', async () => {
    let answerLogin = () => {};
    const held = new Promise<void>((resolve) => (answerLogin = resolve));
    const heldSignIn = signIn();
    server.script(login, async (call, response) => {
      await held;
      await heldSignIn(call, response);
    });
    server.script('GetOperatorInfo', operator);
    const control = new AbortController();
    const givenUp = failureOf(client.operators.info({ signal: control.signal }));
    const patient = client.operators.info();
    await vi.waitFor(() => expect(server.count(login)).toBe(1), 10_000);
    control.abort();
    expect(await givenUp).toMatchObject({ kind: 'aborted', outcomeUnknown: false });
    answerLogin();
    expect((await patient).operatorId).toBe('7');
    expect(server.count(login)).toBe(1);
  });
});

describe('a refused login', () => {
  const wrongPassword = apiError('AccessDenied', '', 'Wrong password');

  it('is not tried again until the person signs in', async () => {
    server.script(login, wrongPassword);
    server.script('GetOperatorInfo', operator);
    for (let call = 0; call < 3; call += 1) {
      expect(await failureOf(client.operators.info())).toMatchObject({
        kind: 'api',
        method: login,
        signInRefused: true,
        errorCode: 'AccessDenied',
        serverText: 'Wrong password',
      });
    }
    expect(server.count(login)).toBe(1);

    expect(await failureOf(client.operators.signIn())).toMatchObject({ signInRefused: true });
    expect(server.count(login)).toBe(2);

    server.script(login, signIn());
    await client.operators.signIn();
    expect((await client.operators.info()).operatorId).toBe('7');
  });

  it('does not hinder what needs no session', async () => {
    server.script(login, wrongPassword);
    server.script('GetProviderInfoList', ok('<Result><Content/></Result>'));
    await failureOf(client.operators.signIn());
    expect(await client.lists.providers()).toEqual([]);
  });

  it.each(['NotAvailable', 'InternalError', 'CallLimit'])('is not what %s means', async (code) => {
    server.script(login, apiError(code), apiError(code), apiError(code), signIn());
    server.script('GetOperatorInfo', operator);
    const error = await failureOf(client.operators.info());
    expect(error).toMatchObject({ kind: 'api', errorCode: code, signInRefused: false });
    await vi.waitFor(async () => expect((await client.operators.info()).operatorId).toBe('7'), 10_000);
  });

  it('is told to the station as the reason for having no contact', async () => {
    const onContact = vi.fn();
    const watched = testClient(server.address, { onContact });
    server.script(login, wrongPassword);
    const error = await failureOf(watched.operators.info());
    expect(onContact).toHaveBeenLastCalledWith({ ok: false, error });
    watched.close();
  });
});
