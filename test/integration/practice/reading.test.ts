import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPracticePlatform } from '../../../main/practice/index.ts';
import type { PracticePlatform } from '../../../main/practice/index.ts';
import { PracticeCaller } from './practice-caller.ts';

const NOW = new Date('2026-11-23T08:00:00.500Z');

let platform: PracticePlatform;
let caller: PracticeCaller;

beforeAll(async () => {
  platform = await startPracticePlatform({ lines: 350, seed: 9, now: () => NOW });
  caller = new PracticeCaller(platform);
  await caller.signIn();
});

afterAll(() => platform.close());

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const byWaybill = (...waybills: string[]): string =>
  `<VendorPurchaseWaybillIdList>${waybills.map((waybill) => `<Id>${escape(waybill)}</Id>`).join('')}</VendorPurchaseWaybillIdList>`;

describe('signing in', () => {
  test('gives a session, and the operator behind it', async () => {
    expect(caller.sessionId).toMatch(/^[0-9a-f-]{36}$/);
    const { rootName, root } = await caller.call('GetOperatorInfo');
    expect(rootName).toBe('OperatorInfoAnswer');
    expect(root['Result']).toEqual({ OperatorId: '17', FirstName: 'Wei', MiddleName: '', LastName: 'Wang', IsSalesOperator: 'true' });
  });

  test('with a wrong password, a wrong login or none is refused', async () => {
    const { operatorLogin: userLogin, operatorPassword: userPassword } = platform;
    for (const wrong of ['wrong', `${userPassword} `, userPassword.toUpperCase()]) {
      expect(await caller.codesOf('AuthenticateInstanceOperator', { userLogin, userPassword: wrong })).toBe('AccessDenied');
    }
    expect(await caller.codesOf('AuthenticateInstanceOperator', { userLogin: 'root', userPassword })).toBe('AccessDenied');
    expect(await caller.codesOf('AuthenticateInstanceOperator', { userLogin })).toBe('ValidationError');
  });
});

