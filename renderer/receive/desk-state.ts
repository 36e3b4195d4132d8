import type { StationError } from '../../preload/contract/call.ts';
import type {
  Parcel,
  ReceiptAnswer,
  ScanAnswer,
  ScanOutcome,
  ScanSource,
  UndoAnswer,
  UnknownParcel,
} from '../../preload/contract/receiving.ts';
import { emptyEntry, fitEntry, hasEntry, startEntry, type Entry } from './entry.ts';
import { awaitedPieces, compact, linesAsShown, outcomeOf } from './parcel-lines.ts';

/** A scan that waits for its turn. */
export interface WaitingScan {
  id: string;
  raw: string;
  source: ScanSource;
  /** The text that the scanner gave before, and that was only the beginning of this one. */
  supersedes: string | null;
}

/** What lies on the desk. */
export interface DeskCard {
  /** Null when the parcel was opened without a scan. */
  scanId: string | null;
  raw: string;
  waybill: string;
  outcome: ScanOutcome;
  carriers: string[];
  parcel: Parcel | null;
  unknownParcel: UnknownParcel | null;
}

export type DeskWork = 'scan' | 'receive' | 'undo' | 'open';

/** What was done last with the card; the strip says it until the next scan. */
export type DeskResult =
  | { kind: 'received'; pieces: number; stillAwaited: number }
  | { kind: 'undone'; pieces: number; withdrawn: number; toReverse: number }
  | { kind: 'failed'; work: DeskWork; error: StationError; raw: string };

/** A short remark beside the strip; it never replaces what the strip says. */
export type DeskHint = 'repeated' | 'fragment' | 'nothing-awaited' | 'nothing-entered' | 'nothing-to-undo' | 'entry-first' | 'not-in-cache';

export interface DeskState {
  card: DeskCard | null;
  result: DeskResult | null;
  hint: DeskHint | null;
  entry: Entry;
  queue: readonly WaitingScan[];
  busy: DeskWork | null;
}

export type DeskAction =
  | { type: 'scan-queued'; scan: WaitingScan }
  | { type: 'scan-begun' }
  | { type: 'work-begun'; work: DeskWork }
  | { type: 'scan-answered'; answer: ScanAnswer }
  | { type: 'scan-repeated' }
  | { type: 'same-parcel-scanned'; scanId: string }
  | { type: 'parcel-opened'; parcel: Parcel | null }
  | { type: 'received'; answer: ReceiptAnswer }
  | { type: 'undone'; answer: UndoAnswer | null }
  | { type: 'failed'; work: DeskWork; error: StationError; raw: string }
  | { type: 'parcel-updated'; parcel: Parcel }
  | { type: 'entry-changed'; entry: Entry }
  | { type: 'hinted'; hint: DeskHint }
  | { type: 'cleared' };

export const emptyDesk: DeskState = { card: null, result: null, hint: null, entry: emptyEntry, queue: [], busy: null };

/** The desk after an action. Pure: calls to main and sounds are the desk's own (desk.ts). */
export function deskReducer(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'scan-queued':
      return { ...state, queue: [...withoutSuperseded(state.queue, action.scan), action.scan] };
    case 'scan-begun':
      return { ...state, queue: state.queue.slice(1), busy: 'scan' };
    case 'work-begun':
      return { ...state, busy: action.work, hint: null };
    case 'scan-answered':
      return withCard(state, cardOfScan(action.answer));
    case 'scan-repeated':
      return { ...state, busy: null, hint: 'repeated' };
    case 'same-parcel-scanned':
      return { ...state, busy: null, hint: null, card: state.card && { ...state.card, scanId: action.scanId } };
    case 'parcel-opened':
      return action.parcel ? withCard(state, cardOfParcel(action.parcel)) : { ...state, busy: null, hint: 'not-in-cache' };
    case 'received':
      return afterReceipt(state, action.answer);
    case 'undone':
      return afterUndo(state, action.answer);
    case 'failed':
      return afterFailure(state, action);
    case 'parcel-updated':
      return updateParcel(state, action.parcel);
    case 'entry-changed':
      return { ...state, entry: action.entry, hint: null };
    case 'hinted':
      return { ...state, hint: action.hint };
    case 'cleared':
      return { ...state, card: null, result: null, hint: null, entry: emptyEntry };
    default:
      return action satisfies never;
  }
}

