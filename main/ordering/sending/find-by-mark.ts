import { readReference } from '../../../preload/contract/index.ts';
import type { OrderInfo, OtapiClient } from '../../otapi/index.ts';

export interface MarkSearch {
  mark: string;
  /** When it was sent; milliseconds since 1970, UTC. */
  sentAt: number;
  /** OT Platform's id of the customer; null: not known, so orders of all customers are looked through. */
  customerId: string | null;
}

const pageSize = 100;
/** An order of some seconds ago is among the newest; a search through all others would take too long. */
const mostPages = 20;
/** Of OT Platform's times no zone is known (otapi.md 1.6); between the outermost zones lie 26 hours. */
const zoneMarginMs = 26 * 3_600_000;

/**
 * Searches OT Platform for the order with this mark in its comment, newest first. `none`: there is none. `too-many`: so many
 * orders are newer that the search was given up. Rejects with `OtapiError`.
 */
export async function findByMark(
  client: Pick<OtapiClient, 'orders'>,
  { mark, sentAt, customerId }: MarkSearch,
  signal: AbortSignal,
): Promise<OrderInfo | 'none' | 'too-many'> {
  const search = {
    createdFrom: new Date(sentAt - zoneMarginMs).toISOString().slice(0, 19),
    orderBy: [{ field: 'CreationDate' as const, direction: 'DESC' as const }],
    ...(customerId !== null && { customerIds: [customerId] }),
  };
  for (let page = 0; page < mostPages; page += 1) {
    const { items, total } = await client.orders.search(search, { position: page * pageSize, size: pageSize }, { signal });
    const found = items.find(({ customerComment }) => readReference(customerComment)?.mark === mark);
    if (found !== undefined) return found;
    if (items.length === 0 || (page + 1) * pageSize >= total) return 'none';
  }
  return 'too-many';
}
