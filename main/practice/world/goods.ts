import { RandomDraw, SERIES } from './random.ts';
import type { Translated } from './language.ts';
import type { ProviderType } from './providers.ts';
import { AUDIENCES, COLOUR_LABEL, COLOURS, FASHION_STYLES, HOUSEHOLD_STYLES, MATERIALS, NOUNS, SEASONS, SIZE_SCALES } from './vocabulary.ts';
import type { Colour, Noun } from './vocabulary.ts';

/** Every seller has this many kinds of goods. */
export const ITEMS_PER_SELLER = 8;

/** Goods without configurations have keys from here on: no line of the world as it was made has them. */
const FIRST_PLAIN_KEY = 192_000;

/** Every seller has this many kinds of goods without configurations. */
const PLAIN_ITEMS_PER_SELLER = 2;

/** Whether goods with this key have no configurations. */
export function isPlainKey(key: number): boolean {
  return key >= FIRST_PLAIN_KEY;
}

/** The place of the seller who sells the goods with this key, or null when there is neither. */
export function sellerOfKey(key: number, sellerCount: number): number | null {
  const ownKey = isPlainKey(key) ? key - FIRST_PLAIN_KEY : key;
  const seller = Math.floor(ownKey / ITEMS_PER_SELLER);
  const isSold = !isPlainKey(key) || ownKey % ITEMS_PER_SELLER < PLAIN_ITEMS_PER_SELLER;
  return seller < sellerCount && isSold ? seller : null;
}

/** The keys of everything that this seller sells. */
export function keysOfSeller(seller: number): number[] {
  const first = seller * ITEMS_PER_SELLER;
  const from = (key: number, count: number): number[] => Array.from({ length: count }, (_, place) => key + place);
  return [...from(first, ITEMS_PER_SELLER), ...from(FIRST_PLAIN_KEY + first, PLAIN_ITEMS_PER_SELLER)];
}

/** Sellers are dealt out to the providers: every third one sells at 1688. */
export function providerOfSeller(seller: number): ProviderType {
  return seller % 3 === 0 ? 'Alibaba1688' : 'Taobao';
}

/** Goods at a provider, worked out from the seed. */
export interface Item {
  /** The item's id at the provider, 12 digits. */
  readonly providerItemId: string;
  /** The id in OT Platform, with the provider's prefix where it has one (otapi.md 6.1). */
  readonly id: string;
  readonly noun: Noun;
  readonly title: Translated;
  readonly colours: readonly Colour[];
  /** Provider's unit price in CNY. */
  readonly price: number;
  /** Weight of one piece in kg. */
  readonly weight: number;
  /** Goods of Tmall cannot be exported (otapi.md 3.2). */
  readonly isTmall: boolean;
  readonly externalUrl: string;
}

/** One colour and size of an item. */
export interface Configuration {
  readonly id: string;
  readonly code: string;
  readonly text: Translated;
  readonly colour: Colour;
}

/**
 * Item ids are the item's key times a constant, modulo a prime: every key has its own id, ids look
 * random, and the key can be found again from the id (the pictures need that).
 */
const ID_MODULUS = 99_999_999_977;
const ID_FACTOR = 23_606_797_749;
const ID_BASE = 600_000_000_000;

function providerItemIdOf(key: number): string {
  return String(ID_BASE + (((key + 1) * ID_FACTOR) % ID_MODULUS));
}

/** The inverse of `ID_FACTOR` modulo `ID_MODULUS`, by the extended Euclidean algorithm. */
function invertFactor(): bigint {
  let [remainder, next] = [BigInt(ID_MODULUS), BigInt(ID_FACTOR)];
  let [coefficient, nextCoefficient] = [0n, 1n];
  while (next !== 0n) {
    const quotient = remainder / next;
    [remainder, next] = [next, remainder - quotient * next];
    [coefficient, nextCoefficient] = [nextCoefficient, coefficient - quotient * nextCoefficient];
  }
  return ((coefficient % BigInt(ID_MODULUS)) + BigInt(ID_MODULUS)) % BigInt(ID_MODULUS);
}

const FACTOR_INVERSE = invertFactor();

/** The item's key for an id with or without prefix, or null when the text is no such id. */
export function itemKeyOf(itemId: string): number | null {
  const digits = /^(?:abb-)?(\d{12})$/.exec(itemId)?.[1];
  if (digits === undefined) return null;
  const offset = Number(digits) - ID_BASE;
  if (offset <= 0 || offset >= ID_MODULUS) return null;
  return Number((BigInt(offset) * FACTOR_INVERSE) % BigInt(ID_MODULUS)) - 1;
}