describe('reference lists', () => {
  test('of line statuses have the recorded ids, in three languages', async () => {
    const namesIn = async (language: string): Promise<unknown> => {
      const { root } = await caller.call('GetOrderLineStatusList', { language });
      return (root['Result'] as { SalesLineStatusInfo: unknown[] }).SalesLineStatusInfo;
    };
    const english = (await namesIn('en')) as { Id: string; Name: string }[];
    expect(english.map(({ Id }) => Number(Id))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(english[5]).toEqual({ Id: '6', Name: 'Received' });
    expect(await namesIn('ru')).toContainEqual({ Id: '4', Name: 'Заказан' });
    expect(await namesIn('zh-chs')).toContainEqual({ Id: '6', Name: '已入库' });
  });

  test('of order statuses have the recorded ids', async () => {
    const { rootName, root } = await caller.call('GetOrderStatusList');
    expect(rootName).toBe('SalesStatusInfoListAnswer');
    const statuses = (root['Result'] as { SalesStatusInfo: { Id: string; Name: string }[] }).SalesStatusInfo;
    expect(statuses.map(({ Id }) => Number(Id))).toEqual([10, 11, 20, 30, 31, 32, 37, 38, 39, 40, 50]);
    expect(statuses[2]).toEqual({ Id: '20', Name: 'Paid' });
  });

  test('of providers tell about Autopurchase, without a session', async () => {
    const { root } = await caller.call('GetProviderInfoList', { sessionId: '' });
    const providers = (root['Result'] as { Content: { Item: Record<string, unknown>[] } }).Content.Item;
    expect(providers.map(({ Type, Alias, Prefix }) => [Type, Alias, Prefix])).toEqual([
      ['Taobao', 'p1', 'tb'],
      ['Warehouse', 'p2', 'wh'],
      ['Alibaba1688', 'p6', 'abb'],
    ]);
    expect(providers[0]?.['OrdersIntegration']).toEqual({ IsAvailable: 'true', IsEnabled: 'true', IsSessionRequired: 'true', AllowCancelOrders: 'false' });
    expect(providers[1]?.['OrdersIntegration']).toMatchObject({ IsAvailable: 'false' });
  });

  test('of statuses need a session', async () => {
    expect(await caller.codesOf('GetOrderStatusList', { sessionId: '' })).toBe('ValidationError');
    expect(await caller.codesOf('GetOrderStatusList', { sessionId: 'x' })).toBe('SessionExpired/SessionExpired');
  });
});

describe('SearchOrderLines', () => {
  test('pages through all lines, each once, by ascending id', async () => {
    const ids: number[] = [];
    for (let position = 0; position < 400; position += 100) {
      const { items, total } = await caller.searchLines('', position);
      expect(total).toBe(350);
      ids.push(...items.map(({ Id }) => Number(Id)));
    }
    expect(ids).toHaveLength(350);
    expect(ids).toEqual([...new Set(ids)].toSorted((left, right) => left - right));
  });

  test('gives 100 lines at most, and none beyond the end', async () => {
    expect((await caller.searchLines('', 0, 500)).items).toHaveLength(100);
    expect((await caller.searchLines('', 349, 100)).items).toHaveLength(1);
    expect(await caller.searchLines('', 350)).toEqual({ items: [], total: 350 });
  });

  test('finds the lines of a parcel by its waybill, and of several', async () => {
    const [several, single] = [platform.control.parcels({ kind: 'several-lines', limit: 1 })[0], platform.control.parcels({ kind: 'single-line', limit: 1 })[0]];
    const found = await caller.searchLines(byWaybill(several?.waybill ?? ''));
    expect(found.items.map(({ Id }) => Id)).toEqual(several?.lineIds);
    expect(found.items.every(({ VendPurchWaybill }) => VendPurchWaybill === several?.waybill)).toBe(true);
    const both = await caller.searchLines(byWaybill(several?.waybill ?? '', single?.waybill ?? '', 'NOTHING'));
    expect(both.total).toBe((several?.lineIds.length ?? 0) + 1);
  });

  test('finds nothing for a parcel that is not known, until it is', async () => {
    const [parcel] = platform.control.parcels({ kind: 'not-yet-known', limit: 1 });
    const filter = byWaybill(parcel?.waybill ?? '');
    expect((await caller.searchLines(filter)).total).toBe(0);
    platform.control.revealParcels([parcel?.label ?? '']);
    const { items } = await caller.searchLines(filter);
    expect(items.map(({ Id }) => Id)).toEqual(parcel?.lineIds);
  });

  test('limits by provider order, status and purchase', async () => {
    const { items } = await caller.searchLines('<StatusIdList><Id>4</Id></StatusIdList>');
    expect(new Set(items.map(({ StatusId }) => StatusId))).toEqual(new Set(['4']));
    const id = items[0]?.['VendPurchId'] ?? '';
    const ofProviderOrder = await caller.searchLines(`<VendorPurchaseIdList><Id>${id}</Id></VendorPurchaseIdList>`);
    expect(ofProviderOrder.items.map(({ VendPurchId }) => VendPurchId)).toEqual(ofProviderOrder.items.map(() => id));
    for (const truth of ['1', 'true']) {
      const purchasable = await caller.searchLines(`<CanBePurchased>${truth}</CanBePurchased>`);
      expect(new Set(purchasable.items.map(({ CanBePurchased, StatusId }) => `${CanBePurchased} ${StatusId}`))).toEqual(new Set(['true 2']));
    }
  });

  test('limits by order, with everything that orders can be searched by', async () => {
    const inOrder = '<OrderSearchParameters><OrderIds><OrderId>ORD-0000012020</OrderId></OrderIds></OrderSearchParameters>';
    const { items } = await caller.searchLines(inOrder);
    expect(new Set(items.map(({ OrderId }) => OrderId))).toEqual(new Set(['ORD-0000012020']));
    const mixed = `<OrderSearchParameters><ProviderType>Alibaba1688</ProviderType><OrderBy>CreationDate:DESC</OrderBy></OrderSearchParameters><StatusIdList><Id>10</Id></StatusIdList>`;
    const completed = await caller.searchLines(mixed);
    const dates = completed.items.map(({ OrderedDateTime }) => OrderedDateTime ?? '');
    expect(completed.items.every(({ ProviderType, StatusId, ItemId }) => ProviderType === 'Alibaba1688' && StatusId === '10' && ItemId?.startsWith('abb-'))).toBe(true);
    expect(dates.length).toBeGreaterThan(3);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  test('carries the fields of a list line in their forms', async () => {
    const { items } = await caller.searchLines('<StatusIdList><Id>6</Id></StatusIdList>');
    const line = items[0] ?? {};
    for (const field of ['Id', 'Qty', 'LineNum', 'StatusId', 'StatusCode', 'QtyOrig']) expect(line[field]).toMatch(/^\d+$/);
    for (const field of ['PriceCust', 'AmountCust', 'PriceInternal', 'AmountInternal', 'TaoBaoPrice', 'PurchPrice', 'Weight']) {
      expect(line[field]).toMatch(/^\d+(?:\.\d+)?$/);
    }
    expect(line['OrderedDateTime']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/);
    expect(line).toMatchObject({ CanMoveToPackage: 'true', CanBePurchased: 'false', StatusName: 'Received', CurrencyInternal: 'KZT', PurchCurrency: 'CNY' });
    expect(line['AvailableStatusList']).toMatchObject({ SalesLineStatusInfo: [{ Id: '4', Name: 'Ordered' }, { Id: '5' }, { Id: '7' }, { Id: '11' }] });
    expect(line).not.toHaveProperty('IsPaid');
  });

  test('translates titles and configurations, and keeps the originals', async () => {
    const titleIn = async (language: string): Promise<Record<string, string>> => {
      const parameters = { xmlSearchParameters: '<OrderLineSearchParameters />', framePosition: '0', frameSize: '1', language };
      const { root } = await caller.call('SearchOrderLines', parameters);
      return (root['Result'] as { Content: { Item: Record<string, string>[] } }).Content.Item[0] ?? {};
    };
    const [russian, chinese] = [await titleIn('ru'), await titleIn('zh-chs')];
    expect(russian['BriefDescrTrans']).toMatch(/\p{Script=Cyrillic}/u);
    expect(russian['ConfigText']).toMatch(/^Цвет: /);
    expect(russian['NameOrig']).toBe(chinese['BriefDescrTrans']);
    expect(chinese['ConfigText']).toBe(russian['ConfigExternalTextOrig']);
  });

  test.each([
    ['no XML', { xmlSearchParameters: 'waybill' }],
    ['an open element', { xmlSearchParameters: '<OrderLineSearchParameters>' }],
    ['another root', { xmlSearchParameters: '<OrderSearchParameters />' }],
    ['a status that is no number', { xmlSearchParameters: '<OrderLineSearchParameters><StatusIdList><Id>x</Id></StatusIdList></OrderLineSearchParameters>' }],
    ['a truth that is none', { xmlSearchParameters: '<OrderLineSearchParameters><CanBePurchased>maybe</CanBePurchased></OrderLineSearchParameters>' }],
    ['a negative position', { framePosition: '-1' }],
    ['no size', { frameSize: '' }],
  ])('with %s is refused', async (_, parameters) => {
    const right = { xmlSearchParameters: '<OrderLineSearchParameters />', framePosition: '0', frameSize: '10' };
    expect(await caller.codesOf('SearchOrderLines', { ...right, ...parameters })).toBe('ValidationError');
  });
});

describe('SearchOrders', () => {
  test('gives the newest first, with their lines counted', async () => {
    const { items, total } = await caller.searchOrders('');
    const dates = items.map(({ CreatedDateTime }) => CreatedDateTime ?? '');
    expect(total).toBe(platform.world.orderCount);
    expect(dates).toEqual(dates.toSorted().toReversed());
    const summaries = items[0]?.['LineStatusSummaries'] as unknown as { OrderLineStatusSummary: { Count: string }[] };
    const counted = summaries.OrderLineStatusSummary.reduce((sum, { Count }) => sum + Number(Count), 0);
    expect(counted).toBe((await caller.linesOfOrder(items[0]?.['Id'] ?? '')).length);
  });

  test('limits by id as it is typed, time, status and customer', async () => {
    expect((await caller.searchOrders('<Id>12005</Id>')).items.map(({ Id }) => Id)).toEqual(['ORD-0000012005']);
    expect((await caller.searchOrders('<Id>12005</Id><OrderIds><OrderId>ORD-0000012006</OrderId></OrderIds>')).total).toBe(0);
    const { items } = await caller.searchOrders('<CreationDateFrom>2026-11-01T00:00:00</CreationDateFrom><CreationDateTo>2026-11-10T23:59:59</CreationDateTo>');
    expect(items.length).toBeGreaterThan(2);
    expect(items.every(({ CreatedDateTime = '' }) => CreatedDateTime >= '2026-11-01' && CreatedDateTime < '2026-11-11')).toBe(true);
    const paid = await caller.searchOrders('<StatusIdList><Id>20</Id><Id>40</Id></StatusIdList><OrderBy>StatusId:ASC;CreationDate:DESC</OrderBy>');
    expect(new Set(paid.items.map(({ StatusId }) => StatusId))).toEqual(new Set(['20', '40']));
    expect(paid.items[0]?.['StatusId']).toBe('20');
    const customer = items[0]?.['CustId'] ?? '';
    const ofCustomer = await caller.searchOrders(`<UserIdDelimitedList>${customer};999999</UserIdDelimitedList>`);
    expect(new Set(ofCustomer.items.map(({ CustId }) => CustId))).toEqual(new Set([customer]));
  });

  test('has the flags as numbers and the truths as truths', async () => {
    const { items } = await caller.searchOrders('<StatusIdList><Id>10</Id></StatusIdList>');
    expect(items[0]).toMatchObject({ CanCancel: '1', CanRestore: '0', IsPaid: 'false', IsTest: 'false', StatusCode: '10' });
    expect(items[0]?.['RemainAmount']).toBe(items[0]?.['TotalAmount']);
  });

  test.each(['<CreationDateFrom>yesterday</CreationDateFrom>', '<OrderBy>Colour:ASC</OrderBy>', '<StatusIdList><Id>paid</Id></StatusIdList>'])('with %s is refused', async (filter) => {
    const parameters = { xmlSearchParameters: `<OrderSearchParameters>${filter}</OrderSearchParameters>`, framePosition: '0', frameSize: '1' };
    expect(await caller.codesOf('SearchOrders', parameters)).toBe('ValidationError');
  });
});

describe('GetSalesOrderDetailsForOperator', () => {
  test('gives the order and all its lines, with what only details have', async () => {
    const { rootName, root } = await caller.call('GetSalesOrderDetailsForOperator', { salesId: 'ORD-0000012003', filter: '', queryType: '0' });
    const result = root['Result'] as { SalesOrderInfo: Record<string, unknown>; SalesLinesList: { SalesLine: Record<string, string>[] } };
    expect(rootName).toBe('SalesOrderDetailsAnswer');
    expect(result.SalesOrderInfo).toMatchObject({ Id: 'ORD-0000012003', DeliveryAddress: { CountryCode: 'KZ' } });
    const lines = result.SalesLinesList.SalesLine;
    expect(lines.map(({ LineNum }) => Number(LineNum))).toEqual(lines.map((_, place) => place + 1));
    for (const field of ['IsPaid', 'CanEditWeight', 'VendPurchItemId', 'ReviewId']) expect(lines[0]).toHaveProperty(field);
    expect(lines[0]).not.toHaveProperty('PriceInternal');
  });

  test('limits the lines by query type', async () => {
    const { items } = await caller.searchLines('<StatusIdList><Id>2</Id><Id>3</Id><Id>6</Id></StatusIdList>');
    const orderIds = [...new Set(items.map(({ OrderId }) => OrderId ?? ''))];
    for (const orderId of orderIds) {
      const statusesOf = async (queryType: string): Promise<number[]> => (await caller.linesOfOrder(orderId, queryType)).map(({ StatusId }) => Number(StatusId));
      const all = await statusesOf('0');
      expect(await statusesOf('1')).toEqual(all.filter((status) => status === 2 || status === 3));
      expect(await statusesOf('2')).toEqual(all.filter((status) => status >= 6 && status <= 10));
    }
  });

  test('refuses an order that is not there and a query type that is none', async () => {
    expect(await caller.codesOf('GetSalesOrderDetailsForOperator', { salesId: 'ORD-0000000001', queryType: '0' })).toBe('NotFound');
    expect(await caller.codesOf('GetSalesOrderDetailsForOperator', { salesId: 'x', queryType: '0' })).toBe('NotFound');
    expect(await caller.codesOf('GetSalesOrderDetailsForOperator', { salesId: 'ORD-0000012003', queryType: '3' })).toBe('ValidationError');
  });
});
