import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPracticePlatform } from '../../../main/practice/index.ts';
import type { PracticePlatform } from '../../../main/practice/index.ts';
import { PracticeCaller, readAnswer } from './practice-caller.ts';

const NOW = new Date('2026-11-23T08:00:00.500Z');

let platform: PracticePlatform;
let caller: PracticeCaller;

beforeAll(async () => {
  platform = await startPracticePlatform({ lines: 350, seed: 9, now: () => NOW });
  caller = new PracticeCaller(platform);
  await caller.signIn();
});

afterAll(() => platform.close());

/** otapi.md 6.1, fields with a mark in both columns; those that only a bought or confirmed line has are named below. */
const IN_BOTH =
  'Id OrderId LineNum ItemId ItemTaobaoId ConfigId ConfigText ConfigExternalTextOrig ConfigExternalCode Qty QtyOrig StatusId StatusCode StatusName ' +
  'AvailableStatusList PriceCust AmountCust CurrencyCust AmountInternal CurrencyInternal InternalPriceCurrencyCode PriceWithoutDelivery PurchCurrency ' +
  'TaoBaoPrice TaoBaoPriceWithDiscount TaoBaoDelivery InternalOriginalPrice InternalOriginalPriceWithDiscount InternalDeliveryPrice InternalDeliveryType ' +
  'CategoryId BriefDescrTrans NameOrig ItemImageURL ItemExternalURL VendNick VendId VendURL CustComment OperatorComment VendPurchId VendPurchWaybill ' +
  'SubSalesNum SubSalesDate SubSalesTime Weight OrderedDateTime CustomDescription CustomDescriptionInEnglish CanMoveToPackage CanBePurchased ProviderType';
const BOUGHT_IN_BOTH = 'PurchPrice PurchDelivery PurchAmount PurchPriceCust PurchDeliveryCust PurchAmountCust VendPurchAccountId';
const ONLY_LIST = 'PriceInternal';
const ONLY_DETAILS = 'CanEditWeight CanBeReviewed ReviewId CanBeClosed IsPaid IsCancelled IsCompleted';
const BOUGHT_DETAILS =
  'VendPurchStatus VendPurchItemId VendPurchConfigurationId VendPurchItemPrice VendPurchDeliveryPrice VendorPurchaseItemPriceWarningReason';
const SOMETIMES = ['PromotionId', 'NewPriceCust', 'VendPurchPromotionId'];

const ORDER =
  'THSInfo Id DisplayId StatusId StatusCode StatusName SubstatusCode SubstatusName OperatorId OperatorName ItemsCount GoodsAmount GoodsAmountInternal ' +
  'DeliveryAmount DeliveryAmountInternal LogisticianDeliveryPrice TotalAmount TotalAmountInternal RemainAmount RemainAmountInternal PaidAmount ' +
  'PaidAmountInternal CurrencyCode CurrencySign CurrencyCodeInternal CurrencySignInternal Weight EstimatedWeight PackagesWeight CustId CustName UserLogin ' +
  'CustComment AdditionalInfo DeliveryModeId DeliveryModeName DeliveryAddress UserAccountAvailableAmount CanCancel CanConfirmShipment CanChangeAddress ' +
  'CanRestore CanClose CanCloseCancel CanAccept CanPurchaseItems TaoBaoPrice TaoBaoPriceWithDiscount InternalDeliveryOriginalInExternalCurrency ' +
  'TotalAmountOriginalInExternalCurrency ExternalCurrencyCode InternalOriginalPrice InternalOriginalPriceWithDiscount ' +
  'InternalDeliveryOriginalInInternalCurrency Profit LineStatusSummaries ProviderTypeEnum IsTest IsPaid IsCancelled IsCompleted CreatedDateTime';

