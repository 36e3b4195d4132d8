/** The letters that spreadsheets give the column at this position, from 0: A, B … Z, AA, AB … */
export function columnLetters(position: number): string {
  const before = Math.floor(position / 26);
  return (before === 0 ? '' : columnLetters(before - 1)) + String.fromCharCode(65 + (position % 26));
}

/** The position of the column with these letters. */
export function columnPosition(letters: string): number {
  let position = 0;
  for (const letter of letters.toUpperCase()) position = position * 26 + letter.charCodeAt(0) - 64;
  return position - 1;
}
