import { childOf, type XmlElement } from '../xml/xml-element.ts';
import { UnreadableAnswer } from '../xml/unreadable-answer.ts';

/** Section 1.5: what every answer begins with. */
export interface Envelope {
  errorCode: string;
  subErrorCode: string;
  /** `ErrorDescription`. */
  description: string;
  requestId: string;
}

/** Reads the envelope; the root's name does not matter. Throws `UnreadableAnswer` when there is no `ErrorCode`. */
export function decodeEnvelope(root: XmlElement): Envelope {
  const errorCode = textOf(root, 'ErrorCode');
  if (errorCode === '') throw new UnreadableAnswer('not-otapi', 'the answer is XML but has no ErrorCode');
  return {
    errorCode,
    subErrorCode: textOf(root, 'SubErrorCode'),
    description: textOf(root, 'ErrorDescription'),
    requestId: textOf(root, 'RequestId'),
  };
}

/** `SubErrorCode` is one of the elements that may hold a `Value` (section 1.6). */
function textOf(root: XmlElement, name: string): string {
  const element = childOf(root, name);
  if (element === undefined) return '';
  return (childOf(element, 'Value') ?? element).text.trim();
}
