import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPracticePlatform } from '../../../main/practice/index.ts';
import type { GoodsReport, PracticePlatform } from '../../../main/practice/index.ts';
import { OrderingCaller } from './ordering-caller.ts';
import type { Fields } from './ordering-caller.ts';

const TOKEN = 'the-token';

let clock: Date;
let platform: PracticePlatform;
let caller: OrderingCaller;

beforeEach(async () => {
  clock = new Date('2026-11-23T08:00:00.500Z');
  platform = await startPracticePlatform({ lines: 300, seed: 3, now: () => clock, sessionMinutes: 60, customerSessionMinutes: 20, controlToken: TOKEN });
  caller = new OrderingCaller(platform);
  await caller.signIn();
});

afterEach(() => platform.close());

const OVER = 'SessionExpired/SessionExpired';
const own = (): Promise<string> => caller.codesAsCustomer('CancelSalesOrder', { salesId: 'ORD-0000099999' });

describe('a customer session', () => {
  test('begins with login and password', async () => {
    const { rootName } = await caller.call('Authenticate', { userLogin: caller.customer().login, userPassword: platform.customerPassword });
    expect(rootName).toBe('AuthenticateAnswer');
    await caller.signInAsCustomer();
    expect(caller.customerSessionId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await own()).toBe('NotFound');
  });

  test.each<[string, Fields, string]>([
    ['a wrong password', { userPassword: 'guess' }, 'AccessDenied'],
    ['an unknown login', { userLogin: 'nobody_1042' }, 'AccessDenied'],
    ['a login that is not quite right', { userLogin: 'x_1042' }, 'AccessDenied'],
    ["the operator's login", { userLogin: 'operator', userPassword: 'practice' }, 'AccessDenied'],
    ['no login', { userLogin: '' }, 'ValidationError'],
    ['no password', { userPassword: '' }, 'ValidationError'],
  ])('does not begin with %s', async (_, parameters, codes) => {
    const right = { userLogin: caller.customer().login, userPassword: platform.customerPassword };
    expect(await caller.codesOf('Authenticate', { ...right, ...parameters })).toBe(codes);
  });

  test('is given to an operator without a password', async () => {
    const { rootName, root } = await caller.call('AuthenticateAsUser', { userLogin: caller.customer(1).login });
    expect(rootName).toBe('AuthenticateAsUserAnswer');
    expect(await caller.codesOf('GetSalesOrderDetails', { sessionId: root['SessionId'] as string, salesId: 'ORD-0000099999' })).toBe('NotFound');
    expect(await caller.codesOf('AuthenticateAsUser', { userLogin: 'nobody_1042' })).toBe('NotFound');
    expect(await caller.codesOf('AuthenticateAsUser', { userLogin: caller.customer().login, sessionId: root['SessionId'] as string })).toBe(OVER);
  });

  test('ends by time or on command, apart from those of operators', async () => {
    await caller.signInAsCustomer();
    clock = new Date(clock.getTime() + 21 * 60_000);
    expect([await own(), await caller.codesOf('GetOperatorInfo')]).toEqual([OVER, 'Ok']);
    await caller.signInAsCustomer();
    platform.control.expireCustomerSessions();
    expect([await own(), await caller.codesOf('GetOperatorInfo')]).toEqual([OVER, 'Ok']);
    await caller.signInAsCustomer();
    platform.control.expireSessions();
    expect([await own(), await caller.codesOf('GetOperatorInfo')]).toEqual(['NotFound', OVER]);
  });

  test('leaves no secret in the request log', async () => {
    await caller.signInAsCustomer();
    await own();
    const log = JSON.stringify(platform.control.requests());
    expect(log).toContain('Authenticate');
    for (const secret of [platform.customerPassword, caller.customerSessionId, caller.sessionId]) expect(log).not.toContain(secret);
  });
});

describe('GetExternalDeliveryTypeList', () => {
  test('lists the modes that orders may have, a free one among them', async () => {
    const { root, rootName } = await caller.call('GetExternalDeliveryTypeList');
    const items = (root['Result'] as { Content: { Item: (Fields & { ProviderTypes: unknown })[] } }).Content.Item;
    expect(rootName).toBe('ExternalDeliveryTypeListAnswer');
    expect(items.map(({ Id, Formula, Order }) => [Id, Formula, Order])).toEqual([
      ['12', '2400*Weight', '1'],
      ['14', '1100*Weight', '2'],
      ['19', '3900*Weight', '3'],
      ['21', '0', '4'],
      ['31', '650*Weight', '5'],
    ]);
    expect(items[0]).toMatchObject({ Name: 'Air cargo', Description: '7 to 10 days', CurrencyCode: 'KZT', IntegrationType: '', ProviderTypes: { ProviderType: ['Taobao', 'Alibaba1688'] } });
    expect(items[4]?.ProviderTypes).toEqual({ ProviderType: 'Alibaba1688' });
    expect(await caller.codesOf('GetExternalDeliveryTypeList', { sessionId: 'old' })).toBe(OVER);
  });
});

