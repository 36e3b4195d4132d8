import { itemKeyOf } from '../world/goods.ts';
import type { Configuration } from '../world/goods.ts';
import { roundMoney } from '../world/money.ts';
import type { OrderLine } from '../world/order-line.ts';
import { RandomDraw, SERIES } from '../world/random.ts';
import type { Series } from '../world/random.ts';
import type { PracticeWorld } from '../world/world.ts';
import type { ExportCase, LinkCase } from './work.ts';

/**
 * How things stand at the providers, worked out from the seed: most goods are as they were ordered, and some give
 * an activity something to ask. The shares make a believable day; they stand for no real one.
 */

const EXPORT_SHARES: readonly (readonly [ExportCase, number])[] = [
  ['clean', 78],
  ['price-changed', 8],
  ['configuration-missing', 5],
  ['item-gone', 3],
  ['discount-lost', 6],
];

const PRICE_PERCENTS: readonly (readonly [percent: number, weight: number])[] = [
  [-6, 2],
  [4, 3],
  [9, 3],
  [18, 2],
  [35, 1],
];

/** Independent draws about the same thing: the same place of the series gives other numbers for each. */
const ASPECT = { exportCase: 0, price: 1, configuration: 2, confirms: 3, fails: 4, cancel: 5, link: 6 } as const;
const ASPECTS = 8;

function draw({ origin }: PracticeWorld, series: Series, place: number, aspect: number): RandomDraw {
  return new RandomDraw(origin.seed, series, place * ASPECTS + aspect);
}

/** What an export meets at this line. */
export function exportCaseOf(world: PracticeWorld, slot: number): ExportCase {
  return draw(world, SERIES.market, slot, ASPECT.exportCase).pickWeighted(EXPORT_SHARES);
}

/** Whether the export of this order asks once more before it places the order. */
export function exportConfirms(world: PracticeWorld, orderIndex: number): boolean {
  return draw(world, SERIES.purchase, orderIndex, ASPECT.confirms).chance(0.3);
}

/** Whether the provider fails at this attempt, the first being 0: the next one goes well. */
export function providerFails(world: PracticeWorld, orderIndex: number, attempt: number): boolean {
  return attempt === 0 && draw(world, SERIES.purchase, orderIndex, ASPECT.fails).chance(0.04);
}

/** The new price of goods whose price has changed, CNY; `percent` null = drawn. It is never the old one. */
export function changedPrice(world: PracticeWorld, line: OrderLine, percent: number | null): number {
  const change = percent ?? draw(world, SERIES.market, line.slot, ASPECT.price).pickWeighted(PRICE_PERCENTS);
  const was = line.providerPriceWithDiscount;
  const now = roundMoney(was * (1 + change / 100));
  return now === was ? roundMoney(was + 0.01) : now;
}

/** What goods cost whose discount was lost: the full price, and always more than was ordered. */
export function undiscountedPrice(line: OrderLine, percent: number | null): number {
  const { providerPrice, providerPriceWithDiscount } = line;
  if (percent !== null) return roundMoney(providerPriceWithDiscount * (1 + percent / 100));
  return providerPrice > providerPriceWithDiscount ? providerPrice : roundMoney(providerPriceWithDiscount * 1.08);
}

/** Other configurations of the line's goods, one to three; none for goods without configurations. */
export function otherConfigurations(world: PracticeWorld, line: OrderLine): Configuration[] {
  const all = world.catalogue.configurationsOf(itemKeyOf(line.item.id) ?? -1);
  const byText = new Map(all.map((configuration) => [configuration.text.zh, configuration]));
  byText.delete(line.configuration.text.zh);
  return draw(world, SERIES.market, line.slot, ASPECT.configuration).shuffle([...byText.values()]).slice(0, 3);
}

/** Whether the seller cancels the line in place of shipping it. */
export function sellerCancels(world: PracticeWorld, slot: number): boolean {
  return draw(world, SERIES.market, slot, ASPECT.cancel).chance(0.05);
}

/** Whether the goods of this line are recognised in a provider order. */
export function linkCaseOf(world: PracticeWorld, slot: number): LinkCase {
  return draw(world, SERIES.market, slot, ASPECT.link).chance(0.2) ? 'unmatched' : 'matched';
}
