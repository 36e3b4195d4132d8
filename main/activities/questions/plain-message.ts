import { Parser } from 'htmlparser2';
import type { MessagePiece } from '../../../preload/contract/index.ts';

/** Elements whose text is not for people. */
const silentElements: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'object']);

/** Elements before and after which a new line begins. */
const blockElements: ReadonlySet<string> = new Set([
  'br', 'p', 'div', 'li', 'ul', 'ol', 'tr', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'hr', 'section',
]);

const otherElements = [
  'a', 'b', 'body', 'button', 'code', 'del', 'em', 'font', 'form', 'html', 'i', 'img', 'input', 'ins', 'label', 'link', 'mark', 'meta',
  's', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'svg', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tt', 'u',
];

const known = [...silentElements, ...blockElements, ...otherElements].join('|');

/** A sign that opens no element of HTML is a sign, as in `stock <needed`. */
const bareSign = new RegExp(String.raw`<(?!/?(?:${known})(?:\s[^<>]*)?/?>|!--)`, 'gi');

/** Longer addresses are none that a person could judge. */
const longestAddress = 4_000;

/**
 * A step's message as plain text with its links; the vendor's panel prints it raw, so it may hold HTML (reference 4.3).
 * Whatever is no http(s) link is text or nothing. A message of which nothing would be left is shown as it came.
 */
export function plainMessage(message: string): MessagePiece[] {
  const pieces: MessagePiece[] = [];
  const silent: string[] = [];
  let address: string | null = null;

  function add(text: string): void {
    const last = pieces.at(-1);
    if (last !== undefined && last.address === address) last.text += text;
    else pieces.push({ text, address });
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      if (silentElements.has(name)) silent.push(name);
      if (blockElements.has(name)) add('\n');
      if (name === 'td' || name === 'th') add(' ');
      if (name === 'a') address = webAddress(attributes['href'] ?? '');
    },
    ontext(text) {
      if (silent.length === 0) add(text);
    },
    onclosetag(name) {
      if (silent.at(-1) === name) silent.pop();
      if (blockElements.has(name) && name !== 'br') add('\n');
      if (name === 'a') address = null;
    },
  });
  parser.write(message.replaceAll(bareSign, '&lt;'));
  parser.end();
  const plain = tidied(pieces);
  const hasWords = message.replaceAll(/<[^<>]*>/g, '').trim() !== '';
  return plain.length > 0 || !hasWords ? plain : tidied([{ text: message, address: null }]);
}

/** The text of a message without its links. */
export function textOf(pieces: readonly MessagePiece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** An http(s) address, as it may be opened in a browser; null for anything else, and for one with a user name. */
export function webAddress(written: string): string | null {
  const url = URL.parse(written.trim());
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  return url.username === '' && url.password === '' && url.href.length <= longestAddress ? url.href : null;
}

/** Runs of blanks become one, of line breaks at most two; nothing at either end. */
function tidied(pieces: readonly MessagePiece[]): MessagePiece[] {
  const joined = pieces.map(({ text, address }) => ({
    text: text.replaceAll(/[^\S\n]+/g, ' ').replaceAll(/ ?\n ?/g, '\n').replaceAll(/\n{3,}/g, '\n\n'),
    address,
  }));
  const first = joined[0];
  if (first !== undefined) first.text = first.text.trimStart();
  const last = joined.at(-1);
  if (last !== undefined) last.text = last.text.trimEnd();
  return joined.filter(({ text }) => text !== '');
}