/** A different parcel waits because quantities are entered for this one: they are booked or cleared first. */
export function isHeld(state: DeskState): boolean {
  const next = state.queue[0];
  if (!next || !state.card || !hasEntry(state.entry)) return false;
  return compact(next.raw) !== compact(state.card.raw) && compact(next.raw) !== state.card.waybill;
}

/** Pieces may be booked: a parcel with lines lies on the desk and nothing was booked for it since the scan. */
export function isOpen(state: DeskState): boolean {
  if (!state.card?.parcel || state.card.parcel.lines.length === 0) return false;
  if (state.result?.kind === 'failed') return state.result.work === 'receive';
  return state.result?.kind !== 'received';
}

/** What the strip says. */
export type StripState = 'ready' | 'received' | 'undone' | 'failed' | ScanOutcome;

export function stripState(state: DeskState): StripState {
  return state.result?.kind ?? state.card?.outcome ?? 'ready';
}

/** A beginning that still waits makes way for the whole. */
function withoutSuperseded(queue: readonly WaitingScan[], { supersedes }: WaitingScan): readonly WaitingScan[] {
  return queue.at(-1)?.raw === supersedes ? queue.slice(0, -1) : queue;
}

function cardOfScan(answer: ScanAnswer): DeskCard {
  const { scanId, raw, outcome, carriers, parcel, unknownParcel } = answer;
  const waybill = parcel?.waybill ?? unknownParcel?.waybill ?? compact(raw);
  return { scanId, raw, waybill, outcome, carriers, parcel, unknownParcel };
}

function cardOfParcel(parcel: Parcel): DeskCard {
  return {
    scanId: null,
    raw: parcel.waybill,
    waybill: parcel.waybill,
    outcome: outcomeOf(parcel),
    carriers: [],
    parcel,
    unknownParcel: null,
  };
}

function withCard(state: DeskState, card: DeskCard): DeskState {
  const entry = startEntry(linesAsShown(card.parcel));
  return { ...state, card, entry, result: null, hint: null, busy: null };
}

function afterReceipt(state: DeskState, answer: ReceiptAnswer): DeskState {
  const pieces = answer.receipt.lines.reduce((sum, line) => sum + line.pieces, 0);
  return {
    ...state,
    card: state.card && { ...state.card, parcel: answer.parcel },
    result: { kind: 'received', pieces, stillAwaited: awaitedPieces(answer.parcel) },
    entry: emptyEntry,
    hint: null,
    busy: null,
  };
}

function afterUndo(state: DeskState, answer: UndoAnswer | null): DeskState {
  if (!answer) return { ...state, busy: null, hint: 'nothing-to-undo' };
  const pieces = answer.receipt.lines.reduce((sum, line) => sum + line.pieces, 0);
  const sameParcel = state.card?.waybill === answer.parcel.waybill;
  const card = cardOfParcel(answer.parcel);
  return {
    ...state,
    card: sameParcel && state.card ? { ...card, carriers: state.card.carriers } : card,
    result: { kind: 'undone', pieces, withdrawn: answer.withdrawn, toReverse: answer.toReverse },
    entry: startEntry(linesAsShown(answer.parcel)),
    hint: null,
    busy: null,
  };
}

function afterFailure(state: DeskState, failure: { work: DeskWork; error: StationError; raw: string }): DeskState {
  const { work, error, raw } = failure;
  const keepsCard = work === 'receive' || work === 'undo';
  const result: DeskResult = { kind: 'failed', work, error, raw };
  if (keepsCard) return { ...state, result, hint: null, busy: null };
  return { ...state, card: null, entry: emptyEntry, result, hint: null, busy: null };
}

function updateParcel(state: DeskState, parcel: Parcel): DeskState {
  if (!state.card || compact(state.card.waybill) !== compact(parcel.waybill)) return state;
  const outcome = parcel.lines.length === 0 ? state.card.outcome : outcomeOf(parcel);
  const card = { ...state.card, parcel, outcome, unknownParcel: outcome === 'unknown' ? state.card.unknownParcel : null };
  return { ...state, card, entry: fitEntry(state.entry, linesAsShown(parcel)) };
}
