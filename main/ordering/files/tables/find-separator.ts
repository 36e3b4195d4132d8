const candidates = [',', ';', '\t', '|'] as const;
export type Separator = (typeof candidates)[number];

const sampleLength = 64 * 1024;
const sampleLines = 60;

/** The separator that divides most rows into equally many cells; a comma when nothing does. */
export function findSeparator(text: string): Separator {
  const sample = text.slice(0, sampleLength);
  let best: { separator: Separator; score: number } = { separator: ',', score: 0 };
  for (const separator of candidates) {
    const score = scoreOf(countsOf(sample, separator));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** How often each row has the separator outside of quotes; empty rows are left out. */
function countsOf(sample: string, separator: Separator): number[] {
  const counts: number[] = [];
  let count = 0;
  let isQuoted = false;
  let isEmpty = true;
  let before = '\n';
  for (const character of sample) {
    if (isQuoted) {
      if (character === '"') isQuoted = false;
    } else if (character === '\n' || character === '\r') {
      if (!isEmpty) counts.push(count);
      if (counts.length === sampleLines) return counts;
      count = 0;
      isEmpty = true;
    } else if (character === separator) {
      count += 1;
      isEmpty = false;
    } else {
      // A quote that follows a quote is one inside of a quoted cell.
      if (character === '"' && (before === separator || before === '\n' || before === '\r' || before === '"')) isQuoted = true;
      isEmpty = false;
    }
    before = character;
  }
  if (!isEmpty) counts.push(count);
  return counts;
}

function scoreOf(counts: readonly number[]): number {
  const rowsOf = new Map<number, number>();
  for (const count of counts) rowsOf.set(count, (rowsOf.get(count) ?? 0) + 1);
  rowsOf.delete(0);
  let score = 0;
  for (const [count, rows] of rowsOf) score = Math.max(score, (rows / counts.length) * Math.sqrt(count));
  return score;
}
