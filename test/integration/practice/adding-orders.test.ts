import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPracticePlatform } from '../../../main/practice/index.ts';
import type { GoodsReport, GoodsStateKind, PracticePlatform } from '../../../main/practice/index.ts';
import { itemOf, OrderingCaller } from './ordering-caller.ts';

const NOW = new Date('2026-11-23T08:00:00.500Z');

let platform: PracticePlatform;
let caller: OrderingCaller;

beforeEach(async () => {
  platform = await startPracticePlatform({ lines: 300, seed: 3, now: () => NOW });
  caller = new OrderingCaller(platform);
  await caller.signIn();
  await caller.signInAsCustomer();
});

afterEach(() => platform.close());

/** Goods in this state, of Taobao and with configurations unless it is said otherwise. */
function goodsThatAre(state: GoodsStateKind, more: { hasConfigurations?: boolean } = {}): GoodsReport {
  const [goods] = platform.control.goods({ state, providerType: 'Taobao', hasConfigurations: true, limit: 1, ...more });
  if (goods === undefined) throw new Error(`the world has no such goods: ${state}`);
  return goods;
}

/** What the lines of an order hold, as the operator reads them. */
async function linesMade(orderId: string | undefined): Promise<string[]> {
  const lines = await caller.linesOfOrder(orderId ?? '');
  return lines.map(({ ItemId, ConfigId, Qty }) => `${ItemId} ${ConfigId} ${Qty}`);
}

const codesOf = async (children: string): Promise<string> => {
  const { errorCode, subErrorCode } = await caller.addOrder(children);
  return subErrorCode === '' ? errorCode : `${errorCode}/${subErrorCode}`;
};

describe('an added order', () => {
  test('awaits its payment, follows the last one and is found everywhere', async () => {
    const last = platform.world.order(platform.world.orderCount - 1).id;
    const goods = caller.fineGoods();
    const customer = caller.customer();
    const made = await caller.madeOrder(itemOf(goods, 2, '<Weight>0.75</Weight><Comment>без коробки &amp; ярлыка</Comment><PromotionId>77</PromotionId>'), '<Comment>ext-777</Comment>');
    expect(Number(made['Id']?.slice(4))).toBe(Number(last.slice(4)) + 1);
    expect(made).toMatchObject({ StatusId: '10', StatusName: 'Awaiting payment', CustComment: 'ext-777', CustId: customer.id, UserLogin: customer.login, ItemsCount: '2' });
    expect(made).toMatchObject({ PaidAmount: '0', IsPaid: 'false', IsCancelled: 'false', ProviderTypeEnum: 'Taobao', DeliveryModeId: '12', Weight: '1.5' });
    expect(made['RemainAmount']).toBe(made['TotalAmount']);
    expect(Number(made['TotalAmount'])).toBeCloseTo(Number(made['GoodsAmount']) + 1.5 * 2400, 2);
    expect(made['CreatedDateTime']).toBe('2026-11-23T08:00:00.500');

    const [line] = await caller.linesOfOrder(made['Id'] ?? '');
    const [configuration] = goods.configurations;
    expect(line).toMatchObject({ ItemId: goods.itemId, ConfigId: configuration?.id, ConfigText: configuration?.text.en, Qty: '2', QtyOrig: '2', StatusId: '1', LineNum: '1' });
    expect(line).toMatchObject({ Weight: '0.75', CustComment: 'без коробки & ярлыка', PromotionId: '77', VendPurchId: '', CanBePurchased: 'false', IsPaid: 'false', ItemExternalURL: goods.link });
    expect(line?.['AmountCust']).toBe(made['GoodsAmount']);

    const orders = await caller.searchOrders(`<UserIdDelimitedList>${customer.id}</UserIdDelimitedList><StatusIdList><Id>10</Id></StatusIdList>`);
    expect(orders.items[0]).toEqual(made);
    const { items } = await caller.searchLines(`<OrderSearchParameters><Id>${made['Id']}</Id></OrderSearchParameters>`);
    expect(items.map(({ Id }) => Id)).toEqual([line?.['Id']]);
    const own = await caller.callAsCustomer('GetSalesOrderDetails', { salesId: made['Id'] ?? '' });
    expect((own.root['Result'] as { SalesOrderInfo: unknown }).SalesOrderInfo).toEqual(made);
  });

  test('is another one each time it is sent', async () => {
    const first = await caller.simpleOrder();
    const second = await caller.simpleOrder();
    expect(Number(second['Id']?.slice(4))).toBe(Number(first['Id']?.slice(4)) + 1);
    expect(platform.control.madeCounts()).toMatchObject({ orders: 2, transactions: 0 });
    expect(new Set([...(await linesMade(first['Id'])), ...(await linesMade(second['Id']))]).size).toBe(1);
  });

  test('goes to the profile that was chosen, or to the first one', async () => {
    const { id, profileIds } = caller.customer();
    const item = itemOf(caller.fineGoods(), 1);
    const addressOf = async (more: string): Promise<Record<string, string>> => (await caller.madeOrder(item, more))['DeliveryAddress'] as unknown as Record<string, string>;
    const { root } = await caller.call('GetUserProfileInfoListForOperator', { userId: id });
    const profiles = (root['Result'] as { Content: { Item: Record<string, string>[] } }).Content.Item;
    expect(profiles.map(({ Id }) => Id)).toEqual(profileIds);
    expect(profiles).toHaveLength(2);
    const [first, second] = profiles;
    expect(await addressOf('')).toMatchObject({ Id: first?.['Id'], Familyname: first?.['LastName'], City: first?.['City'] });
    expect(await addressOf(`<UserProfileId>${second?.['Id']}</UserProfileId>`)).toMatchObject({ Id: second?.['Id'], Familyname: second?.['LastName'], Address: second?.['Address'], Phone: second?.['Phone'] });
    const found = await caller.searchOrders(`<RecipientLastName>${second?.['LastName']}</RecipientLastName><UserIdDelimitedList>${id}</UserIdDelimitedList>`);
    expect(found.items.some(({ DeliveryAddress }) => (DeliveryAddress as unknown as { Id: string }).Id === second?.['Id'])).toBe(true);
  });

  test('is charged by its delivery mode, and free deliveries cost nothing', async () => {
    const order = async (mode: string): Promise<Record<string, unknown>> => {
      const { root } = await caller.addOrder(`<DeliveryModeId>${mode}</DeliveryModeId><Items>${itemOf(caller.fineGoods(), 1)}</Items>`);
      return root['Result'] as Record<string, unknown>;
    };
    const free = await order('21');
    expect(free).toMatchObject({ DeliveryAmount: '0', DeliveryModeName: 'Free external delivery' });
    expect(free['TotalAmount']).toBe(free['GoodsAmount']);
    expect(Number((await order('19'))['DeliveryAmount'])).toBeGreaterThan(Number((await order('14'))['DeliveryAmount']));
  });

  test('may hold goods without configurations', async () => {
    const plain = goodsThatAre('fine', { hasConfigurations: false });
    const made = await caller.madeOrder(itemOf(plain, 3));
    expect((await caller.linesOfOrder(made['Id'] ?? ''))[0]).toMatchObject({ ItemId: plain.itemId, ConfigId: '', ConfigText: '', Qty: '3' });
  });

  test('may hold goods of 1688, by their prefixed id', async () => {
    const goods = caller.fineGoods(0, 'Alibaba1688');
    expect(goods.itemId).toMatch(/^abb-\d{12}$/);
    const { root } = await caller.addOrder(`<DeliveryModeId>31</DeliveryModeId><Items>${itemOf(goods, 1)}</Items>`);
    expect(root['Result']).toMatchObject({ ProviderTypeEnum: 'Alibaba1688', DeliveryModeId: '31' });
  });
});

