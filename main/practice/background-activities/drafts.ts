import { UNKNOWN_FACTS } from '../unknown-facts.ts';
import type { Translated } from '../world/language.ts';
import { orderIdAt } from '../world/order.ts';
import type { ProviderType } from '../world/providers.ts';
import { canBePurchased } from '../world/purchase.ts';
import type { PracticeWorld } from '../world/world.ts';
import { exportCaseOf, exportConfirms, providerFails } from './market.ts';
import { goodsOf } from './goods-in-orders.ts';
import { plannedCase } from './plans.ts';
import type { PlanOf } from './plans.ts';
import { ordersWithoutWaybill } from './provider-orders.ts';
import type { BoundOrder, ToldContents } from './provider-orders.ts';
import { activityTexts } from './texts/activity-texts.ts';
import type { ExportWork, LinkWork, SynchroniseWork, UnlinkWork, Work } from './work.ts';

/** Which provider account acts. */
export interface Acting {
  readonly providerType: ProviderType;
  readonly accountId: string;
}

/** Lines of one order; null = all that the activity can take. */
export interface ChosenLines {
  readonly orderIndex: number;
  readonly slots: readonly number[] | null;
}

/** An activity that is about to begin. */
export interface Draft {
  readonly type: string;
  readonly description: Translated;
  readonly work: Work;
}

/** The activity types of Autopurchase (otapi.md 4.2). */
export const ACTIVITY_TYPES = {
  export: 'ProviderOrdersIntegrationExporting',
  synchronise: 'ProviderOrdersIntegrationSynchronizing',
  link: 'ProviderOrdersIntegrationLinking',
  unlink: 'ProviderOrdersIntegrationUnlinking',
} as const;

/** `attempt`: how often this order was exported before. */
export function draftExport(world: PracticeWorld, acting: Acting, { orderIndex, slots }: ChosenLines, plan: PlanOf<'export'>, attempt: number): Draft {
  const chosen = slots ?? purchasableSlots(world, orderIndex);
  const work: ExportWork = {
    kind: 'export',
    ...acting,
    orderIndex,
    lines: chosen.map((slot) => ({
      slot,
      case: plannedCase(plan, world.line(slot).id) ?? exportCaseOf(world, slot),
      state: 'unchecked',
      price: null,
      configurationId: null,
    })),
    pricePercent: plan.pricePercent ?? null,
    confirms: plan.confirms ?? exportConfirms(world, orderIndex),
    providerFails: plan.providerFails ?? providerFails(world, orderIndex, attempt),
    tasks: [
      { do: 'announce' },
      ...chosen.map((slot) => ({ do: 'check' as const, slot })),
      { do: 'settle' },
      { do: 'place' },
      { do: 'compare-prices' },
      { do: 'sum-up' },
    ],
  };
  return { type: ACTIVITY_TYPES.export, description: activityTexts.exportOf(orderIdAt(orderIndex), acting.providerType), work };
}

/** `orderIndexes` null: all orders. */
export function draftSynchronising(world: PracticeWorld, acting: Acting, orderIndexes: readonly number[] | null, plan: PlanOf<'synchronise'>): Draft {
  const slots = orderIndexes === null ? newestFirst(world.lineCount) : orderIndexes.flatMap((orderIndex) => world.linesOfOrder(orderIndex));
  const orders = ordersWithoutWaybill(world, acting.providerType, slots, UNKNOWN_FACTS.providerOrdersAtOnce);
  const work: SynchroniseWork = {
    kind: 'synchronise',
    ...acting,
    everyLine: plan.everyLine ?? null,
    byLine: plan.byLine ?? {},
    changedLines: 0,
    tasks: [{ do: 'announce' }, ...inTasks(orders).map((providerOrders) => ({ do: 'read' as const, providerOrders })), { do: 'sum-up' }],
  };
  const orderIds = orderIndexes?.map(orderIdAt) ?? null;
  return { type: ACTIVITY_TYPES.synchronise, description: activityTexts.synchronisationOf(orderIds, acting.providerType), work };
}

/** `told`: what tests say of provider orders. */
export function draftLinking(
  world: PracticeWorld,
  acting: Acting,
  { orderIndex, slots }: ChosenLines,
  providerOrderIds: readonly string[],
  plan: PlanOf<'link'>,
  told: ReadonlyMap<string, ToldContents>,
): Draft {
  const candidates = (slots ?? purchasableSlots(world, orderIndex)).filter((slot) => canBePurchased(world.line(slot)));
  const refused = (slots ?? []).filter((slot) => !candidates.includes(slot));
  const reads = providerOrderIds.map((providerOrderId, place) => ({
    do: 'read' as const,
    providerOrderId,
    goods: goodsOf(world, providerOrderId, { candidates, place, of: providerOrderIds.length, plan, told }),
  }));
  const work: LinkWork = {
    kind: 'link',
    ...acting,
    orderIndex,
    candidates,
    bindings: [],
    tasks: [{ do: 'announce' }, ...refused.map((slot) => ({ do: 'refuse' as const, slot })), ...reads, { do: 'bind' }],
  };
  return { type: ACTIVITY_TYPES.link, description: activityTexts.linkOf(orderIdAt(orderIndex), acting.providerType), work };
}

export function draftUnlinking(world: PracticeWorld, acting: Acting, { orderIndex, slots }: ChosenLines): Draft {
  const chosen = slots ?? world.linesOfOrder(orderIndex).filter((slot) => world.line(slot).vendPurchId !== '');
  const work: UnlinkWork = {
    kind: 'unlink',
    ...acting,
    orderIndex,
    unboundLines: 0,
    tasks: [{ do: 'announce' }, ...chosen.map((slot) => ({ do: 'unbind' as const, slot })), { do: 'sum-up' }],
  };
  return { type: ACTIVITY_TYPES.unlink, description: activityTexts.unlinkOf(orderIdAt(orderIndex), acting.providerType), work };
}

function purchasableSlots(world: PracticeWorld, orderIndex: number): number[] {
  return world.linesOfOrder(orderIndex).filter((slot) => canBePurchased(world.line(slot)));
}

function* newestFirst(lineCount: number): Generator<number> {
  for (let slot = lineCount - 1; slot >= 0; slot -= 1) yield slot;
}

/** A synchronisation of many provider orders takes no more steps than people like to follow. */
const MOST_READS = 8;

function inTasks(orders: readonly BoundOrder[]): BoundOrder[][] {
  const size = Math.max(1, Math.ceil(orders.length / MOST_READS));
  return Array.from({ length: Math.ceil(orders.length / size) }, (_, place) => orders.slice(place * size, (place + 1) * size));
}