function titleOf(noun: Noun, draw: RandomDraw): Translated {
  const material = draw.pick(MATERIALS[noun.family]);
  const worn = noun.family === 'clothing' || noun.family === 'shoes' || noun.family === 'bags';
  const style = draw.pick(worn ? FASHION_STYLES : HOUSEHOLD_STYLES);
  const audience = worn ? draw.pick(AUDIENCES) : null;
  const season = noun.family === 'clothing' || noun.family === 'shoes' ? draw.pick(SEASONS) : null;
  const year = draw.pick(['2025', '2026']);
  const english = [audience?.en, material.en, noun.name.en].filter(Boolean).join(' ');
  return {
    zh: `${year}新款${style.zh}${material.zh}${noun.name.zh}${audience?.zh ?? ''}${season?.zh ?? ''}`,
    en: [english.charAt(0).toUpperCase() + english.slice(1), style.en, season?.en, `new ${year}`].filter(Boolean).join(', '),
    ru: [`${noun.name.ru} ${material.ru}`, style.ru, audience?.ru, season?.ru, `новинка ${year}`].filter(Boolean).join(', '),
  };
}

/** The goods with this key; sellers own `ITEMS_PER_SELLER` keys each, and keep to one or two kinds of goods. */
export function itemAt(seed: number, key: number, provider: ProviderType): Item {
  const sellerDraw = new RandomDraw(seed, SERIES.seller, 1_000_000 + Math.floor(key / ITEMS_PER_SELLER));
  const specialities = [sellerDraw.pick(NOUNS), sellerDraw.pick(NOUNS)];
  const draw = new RandomDraw(seed, SERIES.item, key);
  const noun = draw.pick(specialities);
  const [lowest, highest] = noun.price;
  const [lightest, heaviest] = noun.grams;
  const providerItemId = providerItemIdOf(key);
  const at1688 = provider === 'Alibaba1688';
  const isTmall = !at1688 && key % TMALL_TURN === 3;
  return {
    providerItemId,
    id: at1688 ? `abb-${providerItemId}` : providerItemId,
    noun,
    title: titleOf(noun, draw),
    colours: draw.shuffle(COLOURS).slice(0, draw.between(2, 6)),
    price: draw.between(lowest, highest) + draw.pick([0, 0.5, 0.8, 0.9]),
    weight: draw.between(lightest, heaviest) / 1000,
    isTmall,
    externalUrl: itemPage(providerItemId, provider, isTmall),
  };
}

/** Every so many kinds of goods at Taobao one is sold by a shop of Tmall. */
const TMALL_TURN = 16;

function itemPage(providerItemId: string, provider: ProviderType, isTmall: boolean): string {
  if (provider === 'Alibaba1688') return `https://detail.1688.example/offer/${providerItemId}.html`;
  return isTmall ? `https://detail.tmall.com/item.htm?id=${providerItemId}` : `https://item.taobao.example/item.htm?id=${providerItemId}`;
}

/** The text and the colour of one combination. */
export type Combination = Pick<Configuration, 'text' | 'colour'>;

function combine({ noun }: Item, colour: Colour, size: Translated): Combination {
  const { label } = SIZE_SCALES[noun.sizes];
  const textIn = (language: keyof Translated): string =>
    `${COLOUR_LABEL[language]}: ${colour.name[language]}; ${label[language]}: ${size[language]}`;
  return { text: { en: textIn('en'), ru: textIn('ru'), zh: textIn('zh') }, colour };
}

/** Every colour of an item in every size. */
export function combinationsOf(item: Item): Combination[] {
  return item.colours.flatMap((colour) => SIZE_SCALES[item.noun.sizes].values.map((size) => combine(item, colour, size)));
}

/** Ids of configurations are this number and a multiple of seven, those of the lines of the world as it was made. */
export const CONFIGURATION_BASE = 4_000_000_000_000;

/** A vendor's article code for a configuration. */
export function drawCode({ providerItemId }: Item, draw: RandomDraw): string {
  return `${providerItemId.slice(-4)}-${draw.characters('ABCDEFGHKLMN', 1)}${draw.digits(2)}`;
}

/** The configuration of an item that a line ordered. */
export function configurationFor(item: Item, draw: RandomDraw): Configuration {
  const colour = draw.pick(item.colours);
  const size = draw.pick(SIZE_SCALES[item.noun.sizes].values);
  const id = String(CONFIGURATION_BASE + draw.below(900_000_000) * 7);
  return { id, code: drawCode(item, draw), ...combine(item, colour, size) };
}
