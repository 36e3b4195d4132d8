import { LINE_STATUS } from '../world/line-status.ts';
import type { OrderLine } from '../world/order-line.ts';
import { OTHER_STATION_OPERATOR } from '../world/people.ts';
import type { ProviderType } from '../world/providers.ts';
import { canBePurchased, UNBOUND_FIELDS } from '../world/purchase.ts';
import type { PracticeWorld } from '../world/world.ts';
import { exportableOrder, linesOfOrder, sellersOf } from './exportable-orders.ts';
import type { ExportableOrder } from './exportable-orders.ts';

/** What an order that a test needs must be like. */
export interface WantedOrder {
  readonly providerType: ProviderType;
  /** How many of its lines can be exported. */
  readonly lines: number;
  /** How many sellers those have; any number when left out. */
  readonly sellers?: number | undefined;
  /** How many of those are goods of Tmall; none when left out. */
  readonly tmall?: number | undefined;
}

/** Orders made exportable for tests; each of them only once. */
export class WantedOrders {
  readonly #world: PracticeWorld;
  readonly #given = new Set<number>();

  constructor(world: PracticeWorld) {
    this.#world = world;
  }

  /**
   * Takes the newest order of the world's own that can be made as it is wanted: the wanted lines become paid and unbound, others that could
   * be exported are cancelled. An order with just so many lines comes first. Throws a RangeError when there is none.
   */
  make(wanted: WantedOrder, at: Date): ExportableOrder {
    const found = this.#find(wanted, (count) => count === wanted.lines) ?? this.#find(wanted, (count) => count > wanted.lines);
    if (found === null) throw new RangeError(`No order is left of ${wanted.providerType} with ${wanted.lines} lines as they are wanted`);
    const [orderIndex, chosen] = found;
    const by = { at, operatorId: OTHER_STATION_OPERATOR.id };
    this.#given.add(orderIndex);
    for (const line of linesOfOrder(this.#world, orderIndex)) {
      if (chosen.includes(line.slot)) this.#world.changeLine(line.slot, { ...UNBOUND_FIELDS, statusId: LINE_STATUS.paid }, by);
      else if (canBePurchased(line)) this.#world.changeLine(line.slot, { statusId: LINE_STATUS.cancelled }, by);
    }
    return exportableOrder(this.#world, orderIndex);
  }

  #find(wanted: WantedOrder, isCount: (lines: number) => boolean): [orderIndex: number, slots: number[]] | null {
    const world = this.#world;
    // Orders that a test has made itself stay as they are.
    for (let index = world.orders.originalCount - 1; index >= 0; index -= 1) {
      if (this.#given.has(index) || world.orders.providerOf(index) !== wanted.providerType) continue;
      const lines = linesOfOrder(world, index);
      const chosen = isCount(lines.length) ? choose(lines, wanted, []) : null;
      if (chosen !== null) return [index, chosen.map(({ slot }) => slot)];
    }
    return null;
  }
}

/** So many of these lines that together they are as wanted, the first ones that are; null when there are none. */
function choose(lines: readonly OrderLine[], wanted: WantedOrder, chosen: readonly OrderLine[]): readonly OrderLine[] | null {
  if (chosen.length === wanted.lines) return isAsWanted(chosen, wanted) ? chosen : null;
  for (const [place, line] of lines.entries()) {
    const found = choose(lines.slice(place + 1), wanted, [...chosen, line]);
    if (found !== null) return found;
  }
  return null;
}

function isAsWanted(lines: readonly OrderLine[], { sellers, tmall = 0 }: WantedOrder): boolean {
  if (lines.filter(({ item }) => item.isTmall).length !== tmall) return false;
  return sellers === undefined || sellersOf(lines) === sellers;
}
