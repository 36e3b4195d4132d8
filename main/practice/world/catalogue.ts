import type { Derivation } from './derivation.ts';
import { combinationsOf, CONFIGURATION_BASE, drawCode, isPlainKey, itemAt, itemKeyOf, providerOfSeller, sellerOfKey } from './goods.ts';
import type { Configuration, Item } from './goods.ts';
import { originalStateOf } from './goods-state.ts';
import type { GoodsState } from './goods-state.ts';
import type { WorldLayout } from './layout.ts';
import { sellerAt } from './people.ts';
import type { Seller } from './people.ts';
import type { ProviderType } from './providers.ts';
import { RandomDraw, SERIES } from './random.ts';

/** Goods that are or were on sale. */
export interface Goods {
  readonly key: number;
  readonly provider: ProviderType;
  readonly item: Item;
  readonly seller: Seller;
  /** Every configuration under the ids that people know; none for goods without configurations. */
  readonly configurations: readonly Configuration[];
  readonly state: GoodsState;
}

/** What one piece of goods costs who orders it now, CNY. */
export interface GoodsPrice {
  readonly price: number;
  readonly priceWithDiscount: number;
  readonly delivery: number;
}

/** What stands for the configuration of goods that have none. */
function noConfiguration({ colours: [colour] }: Item): Configuration {
  if (colour === undefined) throw new RangeError('the goods have no colour');
  return { id: '', code: '', text: { en: '', ru: '', zh: '' }, colour };
}

/** Configurations of sellers that are kept; an order is mostly about one or two. */
const KEPT_SELLERS = 64;

/**
 * What can be ordered: the goods of every seller with all their configurations, worked out from the seed. Those that
 * lines of the world ordered are among them under the ids that they have there.
 */
export class Catalogue {
  readonly #seed: number;
  readonly #layout: WorldLayout;
  readonly #derivation: Derivation;
  readonly #states = new Map<number, GoodsState>();
  readonly #ordered = new Map<number, ReadonlyMap<number, readonly Configuration[]>>();

  constructor(seed: number, layout: WorldLayout, derivation: Derivation) {
    this.#seed = seed;
    this.#layout = layout;
    this.#derivation = derivation;
  }

  /** The goods with this id in OT Platform, or null. */
  goodsWith(itemId: string): Goods | null {
    const key = itemKeyOf(itemId);
    if (key === null || sellerOfKey(key, this.#layout.sellerCount) === null) return null;
    const goods = this.goodsAt(key);
    // The prefix belongs to the id.
    return goods.item.id === itemId ? goods : null;
  }

  /** The goods with this key, which must be sold by somebody. */
  goodsAt(key: number): Goods {
    const { provider, sellerIndex, item } = this.#soldAt(key);
    return {
      key,
      provider,
      item,
      seller: sellerAt(this.#seed, sellerIndex, provider),
      configurations: this.configurationsOf(key),
      state: this.#states.get(key) ?? originalStateOf(this.#seed, key, sellerIndex),
    };
  }

  /** Every configuration of the goods with this key, always in the same order. */
  configurationsOf(key: number): Configuration[] {
    if (isPlainKey(key)) return [];
    const { item, sellerIndex } = this.#soldAt(key);
    const ordered = this.#orderedAt(sellerIndex).get(key) ?? [];
    const draw = new RandomDraw(this.#seed, SERIES.configuration, key);
    return combinationsOf(item).flatMap((combination) => {
      // Three above a multiple of seven: none of the ids that lines have. Drawn for all, so that ids never move.
      const own = { id: String(CONFIGURATION_BASE + draw.below(900_000_000) * 7 + 3), code: drawCode(item, draw), ...combination };
      const known = ordered.filter(({ text }) => text.zh === combination.text.zh);
      return known.length === 0 ? [own] : known;
    });
  }

  /** The configuration with this id, old or new; the empty id is that of goods without configurations. */
  configurationWith(key: number, id: string): Configuration | null {
    if (isPlainKey(key)) return id === '' ? noConfiguration(this.#soldAt(key).item) : null;
    for (const configuration of this.configurationsOf(key)) {
      if (configuration.id === id) return configuration;
      if (renumbered(configuration).id === id) return renumbered(configuration);
    }
    return null;
  }

  /** What somebody gets who orders a configuration of the goods now, or null when there is none with this id. */
  delivered({ key, state, configurations }: Goods, id: string): Configuration | null {
    const found = this.configurationWith(key, id);
    if (found === null || isPlainKey(key)) return found;
    const isOld = configurations.some((configuration) => configuration.id === id);
    if (state.kind === 'renumbered') return isOld ? renumbered(found) : found;
    return isOld ? found : null;
  }

  priceOf({ key, item }: Goods): GoodsPrice {
    const draw = new RandomDraw(this.#seed, SERIES.goods, key);
    const priceWithDiscount = Math.round(item.price * draw.pick([0.8, 0.9, 0.95, 1]) * 100) / 100;
    return { price: item.price, priceWithDiscount, delivery: draw.chance(0.6) ? 0 : draw.between(1, 8) };
  }

  setState(key: number, state: GoodsState): void {
    this.#states.set(key, state);
  }

  #soldAt(key: number): { provider: ProviderType; sellerIndex: number; item: Item } {
    const sellerIndex = sellerOfKey(key, this.#layout.sellerCount);
    if (sellerIndex === null) throw new RangeError(`Nobody sells goods with the key ${key}`);
    const provider = providerOfSeller(sellerIndex);
    return { provider, sellerIndex, item: itemAt(this.#seed, key, provider) };
  }

  /** The configurations that lines of the world as it was made ordered from a seller, by the keys of the goods. */
  #orderedAt(seller: number): ReadonlyMap<number, readonly Configuration[]> {
    const kept = this.#ordered.get(seller);
    if (kept !== undefined) return kept;
    const ordered = this.#lookUpOrdered(seller);
    const oldest = this.#ordered.keys().next().value;
    if (this.#ordered.size >= KEPT_SELLERS && oldest !== undefined) this.#ordered.delete(oldest);
    this.#ordered.set(seller, ordered);
    return ordered;
  }

  #lookUpOrdered(seller: number): Map<number, Configuration[]> {
    const { providerOrderSeller, providerOrderFirstLine } = this.#layout;
    const byKey = new Map<number, Configuration[]>();
    for (let providerOrder = 0; providerOrder < providerOrderSeller.length; providerOrder += 1) {
      if (providerOrderSeller[providerOrder] !== seller) continue;
      const end = providerOrderFirstLine[providerOrder + 1] ?? 0;
      for (let slot = providerOrderFirstLine[providerOrder] ?? 0; slot < end; slot += 1) {
        const { item, configuration } = this.#derivation.line(slot);
        const key = itemKeyOf(item.id) ?? -1;
        const known = byKey.get(key) ?? [];
        if (!known.some(({ id }) => id === configuration.id)) byKey.set(key, [...known, configuration]);
      }
    }
    return byKey;
  }
}

/** A configuration under its new id, which no other has. */
function renumbered(configuration: Configuration): Configuration {
  return { ...configuration, id: String(Number(configuration.id) + 5) };
}
