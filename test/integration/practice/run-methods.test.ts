import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ActivityCaller, ids, METHODS } from './activity-caller.ts';

let caller: ActivityCaller;

beforeEach(async () => {
  caller = await ActivityCaller.start();
});

afterEach(() => caller.platform.close());

describe('a Run method', () => {
  const order = '<OrderId>ORD-0000012001</OrderId>';
  test.each(Object.entries(METHODS).flatMap(([kind, method]) => [
    [kind, method, { sessionId: 'old' }, 'SessionExpired/SessionExpired'],
    [kind, method, { providerType: '' }, 'ValidationError'],
    [kind, method, { providerType: 'Jd' }, 'NotFound'],
    [kind, method, { providerType: 'Warehouse' }, 'ContractViolation/InvalidInputValue'],
    [kind, method, { providerSessionId: '' }, 'ValidationError'],
    [kind, method, { providerSessionId: 'gone' }, 'NotFound'],
    [kind, method, { xmlParameters: '<Parameters' }, 'ValidationError'],
    [kind, method, { xmlParameters: '<Other />' }, 'ValidationError'],
  ] as const))('%s: %s with %j is refused with %s', async (_kind, method, parameters, codes) => {
    expect(await caller.codesOf(method, { ...caller.parametersOf(`${order}${ids('ProviderOrderIds', ['2877711111111111111'])}`), ...parameters })).toBe(codes);
    expect(caller.control.activities()).toEqual([]);
  });

  test.each([
    ['export', '', 'ValidationError'],
    ['export', '<OrderId>ORD-9999999999</OrderId>', 'NotFound'],
    ['export', '<OrderId>twelve</OrderId>', 'NotFound'],
    ['export', 'ORDER<OrderLineIds><Id>1</Id></OrderLineIds>', 'NotFound'],
    ['unlink', '', 'ValidationError'],
    ['unlink', '<OrderId>ORD-9999999999</OrderId>', 'NotFound'],
    ['unlink', 'ORDER<OrderLineIds><Id>500001</Id></OrderLineIds>', 'NotFound'],
    ['link', 'ORDER', 'ValidationError'],
    ['link', '<ProviderOrderIds><Id>2877711111111111111</Id></ProviderOrderIds>', 'ValidationError'],
    ['link', 'ORDER<ProviderOrderIds></ProviderOrderIds>', 'ValidationError'],
    ['synchronise', '<OrderIds><Id>ORD-9999999999</Id></OrderIds>', 'NotFound'],
  ] as const)('to %s with %j is refused with %s', async (kind, children, codes) => {
    const { orderId } = caller.order();
    const xmlParameters = `<Parameters>${children.replace('ORDER', `<OrderId>${orderId}</OrderId>`)}</Parameters>`;
    expect(await caller.codesOf(METHODS[kind], { ...caller.parametersOf(''), xmlParameters })).toBe(codes);
  });

  test('for an order of another provider breaks a rule', async () => {
    const { orderId } = caller.order({ providerType: 'Alibaba1688' });
    expect(await caller.codesOf(METHODS.export, caller.parametersOf(`<OrderId>${orderId}</OrderId>`))).toBe('ContractViolation/InvalidInputValue');
    expect(await caller.codesOf(METHODS.synchronise, caller.parametersOf(ids('OrderIds', [orderId])))).toBe('ContractViolation/InvalidInputValue');
  });

  test('wants a session of that provider, which is not over', async () => {
    const { orderId } = caller.order();
    const parameters = caller.parametersOf(`<OrderId>${orderId}</OrderId>`);
    expect(await caller.codesOf(METHODS.export, { ...parameters, providerSessionId: caller.providerSession('Alibaba1688') })).toBe('NotFound');
    caller.control.expireProviderSession('lin_88');
    expect(await caller.codesOf(METHODS.export, parameters)).toBe('NotFound');
  });

  test('takes the bare number of an order, too', async () => {
    const order = caller.order({ lines: 1 });
    const done = await caller.finished(await caller.run('export', `<OrderId>${order.orderId.replace(/^ORD-0*/, '')}</OrderId>`));
    expect(done.Description).toContain(order.orderId);
  });

  test('is counted, and its provider session is not told', async () => {
    await caller.finished(await caller.export(caller.order()));
    caller.control.nextActivity({ kind: 'export', everyLine: 'price-changed' });
    const address = await caller.export(caller.order({ lines: 1 }));
    await caller.awaiting(address);
    await caller.answer(address, /^Accept/);
    await caller.act(address, 'Cancel');
    expect(caller.control.counts()).toMatchObject({ RunOrderExportingToProvider: 2, DoStepActionForBackgroundActivity: 1, DoActionForBackgroundActivity: 1 });
    const run = caller.control.requests().find(({ methodName }) => methodName === 'RunOrderExportingToProvider');
    expect(run?.parameters).toMatchObject({ providerType: 'Taobao', providerSessionId: '***', sessionId: '***' });
    expect(JSON.stringify(caller.control.requests())).not.toContain(caller.providerSession('Taobao'));
  });
});
