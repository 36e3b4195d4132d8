import type { OrderChanged, WorldChange } from './changes.ts';
import type { OrderFields } from './order.ts';

/** Something that has happened to an order. */
export interface OrderEvent {
  /** When, ISO 8601 in UTC. */
  readonly at: string;
  readonly operatorId: string | null;
  readonly customerId?: string;
  /** What changed: a field of its own, its status, or what is paid for it (hundredths). */
  readonly field: keyof OrderFields | 'statusId' | 'paid';
  readonly previous: unknown;
  readonly next: unknown;
}

type Origin = Pick<WorldChange, 'at' | 'operatorId' | 'customerId'>;

/** What has happened to orders since the world was made. */
export class OrderHistory {
  readonly #events = new Map<number, OrderEvent[]>();

  /** Oldest first. */
  of(orderIndex: number): readonly OrderEvent[] {
    return this.#events.get(orderIndex) ?? [];
  }

  /** Remembers a status that has followed from a change; `before` 0 = there was no order. */
  addStatus(orderIndex: number, origin: Origin, before: number, statusId: number): void {
    if (before !== statusId) this.#add(orderIndex, origin, 'statusId', before === 0 ? '' : before, statusId);
  }

  /** Remembers what is paid for an order, hundredths. */
  addPaid(orderIndex: number, origin: Origin, before: number, paid: number): void {
    this.#add(orderIndex, origin, 'paid', before, paid);
  }

  addChange(change: OrderChanged): void {
    for (const field of Object.keys(change.next) as (keyof OrderFields)[]) {
      this.#add(change.orderIndex, change, field, change.previous[field], change.next[field]);
    }
  }

  #add(orderIndex: number, { at, operatorId, customerId }: Origin, field: OrderEvent['field'], previous: unknown, next: unknown): void {
    const events = this.#events.get(orderIndex) ?? [];
    events.push({ at, operatorId, ...(customerId === undefined ? {} : { customerId }), field, previous, next });
    this.#events.set(orderIndex, events);
  }
}
