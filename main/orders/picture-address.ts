/** Where a page gets the picture of a line: an address on the app's own scheme, or null when the line has none. */
export function pictureAddress(line: { id: string; pictureUrl: string }): string | null {
  return line.pictureUrl === '' ? null : `station://app/pictures/${encodeURIComponent(line.id)}`;
}
