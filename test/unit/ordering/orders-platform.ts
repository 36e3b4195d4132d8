import {
  OtapiError,
  type CustomerLogin,
  type OrderAddition,
  type OrderDetails,
  type OrderInfo,
  type OrderLine,
  type OtapiClient,
} from '../../../main/otapi/index.ts';
import { unusedClient } from '../otapi/unused-client.ts';
import { orderInfo, orderLine } from '../receiving/order-lines.ts';

/** How the next changing call of a method goes. */
export interface Trouble {
  error: OtapiError;
  /** OT Platform carries it out all the same: only the answer is lost. */
  takesEffect: boolean;
}

/** The part of OT Platform that takes orders and money, in memory. Nothing in it is done twice by itself, or once at most. */
export interface OrdersPlatform {
  client: OtapiClient;
  orders: Map<string, OrderDetails>;
  /** Free balances by customer id. */
  balances: Map<string, number>;
  /** Every changing call that took effect: method, then what tells them apart. */
  done: string[];
  /** Every call that came, reading ones too. */
  calls: string[];
  /** While set, every call fails with it, before anything is done. */
  failure: OtapiError | null;
  /** Trouble for the next calls of a method. */
  troubles: Map<string, Trouble[]>;
  /** Of each order, which of its lines are made, and how. */
  make: (line: OrderAddition['lines'][number], index: number) => Partial<OrderLine> | null;
  trouble(method: string, error: OtapiError, takesEffect: boolean): void;
  /** The next call of a method takes effect, and its answer is held back, then lost. Answers with what lets it go. */
  hold(method: string): () => void;
  /** Searches do not get through. */
  unsearchable: boolean;
  /** What the account shows, whatever is on it; null: what is on it. */
  shownAvailable: number | null;
}

export const customerId = '1042';
/** What a piece of anything costs. */
const price = 10.1;

export function lostAnswer(): OtapiError {
  return new OtapiError({ kind: 'network', method: 'any', outcomeUnknown: true, reason: 'the answer was lost' });
}

export function noNetwork(): OtapiError {
  return new OtapiError({ kind: 'network', method: 'any', outcomeUnknown: false, reason: 'no network' });
}

export function refusal(errorCode: string, more: { customerRefused?: boolean } = {}): OtapiError {
  return new OtapiError({ kind: 'api', method: 'any', outcomeUnknown: false, reason: 'refused', errorCode, serverText: 'Refused', ...more });
}

