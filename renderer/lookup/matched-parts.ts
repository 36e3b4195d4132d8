import { foldedText, wordRuns } from '../../preload/contract/lookup.ts';

/** A piece of a text, and whether it is what was looked for. */
export interface MatchedPart {
  text: string;
  isMatch: boolean;
}

/**
 * Cuts a text where the words of a search stand in it, by the rules of the search: words from their beginning on; of a run
 * of Chinese the whole run, or where the text does not have it, each two neighbours.
 */
export function matchedParts(text: string, search: string): MatchedPart[] {
  const characters = Array.from(text);
  // Each character by itself, so that a place in the folded text leads back to the text.
  const folded = characters.map(foldedText);
  const isMatch = characters.map(() => false);
  const mark = ([from, to]: Span): void => void isMatch.fill(true, from, to);

  for (const { text: run, isUnseparated } of wordRuns(search)) {
    if (isUnseparated) placesOfRun(folded, Array.from(run)).forEach(mark);
    else spansOf(folded, run).filter(([from]) => isBeginning(folded, from)).forEach(mark);
  }
  const parts: MatchedPart[] = [];
  characters.forEach((character, index) => {
    const last = parts.at(-1);
    if (last !== undefined && last.isMatch === isMatch[index]) last.text += character;
    else parts.push({ text: character, isMatch: isMatch[index] ?? false });
  });
  return parts;
}

/** From this character on, up to this one, which does not belong to it. */
type Span = [from: number, to: number];

function placesOfRun(folded: readonly string[], run: readonly string[]): Span[] {
  const whole = spansOf(folded, run.join(''));
  if (whole.length > 0) return whole;
  return run.slice(1).flatMap((character, index) => spansOf(folded, `${run[index]}${character}`));
}

function spansOf(folded: readonly string[], wanted: string): Span[] {
  return folded.flatMap((_, from): Span[] => {
    let rest = wanted;
    let to = from;
    // An accent that stands by itself folds to nothing and belongs to the letter before it.
    while (to < folded.length && (rest === '' ? folded[to] === '' : rest.startsWith(folded[to] ?? ''))) {
      rest = rest.slice(folded[to]?.length);
      to += 1;
    }
    return rest === '' ? [[from, to]] : [];
  });
}

function isBeginning(folded: readonly string[], from: number): boolean {
  const [before] = wordRuns(folded[from - 1] ?? '');
  return before === undefined || before.isUnseparated;
}
