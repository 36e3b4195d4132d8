import {
  notFound,
  StationFault,
  type CallArgument,
  type CallValue,
  type OrderFilter,
  type OrderLogEntry,
  type OrderPage,
  type StationCalls,
} from '../../../preload/contract/index.ts';
import { orderIdOf, type OrderCache, type OrderListQuery } from '../../orders/index.ts';
import { isOtapiError, type OrderSearch, type OtapiClient, type ProcessLogRecord } from '../../otapi/index.ts';
import type { Database } from '../../storage/index.ts';
import type { Sync } from '../../sync/index.ts';
import type { SentStore } from '../sending/sent-store.ts';
import type { UnderWay } from '../under-way.ts';
import { createFilterStore } from './filter-store.ts';
import { createOrderChanges } from './order-changes.ts';
import { listedOrder, shownOrder } from './shown-order.ts';

type OrdersCalls = StationCalls['orders'];
type Handlers = {
  [Name in keyof OrdersCalls]: (
    argument: CallArgument<OrdersCalls[Name]>,
  ) => CallValue<OrdersCalls[Name]> | Promise<CallValue<OrdersCalls[Name]>>;
};

/** Orders as a person finds, reads and changes them. */
export interface OrdersDesk {
  calls: Handlers;
}

export interface OrdersDeskParts {
  database: Database;
  client: Pick<OtapiClient, 'orders' | 'lines'>;
  orderCache: OrderCache;
  sync: Pick<Sync, 'readOrder' | 'readOrders'>;
  inOutbox: (lineIds: string[]) => ReadonlySet<string>;
  sent: Pick<SentStore, 'ofOrder'>;
  underWay: UnderWay;
  now: () => number;
  signal: AbortSignal;
}

/** A refresh by hand reads the newest; who looks for older ones limits the dates. */
const mostRefreshed = 500;

export function createOrdersDesk(parts: OrdersDeskParts): OrdersDesk {
  const { client, orderCache, sync, inOutbox, sent, underWay, now, signal } = parts;
  const filters = createFilterStore(parts.database, now);
  const changes = createOrderChanges({ client, readOrder: (orderId) => sync.readOrder(orderId), inOutbox, signal });

  async function readWhole(orderId: string): Promise<OrderPage> {
    try {
      await sync.readOrder(orderId);
    } catch (error) {
      if (isOtapiError(error) && error.hasCode('NotFound')) throw new StationFault(notFound('order-gone'));
      throw error;
    }
    return page(orderId);
  }

  function page(orderId: string): OrderPage {
    const known = orderCache.order(orderId);
    if (known === null) throw new StationFault(notFound('order-gone'));
    const lineIds = known.lines.map(({ id }) => id);
    return shownOrder(known, { inOutbox: inOutbox(lineIds), sentId: sent.ofOrder(orderId)?.id ?? null });
  }

  const calls: Handlers = {
    list({ filter, after, limit }) {
      const query = queryOf(filter);
      const { orders, next } = orderCache.list(query, after, limit);
      return { orders: orders.map(listedOrder), next, total: orderCache.count(query) };
    },
    filterChoices: () => ({ statuses: orderCache.statuses(), providers: orderCache.providers() }),
    refresh: ({ filter }) => sync.readOrders(searchOf(filter), { limit: mostRefreshed, signal }),
    savedFilters: () => ({ filters: filters.list() }),
    saveFilter({ name, filter }) {
      filters.save(name, filter);
      return { filters: filters.list() };
    },
    removeFilter({ id }) {
      filters.remove(id);
      return { filters: filters.list() };
    },
    order: ({ orderId }) => page(orderId),
    readOrder: ({ orderId }) => readWhole(orderId),
    async log({ orderId, lineId }) {
      const records = await (lineId === null
        ? client.orders.processLog(orderId, { signal })
        : client.lines.processLog(orderId, lineId, { signal }));
      return { entries: records.toReversed().map(logEntry) };
    },
    change: (change) =>
      underWay.track(
        (async () => {
          const outcome = await changes.change(change);
          const changed = outcome === 'unread' ? page(change.orderId) : await readWhole(change.orderId).catch(() => page(change.orderId));
          return { outcome, page: changed };
        })(),
      ),
  };

  return { calls };
}

function queryOf({ text, createdFrom, createdTo, statusIds, providerType, customer, payment }: OrderFilter): OrderListQuery {
  return {
    text,
    createdFrom,
    createdTo,
    statusIds,
    providerType,
    customer,
    ...(payment !== 'any' && { isPaid: payment === 'paid' }),
  };
}

/** What OT Platform can be asked of a filter (otapi.md 5.5): a number, not words; a customer by id. */
function searchOf({ text, createdFrom, createdTo, statusIds, providerType, customer }: OrderFilter): OrderSearch {
  const orderId = orderIdOf(text);
  return {
    ...(/^ORD-\d+$/.test(orderId) && { orderIds: [orderId] }),
    ...(createdFrom !== '' && { createdFrom: `${createdFrom}T00:00:00` }),
    ...(createdTo !== '' && { createdTo: `${createdTo}T23:59:59` }),
    ...(statusIds.length > 0 && { statusIds }),
    ...(providerType !== '' && { providerType }),
    ...(/^\d+$/.test(customer) && { customerIds: [customer] }),
    orderBy: [{ field: 'CreationDate', direction: 'DESC' }],
  };
}

function logEntry(record: ProcessLogRecord): OrderLogEntry {
  const isStatus = record.newStatus !== '' && record.newStatus !== record.previousStatus;
  return {
    at: [record.date, record.time].filter(Boolean).join(' '),
    by: record.operatorName || record.customerName,
    field: record.fieldName,
    before: record.previousValue || (isStatus ? record.previousStatus : ''),
    after: record.newValue || (isStatus ? record.newStatus : ''),
  };
}
