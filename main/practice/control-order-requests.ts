import { z } from 'zod';
import { readRequest } from './control-json.ts';
import type { JsonObject } from './control-json.ts';
import type { OrderControl } from './control-orders.ts';
import { GOODS_STATES } from './world/goods-state.ts';
import type { GoodsState } from './world/goods-state.ts';
import { PROVIDER_TYPES } from './world/providers.ts';

const count = z.int().nonnegative();
const page = { from: count.optional(), limit: count.optional() };

const goodsSchema = z.strictObject({
  ...page,
  state: z.enum(GOODS_STATES).optional(),
  providerType: z.enum(PROVIDER_TYPES).optional(),
  hasConfigurations: z.boolean().optional(),
});
const customersSchema = z.strictObject(page);
const stateSchema = z.discriminatedUnion('state', [
  z.strictObject({ itemId: z.string(), state: z.literal('short-stock'), stock: z.int().positive() }),
  z.strictObject({ itemId: z.string(), state: z.enum(['fine', 'gone', 'shop-closed', 'renumbered']) }),
]);

/** The actions of the control surface that are about goods, customers and money; another action gives null. */
export function performOrderControl(control: OrderControl, action: string, input: JsonObject): unknown {
  switch (action) {
    case 'goods':
      return { goods: control.goods(readRequest(goodsSchema, input)) };
    case 'set-goods-state': {
      const wanted = readRequest(stateSchema, input);
      const state: GoodsState = wanted.state === 'short-stock' ? { kind: wanted.state, stock: wanted.stock } : { kind: wanted.state };
      return { goods: control.setGoodsState(wanted.itemId, state) };
    }
    case 'customers':
      return { customers: control.customers(readRequest(customersSchema, input)) };
    case 'made-counts':
      return control.madeCounts();
    default:
      return null;
  }
}
