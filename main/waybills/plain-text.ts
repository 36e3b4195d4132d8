/** How texts from scanners, people and sellers are brought to plain Latin text. Case is kept; `toKey` ends it. */

const fullWidthOffset = 0xfee0;

/**
 * Drops control and invisible characters (among them GS1's separator, 0x1D), turns full-width characters and the many
 * dashes into ASCII, and trims. Line breaks and tabs become one line break each, so that fields stay apart.
 */
export function plainText(text: string): string {
  return text
    .split(/[\t\r\n]+/)
    .map(plainLine)
    .filter((line) => line !== '')
    .join('\n');
}

function plainLine(line: string): string {
  return line
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - fullWidthOffset))
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63]/g, '-')
    .trim();
}

/** The form in which the cache is indexed: upper case, no blanks. */
export function toKey(plain: string): string {
  return plain.toUpperCase().replace(/\s+/g, '');
}

/** Letters and digits only. */
export function withoutSeparators(key: string): string {
  return key.replace(/[^\p{L}\p{N}]/gu, '');
}

/** The Russian layout's characters, and under each the US character of the same key. */
const russianKeys = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?';
const americanKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&";
const byKeyPosition = characterMap(russianKeys, americanKeys);

const cyrillicShapes = 'АВЕЁІЇЈКМНОРСЅТУХавеёіїјкмнорсѕтух';
const latinShapes = 'ABEEIIJKMHOPCSTYXabeeiijkmhopcstyx';
const byShape = characterMap(cyrillicShapes, latinShapes);

/**
 * The Latin texts that a text with Cyrillic letters can stand for: first what the same keys type on a US keyboard (a
 * scanner under a Russian layout), then what looks the same (a person or a seller). None for a text without Cyrillic.
 */
export function latinReadings(plain: string): { keyboard: string; lookAlike: string } | null {
  if (!/\p{Script=Cyrillic}/u.test(plain)) return null;
  return { keyboard: replaceCharacters(plain, byKeyPosition), lookAlike: replaceCharacters(plain, byShape) };
}

function characterMap(from: string, to: string): ReadonlyMap<string, string> {
  const targets = Array.from(to);
  return new Map(Array.from(from, (character, index) => [character, targets[index] ?? character]));
}

function replaceCharacters(text: string, map: ReadonlyMap<string, string>): string {
  return Array.from(text, (character) => map.get(character) ?? character).join('');
}
