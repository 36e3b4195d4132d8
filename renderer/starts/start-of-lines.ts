import type { StartRequested } from './start-draft.ts';

/** A start for lines that were chosen elsewhere: their orders, and of each only these lines. */
export function startOfLines(lines: readonly { orderId: string; lineId: string }[]): StartRequested {
  const orders = [...new Set(lines.map(({ orderId }) => orderId))];
  const wanted = orders.map((orderId) => [orderId, lines.filter((line) => line.orderId === orderId).map(({ lineId }) => lineId)]);
  return { orders, wantedLines: Object.fromEntries(wanted) as StartRequested['wantedLines'] };
}
