/** Amounts in hundredths, so that sums and differences come out exactly. */
export function toHundredths(amount: number): number {
  return Math.round(amount * 100);
}

function fromHundredths(hundredths: number): number {
  return hundredths / 100;
}

/** What `need` has more than `have`; 0 when it has not. */
export function shortfallOf(need: number, have: number): number {
  return fromHundredths(Math.max(0, toHundredths(need) - toHundredths(have)));
}

export function isLess(one: number, other: number): boolean {
  return toHundredths(one) < toHundredths(other);
}
