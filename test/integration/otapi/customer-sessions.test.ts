import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeError, type OtapiClient } from '../../../main/otapi/index.ts';
import {
  answer,
  apiError,
  customerSignIn,
  forSession,
  ok,
  reset,
  signIn,
  silence,
  startScriptedServer,
} from './scripted-server.ts';
import type { Script, ScriptedServer } from './scripted-server.ts';
import { failureOf, secrets, testClient } from './test-client.ts';

const operatorLogin = 'AuthenticateInstanceOperator';
const ivan = { login: 'ivan', password: 'geheim nis/客' };
const ivanByOperator = { login: 'ivan', password: null };
const order = { deliveryModeId: '12', lines: [{ itemId: '591608177630', quantity: 2 }] };
const made = ok('<Result><Id>ORD-0000012345</Id></Result>');
const expired = apiError('SessionExpired', 'SessionExpired');

const onContact = vi.fn();
let server: ScriptedServer;
let client: OtapiClient;
beforeEach(async () => {
  onContact.mockClear();
  server = await startScriptedServer();
  server.script(operatorLogin, signIn());
  server.script('Authenticate', customerSignIn());
  server.script('AuthenticateAsUser', customerSignIn());
  server.script('AddOrder', made);
  client = testClient(server.address, { onContact });
});
afterEach(async () => {
  client.close();
  await server[Symbol.asyncDispose]();
});

const sessionsOf = (method: string) =>
  server.calls.filter((call) => call.method === method).map((call) => call.parameters.get('sessionId'));

describe('the session of a customer with a password', () => {
  it('is got when it is first needed, once for all calls, without the operator', async () => {
    const orders = await Promise.all(Array.from({ length: 10 }, () => client.orders.add(ivan, order)));
    await client.orders.add(ivan, order);
    expect(new Set(orders.map(({ id }) => id))).toEqual(new Set(['ORD-0000012345']));
    expect(server.calls.map((call) => call.method)).toEqual(['Authenticate', ...Array.from({ length: 11 }, () => 'AddOrder')]);
    expect(Object.fromEntries(server.calls[0]?.parameters ?? [])).toEqual({
      instanceKey: secrets.instanceKey,
      language: 'en',
      userLogin: 'ivan',
      userPassword: ivan.password,
      rememberMe: 'false',
      sessionId: '',
    });
    expect(new Set(sessionsOf('AddOrder'))).toEqual(new Set(['customer-1']));
  });

  it('that has expired is renewed by one sign-in for 10 calls at once, which all succeed', async () => {
    await client.customers.signIn(ivan);
    server.script('AddOrder', forSession('customer-2', made));
    await Promise.all(Array.from({ length: 10 }, () => client.orders.add(ivan, order)));
    expect(server.count('Authenticate')).toBe(2);
    expect(server.count('AddOrder')).toBe(20);
  });

  it('that expires again at once is not renewed a second time', async () => {
    server.script('CancelSalesOrder', expired);
    const error = await failureOf(client.orders.cancelAsCustomer(ivan, 'ORD-0000012345'));
    expect(error).toMatchObject({ errorCode: 'SessionExpired', outcomeUnknown: false });
    expect(sessionsOf('CancelSalesOrder')).toEqual(['customer-1', 'customer-2']);
  });

  it('is got anew when a person signs the customer in', async () => {
    await client.orders.add(ivan, order);
    await client.customers.signIn(ivan);
    await client.orders.add(ivan, order);
    expect(sessionsOf('AddOrder')).toEqual(['customer-1', 'customer-2']);
  });

  it('is waited for only as long as the caller wants', async () => {
    server.script('Authenticate', silence);
    const control = new AbortController();
    const givenUp = failureOf(client.orders.add(ivan, order, { signal: control.signal }));
    await vi.waitFor(() => expect(server.count('Authenticate')).toBe(1), 10_000);
    control.abort();
    expect(await givenUp).toMatchObject({ kind: 'aborted', outcomeUnknown: false });
    expect(server.count('AddOrder')).toBe(0);
  });
});

describe('the session of a customer for whom the operator acts', () => {
  it('is got with the session of the operator', async () => {
    await client.orders.add(ivanByOperator, order);
    expect(server.calls.map((call) => call.method)).toEqual([operatorLogin, 'AuthenticateAsUser', 'AddOrder']);
    expect(server.calls[1]?.parameters.get('userLogin')).toBe('ivan');
    expect(server.calls[1]?.parameters.has('userPassword')).toBe(false);
    expect(sessionsOf('AuthenticateAsUser')).toEqual(['session-1']);
    expect(sessionsOf('AddOrder')).toEqual(['customer-1']);
  });

  it('is got after the session of the operator, which has expired, was renewed', async () => {
    await client.operators.signIn();
    server.script('AuthenticateAsUser', forSession('session-2', customerSignIn()));
    await client.orders.add(ivanByOperator, order);
    expect(sessionsOf('AuthenticateAsUser')).toEqual(['session-1', 'session-2']);
    expect(server.count('AddOrder')).toBe(1);
  });

  it('is renewed when both sessions have expired', async () => {
    await client.customers.signIn(ivanByOperator);
    server.script('AddOrder', forSession('fresh', made));
    server.script('AuthenticateAsUser', forSession('session-2', ok('<SessionId>fresh</SessionId>')));
    await client.orders.add(ivanByOperator, order);
    expect(sessionsOf('AddOrder')).toEqual(['customer-1', 'fresh']);
    expect(server.count(operatorLogin)).toBe(2);
  });

  it('is wanting when the operator is refused, which is no refusal of the customer', async () => {
    server.script(operatorLogin, apiError('AccessDenied', '', 'Wrong password'));
    const error = await failureOf(client.orders.add(ivanByOperator, order));
    expect(error).toMatchObject({ method: operatorLogin, signInRefused: true, customerRefused: false });
    expect(describeError(error).code).toBe('session-refused');

    server.script(operatorLogin, signIn());
    await client.operators.signIn();
    expect((await client.orders.add(ivanByOperator, order)).id).toBe('ORD-0000012345');
  });
});

