import { UnreadableAnswer } from './unreadable-answer.ts';

/** OTAPI's own answers are less than twenty elements deep. */
export const maximumDepth = 100;

/** XML 1.0, section 2.3: the characters of a name, those beyond the basic plane left out. */
const nameStart = String.raw`:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD`;
const name = `[${nameStart}][${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`;
/** Names up to here are looked up before a pattern is asked; pages have the same few dozen again and again. */
const longestKnownName = 60;
const blank = String.raw`[ \t\r\n]`;

const plainStartTag = new RegExp(`<(${name})${blank}*(/?)>`, 'y');
const endTag = new RegExp(`</(${name})${blank}*>`, 'y');
const startOfTag = new RegExp(`<(${name})`, 'y');
const attribute = new RegExp(`${blank}+(${name})${blank}*=${blank}*(?:"([^"<]*)"|'([^'<]*)')`, 'y');
const endOfTag = new RegExp(`${blank}*(/?)>`, 'y');
const onlyBlanks = new RegExp(`^${blank}*$`);
const loneAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#[xX][0-9A-Fa-f]+);)/;

/**
 * Walks over the whole document once, in time linear in its length, before the parser builds anything. Throws
 * `UnreadableAnswer` for a document type or entity declaration, for nesting over `maximumDepth`, for a document that
 * ends too early, and for one that is not well-formed.
 */
export function guardStructure(xml: string): void {
  const open: string[] = [];
  const names = new Set<string>();
  let hasRoot = false;
  let position = 0;
  let ampersand = xml.indexOf('&');
  for (let start = xml.indexOf('<'); start !== -1; start = xml.indexOf('<', position)) {
    if (ampersand !== -1 && ampersand < position) ampersand = xml.indexOf('&', position);
    // Most texts inside the root have no reference, and there is nothing else to find in them.
    const mayBeWrong = open.length === 0 || (ampersand !== -1 && ampersand < start);
    if (mayBeWrong) checkText(xml.slice(position, start), open.length > 0);
    const second = xml[start + 1];
    if (second === '!' || second === '?') {
      position = endOfSpecialMarkup(xml, start, open.length > 0);
    } else if (second === '/') {
      position = readEndTag(xml, start, open);
    } else {
      if (hasRoot && open.length === 0) throw malformed();
      hasRoot = true;
      position = readStartTag(xml, start, open, names);
    }
  }
  if (open.length > 0) throw new UnreadableAnswer('truncated', 'the answer ends in the middle of an element');
  checkText(xml.slice(position), false);
  if (!hasRoot) throw malformed();
}

/** Outside the root there may be nothing but blanks. */
function checkText(text: string, isInside: boolean): void {
  const isFine = isInside ? !(text.includes('&') && loneAmpersand.test(text)) : onlyBlanks.test(text);
  if (!isFine) throw malformed();
}

/** Position after the comment, CDATA section or processing instruction that begins at `start`. */
function endOfSpecialMarkup(xml: string, start: number, isInside: boolean): number {
  if (xml.startsWith('<!--', start)) return after(xml, '-->', start + 4);
  if (xml.startsWith('<![CDATA[', start)) {
    if (!isInside) throw malformed();
    return after(xml, ']]>', start + 9);
  }
  if (xml[start + 1] === '!') {
    throw new UnreadableAnswer('doctype', 'the answer declares a document type or entities, which is refused');
  }
  const isDeclaration = /^<\?xml[\s?]/.test(xml.slice(start, start + 6));
  if (isDeclaration && start > 0) throw malformed();
  return after(xml, '?>', start + 2);
}

/** Position after the tag; the element is open then, if it is not empty. `names` are those of plain tags before it. */
function readStartTag(xml: string, start: number, open: string[], names: Set<string>): number {
  const close = xml.indexOf('>', start);
  const inside = close === -1 || close - start > longestKnownName ? '' : xml.slice(start + 1, close);
  if (names.has(inside)) {
    push(open, inside);
    return close + 1;
  }
  const plain = matchAt(plainStartTag, xml, start);
  if (plain?.[1] === inside) names.add(inside);
  const [elementName, slash, end] =
    plain === null ? readTagWithAttributes(xml, start) : [plain[1], plain[2], plainStartTag.lastIndex];
  if (slash !== '/') push(open, elementName ?? '');
  return end;
}

function push(open: string[], elementName: string): void {
  open.push(elementName);
  if (open.length > maximumDepth) {
    throw new UnreadableAnswer('too-deep', `the answer nests more than ${maximumDepth} elements`);
  }
}

/**
 * Name, slash of an empty element, and the position after the tag. One attribute at a time: a pattern for all of them
 * overflows when there are a million.
 */
function readTagWithAttributes(xml: string, start: number): readonly [string | undefined, string | undefined, number] {
  const tag = matchAt(startOfTag, xml, start);
  if (tag === null) throw brokenTag(xml, start);
  let position = startOfTag.lastIndex;
  const names = new Set<string | undefined>();
  for (let found = matchAt(attribute, xml, position); found !== null; found = matchAt(attribute, xml, position)) {
    const [, attributeName, inDouble, inSingle] = found;
    if (names.has(attributeName) || loneAmpersand.test(inDouble ?? inSingle ?? '')) throw malformed();
    names.add(attributeName);
    position = attribute.lastIndex;
  }
  const end = matchAt(endOfTag, xml, position);
  if (end === null) throw brokenTag(xml, start);
  return [tag[1], end[1], endOfTag.lastIndex];
}

function matchAt(pattern: RegExp, xml: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(xml);
}

/** Nearly every end tag is the expected name and nothing else, which needs no pattern. */
function readEndTag(xml: string, start: number, open: string[]): number {
  const expected = open.pop();
  if (expected === undefined) throw malformed();
  const afterName = start + 2 + expected.length;
  if (xml[afterName] === '>' && xml.startsWith(expected, start + 2)) return afterName + 1;
  const match = matchAt(endTag, xml, start);
  if (match === null) throw brokenTag(xml, start);
  if (match[1] !== expected) throw malformed();
  return endTag.lastIndex;
}

/** A tag that has no end was cut off, most likely; any other is wrong. */
function brokenTag(xml: string, start: number): UnreadableAnswer {
  for (let position = start + 1; position < xml.length; position += 1) {
    const character = xml[position];
    if (character === '>') return malformed();
    if (character === '"' || character === "'") position = after(xml, character, position + 1) - 1;
  }
  return endedEarly();
}

function after(xml: string, terminator: string, from: number): number {
  const found = xml.indexOf(terminator, from);
  if (found === -1) throw endedEarly();
  return found + terminator.length;
}

function malformed(): UnreadableAnswer {
  return new UnreadableAnswer('malformed', 'the answer is not well-formed XML');
}

function endedEarly(): UnreadableAnswer {
  return new UnreadableAnswer('truncated', 'the answer ends in the middle of its mark-up');
}
