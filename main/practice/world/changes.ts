import type { AddedLine } from './added-lines.ts';
import type { GoodsState } from './goods-state.ts';
import type { LineFields } from './order-line.ts';
import type { DeliveryAddress, OrderFields } from './order.ts';
import type { ProviderType } from './providers.ts';

/**
 * What has happened to the world since it was made. A world is its seed, its size and these records:
 * they are saved, and applied again when the world is loaded.
 */
export type WorldChange = LineChange | OrderAdded | OrderChanged | MoneyMoved | GoodsStateSet;

/** What has happened to a line. */
export type LineChange = LineChanged | LineSplit;

/** When something is done, and by whom. */
export interface ChangeBy {
  readonly at: Date;
  /** The operator's id, or null when no operator did it. */
  readonly operatorId: string | null;
  /** The customer's id, when a customer did it. */
  readonly customerId?: string;
}

interface ChangeOrigin {
  /** When, ISO 8601 in UTC. */
  readonly at: string;
  /** The operator's id, or null when the provider's synchronisation or a customer did it. */
  readonly operatorId: string | null;
  readonly customerId?: string;
}

export interface LineChanged extends ChangeOrigin {
  readonly kind: 'line-changed';
  readonly slot: number;
  readonly previous: Partial<LineFields>;
  readonly next: Partial<LineFields>;
}

export interface LineSplit extends ChangeOrigin {
  readonly kind: 'line-split';
  readonly slot: number;
  /** The place of the new line. */
  readonly newSlot: number;
  /** How many pieces went into the new line. */
  readonly quantity: number;
  /** How many pieces the line had before. */
  readonly previousQuantity: number;
}

/** An order that a customer has made. */
export interface OrderAdded extends ChangeOrigin {
  readonly kind: 'order-added';
  readonly orderIndex: number;
  /** The place of its first line; the others follow. */
  readonly firstSlot: number;
  readonly customerIndex: number;
  readonly provider: ProviderType;
  readonly deliveryModeId: string;
  readonly address: DeliveryAddress;
  readonly comment: string;
  readonly lines: readonly AddedLine[];
}

export interface OrderChanged extends ChangeOrigin {
  readonly kind: 'order-changed';
  readonly orderIndex: number;
  readonly previous: Partial<OrderFields>;
  readonly next: Partial<OrderFields>;
}

/** Money of a customer that has moved. */
export interface MoneyMoved extends ChangeOrigin {
  readonly kind: 'money-moved';
  /**
   * `deposit` and `withdrawal` are between the customer and the account, `payment` from the account to an order and
   * `refund` back; `outside` was paid for an order without the account.
   */
  readonly what: 'deposit' | 'withdrawal' | 'payment' | 'refund' | 'outside';
  readonly customerIndex: number;
  readonly orderIndex: number | null;
  /** Hundredths of the internal currency, above 0. */
  readonly amount: number;
  readonly comment: string;
  /** The date in the books, ISO 8601 in UTC. */
  readonly date: string;
}

/** Goods whose state a test has set. */
export interface GoodsStateSet extends ChangeOrigin {
  readonly kind: 'goods-state-set';
  readonly itemKey: number;
  readonly state: GoodsState;
}

/** The origin of a change as it is saved. */
export function originOf({ at, operatorId, customerId }: ChangeBy): ChangeOrigin {
  return { at: at.toISOString(), operatorId, ...(customerId === undefined ? {} : { customerId }) };
}
