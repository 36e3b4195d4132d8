/** What keeps a word from the list; each with words under `settings.list.<fault>`, but for `invalid`. */
export type WordFault = 'invalid' | 'there' | 'full';

export interface WordListRules {
  /** The word as it is kept, or null for what is none. */
  read: (typed: string) => string | null;
  most: number;
}

/** The list with one word more, or why it does not grow. Words that differ in letter case only are the same. */
export function withWord(
  words: readonly string[],
  typed: string,
  { read, most }: WordListRules,
): { words: string[] } | { fault: WordFault } {
  const word = read(typed);
  if (word === null) return { fault: 'invalid' };
  if (words.some((known) => known.toLowerCase() === word.toLowerCase())) return { fault: 'there' };
  return words.length >= most ? { fault: 'full' } : { words: [...words, word] };
}

/** A parameter's name as the contract takes it. */
export function toParameterName(typed: string): string | null {
  const name = typed.trim();
  return name.length >= 1 && name.length <= 60 ? name : null;
}
