import { wordRuns } from '../../preload/contract/index.ts';

/*
 * The words by which lines and orders are found as one types. Scripts that put blanks between words give words, and each
 * beginning of a word is a word of its own, so that a beginning is found as quickly as a whole word, however common it is.
 * Chinese and the like, which put none, give their characters and each two neighbours.
 */

/** A longer beginning is cut: so long a one is nearly always a single word. */
const longestBeginning = 16;

/** Every word by which these texts are found, each once, separated by blanks. */
export function indexedWords(texts: readonly string[]): string {
  const words = new Set<string>();
  for (const { text, isUnseparated } of wordRuns(texts.join(' '))) {
    if (isUnseparated) addCharacters(words, text);
    else addBeginnings(words, text);
  }
  return [...words].join(' ');
}

/** The words of `indexedWords` that all have to be there for a typed text; none when it has no letter and no digit. */
export function wantedWords(text: string): string[] {
  const words = new Set<string>();
  for (const { text: run, isUnseparated } of wordRuns(text)) {
    const characters = Array.from(run);
    if (!isUnseparated) words.add(characters.slice(0, longestBeginning).join(''));
    else if (characters.length === 1) words.add(run);
    else for (const pair of pairsOf(characters)) words.add(pair);
  }
  return [...words];
}

/** Whether a text has all of these words of `wantedWords`. */
export function hasWords(text: string, wanted: readonly string[]): boolean {
  const words = new Set(indexedWords([text]).split(' '));
  return wanted.every((word) => words.has(word));
}

/** The words as FTS5 asks for all of them. They are letters and digits only, so nothing in them has to be escaped. */
export function matchOf(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(' AND ');
}

/** Each character, and each two neighbours. */
function addCharacters(words: Set<string>, text: string): void {
  let before = '';
  for (const character of text) {
    words.add(character);
    if (before !== '') words.add(before + character);
    before = character;
  }
}

function addBeginnings(words: Set<string>, text: string): void {
  let beginning = '';
  let length = 0;
  for (const character of text) {
    if (length === longestBeginning) return;
    beginning += character;
    length += 1;
    words.add(beginning);
  }
}

function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
