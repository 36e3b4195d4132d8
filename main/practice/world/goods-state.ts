/** Whether goods can be ordered today. */
export const GOODS_STATES = ['fine', 'gone', 'shop-closed', 'short-stock', 'renumbered'] as const;
export type GoodsStateKind = (typeof GOODS_STATES)[number];

/**
 * - `gone`, `shop-closed`: they cannot be ordered;
 * - `short-stock`: an order gets `stock` pieces of them at most;
 * - `renumbered`: their configurations have new ids, and who orders an old id gets the new one.
 */
export type GoodsState = { readonly kind: Exclude<GoodsStateKind, 'short-stock'> } | { readonly kind: 'short-stock'; readonly stock: number };

/** Every so many sellers one has closed the shop. */
const CLOSED_TURN = 9;

/** Among so many kinds of goods one is gone, one is short in stock and one has new ids. */
const STATE_TURN = 20;

/** The state of goods when the world was made: by turns, not by chance, so that a small world has all of them. */
export function originalStateOf(seed: number, itemKey: number, seller: number): GoodsState {
  if ((seller + seed) % CLOSED_TURN === 4) return { kind: 'shop-closed' };
  const turn = (itemKey * 3 + seed) % STATE_TURN;
  if (turn === 1) return { kind: 'gone' };
  if (turn === 7) return { kind: 'short-stock', stock: 1 + (itemKey % 3) };
  return { kind: turn === 12 ? 'renumbered' : 'fine' };
}
