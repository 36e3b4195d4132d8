import { UNKNOWN_FACTS } from '../unknown-facts.ts';
import { element } from '../xml-writer.ts';
import type { XmlElement } from '../xml-writer.ts';
import type { CallParameters } from './method.ts';

/** One page of a paged list (otapi.md 1.6): `framePosition` counts items from 0, `frameSize` is cut at 100. */
export function frameOf(
  parameters: CallParameters,
  found: readonly number[],
  toItem: (index: number) => XmlElement,
): readonly XmlElement[] {
  const position = parameters.count('framePosition');
  const size = Math.min(parameters.count('frameSize'), UNKNOWN_FACTS.largestFrame);
  const items = found.slice(position, position + size).map(toItem);
  return [element('Result', [element('Content', items), element('TotalCount', found.length)])];
}