export function createOrdersPlatform(): OrdersPlatform {
  let nextNumber = 20_001;
  const holds = new Map<string, Promise<void>>();

  async function reading<T>(call: string, give: () => T): Promise<T> {
    platform.calls.push(call);
    await Promise.resolve();
    if (platform.failure !== null) throw platform.failure;
    return structuredClone(give());
  }

  async function changing<T>(method: string, told: string, change: () => T): Promise<T> {
    platform.calls.push(`${method} ${told}`);
    await Promise.resolve();
    if (platform.failure !== null) throw platform.failure;
    const trouble = platform.troubles.get(method)?.shift();
    if (trouble !== undefined && !trouble.takesEffect) throw trouble.error;
    const result = structuredClone(change());
    platform.done.push(`${method} ${told}`);
    const held = holds.get(method);
    if (held !== undefined) {
      holds.delete(method);
      await held;
      throw lostAnswer();
    }
    if (trouble !== undefined) throw trouble.error;
    return result;
  }

  function known(orderId: string): OrderDetails {
    const found = platform.orders.get(orderId);
    if (found === undefined) throw refusal('NotFound');
    return found;
  }

  function add({ login }: CustomerLogin, addition: OrderAddition): OrderInfo {
    const id = `ORD-${String(nextNumber).padStart(10, '0')}`;
    nextNumber += 1;
    const lines = addition.lines.flatMap((line, index) => {
      const made = platform.make(line, index);
      if (made === null) return [];
      const { itemId, configurationId = '', quantity, comment = '' } = line;
      const basic = { orderId: id, lineNumber: index + 1, itemId, configurationId, quantity, customerComment: comment, price, statusId: 1 };
      return [orderLine(`${id}-${index + 1}`, { ...basic, ...made })];
    });
    const total = Math.round(lines.reduce((sum, { quantity }) => sum + quantity * price, 0) * 100) / 100;
    const order = orderInfo(id, {
      customerId,
      customerLogin: login,
      customerComment: addition.comment ?? '',
      totalAmount: total,
      remainAmount: total,
      currency: 'KZT',
      isPaid: false,
    });
    platform.orders.set(id, { order, lines });
    return order;
  }

  function reserve(orderId: string, amount: number) {
    const { order } = known(orderId);
    const available = platform.balances.get(order.customerId) ?? 0;
    if (cents(available) < cents(amount) || cents(order.remainAmount ?? 0) < cents(amount)) throw refusal('ContractViolation');
    platform.balances.set(order.customerId, (cents(available) - cents(amount)) / 100);
    order.remainAmount = (cents(order.remainAmount ?? 0) - cents(amount)) / 100;
    order.isPaid = order.remainAmount === 0;
    return { orderId, customerId: order.customerId, available: 0, amount: order.totalAmount, paid: amount, currency: 'KZT' };
  }

  const platform: OrdersPlatform = {
    orders: new Map(),
    balances: new Map([[customerId, 0]]),
    done: [],
    calls: [],
    failure: null,
    troubles: new Map(),
    make: () => ({}),
    unsearchable: false,
    shownAvailable: null,
    hold(method) {
      let letGo = (): void => {};
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      holds.set(method, held);
      return letGo;
    },
    trouble(method, error, takesEffect) {
      platform.troubles.set(method, [...(platform.troubles.get(method) ?? []), { error, takesEffect }]);
    },
    client: {
      ...unusedClient,
      customers: {
        signIn: ({ login }) => reading(`signIn ${login}`, () => {}),
        find: ({ login }) =>
          reading('find', () => {
            const found = { id: customerId, email: '', firstName: 'Bat', lastName: 'Erdene', middleName: '', phone: '', isActive: true };
            return { items: login === undefined ? [] : [{ ...found, login }], total: 1 };
          }),
        profiles: () => reading('profiles', () => []),
        account: (id) =>
          reading('account', () => {
            const available = platform.shownAvailable ?? platform.balances.get(id) ?? 0;
            return { balance: available, reserved: 0, available, awaitingPayment: 0, currency: 'KZT' };
          }),
      },
      lists: { ...unusedClient.lists, deliveryTypes: () => reading('deliveryTypes', () => []) },
      orders: {
        ...unusedClient.orders,
        search: (_search, { position, size }) =>
          reading(`search ${position}`, () => {
            if (platform.unsearchable) throw noNetwork();
            const newest = [...platform.orders.values()].map(({ order }) => order).toReversed();
            return { items: newest.slice(position, position + size), total: newest.length };
          }),
        details: (id) => reading(`details ${id}`, () => known(id)),
        add: (customer, addition) => changing('add', addition.comment ?? '', () => add(customer, addition)),
        cancelAsCustomer: (_customer, id) =>
          changing('cancel', id, () => {
            known(id).order.isCancelled = true;
          }),
      },
      payments: {
        info: () => reading('info', () => ({ orderId: '', customerId, available: null, amount: null, paid: null, currency: '' })),
        deposit: ({ customerId: id, amount }) =>
          changing('deposit', String(amount), () => {
            platform.balances.set(id, (cents(platform.balances.get(id) ?? 0) + cents(amount)) / 100);
          }),
        reserve: (id, amount) => changing('reserve', `${id} ${amount}`, () => reserve(id, amount)),
      },
    },
  };
  return platform;
}

function cents(amount: number): number {
  return Math.round(amount * 100);
}