describe('goods that cannot be ordered', () => {
  const NO_GOODS: GoodsReport = { itemId: '699999999999', providerType: 'Taobao', link: '', title: { en: '', ru: '', zh: '' }, configurations: [], state: 'gone', stock: null };

  test.each<[string, () => string]>([
    ['gone', () => itemOf(goodsThatAre('gone'), 1)],
    ['of a closed shop', () => itemOf(goodsThatAre('shop-closed'), 1)],
    ['that never were', () => itemOf(NO_GOODS, 1)],
    ['under an id that is none', () => '<Item><Id>a shirt</Id><Quantity>1</Quantity></Item>'],
    ['of 1688 without their prefix', () => itemOf({ ...caller.fineGoods(0, 'Alibaba1688'), itemId: caller.fineGoods(0, 'Alibaba1688').itemId.slice(4) }, 1)],
    ['in a configuration that is none', () => `<Item><Id>${caller.fineGoods(1).itemId}</Id><ConfigurationId>4001</ConfigurationId><Quantity>1</Quantity></Item>`],
    ['without the configuration that they need', () => `<Item><Id>${caller.fineGoods(1).itemId}</Id><Quantity>1</Quantity></Item>`],
    ['with a configuration that they do not have', () => `<Item><Id>${goodsThatAre('fine', { hasConfigurations: false }).itemId}</Id><ConfigurationId>1</ConfigurationId><Quantity>1</Quantity></Item>`],
  ])('%s are left out, and alone they make no order', async (_, item) => {
    const fine = caller.fineGoods();
    const made = await caller.madeOrder(item() + itemOf(fine, 1) + item());
    expect(await linesMade(made['Id'])).toEqual([`${fine.itemId} ${fine.configurations[0]?.id} 1`]);
    expect(await codesOf(`<DeliveryModeId>12</DeliveryModeId><Items>${item()}</Items>`)).toBe('ContractViolation/InvalidInputValue');
    expect(platform.control.madeCounts().orders).toBe(1);
  });

  test('are cut to the stock, which the items of one order share', async () => {
    const short = goodsThatAre('short-stock');
    platform.control.setGoodsState(short.itemId, { kind: 'short-stock', stock: 3 });
    const second = `<Item><Id>${short.itemId}</Id><ConfigurationId>${short.configurations[1]?.id}</ConfigurationId><Quantity>2</Quantity></Item>`;
    const made = await caller.madeOrder(itemOf(short, 2) + second + itemOf(short, 1));
    expect(await linesMade(made['Id'])).toEqual([`${short.itemId} ${short.configurations[0]?.id} 2`, `${short.itemId} ${short.configurations[1]?.id} 1`]);
    expect(await linesMade((await caller.madeOrder(itemOf(short, 9)))['Id'])).toEqual([`${short.itemId} ${short.configurations[0]?.id} 3`]);
  });

  test('under an old number come with the new one', async () => {
    const { itemId, configurations } = goodsThatAre('renumbered');
    const [configuration] = configurations;
    expect(configuration?.deliveredAs).not.toBe(configuration?.id);
    const expected = [`${itemId} ${configuration?.deliveredAs} 1`];
    for (const id of [configuration?.id, configuration?.deliveredAs]) {
      const made = await caller.madeOrder(`<Item><Id>${itemId}</Id><ConfigurationId>${id}</ConfigurationId><Quantity>1</Quantity></Item>`);
      expect(await linesMade(made['Id'])).toEqual(expected);
      expect((await caller.linesOfOrder(made['Id'] ?? ''))[0]).toMatchObject({ ConfigText: configuration?.text.en });
    }
  });
});

