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
  const free = new Set(madeLines);
  const pairs = new Map<SentLine, OrderLine>();
  const take = (fits: (sent: SentLine, made: OrderLine) => boolean): void => {
    for (const sent of ordered.lines) {
      if (pairs.has(sent)) continue;
      const made = [...free].find((line) => fits(sent, line));
      if (made === undefined) continue;
      pairs.set(sent, made);
      free.delete(made);
    }
  };
  // The surest first, so that a line is not taken by another that is only like it.
  take((sent, made) => isSameGoods(sent, made) && sent.quantity === made.quantity && sent.comment === made.customerComment);
  take((sent, made) => isSameGoods(sent, made) && sent.quantity === made.quantity);
  take(isSameGoods);
  const merged = joinMerged(ordered.lines, pairs);
  take((sent, made) => !merged.has(sent) && isSameItem(sent, made));

  const lines = ordered.lines.map((sent) => comparedLine(sent, pairs.get(sent) ?? null, merged));
  const extra = [...free].map(madeLine);
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
function joinMerged(sentLines: readonly SentLine[], pairs: Map<SentLine, OrderLine>): Map<SentLine, number> {
  const merged = new Map<SentLine, number>();
  const sure = [...pairs];
  for (const [partner, made] of sure) {
    const alike = sentLines.filter((sent) => sent === partner || (!pairs.has(sent) && isSameGoods(sent, made)));
    const pieces = alike.reduce((sum, { quantity }) => sum + quantity, 0);
    if (alike.length < 2 || pieces !== made.quantity) continue;
    for (const sent of alike) {
      merged.set(sent, pieces);
      pairs.set(sent, made);
    }
  }
  return merged;
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

function isSameGoods(sent: SentLine, made: OrderLine): boolean {
  return isSameItem(sent, made) && isSameConfiguration(sent, made);
}

function isSameItem(sent: SentLine, made: OrderLine): boolean {
  return bareItem(sent.itemId) === bareItem(made.itemId);
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
