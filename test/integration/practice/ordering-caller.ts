import type { CustomerReport, GoodsReport, PracticePlatform } from '../../../main/practice/index.ts';
import { PracticeCaller } from './practice-caller.ts';
import type { CallAnswer } from './practice-caller.ts';

export type Fields = Readonly<Record<string, string>>;

/** A call of a customer or an operator that was refused although it should not be. */
function resultOf({ root, text }: CallAnswer): unknown {
  if (root['ErrorCode'] !== 'Ok') throw new Error(`the call was refused: ${text}`);
  return root['Result'];
}

/** Orders and pays at a platform, as a customer and as an operator. */
export class OrderingCaller extends PracticeCaller {
  readonly platform: PracticePlatform;
  #customerSessionId = '';

  constructor(platform: PracticePlatform) {
    super(platform);
    this.platform = platform;
  }

  get customerSessionId(): string {
    return this.#customerSessionId;
  }

  /** A customer of the world, the first one unless another place is given. */
  customer(place = 0): CustomerReport {
    const [customer] = this.platform.control.customers({ from: place, limit: 1 });
    if (customer === undefined) throw new Error('the world has no such customer');
    return customer;
  }

  /** Some goods that can be ordered without any difference, with configurations. */
  fineGoods(place = 0, providerType: 'Taobao' | 'Alibaba1688' = 'Taobao'): GoodsReport {
    const [goods] = this.platform.control.goods({ from: place, limit: 1, state: 'fine', providerType, hasConfigurations: true });
    if (goods === undefined) throw new Error('the world has no such goods');
    return goods;
  }

  async signInAsCustomer(place = 0): Promise<void> {
    const { root } = await this.call('Authenticate', { userLogin: this.customer(place).login, userPassword: this.platform.customerPassword, rememberMe: 'true', sessionId: '' });
    this.#customerSessionId = root['SessionId'] as string;
  }

  callAsCustomer(methodName: string, parameters: Fields = {}): Promise<CallAnswer> {
    return this.call(methodName, { sessionId: this.#customerSessionId, ...parameters });
  }

  async codesAsCustomer(methodName: string, parameters: Fields = {}): Promise<string> {
    return this.codesOf(methodName, { sessionId: this.#customerSessionId, ...parameters });
  }

  /** AddOrder with these children of OrderAddData. */
  addOrder(children: string): Promise<CallAnswer> {
    return this.callAsCustomer('AddOrder', { xmlAddData: `<OrderAddData>${children}</OrderAddData>` });
  }

  /** The order info of an order that was made of these items. */
  async madeOrder(items: string, more = ''): Promise<Fields> {
    return resultOf(await this.addOrder(`<DeliveryModeId>12</DeliveryModeId>${more}<Items>${items}</Items>`)) as Fields;
  }

  /** An order of one line of fine goods, unpaid. */
  async simpleOrder(quantity = 2): Promise<Fields> {
    return this.madeOrder(itemOf(this.fineGoods(), quantity));
  }

  /** The order info as the operator reads it. */
  async orderInfo(salesId: string): Promise<Fields> {
    const result = resultOf(await this.call('GetSalesOrderDetailsForOperator', { salesId, filter: '', queryType: '0' }));
    return (result as { SalesOrderInfo: Fields }).SalesOrderInfo;
  }

  async account(customerId = this.customer().id): Promise<Fields> {
    return resultOf(await this.call('GetAccountInfoForOperator', { customerId })) as Fields;
  }

  deposit(amount: string, more: Fields = {}): Promise<string> {
    const parameters = { customerId: this.customer().id, amount, comment: '', isDebit: 'true', transactionDate: '2026-11-23T08:00:00' };
    return this.codesOf('PostTransaction', { ...parameters, ...more });
  }

  reserve(salesId: string, amount: string): Promise<string> {
    return this.codesOf('SalesPaymentReserve', { salesId, amount });
  }

  /** Deposits what an order costs and pays it. */
  async payInFull(salesId: string): Promise<void> {
    const { RemainAmount = '' } = await this.orderInfo(salesId);
    const codes = [await this.deposit(RemainAmount), await this.reserve(salesId, RemainAmount)];
    if (codes.join() !== 'Ok,Ok') throw new Error(`the order was not paid: ${codes.join()}`);
  }
}

/** An `Item` of OrderAddData: goods in their first configuration. */
export function itemOf({ itemId, configurations }: GoodsReport, quantity: number, more = ''): string {
  const configuration = configurations[0] === undefined ? '' : `<ConfigurationId>${configurations[0].id}</ConfigurationId>`;
  return `<Item><Id>${itemId}</Id>${configuration}<Quantity>${quantity}</Quantity>${more}</Item>`;
}
