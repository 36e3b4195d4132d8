import type { ParcelLine } from '../../preload/contract/receiving.ts';

/** Pieces set for one line, not booked yet. */
export interface EnteredQuantity {
  pieces: number;
  /** The person has said yes to more pieces than are awaited. */
  overConfirmed: boolean;
}

/** What the person is entering for the parcel on the screen. Everything starts at zero. */
export interface Entry {
  quantities: Readonly<Record<string, EnteredQuantity>>;
  currentLineId: string | null;
  /** Digits typed for the current line and not set yet. */
  digits: string;
  /** More pieces than awaited: waits for a yes or a no. */
  overQuestion: { lineId: string; pieces: number } | null;
}

export const emptyEntry: Entry = { quantities: {}, currentLineId: null, digits: '', overQuestion: null };

/** Longest quantity a person can type; a longer run of digits is a code that strayed in. */
const maximumDigits = 6;
/** The contract's `maximumPieces`. */
const maximumPieces = 999_999;

/** An entry for new lines: the first line that awaits something is current. A line that awaits nothing never is. */
export function startEntry(lines: readonly ParcelLine[]): Entry {
  const first = lines.find((line) => line.awaited > 0);
  return { ...emptyEntry, currentLineId: first?.lineId ?? null };
}

export function typeDigit(entry: Entry, digit: string): Entry {
  if (entry.currentLineId === null || entry.digits.length >= maximumDigits) return entry;
  const digits = `${entry.digits}${digit}`.replace(/^0+(?=\d)/, '');
  return { ...entry, digits, overQuestion: null };
}

export function eraseDigit(entry: Entry): Entry {
  return { ...entry, digits: entry.digits.slice(0, -1) };
}

/** Sets the typed digits on the current line and goes on to the next line that awaits pieces. */
export function setTyped(entry: Entry, lines: readonly ParcelLine[]): Entry {
  if (entry.digits === '' || entry.currentLineId === null) return entry;
  const set = setPieces(entry, lines, entry.currentLineId, Number(entry.digits));
  return set.overQuestion ? set : goOn(set, lines);
}

/** Sets the pieces of a line; asks when they are more than awaited. */
export function setPieces(entry: Entry, lines: readonly ParcelLine[], lineId: string, pieces: number): Entry {
  const line = lines.find((candidate) => candidate.lineId === lineId);
  if (!line || line.awaited === 0) return entry;
  const wanted = Math.min(Math.max(0, Math.trunc(pieces)), maximumPieces);
  const known = entry.quantities[lineId];
  const mayBeOver = known?.overConfirmed === true && wanted <= known.pieces;
  const cleared = { ...entry, currentLineId: lineId, digits: '' };
  if (wanted > line.awaited && !mayBeOver) return { ...cleared, overQuestion: { lineId, pieces: wanted } };
  return withQuantity({ ...cleared, overQuestion: null }, lineId, { pieces: wanted, overConfirmed: mayBeOver });
}

/** Yes to the question about more pieces than awaited. */
export function confirmOver(entry: Entry, lines: readonly ParcelLine[]): Entry {
  if (!entry.overQuestion) return entry;
  const { lineId, pieces } = entry.overQuestion;
  const confirmed = withQuantity({ ...entry, overQuestion: null }, lineId, { pieces, overConfirmed: true });
  return goOn(confirmed, lines);
}

/** One piece more or less on the current line, counting what is being typed. */
export function stepPieces(entry: Entry, lines: readonly ParcelLine[], by: 1 | -1): Entry {
  if (entry.currentLineId === null) return entry;
  const now = entry.digits === '' ? enteredPieces(entry, entry.currentLineId) : Number(entry.digits);
  return setPieces(entry, lines, entry.currentLineId, now + by);
}

/** Moves the current line among those that await pieces; what was typed for the old one is set first. */
export function moveLine(entry: Entry, lines: readonly ParcelLine[], by: 1 | -1): Entry {
  const set = entry.digits === '' ? entry : setPieces(entry, lines, entry.currentLineId ?? '', Number(entry.digits));
  if (set.overQuestion) return set;
  const awaiting = lines.filter((line) => line.awaited > 0);
  const index = awaiting.findIndex((line) => line.lineId === set.currentLineId);
  const next = awaiting[Math.min(Math.max(0, index + by), awaiting.length - 1)];
  return { ...set, currentLineId: next?.lineId ?? null };
}

export function enteredPieces(entry: Entry, lineId: string): number {
  return entry.quantities[lineId]?.pieces ?? 0;
}

export function totalEntered(entry: Entry): number {
  return Object.values(entry.quantities).reduce((sum, quantity) => sum + quantity.pieces, 0);
}

/** Whether something would be lost when the parcel left the screen. */
export function hasEntry(entry: Entry): boolean {
  return totalEntered(entry) > 0 || entry.digits !== '' || entry.overQuestion !== null;
}

/** Clears one thing at a time: the question, the typed digits, then all quantities. */
export function clearEntry(entry: Entry): Entry {
  if (entry.overQuestion) return { ...entry, overQuestion: null };
  if (entry.digits !== '') return { ...entry, digits: '' };
  return { ...entry, quantities: {} };
}

/** Carries the entry over to changed lines: what is gone or awaits nothing any more is dropped. */
export function fitEntry(entry: Entry, lines: readonly ParcelLine[]): Entry {
  const ids = new Set(lines.filter((line) => line.awaited > 0).map((line) => line.lineId));
  const kept = Object.entries(entry.quantities).filter(([lineId]) => ids.has(lineId));
  const currentIsThere = entry.currentLineId !== null && ids.has(entry.currentLineId);
  return {
    quantities: Object.fromEntries(kept),
    currentLineId: currentIsThere ? entry.currentLineId : startEntry(lines).currentLineId,
    digits: currentIsThere ? entry.digits : '',
    overQuestion: entry.overQuestion && ids.has(entry.overQuestion.lineId) ? entry.overQuestion : null,
  };
}

/** The first line whose quantity has become more than awaited without a yes, or null. */
export function unconfirmedOver(entry: Entry, lines: readonly ParcelLine[]): Entry['overQuestion'] {
  for (const line of lines) {
    const quantity = entry.quantities[line.lineId];
    if (quantity && quantity.pieces > line.awaited && !quantity.overConfirmed) {
      return { lineId: line.lineId, pieces: quantity.pieces };
    }
  }
  return null;
}

function withQuantity(entry: Entry, lineId: string, quantity: EnteredQuantity): Entry {
  const { [lineId]: _old, ...others } = entry.quantities;
  return { ...entry, quantities: quantity.pieces === 0 ? others : { ...others, [lineId]: quantity } };
}

function goOn(entry: Entry, lines: readonly ParcelLine[]): Entry {
  const index = lines.findIndex((line) => line.lineId === entry.currentLineId);
  const next = lines.slice(index + 1).find((line) => line.awaited > 0);
  return { ...entry, currentLineId: next?.lineId ?? entry.currentLineId };
}
