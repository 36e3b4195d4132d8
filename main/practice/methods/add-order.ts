import { refusals } from '../refusal.ts';
import type { AddedLine } from '../world/added-lines.ts';
import type { Goods } from '../world/catalogue.ts';
import { deliveryModeWith } from '../world/delivery-modes.ts';
import type { DeliveryAddress } from '../world/order.ts';
import { customerIndexOf } from '../world/people.ts';
import type { Customer } from '../world/people.ts';
import { profilesOf } from '../world/profiles.ts';
import type { ProviderType } from '../world/providers.ts';
import type { PracticeWorld } from '../world/world.ts';
import { byCustomer, customerMethod } from './method.ts';
import type { MethodDefinition } from './method.ts';
import { readOrderData } from './order-data.ts';
import type { OrderedItem } from './order-data.ts';
import { orderItem } from './orders.ts';

function addressFor({ origin }: PracticeWorld, customer: Customer, profileId: string | null): DeliveryAddress {
  const profiles = profilesOf(origin.seed, customer);
  const address = profileId === null ? profiles[0] : profiles.find(({ id }) => id === profileId);
  if (address === undefined) throw refusals.badField('UserProfileId');
  return address;
}

/** The one provider whose goods these are, wanted or gone; goods that never were say nothing about it. */
function providerOf(goods: readonly (Goods | null)[]): ProviderType {
  const [provider, ...others] = new Set(goods.filter((one) => one !== null).map((one) => one.provider));
  if (others.length > 0) throw refusals.severalProviders();
  if (provider === undefined) throw refusals.nothingOrderable();
  return provider;
}

/** The lines that are made of these items: those that cannot be ordered are left out, and others are cut to the stock. */
function linesFor({ catalogue }: PracticeWorld, items: readonly OrderedItem[], goodsOfItems: readonly (Goods | null)[]): AddedLine[] {
  const taken = new Map<number, number>();
  return items.flatMap((item, place) => {
    const goods = goodsOfItems[place] ?? null;
    if (goods === null) return [];
    const configuration = catalogue.delivered(goods, item.configurationId);
    const takenBefore = taken.get(goods.key) ?? 0;
    const qty = Math.min(item.quantity, availableOf(goods) - takenBefore);
    if (configuration === null || qty <= 0) return [];
    taken.set(goods.key, takenBefore + qty);
    const { comment, promotionId } = item;
    return [{ itemKey: goods.key, configurationId: configuration.id, qty, weight: item.weight ?? goods.item.weight, comment, promotionId, ...catalogue.priceOf(goods) }];
  });
}

/** How many pieces one order can get. */
function availableOf({ state }: Goods): number {
  if (state.kind === 'short-stock') return state.stock;
  return state.kind === 'gone' || state.kind === 'shop-closed' ? 0 : Number.POSITIVE_INFINITY;
}

/** Making orders (otapi.md 5.1). */
export const addOrderMethods: Readonly<Record<string, MethodDefinition>> = {
  AddOrder: customerMethod('OrderInfoAnswer', (call) => {
    const { context, customer, parameters } = call;
    const { world } = context;
    const data = readOrderData(parameters.xml('xmlAddData', 'OrderAddData'));
    const mode = deliveryModeWith(data.deliveryModeId);
    if (mode === null) throw refusals.badField('DeliveryModeId');
    const address = addressFor(world, customer, data.profileId);
    const goods = data.items.map(({ id }) => world.catalogue.goodsWith(id));
    const provider = providerOf(goods);
    if (!mode.providerTypes.includes(provider)) throw refusals.deliveryNotForProvider();
    const lines = linesFor(world, data.items, goods);
    if (lines.length === 0) throw refusals.nothingOrderable();
    const customerIndex = customerIndexOf(customer.id) ?? 0;
    const orderIndex = world.addOrder({ customerIndex, provider, deliveryModeId: mode.id, address, comment: data.comment, lines }, byCustomer(call));
    return [orderItem(call, 'Result', orderIndex)];
  }),
};
