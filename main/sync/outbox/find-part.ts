import { lineStatusGroup } from '../../orders/index.ts';
import type { OrderLine } from '../../otapi/index.ts';
import type { LineSnapshot, OperationProgress } from './progress.ts';

/**
 * What became of a split. `made`: this line is the part. `not-made`: OT Platform has not carried it out. `unclear`: the
 * order has changed in a way that our split alone does not explain.
 */
export type SplitOutcome = { kind: 'made'; part: OrderLine } | { kind: 'not-made' } | { kind: 'unclear' };

/** Every line of the order with the item and configuration of `line`: any of them may be what a split leaves behind. */
export function snapshotBeforeSplit(line: OrderLine, lines: OrderLine[]): LineSnapshot[] {
  return lines.filter((other) => isSameGoods(other, line)).map(({ id, quantity }) => ({ id, quantity }));
}

/**
 * Finds the line that a split has made, since the answer does not name it (otapi.md 6.3), and tells whether a split
 * whose answer was lost has happened at all.
 *
 * With an answer the split is certain: exactly one new line of the same goods and size must await arrival; how far the
 * original shrank beyond it does not matter, since another station may have split it as well. Without an answer the
 * original must have shrunk by exactly our pieces, or not at all.
 *
 * What the API leaves open: it gives no mark of who split. When two stations cut equal numbers off one line at the
 * same moment both see two new lines, cannot tell whose is whose, and both ask a person. When our split was lost before
 * it arrived and another station cut the same number off between our reading and now, its part looks like ours; the
 * time between reading and splitting is one request long, and a part that has arrived already is not taken for ours.
 */
export function findPart(
  lineId: string,
  split: NonNullable<OperationProgress['split']>,
  lines: OrderLine[],
): SplitOutcome {
  const original = lines.find((line) => line.id === lineId);
  const before = split.lines.find((line) => line.id === lineId);
  if (!original || !before) return { kind: 'unclear' };

  const known = new Set(split.lines.map((line) => line.id));
  const parts = lines.filter(
    (line) =>
      isSameGoods(line, original) && line.quantity === split.pieces && !known.has(line.id) && !hasArrived(line),
  );
  const shrunkBy = before.quantity - original.quantity;
  if (!split.answered && shrunkBy === 0) return { kind: 'not-made' };

  const explained = split.answered ? shrunkBy >= split.pieces : shrunkBy === split.pieces;
  const [part] = parts;
  return explained && part && parts.length === 1 ? { kind: 'made', part } : { kind: 'unclear' };
}

function isSameGoods(line: OrderLine, other: OrderLine): boolean {
  return line.itemId === other.itemId && line.configurationId === other.configurationId;
}

/** We have not set its status yet, so a part that has arrived is another station's. */
function hasArrived(line: OrderLine): boolean {
  return lineStatusGroup(line.status.id) === 'received';
}
