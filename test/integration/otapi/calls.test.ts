import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { apiError, ok, signIn, startScriptedServer, type ScriptedServer } from './scripted-server.ts';
import { failureOf, secrets, testClient } from './test-client.ts';

let server: ScriptedServer;
beforeEach(async () => {
  server = await startScriptedServer();
  server.script('AuthenticateInstanceOperator', signIn());
});
afterEach(() => server[Symbol.asyncDispose]());

describe('a call', () => {
  it('is a POST form with the common parameters, the session and XML parameters', async () => {
    server.script('SearchOrderLines', ok('<Result><Content/><TotalCount>0</TotalCount></Result>'));
    const client = testClient(server.address, { language: () => 'zh' });

    const page = await client.lines.search({ waybills: ['YT 88<&>', '0012'] }, { position: 100, size: 50 });

    expect(page).toEqual({ items: [], total: 0 });
    const [login, search] = server.calls;
    expect(login?.request.method).toBe('POST');
    expect(login?.request.headers['content-type']).toBe('application/x-www-form-urlencoded; charset=utf-8');
    expect(Object.fromEntries(login?.parameters ?? [])).toEqual({
      instanceKey: secrets.instanceKey,
      language: 'zh-chs',
      userLogin: 'olga',
      userPassword: secrets.operatorPassword,
    });
    expect(Object.fromEntries(search?.parameters ?? [])).toEqual({
      instanceKey: secrets.instanceKey,
      language: 'zh-chs',
      sessionId: 'session-1',
      xmlSearchParameters:
        '<OrderLineSearchParameters><VendorPurchaseWaybillIdList><Id>YT 88&lt;&amp;&gt;</Id><Id>0012</Id>' +
        '</VendorPurchaseWaybillIdList></OrderLineSearchParameters>',
      framePosition: '100',
      frameSize: '50',
    });
    client.close();
  });

  it('takes an address without its last slash', async () => {
    server.script('GetOperatorInfo', ok('<Result><OperatorId>7</OperatorId></Result>'));
    const client = testClient(server.address.replace(/\/$/, ''));
    expect((await client.operators.info()).operatorId).toBe('7');
    client.close();
  });

  it('is signed when the key has a secret', async () => {
    server.script('GetProviderInfoList', ok('<Result><Content/></Result>'));
    const client = testClient(server.address, {
      credentials: { address: server.address, operatorLogin: 'olga', ...secrets },
      clock: { now: () => new Date('2021-02-12T11:43:45.900Z') },
    });
    await client.lists.providers();
    const sent = server.calls[0]?.parameters;
    expect(sent?.get('timestamp')).toBe('20210212114345');
    expect(sent?.get('signature')).toMatch(/^[0-9a-f]{64}$/);
    client.close();
  });

  it('that changes something is made once, with its own parameters', async () => {
    server.script('ChangeLineStatus', ok(''));
    const client = testClient(server.address);
    await client.lines.changeStatus({ orderId: 'ORD-0000012345', lineId: '501', statusId: 6, comment: ' ', quantity: 2 });
    expect(Object.fromEntries(server.calls[1]?.parameters ?? [])).toMatchObject({
      salesId: 'ORD-0000012345',
      salesLineId: '501',
      statusId: '6',
      comment: ' ',
      quantity: '2',
    });
    client.close();
  });

  it('carries codes through that the client does not know', async () => {
    server.script('SplitOrderLineForOperator', apiError('SomethingNew', 'WithDetail', 'Нельзя &lt;b&gt; 不行'));
    const client = testClient(server.address);
    const error = await failureOf(client.lines.split('ORD-0000012345', '501', 1));
    expect(error).toMatchObject({
      kind: 'api',
      method: 'SplitOrderLineForOperator',
      errorCode: 'SomethingNew',
      subErrorCode: 'WithDetail',
      serverText: 'Нельзя <b> 不行',
      requestId: '6f0b3a52-0000-4000-8000-000000000001',
      outcomeUnknown: false,
      signInRefused: false,
    });
    client.close();
  });

  it('never runs beside more than four others, and every one has its turn', async () => {
    let running = 0;
    let most = 0;
    let openGate = () => {};
    const gate = new Promise<void>((resolve) => (openGate = resolve));
    server.script('GetProviderInfoList', async (call, response) => {
      running += 1;
      most = Math.max(most, running);
      await gate;
      running -= 1;
      await ok('<Result><Content/></Result>')(call, response);
    });
    const client = testClient(server.address);
    const all = Promise.all(Array.from({ length: 30 }, () => client.lists.providers()));
    await vi.waitFor(() => expect(running).toBe(5), 10_000);
    openGate();
    await all;
    expect(most).toBe(5);
    expect(server.count('GetProviderInfoList')).toBe(30);
    client.close();
  });
});
