/*
 * The own reference of an order, and the mark by which a lost sending is found again, stand in the order's comment, as
 * OT Platform's maker advises (otapi.md 5.1). The form is fixed:
 *
 *   [ref:ABC-123 ws:8k2m4q7x] the comment
 *
 * It begins the comment. The reference may be empty, and so may the comment, without the blank before it then.
 */

/** Characters of a mark: small letters and digits without those that look alike. */
export const markCharacters = 'abcdefghjkmnpqrstuvwxyz23456789';
export const markLength = 8;
/** Of a reference, in UTF-16 units. */
export const longestReference = 64;
/** Of an order's comment, without reference and mark, and of a line's. */
export const longestComment = 1000;
/** What stands around reference, mark and comment. */
const frame = '[ref: ws:] '.length;
/** Of an order's comment with reference and mark. */
export const longestComposedComment = longestComment + longestReference + markLength + frame;

/** Letters of any script with their marks, digits, and some signs; blanks inside. No brackets, which end it. */
export const referenceCharacter = /[\p{L}\p{M}\p{Nd}\-_./#: ]/u;
const reference = new RegExp(`^${referenceCharacter.source}{0,${longestReference}}$`, 'u');
const mark = new RegExp(`^[${markCharacters}]{${markLength}}$`);
const composed = new RegExp(String.raw`^\s*\[ref:([^[\]]*)\sws:([${markCharacters}]{${markLength}})\](?:\s([^]*))?$`);

export interface MarkedComment {
  /** Empty: the order has none. */
  reference: string;
  /** Another for each order that is sent. */
  mark: string;
  comment: string;
}

/** A reference as it is compared and sent: no blanks around, single ones inside. */
export function normalReference(text: string): string {
  return text
    .replaceAll(/[\u200B\u200E\u200F\u2060\uFEFF]/g, '')
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The comment to send. Throws a RangeError when a part is not as a read draft has it. */
export function composeComment({ reference: own, mark: sending, comment }: MarkedComment): string {
  if (!reference.test(own) || own !== normalReference(own)) throw new RangeError('The reference is not one that can be sent.');
  if (!mark.test(sending)) throw new RangeError('The mark is not one of a sending.');
  if (comment.length > longestComment) throw new RangeError('The comment is too long.');
  const head = `[ref:${own} ws:${sending}]`;
  return comment === '' ? head : `${head} ${comment}`;
}

/**
 * Reads what `composeComment` wrote, also when blanks were trimmed or put together since. Null: the comment does not
 * begin so, hence the order was not added by a station.
 */
export function readReference(text: string): MarkedComment | null {
  const found = composed.exec(text);
  if (found === null) return null;
  const [, own = '', sending = '', comment = ''] = found;
  const normal = normalReference(own);
  return reference.test(normal) ? { reference: normal, mark: sending, comment } : null;
}
