/** Blanks, line breaks, commas and semicolons, as people and tables write them; the Chinese signs too. */
const separators = /[\s,;，；、]+/;

/** The most ids that one start takes (preload/contract/activity-starts.ts), and the longest one. */
export const maximumIds = 500;
const longestId = 200;

/** Whether a text holds the end of an id, so that what stands before it is complete. */
export function hasSeparator(text: string): boolean {
  return separators.test(text);
}

/** A list of ids with those of a text added: in their order, each once. */
export function withIds(ids: readonly string[], text: string): string[] {
  const added = text.split(separators).filter((id) => id !== '' && id.length <= longestId);
  return [...new Set([...ids, ...added])].slice(0, maximumIds);
}
