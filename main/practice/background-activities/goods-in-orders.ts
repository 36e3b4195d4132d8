import type { PracticeWorld } from '../world/world.ts';
import { linkCaseOf } from './market.ts';
import { plannedCase } from './plans.ts';
import type { PlanOf } from './plans.ts';
import { providerOrderExists } from './provider-orders.ts';
import type { ToldContents } from './provider-orders.ts';
import type { Goods } from './work.ts';

/** The linking in which a provider order is read. */
export interface Linking {
  readonly candidates: readonly number[];
  /** Which of the typed ids it is, and of how many. */
  readonly place: number;
  readonly of: number;
  readonly plan: PlanOf<'link'>;
  /** What tests say of provider orders. */
  readonly told: ReadonlyMap<string, ToldContents>;
}

/**
 * What a provider order holds; null when there is none with this id. In turn: what a test has said; the goods of the
 * lines that have or had this id; or else, as long as the id looks like one, its share of the candidates, dealt out
 * seller by seller over the typed ids.
 */
export function goodsOf(world: PracticeWorld, id: string, linking: Linking): Goods[] | null {
  const contents = linking.told.get(id);
  if (contents === null) return null;
  if (contents !== undefined) {
    const slots = contents.lineIds.map((lineId) => world.lineById(lineId)?.slot).filter((slot) => slot !== undefined);
    const others = contents.otherGoods.map((title): Goods => ({ title, slot: null, case: 'unmatched' }));
    return [...slots.map((slot) => goodsOfLine(world, slot, linking)), ...others];
  }
  if (!providerOrderExists(id)) return null;
  const known = world.candidatesForProviderOrder(id);
  return (known.length > 0 ? known : shareOf(world, linking)).map((slot) => goodsOfLine(world, slot, linking));
}

function goodsOfLine(world: PracticeWorld, slot: number, { plan }: Linking): Goods {
  const { id, item, configuration } = world.line(slot);
  return { title: `${item.title.zh} ${configuration.text.zh}`, slot, case: plannedCase(plan, id) ?? linkCaseOf(world, slot) };
}

function shareOf(world: PracticeWorld, { candidates, place, of }: Linking): number[] {
  const bySeller = [...Map.groupBy(candidates, (slot) => world.line(slot).seller.id).values()];
  return bySeller.filter((_, seller) => seller % of === place).flat();
}
