import { readReference } from '../../../preload/contract/index.ts';
import type { OrderInfo, OtapiClient } from '../../otapi/index.ts';

export interface MarkSearch {
  mark: string;
  /** How long ago it was sent, in milliseconds; null: the station's clock does not tell. */
  elapsedMs: number | null;
  /** OT Platform's id of the customer; null: not known, so orders of all customers are looked through. */
  customerId: string | null;
}

const pageSize = 100;
/** An order of some seconds ago is among the newest; a search through all others would take too long. */
const mostOrders = 2_000;
/** By so much the two clocks may differ in what they take for the same time. */
const marginMs = 3_600_000;

/**
 * Searches OT Platform for the order with this mark in its comment, newest first. `none`: there is none. `too-many`: so many
 * orders are newer that the search was given up. Rejects with `OtapiError`.
 *
 * How far back to look is told by OT Platform's own times alone: neither the zone of them nor the station's clock is to be
 * trusted (otapi.md 1.6). The search goes on behind what a page has really held, as fewer may come than were asked for.
 */
export async function findByMark(
  client: Pick<OtapiClient, 'orders'>,
  { mark, elapsedMs, customerId }: MarkSearch,
  signal: AbortSignal,
): Promise<OrderInfo | 'none' | 'too-many'> {
  const search = {
    orderBy: [{ field: 'CreationDate' as const, direction: 'DESC' as const }],
    ...(customerId !== null && { customerIds: [customerId] }),
  };
  let newest: number | null = null;
  for (let position = 0; position < mostOrders; ) {
    const { items } = await client.orders.search(search, { position, size: pageSize }, { signal });
    const found = items.find(({ customerComment }) => readReference(customerComment)?.mark === mark);
    if (found !== undefined) return found;
    if (items.length === 0) return 'none';
    newest ??= timeOf(items[0]);
    const oldest = timeOf(items.at(-1));
    if (elapsedMs !== null && newest !== null && oldest !== null && oldest < newest - elapsedMs - marginMs) return 'none';
    position += items.length;
  }
  return 'too-many';
}

/** Null when it tells none. */
function timeOf(order: OrderInfo | undefined): number | null {
  const time = Date.parse(order?.createdAt ?? '');
  return Number.isNaN(time) ? null : time;
}
