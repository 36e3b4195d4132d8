import { UnreadableAnswer } from './unreadable-answer.ts';

/** OTAPI's own answers are less than twenty elements deep. */
export const maximumDepth = 100;

/**
 * Walks over the mark-up once, in time linear in its length, before any parser sees it. Throws `UnreadableAnswer` for a
 * document type or entity declaration, for nesting over `maximumDepth` and for a document that ends too early.
 */
export function guardStructure(xml: string): void {
  let depth = 0;
  let position = xml.indexOf('<');
  while (position !== -1) {
    const end = endOfMarkup(xml, position);
    depth += depthChange(xml, position, end);
    if (depth > maximumDepth) {
      throw new UnreadableAnswer('too-deep', `the answer nests more than ${maximumDepth} elements`);
    }
    position = xml.indexOf('<', end);
  }
  if (depth > 0) throw new UnreadableAnswer('truncated', 'the answer ends in the middle of an element');
}

/** Position after the piece of mark-up that begins at `start`. */
function endOfMarkup(xml: string, start: number): number {
  if (xml.startsWith('<!--', start)) return after(xml, '-->', start + 4);
  if (xml.startsWith('<![CDATA[', start)) return after(xml, ']]>', start + 9);
  if (xml.startsWith('<?', start)) return after(xml, '?>', start + 2);
  if (xml.startsWith('<!', start)) {
    throw new UnreadableAnswer('doctype', 'the answer declares a document type or entities, which is refused');
  }
  return endOfTag(xml, start);
}

function after(xml: string, terminator: string, from: number): number {
  const found = xml.indexOf(terminator, from);
  if (found === -1) throw endedEarly();
  return found + terminator.length;
}

/** A `>` inside a quoted attribute does not end the tag. */
function endOfTag(xml: string, start: number): number {
  let position = start + 1;
  while (position < xml.length) {
    const character = xml[position];
    if (character === '>') return position + 1;
    if (character === '"' || character === "'") position = after(xml, character, position + 1);
    else position += 1;
  }
  throw endedEarly();
}

function depthChange(xml: string, start: number, end: number): number {
  const second = xml[start + 1];
  if (second === '!' || second === '?') return 0;
  if (second === '/') return -1;
  return xml[end - 2] === '/' ? 0 : 1;
}

function endedEarly(): UnreadableAnswer {
  return new UnreadableAnswer('truncated', 'the answer ends in the middle of its mark-up');
}