describe('customers', () => {
  async function find(filter: string, framePosition = '0', frameSize = '100'): Promise<{ ids: string[]; items: Fields[]; total: string }> {
    const userFilter = filter === '' ? '' : `<UserFilterParameters>${filter}</UserFilterParameters>`;
    const { root } = await caller.call('FindBaseUserInfoListFrame', { userFilter, framePosition, frameSize });
    const { Content, TotalCount } = root['Result'] as { Content: '' | { Item: Fields[] }; TotalCount: string };
    const items = Content === '' ? [] : Content.Item;
    return { items, ids: items.map(({ Id = '' }) => Id), total: TotalCount };
  }

  test('are found by parts of what is known of them, page by page', async () => {
    const all = platform.control.customers({ limit: 100 });
    const [first, second] = all;
    expect((await find('')).ids).toEqual(all.map(({ id }) => id));
    expect(await find('', '1', '1')).toMatchObject({ ids: [second?.id], total: String(all.length) });
    const [found] = (await find(`<Login>${first?.login.toUpperCase()}</Login>`)).items;
    expect(found).toMatchObject({ Id: first?.id, Login: first?.login, Email: `${first?.login}@mail.example`, IsActive: 'true' });
    expect(`${found?.['LastName']} ${found?.['FirstName']}`).toBe(first?.name);
    expect((await find(`<Email>${second?.login}@</Email>`)).ids).toEqual([second?.id]);
    expect((await find(`<Phone>${found?.['Phone']?.slice(2)}</Phone>`)).ids).toContain(first?.id);
    expect((await find(`<IdList>${second?.id};1;${first?.id}</IdList>`)).ids).toEqual([first?.id, second?.id]);
    expect((await find('<Login>nobody</Login>')).ids).toEqual([]);
  });

  test('are shown one by one, with their profiles', async () => {
    const { id, login } = caller.customer();
    const { root } = await caller.call('GetUserInfoForOperator', { userId: id });
    expect(root['UserInfo']).toMatchObject({ Id: id, Login: login, CountryCode: 'KZ', PersonalAccountId: (await caller.account())['Id'] });
    const profiles = await caller.call('GetUserProfileInfoListForOperator', { userId: id });
    expect((profiles.root['Result'] as { Content: { Item: Fields[] } }).Content.Item[0]).toMatchObject({ Id: `9${id}`, FirstName: (root['UserInfo'] as Fields)['FirstName'], CountryCode: 'KZ' });
    for (const method of ['GetUserInfoForOperator', 'GetUserProfileInfoListForOperator']) {
      expect(await caller.codesOf(method, { userId: '1' })).toBe('NotFound');
      expect(await caller.codesOf(method)).toBe('ValidationError');
    }
  });
});

describe('the control surface', () => {
  async function control(action: string, body: unknown): Promise<Record<string, unknown>> {
    const response = await fetch(`${platform.origin}/practice/control/${action}`, { method: 'POST', headers: { authorization: `Bearer ${TOKEN}` }, body: JSON.stringify(body) });
    return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
  }

  test('lists goods of every kind and state, page by page', async () => {
    const all = platform.control.goods({ limit: 1000 });
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['fine', 'gone', 'shop-closed', 'short-stock', 'renumbered']));
    expect(new Set(all.map(({ itemId }) => itemId)).size).toBe(all.length);
    for (const { state, stock } of all) expect(stock === null).toBe(state !== 'short-stock');
    expect((await control('goods', { from: 2, limit: 3 }))['goods']).toEqual(all.slice(2, 5));
    const plain = (await control('goods', { limit: 1000, providerType: 'Alibaba1688', hasConfigurations: false }))['goods'] as GoodsReport[];
    expect(plain.length).toBeGreaterThan(0);
    expect(plain).toEqual(all.filter(({ providerType, configurations }) => providerType === 'Alibaba1688' && configurations.length === 0));
    expect(await control('goods', { state: 'lost' })).toMatchObject({ status: 400 });
  });

  test('sets the state of goods', async () => {
    const { itemId } = caller.fineGoods();
    expect(await control('set-goods-state', { itemId, state: 'short-stock', stock: 2 })).toMatchObject({ goods: { itemId, state: 'short-stock', stock: 2 } });
    expect(platform.control.goods({ state: 'short-stock', limit: 1000 }).map((goods) => goods.itemId)).toContain(itemId);
    expect(await control('set-goods-state', { itemId, state: 'renumbered' })).toMatchObject({ goods: { state: 'renumbered', stock: null } });
    expect(await control('set-goods-state', { itemId, state: 'short-stock' })).toMatchObject({ status: 400 });
    expect(await control('set-goods-state', { itemId: '1', state: 'gone' })).toMatchObject({ status: 400, error: 'There are no goods 1' });
  });

  test('tells customers and counts, and ends customer sessions', async () => {
    await caller.signInAsCustomer();
    await caller.deposit('12.34');
    const [first] = platform.control.customers({ limit: 1 });
    expect((await control('customers', { limit: 1 }))['customers']).toEqual([first]);
    expect(String(first?.availableAmount)).toBe((await caller.account())['AvailableInternal']);
    await caller.simpleOrder();
    expect(await control('made-counts', {})).toMatchObject({ orders: 1, transactions: 1, deposits: 1, withdrawals: 0, payments: 0, refunds: 0 });
    expect(await control('expire-customer-sessions', {})).toMatchObject({ status: 200 });
    expect(await own()).toBe(OVER);
  });
});
