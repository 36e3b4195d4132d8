import type { MoneyMoved } from './changes.ts';

/** Which way each movement goes: for the account of the customer, and for what is paid for an order. */
const SIGNS: Readonly<Record<MoneyMoved['what'], { readonly account: number; readonly order: number }>> = {
  deposit: { account: 1, order: 0 },
  withdrawal: { account: -1, order: 0 },
  payment: { account: -1, order: 1 },
  refund: { account: 1, order: -1 },
  outside: { account: 0, order: 1 },
};

/** Whether a movement brings money to the account, takes some from it, or does neither. */
export function accountSign({ what }: Pick<MoneyMoved, 'what'>): number {
  return SIGNS[what].account;
}

/** The money that has moved since the world was made; all sums are hundredths of the internal currency. */
export class Accounts {
  readonly #moves: MoneyMoved[] = [];
  readonly #byCustomer = new Map<number, number>();
  readonly #byOrder = new Map<number, number>();

  /** Every movement, oldest first. */
  get moves(): readonly MoneyMoved[] {
    return this.#moves;
  }

  /** By how much the free money of a customer has changed. */
  changeOf(customerIndex: number): number {
    return this.#byCustomer.get(customerIndex) ?? 0;
  }

  /** By how much the money that is paid for an order has changed. */
  changeOfOrder(orderIndex: number): number {
    return this.#byOrder.get(orderIndex) ?? 0;
  }

  apply(move: MoneyMoved): void {
    const { account, order } = SIGNS[move.what];
    this.#moves.push(move);
    this.#byCustomer.set(move.customerIndex, this.changeOf(move.customerIndex) + account * move.amount);
    if (move.orderIndex !== null) this.#byOrder.set(move.orderIndex, this.changeOfOrder(move.orderIndex) + order * move.amount);
  }
}
