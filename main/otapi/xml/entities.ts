import { UnreadableAnswer } from './unreadable-answer.ts';

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const reference = /&(#x[0-9a-f]+|#[0-9]+|[^;&\s]+);/gi;
const replacementCharacter = '\uFFFD';

/**
 * Decodes the five entities of XML and numeric character references, and nothing else: a document that declares
 * entities has been refused before. A reference to a character that XML does not allow (.NET writes control characters
 * so) becomes U+FFFD instead of spoiling the whole answer.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(reference, (_, body: string) => (body.startsWith('#') ? character(body) : named(body)));
}

function named(name: string): string {
  const value = Object.hasOwn(predefined, name) ? predefined[name] : undefined;
  if (value === undefined) throw new UnreadableAnswer('malformed', 'the answer uses an entity that XML does not have');
  return value;
}

function character(body: string): string {
  const isHexadecimal = body[1] === 'x' || body[1] === 'X';
  const code = isHexadecimal ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
  return isXmlCharacter(code) ? String.fromCodePoint(code) : replacementCharacter;
}

/** XML 1.0, section 2.2, `Char`. */
export function isXmlCharacter(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}