describe('a refused customer', () => {
  it.each([
    ['Authenticate', ivan],
    ['AuthenticateAsUser', ivanByOperator],
  ])('is not signed in again by %s until a person wants it', async (method, customer) => {
    server.script(method, apiError('AccessDenied', '', 'No such user'));
    for (let call = 0; call < 3; call += 1) {
      const error = await failureOf(client.orders.add(customer, order));
      expect(error).toMatchObject({ method, customerRefused: true, signInRefused: false, outcomeUnknown: false });
      expect(describeError(error)).toMatchObject({
        code: 'api',
        apiCode: 'AccessDenied',
        serverText: 'No such user',
        details: { method, reason: 'customer-refused' },
      });
    }
    expect(server.count(method)).toBe(1);
    expect(server.count('AddOrder')).toBe(0);

    expect(await failureOf(client.customers.signIn(customer))).toMatchObject({ customerRefused: true });
    server.script(method, customerSignIn());
    await client.customers.signIn(customer);
    expect((await client.orders.add(customer, order)).id).toBe('ORD-0000012345');
  });

  it('leaves the station in contact and the operator signed in', async () => {
    server.script('GetOperatorInfo', ok('<Result><OperatorId>7</OperatorId></Result>'));
    server.script('Authenticate', apiError('AccessDenied'));
    await failureOf(client.customers.signIn(ivan));
    expect(onContact.mock.calls).toEqual([[{ ok: true }]]);
    expect((await client.operators.info()).operatorId).toBe('7');
  });
});

describe('the outcome of a changing call', () => {
  beforeEach(() => {
    client.close();
    client = testClient(server.address, { timeoutMs: 1_500 });
  });

  const lost: [string, Script][] = [
    ['a lost connection', reset],
    ['no answer in time', silence],
    ['HTTP 500', answer('oops', {}, 500)],
    ['a web page', answer('<html></html>')],
  ];

  it.each(lost)('is known after %s of the sign-in: it was not sent', async (_, failure) => {
    server.script('Authenticate', failure);
    expect(await failureOf(client.orders.add(ivan, order))).toMatchObject({ method: 'Authenticate', outcomeUnknown: false });
    expect(server.count('AddOrder')).toBe(0);
  });

  it.each(lost)('is known after %s of the renewal: it did nothing', async (_, failure) => {
    await client.customers.signIn(ivan);
    server.script('Authenticate', failure);
    server.script('AddOrder', expired);
    expect(await failureOf(client.orders.add(ivan, order))).toMatchObject({ method: 'Authenticate', outcomeUnknown: false });
    expect(server.count('AddOrder')).toBe(1);
  });

  it.each(lost)('is unknown after %s of its own, and it is not made again', async (_, failure) => {
    server.script('AddOrder', failure);
    expect(await failureOf(client.orders.add(ivan, order))).toMatchObject({ method: 'AddOrder', outcomeUnknown: true });
    expect(server.count('AddOrder')).toBe(1);
  });

  it('is unknown when an order was added and its id is not told', async () => {
    server.script('AddOrder', ok('<Result/>'));
    const error = await failureOf(client.orders.add(ivan, order));
    expect(error).toMatchObject({ kind: 'answer', answerProblem: 'incomplete', outcomeUnknown: true });
  });

  it('is known when OT Platform asks for patience, and it is not made again', async () => {
    server.script('AddOrder', apiError('CallLimit'));
    expect(await failureOf(client.orders.add(ivan, order))).toMatchObject({ errorCode: 'CallLimit', outcomeUnknown: false });
    expect(server.count('AddOrder')).toBe(1);
  });

  const id = 'ORD-0000012345';
  const deposit = { customerId: '1042', amount: 1, comment: '', at: new Date(0) };
  const changes: [string, () => Promise<unknown>][] = [
    ['CancelSalesOrder', () => client.orders.cancelAsCustomer(ivan, id)],
    ['CancelSalesOrderForOperator', () => client.orders.cancel(id)],
    ['CloseSalesOrderForOperator', () => client.orders.close(id)],
    ['CancelLineSalesOrderForOperator', () => client.orders.cancelLine(id, '501')],
    ['RestoreLineSalesOrderForOperator', () => client.orders.restoreLine(id, '501')],
    ['UpdateOrderForOperator', () => client.orders.update(id, { weight: 1 })],
    ['ChangeSalesOrderLinePurchaseInfoForOperator', () => client.lines.setPurchase(id, '501', { providerOrderId: '', waybill: '' })],
    ['PostTransaction', () => client.payments.deposit(deposit)],
    ['SalesPaymentReserve', () => client.payments.reserve(id, 1)],
  ];
  it.each(changes)('of %s is unknown after a lost connection, and it is not made again', async (method, change) => {
    server.script(method, reset);
    expect(await failureOf(change())).toMatchObject({ kind: 'network', method, outcomeUnknown: true });
    expect(server.count(method)).toBe(1);
  });
});
