import type { ComparedLine, LineDifference, MadeLine, OrderComparison, ReadOrder } from '../../../preload/contract/index.ts';
import { pictureAddress } from '../../orders/index.ts';
import type { OrderLine } from '../../otapi/index.ts';

type SentLine = ReadOrder['lines'][number];

/** Prices come in hundredths; what is nearer is the same. */
const priceTolerance = 0.005;

/**
 * Lays the lines of an order as sent beside those that OT Platform has made, each made line beside one sent line at most
 * (otapi.md 5.1: goods that cannot be ordered are left out). OT Platform may put lines of the same goods into one: then
 * their pieces are taken together.
 */
export function compareOrder(ordered: ReadOrder, madeLines: readonly OrderLine[]): OrderComparison {
  const sentFeatures = new Map(ordered.lines.map((sent) => [sent, featuresOfSent(sent)]));
  const free = new Map(madeLines.map((made) => [made, featuresOfMade(made)]));
  const pairs = new Map<SentLine, OrderLine>();
  const take = (keyOf: KeyOf, isTaking: (sent: SentLine) => boolean = () => true): void => {
    const waiting = grouped(free, keyOf);
    for (const [sent, its] of sentFeatures) {
      if (pairs.has(sent) || !isTaking(sent)) continue;
      const made = waiting.get(keyOf(its))?.shift();
      if (made === undefined) continue;
      pairs.set(sent, made);
      free.delete(made);
    }
  };
  // The surest first, so that a line is not taken by another that is only like it.
  take(({ goods, quantity, comment }) => JSON.stringify([goods, quantity, comment]));
  take(({ goods, quantity }) => JSON.stringify([goods, quantity]));
  take(goodsOf);
  const merged = joinMerged(sentFeatures, pairs);
  take(({ item }) => item, (sent) => !merged.has(sent));

  const lines = ordered.lines.map((sent) => comparedLine(sent, pairs.get(sent) ?? null, merged));
  const extra = [...free.keys()].map(madeLine);
  return { lines, extra, isSame: extra.length === 0 && lines.every(({ differences }) => differences.length === 0) };
}

/** How many lines are not as they were sent; those that were not sent at all count too. */
export function differentLines({ lines, extra }: OrderComparison): number {
  return lines.filter(({ differences }) => differences.length > 0).length + extra.length;
}

/**
 * Sent lines without a made one whose goods stand in a made line that has just as many pieces as all of them together.
 * They become partners of that line. Answers with the sent lines of such a group, and the pieces of the group.
 */
function joinMerged(sentFeatures: ReadonlyMap<SentLine, Features>, pairs: Map<SentLine, OrderLine>): Map<SentLine, number> {
  const merged = new Map<SentLine, number>();
  const sure = [...pairs];
  const alone = grouped([...sentFeatures].filter(([sent]) => !pairs.has(sent)), goodsOf);
  const piecesAlone = new Map([...alone].map(([goods, lines]) => [goods, lines.reduce((sum, { quantity }) => sum + quantity, 0)]));
  for (const [partner, made] of sure) {
    const goods = sentFeatures.get(partner)?.goods ?? '';
    const others = alone.get(goods);
    const pieces = partner.quantity + (piecesAlone.get(goods) ?? 0);
    if (others === undefined || pieces !== made.quantity) continue;
    for (const sent of [partner, ...others]) {
      merged.set(sent, pieces);
      pairs.set(sent, made);
    }
    alone.delete(goods);
  }
  return merged;
}

/** By what lines are laid beside each other. */
interface Features {
  item: string;
  /** Item and configuration. */
  goods: string;
  quantity: number;
  comment: string;
}

type KeyOf = (features: Features) => string;

const goodsOf: KeyOf = ({ goods }) => goods;

function featuresOfSent({ itemId, configurationId, quantity, comment }: SentLine): Features {
  return features(itemId, configurationId ?? '', quantity, comment);
}

function featuresOfMade({ itemId, configurationId, quantity, customerComment }: OrderLine): Features {
  return features(itemId, configurationId, quantity, customerComment);
}

function features(itemId: string, configurationId: string, quantity: number, comment: string): Features {
  const item = bareItem(itemId);
  return { item, goods: JSON.stringify([item, configurationId]), quantity, comment };
}

/** Lines by their keys, in the order in which they come, so that laying them together is no more work than there are lines. */
function grouped<Line>(lines: Iterable<[Line, Features]>, keyOf: KeyOf): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const [line, its] of lines) {
    const key = keyOf(its);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return groups;
}

function comparedLine(sent: SentLine, made: OrderLine | null, merged: ReadonlyMap<SentLine, number>): ComparedLine {
  const pieces = merged.get(sent);
  return {
    sent: {
      itemId: sent.itemId,
      configurationId: sent.configurationId,
      quantity: sent.quantity,
      comment: sent.comment,
      awaitedPrice: sent.awaitedPrice,
    },
    made: made === null ? null : madeLine(made),
    differences: made === null ? ['missing'] : differencesOf(sent, made, pieces ?? sent.quantity),
    isMerged: pieces !== undefined,
  };
}

function differencesOf(sent: SentLine, made: OrderLine, awaitedPieces: number): LineDifference[] {
  const differences: LineDifference[] = [];
  if (!isSameConfiguration(sent, made)) differences.push('configuration');
  if (made.quantity !== awaitedPieces) differences.push('quantity');
  if (isOtherPrice(sent.awaitedPrice, made.price)) differences.push('price');
  return differences;
}

function isOtherPrice(awaited: number | null, price: number | null): boolean {
  return awaited !== null && price !== null && Math.abs(awaited - price) > priceTolerance;
}

function isSameConfiguration(sent: SentLine, made: OrderLine): boolean {
  return (sent.configurationId ?? '') === made.configurationId;
}

/** Goods of Taobao stand with and without their prefix (otapi.md 1.6). */
function bareItem(itemId: string): string {
  return itemId.toLowerCase().replace(/^tb-/, '');
}

function madeLine(line: OrderLine): MadeLine {
  return {
    lineId: line.id,
    lineNumber: line.lineNumber,
    itemId: line.itemId,
    configurationId: line.configurationId,
    title: { original: line.titleOriginal, translated: line.titleTranslated },
    configuration: { original: line.configurationOriginal, translated: line.configurationTranslated },
    pictureUrl: pictureAddress(line),
    quantity: line.quantity,
    price: line.price,
    amount: line.amount,
    currency: line.currency,
  };
}
