const heaviest = 100_000;

/** Kilograms as a person types them, with a point or a comma; null when it is no weight that an order can have. */
export function readWeight(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  const weight = Number(plain);
  return weight > 0 && weight <= heaviest ? weight : null;
}
