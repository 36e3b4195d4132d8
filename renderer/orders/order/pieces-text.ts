/** How many pieces a person wants to split off; null when so many cannot be taken from a line of `quantity`. */
export function readPieces(text: string, quantity: number): number | null {
  const plain = text.trim();
  if (!/^\d{1,9}$/.test(plain)) return null;
  const pieces = Number(plain);
  return pieces > 0 && pieces < quantity ? pieces : null;
}