const words = (...lists: string[]): string[] => lists.flatMap((list) => list.split(' ')).toSorted();
const namesOf = (fields: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(fields).filter((name) => !SOMETIMES.includes(name)).toSorted();

async function lineWithStatus(statusId: number): Promise<Readonly<Record<string, string>>> {
  const { items } = await caller.searchLines(`<StatusIdList><Id>${statusId}</Id></StatusIdList>`);
  const [line] = items;
  if (line === undefined) throw new Error(`no line has status ${statusId}`);
  return line;
}

describe('the fields', () => {
  test('of a bought line are those of column L in a list, of column D in details', async () => {
    const inList = await lineWithStatus(6);
    expect(namesOf(inList)).toEqual(words(IN_BOTH, BOUGHT_IN_BOTH, ONLY_LIST));
    const inDetails = await caller.line(inList['OrderId'] ?? '', inList['Id'] ?? '');
    expect(namesOf(inDetails)).toEqual(words(IN_BOTH, BOUGHT_IN_BOTH, ONLY_DETAILS, BOUGHT_DETAILS));
  });

  test('of a line that is not bought lack what buying brings', async () => {
    const inList = await lineWithStatus(2);
    expect(namesOf(inList)).toEqual(words(IN_BOTH, ONLY_LIST));
    expect(namesOf(await caller.line(inList['OrderId'] ?? '', inList['Id'] ?? ''))).toEqual(words(IN_BOTH, ONLY_DETAILS));
  });

  test('of an order are those of the table, and the date of shipment once it was posted', async () => {
    const ofStatus = async (statusId: number): Promise<Readonly<Record<string, string>>> =>
      (await caller.searchOrders(`<StatusIdList><Id>${statusId}</Id></StatusIdList>`)).items[0] ?? {};
    expect(namesOf(await ofStatus(30))).toEqual(words(ORDER));
    for (const statusId of [39, 40]) {
      const posted = await ofStatus(statusId);
      expect(namesOf(posted)).toEqual(words(ORDER, 'ShipmentDate'));
      expect(posted['ShipmentDate']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/);
      expect((posted['ShipmentDate'] ?? '') > (posted['CreatedDateTime'] ?? '')).toBe(true);
      expect((posted['ShipmentDate'] ?? '') <= '2026-11-23T08:00:00.500').toBe(true);
    }
  });
});

test('lines that are not counted cost and weigh nothing in their order', async () => {
  const orderId = 'ORD-0000012040';
  const [first, ...others] = await caller.linesOfOrder(orderId);
  const amountsOf = async (): Promise<Readonly<Record<string, string>>> => (await caller.searchOrders(`<Id>${orderId}</Id>`)).items[0] ?? {};
  for (const line of others) platform.control.setLineFields(line['Id'] ?? '', { statusId: 13 });
  expect((await amountsOf())['GoodsAmount']).toBe(first?.['AmountCust']);
  platform.control.setLineFields(first?.['Id'] ?? '', { statusId: 13 });
  const nothing = { GoodsAmount: '0', DeliveryAmount: '0', TotalAmount: '0', PaidAmount: '0', TaoBaoPrice: '0', Profit: '0', Weight: '0' };
  expect(await amountsOf()).toMatchObject({ IsCancelled: 'true', ...nothing });
});

test('providers have the optional fields as they were recorded', async () => {
  const { root } = await caller.call('GetProviderInfoList');
  const [taobao, warehouse, alibaba] = (root['Result'] as { Content: { Item: Record<string, unknown>[] } }).Content.Item;
  expect(taobao).toMatchObject({ RootCategoryId: '0', ImageSearch: { IsAvailable: 'true' }, PromotionTypes: { ProviderPromotionTypeInfo: [{ Id: 'Default' }, {}, {}] } });
  expect(alibaba).toMatchObject({ RootCategoryId: 'abb-0', IsAllConfigurationsLotQuantity: 'true' });
  expect(warehouse).toMatchObject({ RootCategoryId: 'wh-0', RequireInventoryControl: 'true' });
  expect(warehouse).not.toHaveProperty('PromotionTypes');
  expect(warehouse).not.toHaveProperty('ImageSearch');
});

describe('a page', () => {
  const LINES = { xmlSearchParameters: '<OrderLineSearchParameters />' };
  const ORDERS = { xmlSearchParameters: '<OrderSearchParameters />' };

  test.each([
    ['SearchOrderLines', LINES],
    ['SearchOrders', ORDERS],
  ])('of %s is empty beyond the end and at size 0, with the total', async (method, search) => {
    for (const frame of [{ framePosition: '100000', frameSize: '10' }, { framePosition: '0', frameSize: '0' }]) {
      const { root, errorCode } = await caller.call(method, { ...search, ...frame });
      expect(errorCode).toBe('Ok');
      expect(root['Result']).toMatchObject({ Content: '', TotalCount: expect.stringMatching(/^[1-9]\d*$/) as unknown });
    }
  });

  test.each(['-1', '1.5', 'ten', '', '1e2', '99999999999'])('at position or of size %j is refused', async (number) => {
    expect(await caller.codesOf('SearchOrderLines', { ...LINES, framePosition: number, frameSize: '1' })).toBe('ValidationError');
    expect(await caller.codesOf('SearchOrders', { ...ORDERS, framePosition: '0', frameSize: number })).toBe('ValidationError');
  });
});

test('GET and POST, and both XML addresses, give the same answer', async () => {
  const parameters = new URLSearchParams({
    instanceKey: platform.instanceKey,
    language: 'zh-chs',
    sessionId: caller.sessionId,
    xmlSearchParameters: '<OrderLineSearchParameters><OrderSearchParameters><RecipientCity>Алматы</RecipientCity></OrderSearchParameters></OrderLineSearchParameters>',
    framePosition: '0',
    frameSize: '5',
    rememberMe: 'true',
  });
  const older = `${platform.origin}/OtapiWebService2.asmx/`;
  const responses = [platform.address, older].flatMap((address) => [
    fetch(`${address}SearchOrderLines?${parameters.toString()}`),
    fetch(`${address}SearchOrderLines`, { method: 'POST', body: parameters }),
  ]);
  const results = await Promise.all(responses.map(async (response) => readAnswer((await response).status, await (await response).text()).root['Result']));
  expect(results[0]).toMatchObject({ Content: { Item: expect.any(Array) as unknown } });
  for (const result of results) expect(result).toEqual(results[0]);
});
