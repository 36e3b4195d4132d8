import { accountSign } from './world/accounts.ts';
import { fromHundredths } from './world/amounts.ts';
import type { Goods } from './world/catalogue.ts';
import { keysOfSeller } from './world/goods.ts';
import type { GoodsState, GoodsStateKind } from './world/goods-state.ts';
import type { Translated } from './world/language.ts';
import { availableTo } from './world/order-money.ts';
import { customerAt, OTHER_STATION_OPERATOR } from './world/people.ts';
import { profilesOf } from './world/profiles.ts';
import type { ProviderType } from './world/providers.ts';
import type { PracticeWorld } from './world/world.ts';

/** Goods as a test sees them. */
export interface GoodsReport {
  readonly itemId: string;
  readonly providerType: ProviderType;
  /** The page of the goods at the provider. */
  readonly link: string;
  readonly title: Translated;
  /** `deliveredAs`: the id that a line has whose customer ordered this one. Empty for goods without configurations. */
  readonly configurations: readonly { readonly id: string; readonly text: Translated; readonly deliveredAs: string }[];
  readonly state: GoodsStateKind;
  /** How many pieces an order gets at most; null = any number. */
  readonly stock: number | null;
}

/** Which goods are asked for; the first `limit` of those that match, after `from` others. */
export interface GoodsQuery {
  readonly from?: number | undefined;
  /** 20 by default. */
  readonly limit?: number | undefined;
  readonly state?: GoodsStateKind | undefined;
  readonly providerType?: ProviderType | undefined;
  /** True: only goods with configurations; false: only goods without. */
  readonly hasConfigurations?: boolean | undefined;
}

export interface CustomerReport {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  /** Free money in the internal currency. */
  readonly availableAmount: number;
  readonly profileIds: readonly string[];
}

/** What has been made since the world was. */
export interface MadeCounts {
  /** Orders of AddOrder. */
  readonly orders: number;
  /** Movements on customers' accounts. */
  readonly transactions: number;
  readonly deposits: number;
  readonly withdrawals: number;
  readonly payments: number;
  readonly refunds: number;
}

/** What a test or a demonstration may see of goods, customers and money, and do to goods. */
export interface OrderControl {
  /** Goods on sale or gone, seller by seller. */
  goods(query?: GoodsQuery): GoodsReport[];
  /** Sets the state of goods from now on; throws a RangeError when there are no such goods. */
  setGoodsState(itemId: string, state: GoodsState): GoodsReport;
  /** Customers in the order of their ids: the first `limit` (20) after `from` others. */
  customers(query?: { readonly from?: number | undefined; readonly limit?: number | undefined }): CustomerReport[];
  madeCounts(): MadeCounts;
}

const DEFAULT_LIMIT = 20;

export function createOrderControl(world: PracticeWorld, now: () => Date): OrderControl {
  return {
    goods: (query = {}) => goodsOf(world, query),
    setGoodsState(itemId, state) {
      const goods = world.catalogue.goodsWith(itemId);
      if (goods === null) throw new RangeError(`There are no goods ${itemId}`);
      world.setGoodsState(goods.key, state, { at: now(), operatorId: OTHER_STATION_OPERATOR.id });
      return goodsReport(world, { ...goods, state });
    },
    customers({ from = 0, limit = DEFAULT_LIMIT } = {}) {
      const end = Math.min(from + limit, world.layout.customerCount);
      return Array.from({ length: Math.max(0, end - from) }, (_, place) => customerReport(world, from + place));
    },
    madeCounts: () => countsOf(world),
  };
}

function goodsOf(world: PracticeWorld, { from = 0, limit = DEFAULT_LIMIT, ...wanted }: GoodsQuery): GoodsReport[] {
  const found: GoodsReport[] = [];
  let toSkip = from;
  for (let seller = 0; seller < world.layout.sellerCount; seller += 1) {
    for (const key of keysOfSeller(seller)) {
      if (found.length >= limit) return found;
      const goods = world.catalogue.goodsAt(key);
      if (!isWanted(goods, wanted)) continue;
      if (toSkip > 0) toSkip -= 1;
      else found.push(goodsReport(world, goods));
    }
  }
  return found;
}

function isWanted({ provider, state, configurations }: Goods, wanted: Omit<GoodsQuery, 'from' | 'limit'>): boolean {
  if (wanted.state !== undefined && state.kind !== wanted.state) return false;
  if (wanted.hasConfigurations !== undefined && configurations.length > 0 !== wanted.hasConfigurations) return false;
  return wanted.providerType === undefined || provider === wanted.providerType;
}

function goodsReport({ catalogue }: PracticeWorld, goods: Goods): GoodsReport {
  const { item, provider, configurations, state } = goods;
  return {
    itemId: item.id,
    providerType: provider,
    link: item.externalUrl,
    title: item.title,
    configurations: configurations.map(({ id, text }) => ({ id, text, deliveredAs: catalogue.delivered(goods, id)?.id ?? id })),
    state: state.kind,
    stock: state.kind === 'short-stock' ? state.stock : null,
  };
}

function customerReport(world: PracticeWorld, index: number): CustomerReport {
  const customer = customerAt(world.origin.seed, index);
  return {
    id: customer.id,
    login: customer.login,
    name: `${customer.lastName} ${customer.firstName}`,
    availableAmount: fromHundredths(availableTo(world, index)),
    profileIds: profilesOf(world.origin.seed, customer).map(({ id }) => id),
  };
}

function countsOf({ orders, accounts }: PracticeWorld): MadeCounts {
  const of = (wanted: string): number => accounts.moves.filter(({ what }) => what === wanted).length;
  return {
    orders: orders.count - orders.originalCount,
    transactions: accounts.moves.filter((move) => accountSign(move) !== 0).length,
    deposits: of('deposit'),
    withdrawals: of('withdrawal'),
    payments: of('payment'),
    refunds: of('refund'),
  };
}
