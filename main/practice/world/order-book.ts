import type { OrderAdded, OrderChanged } from './changes.ts';
import { deliveryModeWith } from './delivery-modes.ts';
import type { DeliveryMode } from './delivery-modes.ts';
import type { Derivation } from './derivation.ts';
import type { WorldLayout } from './layout.ts';
import { orderIdAt } from './order.ts';
import type { DeliveryAddress, Order, OrderFields } from './order.ts';
import { customerAt } from './people.ts';
import type { ProviderType } from './providers.ts';

/** The orders of a world: its own, and after them those that customers have made since. */
export class OrderBook {
  readonly #seed: number;
  readonly #layout: WorldLayout;
  readonly #derivation: Derivation;
  readonly #added: OrderAdded[] = [];
  readonly #changed = new Map<number, Partial<OrderFields>>();
  readonly #statuses: Uint8Array;
  readonly #addedStatuses: number[] = [];

  constructor(seed: number, layout: WorldLayout, derivation: Derivation) {
    this.#seed = seed;
    this.#layout = layout;
    this.#derivation = derivation;
    this.#statuses = new Uint8Array(this.originalCount);
  }

  /** The orders that were there when the world was made. */
  get originalCount(): number {
    return this.#layout.orderProvider.length;
  }

  get count(): number {
    return this.originalCount + this.#added.length;
  }

  /** The order as it stands now. */
  order(index: number): Order {
    const made = this.#asMade(index);
    const changed = this.#changed.get(index);
    if (changed === undefined) return made;
    const { deliveryModeId, ...rest } = changed;
    return { ...made, ...rest, ...(deliveryModeId === undefined ? {} : { deliveryMode: knownDeliveryMode(deliveryModeId) }) };
  }

  statusOf(index: number): number {
    return (index < this.originalCount ? this.#statuses[index] : this.#addedStatuses[index - this.originalCount]) ?? 0;
  }

  providerOf(index: number): ProviderType {
    return this.added(index)?.provider ?? this.#derivation.provider(index);
  }

  /** When the order was made, milliseconds. */
  createdAt(index: number): number {
    const added = this.added(index);
    return added === undefined ? this.#derivation.createdAt(index) : Date.parse(added.at);
  }

  /** The place of the order's customer in the world. */
  customerIndexOf(index: number): number {
    return this.added(index)?.customerIndex ?? this.#layout.orderCustomer[index] ?? 0;
  }

  /** The orders of a customer, oldest first. */
  ofCustomer(customerIndex: number): number[] {
    const found: number[] = [];
    for (let index = 0; index < this.count; index += 1) {
      if (this.customerIndexOf(index) === customerIndex) found.push(index);
    }
    return found;
  }

  deliveryModeIdOf(index: number): string {
    return this.#changed.get(index)?.deliveryModeId ?? this.added(index)?.deliveryModeId ?? this.#derivation.deliveryMode(index).id;
  }

  /** Where the order goes; null = as at first, to the usual address of its customer. */
  ownAddressOf(index: number): DeliveryAddress | null {
    return this.#changed.get(index)?.address ?? this.added(index)?.address ?? null;
  }

  /** What a customer has made; undefined for one of the world's own orders. */
  added(index: number): OrderAdded | undefined {
    return index < this.originalCount ? undefined : this.#added[index - this.originalCount];
  }

  add(order: OrderAdded): void {
    if (order.orderIndex !== this.count) throw new RangeError('The new order does not follow the last one');
    this.#added.push(order);
  }

  change({ orderIndex, next }: OrderChanged): void {
    this.#changed.set(orderIndex, { ...this.#changed.get(orderIndex), ...next });
  }

  setStatus(index: number, statusId: number): void {
    if (index < this.originalCount) this.#statuses[index] = statusId;
    else this.#addedStatuses[index - this.originalCount] = statusId;
  }

  #asMade(index: number): Order {
    const statusId = this.statusOf(index);
    const added = this.added(index);
    if (added === undefined) return this.#derivation.order(index, statusId);
    const { at, customerIndex, provider, deliveryModeId, comment, address } = added;
    return {
      index,
      id: orderIdAt(index),
      createdAt: new Date(at),
      statusId,
      customer: customerAt(this.#seed, customerIndex),
      provider,
      deliveryMode: knownDeliveryMode(deliveryModeId),
      customerComment: comment,
      additionalInfo: '',
      weight: null,
      address,
      closed: false,
    };
  }
}

/** The fields of an order as they stand. */
export function fieldsOf({ deliveryMode, additionalInfo, weight, address, closed }: Order): OrderFields {
  return { deliveryModeId: deliveryMode.id, additionalInfo, weight, address, closed };
}

function knownDeliveryMode(id: string): DeliveryMode {
  const mode = deliveryModeWith(id);
  if (mode === null) throw new RangeError(`There is no delivery mode ${id}`);
  return mode;
}
