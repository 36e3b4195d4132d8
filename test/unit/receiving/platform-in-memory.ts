import {
  OtapiError,
  type OrderInfo,
  type OrderLine,
  type OtapiClient,
  type ProcessLogRecord,
} from '../../../main/otapi/index.ts';
import { unusedClient } from '../otapi/unused-client.ts';
import { orderInfo } from './order-lines.ts';

/** As much of OT Platform as receiving asks: lines by waybill or provider order, whole orders, logs of lines. */
export interface Platform {
  client: OtapiClient;
  lines: OrderLine[];
  orders: Map<string, Partial<OrderInfo>>;
  logs: Map<string, ProcessLogRecord[]>;
  /** Waybills of each search, in order. */
  askedWaybills: string[][];
  askedLogs: string[];
  /** Set: every call fails with it. */
  failure: OtapiError | null;
}

export function createPlatform(lines: OrderLine[] = []): Platform {
  async function answer<T>(give: () => T): Promise<T> {
    await Promise.resolve();
    if (platform.failure) throw platform.failure;
    return give();
  }

  const platform: Platform = {
    lines,
    orders: new Map(),
    logs: new Map(),
    askedWaybills: [],
    askedLogs: [],
    failure: null,
    client: {
      ...unusedClient,
      orders: {
        ...unusedClient.orders,
        details: (orderId) =>
          answer(() => ({
            order: orderInfo(orderId, platform.orders.get(orderId)),
            lines: platform.lines.filter((line) => line.orderId === orderId),
          })),
      },
      lines: {
        ...unusedClient.lines,
        search: ({ waybills, providerOrderIds }) =>
          answer(() => {
            if (waybills) platform.askedWaybills.push(waybills);
            const items = platform.lines.filter(
              (line) => waybills?.includes(line.waybill) || providerOrderIds?.includes(line.providerOrderId),
            );
            return { items, total: items.length };
          }),
        processLog: (_orderId, lineId) =>
          answer(() => {
            platform.askedLogs.push(lineId);
            return platform.logs.get(lineId) ?? [];
          }),
      },
    },
  };
  return platform;
}

export function networkFailure(): OtapiError {
  return new OtapiError({ kind: 'network', method: 'SearchOrderLines', outcomeUnknown: false, reason: 'offline' });
}