describe('a description with a mistake', () => {
  const item = (): string => itemOf(caller.fineGoods(), 1);
  const withItem = (inside: string): string => `<DeliveryModeId>12</DeliveryModeId><Items>${item()}<Item>${inside}</Item></Items>`;

  test.each<[string, () => string, string]>([
    ['no delivery mode', () => `<Items>${item()}</Items>`, 'DeliveryModeId'],
    ['an unknown delivery mode', () => `<DeliveryModeId>99</DeliveryModeId><Items>${item()}</Items>`, 'DeliveryModeId'],
    ['a profile that is no number', () => `<DeliveryModeId>12</DeliveryModeId><UserProfileId>home</UserProfileId><Items>${item()}</Items>`, 'UserProfileId'],
    ["another customer's profile", () => `<DeliveryModeId>12</DeliveryModeId><UserProfileId>${caller.customer(1).profileIds[0]}</UserProfileId><Items>${item()}</Items>`, 'UserProfileId'],
    ['no items', () => '<DeliveryModeId>12</DeliveryModeId>', 'Items'],
    ['an empty list of items', () => '<DeliveryModeId>12</DeliveryModeId><Items></Items>', 'Items'],
    ['an item without an id', () => withItem('<Quantity>1</Quantity>'), 'Items/Item[2]/Id'],
    ['an item without a quantity', () => withItem('<Id>600000000001</Id>'), 'Items/Item[2]/Quantity'],
    ['a quantity of 0', () => withItem('<Id>600000000001</Id><Quantity>0</Quantity>'), 'Items/Item[2]/Quantity'],
    ['a quantity with a fraction', () => withItem('<Id>600000000001</Id><Quantity>1.5</Quantity>'), 'Items/Item[2]/Quantity'],
    ['a weight with a comma', () => withItem('<Id>600000000001</Id><Quantity>1</Quantity><Weight>0,5</Weight>'), 'Items/Item[2]/Weight'],
  ])('such as %s is refused as a whole and the field named', async (_, children, field) => {
    const { errorCode, root } = await caller.addOrder(children());
    expect(errorCode).toBe('ValidationError');
    expect(root['ErrorDescription']).toContain(`Field ${field} `);
    expect(platform.control.madeCounts().orders).toBe(0);
  });

  test.each([
    ['open XML', '<OrderAddData><Items>'],
    ['another root', '<OrderCreateData></OrderCreateData>'],
    ['nothing', ''],
  ])('such as %s is refused as a whole', async (_, xmlAddData) => {
    const { errorCode, root } = await caller.callAsCustomer('AddOrder', { xmlAddData });
    expect(errorCode).toBe('ValidationError');
    expect(root['ErrorDescription']).toContain('xmlAddData');
  });

  test('such as goods of two providers, or a delivery that does not take them, is refused as a whole', async () => {
    const both = itemOf(caller.fineGoods(), 1) + itemOf(caller.fineGoods(0, 'Alibaba1688'), 1);
    expect(await codesOf(`<DeliveryModeId>12</DeliveryModeId><Items>${both}</Items>`)).toBe('ContractViolation/InvalidInputValue');
    expect(await codesOf(`<DeliveryModeId>31</DeliveryModeId><Items>${item()}</Items>`)).toBe('ContractViolation/InvalidInputValue');
    expect(platform.control.madeCounts().orders).toBe(0);
  });

  test('is not what a session of an operator may send', async () => {
    expect(await caller.codesOf('AddOrder', { xmlAddData: '<OrderAddData/>' })).toBe('SessionExpired/SessionExpired');
  });
});
