/** True for two spellings of one nickname; providers do not tell letter case and width apart. */
export function isSameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
