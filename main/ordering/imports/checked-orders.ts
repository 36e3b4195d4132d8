import { normalReference, type CheckedOrder, type DraftFault, type ReadOrder } from '../../../preload/contract/index.ts';
import type { SentStore } from '../sending/sent-store.ts';

/** An order of a file, checked. */
export interface ReadyOrder extends CheckedOrder {
  /** Null when the draft has errors. */
  order: ReadOrder | null;
}

export function hasErrors(faults: readonly DraftFault[]): boolean {
  return faults.some(({ level }) => level === 'error');
}

/**
 * An order with the reference of an earlier one of the same file gets an error: sent twice, the user's own system could not
 * tell the two apart. In a table rows with the same reference are one order, so this is for files that name their orders.
 */
export function refuseRepeated(orders: readonly ReadyOrder[]): ReadyOrder[] {
  const first = new Map<string, number>();
  return orders.map((order) => {
    const reference = referenceOf(order);
    const before = first.get(reference);
    if (reference === '') return order;
    if (before === undefined) {
      first.set(reference, order.position);
      return order;
    }
    return withError(order, 'reference-repeated', { earlier: before + 1 });
  });
}

/** A file may be taken in twice: an order that was sent with its reference is not sent again. */
export function refuseUsed(orders: readonly ReadyOrder[], sent: Pick<SentStore, 'usedReferences'>): ReadyOrder[] {
  const references = [...new Set(orders.map(referenceOf).filter((reference) => reference !== ''))];
  const used = new Map(sent.usedReferences(references).map(({ reference, orderNumber }) => [reference, orderNumber]));
  return orders.map((order) => {
    const orderNumber = used.get(referenceOf(order));
    return orderNumber === undefined ? order : withError(order, 'reference-used', { orderNumber });
  });
}

function referenceOf({ draft }: ReadyOrder): string {
  return normalReference(draft.reference);
}

/** Once for each fault: an order that is asked again before it is sent may have it already. */
function withError(order: ReadyOrder, fault: DraftFault['fault'], details: DraftFault['details']): ReadyOrder {
  const others = order.faults.filter((known) => known.fault !== fault);
  return { ...order, faults: [...others, { level: 'error', line: null, field: 'reference', fault, details }] };
}
