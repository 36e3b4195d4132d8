import type { Misfit, Report } from '../decode/decoder.ts';
import { decodeEnvelope, type Envelope } from '../decode/envelope.ts';
import type { AnswerProblem } from '../error.ts';
import { readXml } from '../xml/read-xml.ts';
import { UnreadableAnswer } from '../xml/unreadable-answer.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** An answer that was read; plain data, so that a thread can hand it over. */
export type Reading<T> =
  | { outcome: 'ok'; envelope: Envelope; value: T; misfits: CountedMisfit[] }
  /** OT Platform answers with an error of its own. */
  | { outcome: 'refused'; envelope: Envelope }
  /** It is not what OTAPI answers. */
  | { outcome: 'unreadable'; problem: AnswerProblem; reason: string };

export type CountedMisfit = Misfit & { count: number };

/** Reads the bytes of an answer; `decode` reads the payload from the root of a successful one. */
export function readAnswer<T>(bytes: Uint8Array, decode: (root: XmlElement, report: Report) => T): Reading<T> {
  try {
    const root = readXml(bytes);
    const envelope = decodeEnvelope(root);
    if (envelope.errorCode !== 'Ok') return { outcome: 'refused', envelope };
    const misfits = new Map<string, CountedMisfit>();
    const value = decode(root, (misfit) => {
      const known = misfits.get(misfit.element);
      if (known === undefined) misfits.set(misfit.element, { ...misfit, count: 1 });
      else known.count += 1;
    });
    return { outcome: 'ok', envelope, value, misfits: [...misfits.values()] };
  } catch (error) {
    if (!(error instanceof UnreadableAnswer)) throw error;
    return { outcome: 'unreadable', problem: error.problem, reason: error.message };
  }
}
