import { z } from 'zod';
import { defineCall } from './call.ts';
import { orderChange, type OrderChangeResult, type OrderLog, type OrderPage } from './order-page.ts';

/** An order as a list shows it. Amounts are in `currency`, OT Platform's internal one (reference 5.4). */
export interface ListedOrder {
  id: string;
  /** What people see: the number without `ORD-` and zeros. */
  number: string;
  /** The own reference, when the order was added with one (see `readReference`); else empty. */
  reference: string;
  /** The customer's comment without the reference. */
  comment: string;
  status: { id: number; name: string };
  customerId: string;
  customerName: string;
  customerLogin: string;
  providerType: string;
  total: number | null;
  /** What is still to be paid. */
  remaining: number | null;
  currency: string;
  items: number | null;
  isPaid: boolean;
  isCancelled: boolean;
  isCompleted: boolean;
  /** As OT Platform writes it: no zone is known (reference 1.6). */
  createdAt: string;
  /** When it was read from OT Platform; ISO 8601, UTC. */
  readAt: string;
}

const day = z.union([z.literal(''), z.iso.date()]);

/** Which orders a list shows; what is empty does not limit. */
export const orderFilter = z.object({
  /** Order number, reference, provider order id, waybill, item id, or words of the customer's name or comment. */
  text: z.string().trim().max(400).default(''),
  /** `yyyy-MM-dd`, both days included. */
  createdFrom: day.default(''),
  createdTo: day.default(''),
  statusIds: z.array(z.number().int()).max(50).default([]),
  providerType: z.string().max(100).default(''),
  /** Id, login, or a part of the name. */
  customer: z.string().trim().max(200).default(''),
  payment: z.enum(['any', 'paid', 'unpaid']).default('any'),
});
export type OrderFilter = z.output<typeof orderFilter>;

export interface OrdersPage {
  orders: ListedOrder[];
  /** Where the next page begins; null when there is none. */
  next: string | null;
  /** How many match in all; `more` when counting was given up at that number. */
  total: { count: number; more: boolean };
}

/** What occurs in the cache, to choose from. */
export interface OrderFilterChoices {
  statuses: { id: number; name: string }[];
  providers: { type: string; name: string }[];
}

export interface SavedOrderFilter {
  id: string;
  name: string;
  filter: OrderFilter;
}

const orderId = z.object({ orderId: z.string().trim().min(1).max(200) });
const savedFilters = defineCall<{ filters: SavedOrderFilter[] }>();

export const ordersCalls = {
  /** Orders of the cache, newest first. Works offline. */
  list: defineCall<OrdersPage>()(
    z.object({
      filter: orderFilter,
      after: z.string().max(400).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
  ),
  filterChoices: defineCall<OrderFilterChoices>()(z.object({})),
  /** Asks OT Platform for the newest orders that match and puts them into the cache; `total`: how many match there. */
  refresh: defineCall<{ read: number; total: number }>()(z.object({ filter: orderFilter })),
  savedFilters: savedFilters(z.object({})),
  /** Under a name that exists already, the filter takes the place of the other. */
  saveFilter: savedFilters(z.object({ name: z.string().trim().min(1).max(60), filter: orderFilter })),
  removeFilter: savedFilters(z.object({ id: z.string().min(1).max(100) })),
  /** The order as the cache has it. `not-found` with `order-gone` when it was never read. */
  order: defineCall<OrderPage>()(orderId),
  /** Reads the order from OT Platform, then answers as `order` does. */
  readOrder: defineCall<OrderPage>()(orderId),
  /** OT Platform's log of the order, or of one line, newest first. */
  log: defineCall<OrderLog>()(orderId.extend({ lineId: z.string().max(200).nullable().default(null) })),
  /**
   * Changes an order or a line at OT Platform. The order is read before, so that nothing is asked that it does not allow
   * any more, and after. Faults: `not-allowed-now`, `line-in-outbox`, `order-gone`, `line-gone`.
   */
  change: defineCall<OrderChangeResult>()(orderChange),
};
