import { UNKNOWN_FACTS } from '../unknown-facts.ts';
import { WAYBILL_PATTERNS } from '../world/carriers.ts';
import { NONE } from '../world/layout.ts';
import { LINE_STATUS } from '../world/line-status.ts';
import type { OrderLine } from '../world/order-line.ts';
import type { ProviderType } from '../world/providers.ts';
import { RandomDraw, SERIES } from '../world/random.ts';
import type { PracticeWorld } from '../world/world.ts';

/** Lines that were bought together. */
export interface BoundOrder {
  readonly providerOrderId: string;
  readonly slots: number[];
}

/** What a test says that a provider order holds; null = there is no such provider order. */
export type ToldContents = { readonly lineIds: readonly string[]; readonly otherGoods: readonly string[] } | null;

/** The id for a provider order that is placed now: 19 digits at Taobao, 18 at 1688, as those of the world. */
export function newProviderOrderId(world: PracticeWorld, providerType: ProviderType): string {
  // Every order that is placed changes the world, so the next one begins elsewhere.
  const draw = new RandomDraw(world.origin.seed, SERIES.purchase, -1 - world.changes.length);
  for (;;) {
    const id = providerType === 'Taobao' ? `28${draw.digits(17)}` : `17${draw.digits(16)}`;
    if (providerOrderExists(id) && world.candidatesForProviderOrder(id).length === 0) return id;
  }
}

/** Whether a typed id is that of a provider order, as far as no test says otherwise. */
export function providerOrderExists(id: string): boolean {
  return UNKNOWN_FACTS.providerOrderId.test(id);
}

/** The waybill that the seller gives for the goods of this line. */
export function waybillFor(world: PracticeWorld, line: OrderLine): string {
  const original = world.originalSlotOf(line.slot) ?? line.slot;
  const parcel = world.layout.lineParcel[original] ?? NONE;
  const asItWasMade = world.lineAsMade(original).vendPurchId === line.vendPurchId;
  if (asItWasMade && parcel !== NONE) return world.parcelNumbers.fieldOnceKnown(parcel);
  const draw = new RandomDraw(world.origin.seed, SERIES.purchase, Number(line.vendPurchId.slice(-9)));
  return draw.pickWeighted(WAYBILL_PATTERNS.map((pattern) => [pattern, pattern.weight] as const)).number(draw);
}

/** Lines that are under way and whose waybill is not known, gathered by their provider order: those of `most` orders, the first that come up. */
export function ordersWithoutWaybill(world: PracticeWorld, providerType: ProviderType, slots: Iterable<number>, most: number): BoundOrder[] {
  const orders = new Map<string, BoundOrder>();
  for (const slot of slots) {
    if (!mayAwaitWaybill(world, slot) || world.orders.providerOf(world.orderOf(slot)) !== providerType) continue;
    const { vendPurchId, vendPurchWaybill } = world.line(slot);
    if (vendPurchId === '' || vendPurchWaybill !== '') continue;
    const known = orders.get(vendPurchId);
    if (known !== undefined) known.slots.push(slot);
    else if (orders.size < most) orders.set(vendPurchId, { providerOrderId: vendPurchId, slots: [slot] });
  }
  for (const { slots: found } of orders.values()) found.sort((left, right) => left - right);
  return [...orders.values()];
}

/** A quick look that leaves out most lines of a large world: they are not under way, or had a waybill from the start. */
function mayAwaitWaybill(world: PracticeWorld, slot: number): boolean {
  if (world.statusOf(slot) !== LINE_STATUS.ordered) return false;
  const parcel = world.layout.lineParcel[slot] ?? NONE;
  return parcel === NONE || world.parcelNumbers.form(parcel) === 'not-yet-known' || world.changesOfLine(slot).length > 0;
}
