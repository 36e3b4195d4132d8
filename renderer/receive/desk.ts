import type { StationBridge } from '../../preload/contract/channels.ts';
import type { Parcel, ScanAnswer, ScanOutcome, ScanSource } from '../../preload/contract/receiving.ts';
import { toStationError, unwrap } from '../bridge/station.ts';
import { deskReducer, emptyDesk, isHeld, isOpen } from './desk-state.ts';
import type { DeskAction, DeskHint, DeskState, DeskWork, WaitingScan } from './desk-state.ts';
import * as quantities from './entry.ts';
import { compact, linesAsShown } from './parcel-lines.ts';

/** What the person should hear. */
export type DeskSound = ScanOutcome | 'received' | 'undone' | 'failed' | 'tick' | 'question';

export interface DeskOptions {
  receiving: StationBridge['receiving'];
  newId: () => string;
  onSound: (sound: DeskSound) => void;
  /** Something was written to the journal. */
  onWritten: () => void;
}

export type Desk = ReturnType<typeof createDesk>;

/**
 * Most calls are answered within a frame or two. Until then nothing is drawn for them: a picture of "busy" would only
 * hold up the picture of the answer.
 */
const drawnBusyAfterMs = 100;

type BookedLine = { lineId: string; pieces: number };
type Unsettled = { requestId: string; content: string };

/**
 * The desk of the receive screen: takes scans and keys, asks main one thing at a time, and keeps every scan that comes
 * meanwhile in a visible queue. It outlives the screen, so a scan is never lost by going elsewhere.
 */
export function createDesk({ receiving, newId, onSound, onWritten }: DeskOptions) {
  let state: DeskState = emptyDesk;
  const listeners = new Set<() => void>();
  let busyTimer: ReturnType<typeof setTimeout> | undefined;
  /** The receipt or undo whose outcome is not known: trying the same again carries the same id. */
  let unsettled: Unsettled | null = null;
  let lastSource: ScanSource = 'scanner';
  /** The unknown parcel that the last scan has put on the list, if it has: that scan may turn out to be half of one. */
  let justListed: { raw: string; id: string } | null = null;

  function dispatch(action: DeskAction): void {
    state = deskReducer(state, action);
    tell();
  }

  /** For what is most likely over before anybody could see it. */
  function dispatchQuietly(action: DeskAction): void {
    state = deskReducer(state, action);
    busyTimer ??= setTimeout(tell, drawnBusyAfterMs);
  }

  function tell(): void {
    clearTimeout(busyTimer);
    busyTimer = undefined;
    for (const listener of listeners) listener();
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  const lines = () => linesAsShown(state.card?.parcel ?? null);

  function hint(text: DeskHint): void {
    dispatch({ type: 'hinted', hint: text });
    onSound('question');
  }

  async function work<Value>(kind: DeskWork, raw: string, call: () => Promise<Value>): Promise<Value | undefined> {
    dispatchQuietly(kind === 'scan' ? { type: 'scan-begun' } : { type: 'work-begun', work: kind });
    try {
      return await call();
    } catch (thrown) {
      dispatch({ type: 'failed', work: kind, error: toStationError(thrown), raw });
      onSound('failed');
      return undefined;
    }
  }

  /** Takes the next scan in hand, when nothing is under way and no entry would be lost. */
  async function serveQueue(): Promise<void> {
    while (state.queue.length > 0 && state.busy === null && !isHeld(state)) {
      const [next] = state.queue;
      if (next) await serveScan(next);
    }
  }

  async function serveScan({ raw, source, supersedes }: WaitingScan): Promise<void> {
    lastSource = source;
    const answer = await work('scan', raw, () => unwrap(receiving.scan({ raw, source })));
    if (!answer) return;
    if (!answer.repeated) onWritten();
    const half = justListed?.raw === supersedes ? justListed : null;
    justListed = listedBy(answer);
    if (half && half.id !== answer.unknownParcel?.id) void unlist(half.id);
    await takeAnswer(answer, supersedes !== null);
  }

  /** Takes a parcel off the list that never was one. Where that fails it stays there, and a person can close it. */
  async function unlist(id: string): Promise<void> {
    const { ok } = await receiving.closeUnknownParcel({ id });
    if (ok) onWritten();
  }

  /** `isRest`: a part of the same scan was answered before, so it can be no second scan that accepts. */
  async function takeAnswer(answer: ScanAnswer, isRest: boolean): Promise<void> {
    const sameParcel = state.card !== null && answer.parcel?.waybill === state.card.waybill;
    const sameText = state.card !== null && compact(answer.raw) === compact(state.card.raw);
    if (answer.repeated && (sameParcel || sameText)) {
      dispatch({ type: 'scan-repeated' });
      onSound('tick');
      return;
    }
    if (sameParcel && isOpen(state) && state.card?.scanId !== null) {
      dispatch({ type: 'same-parcel-scanned', scanId: answer.scanId });
      if (!isRest) await confirm();
      return;
    }
    dispatch({ type: 'scan-answered', answer });
    onSound(answer.outcome);
  }

  /** Enter, or the same parcel again: answers the question, else books what was entered, else all that is awaited. */
  async function confirm(): Promise<void> {
    if (!isOpen(state) || state.busy) return;
    if (state.entry.overQuestion) return change(quantities.confirmOver(state.entry, lines()));
    if (state.entry.digits !== '') return setTyped();
    await (quantities.totalEntered(state.entry) > 0 ? receiveEntered() : acceptAll());
  }

  async function acceptAll(): Promise<void> {
    if (!isOpen(state) || state.busy) return;
    const all = lines().filter((line) => line.awaited > 0);
    if (all.length === 0) return hint('nothing-awaited');
    await book(all.map((line) => ({ lineId: line.lineId, pieces: line.awaited })));
  }

  async function receiveEntered(): Promise<void> {
    if (!isOpen(state) || state.busy) return;
    if (state.entry.digits !== '') setTyped();
    if (state.entry.overQuestion) return onSound('question');
    const over = quantities.unconfirmedOver(state.entry, lines());
    if (over) return change({ ...state.entry, overQuestion: over });
    const entered = lines().map((line) => ({
      lineId: line.lineId,
      pieces: quantities.enteredPieces(state.entry, line.lineId),
    }));
    const booked = entered.filter((line) => line.pieces > 0);
    if (booked.length === 0) return hint('nothing-entered');
    await book(booked);
  }

  async function book(booked: BookedLine[]): Promise<void> {
    const card = state.card;
    if (!card) return;
    const overReceiptConfirmed = booked.some(({ lineId, pieces }) => {
      const line = lines().find((candidate) => candidate.lineId === lineId);
      return line !== undefined && pieces > line.awaited;
    });
    const requestId = requestIdFor(JSON.stringify([card.waybill, booked]));
    const answer = await work('receive', card.raw, () =>
      unwrap(
        receiving.receive({ requestId, scanId: card.scanId, waybill: card.waybill, lines: booked, overReceiptConfirmed }),
      ),
    );
    if (answer) {
      unsettled = null;
      dispatch({ type: 'received', answer });
      onSound('received');
      onWritten();
    }
    void serveQueue();
  }

  function requestIdFor(content: string): string {
    if (unsettled?.content !== content) unsettled = { requestId: newId(), content };
    return unsettled.requestId;
  }

  async function undo(): Promise<void> {
    if (state.busy) return;
    if (quantities.hasEntry(state.entry)) return hint('entry-first');
    const requestId = requestIdFor('undo');
    const answer = await work('undo', '', () => unwrap(receiving.undoLast({ requestId })));
    if (answer !== undefined) {
      unsettled = null;
      dispatch({ type: 'undone', answer });
      onSound(answer ? 'undone' : 'question');
      if (answer) onWritten();
    }
    void serveQueue();
  }

  /** Opens a parcel without a scan: from the journal or from Look up. */
  async function open(waybill: string): Promise<void> {
    if (state.busy) return;
    if (quantities.hasEntry(state.entry)) return hint('entry-first');
    const parcel = await work('open', waybill, () => unwrap(receiving.parcel({ waybill })));
    if (parcel !== undefined) dispatch({ type: 'parcel-opened', parcel });
    void serveQueue();
  }

  function scan(raw: string, source: ScanSource, supersedes: string | null = null): void {
    const queued: DeskAction = { type: 'scan-queued', scan: { id: newId(), raw, source, supersedes } };
    if (state.busy === null && !isHeld(deskReducer(state, queued))) dispatchQuietly(queued);
    else dispatch(queued);
    if (isHeld(state)) onSound('question');
    void serveQueue();
  }

  /** Takes a failed step up again. */
  function retry(): void {
    if (state.result?.kind !== 'failed' || state.busy) return;
    const { work: failed, raw } = state.result;
    if (failed === 'scan') scan(raw, lastSource);
    else if (failed === 'open') void open(raw);
    else if (failed === 'undo') void undo();
    else void confirm();
  }

  function change(entry: quantities.Entry): void {
    if (!isOpen(state) || state.busy) return;
    dispatch({ type: 'entry-changed', entry });
    if (entry.overQuestion) onSound('question');
    void serveQueue();
  }

  function typeDigit(digit: string): void {
    if (isOpen(state) && state.entry.currentLineId === null) hint('nothing-awaited');
    else change(quantities.typeDigit(state.entry, digit));
  }

  function setTyped(): void {
    change(quantities.setTyped(state.entry, lines()));
  }

  /** Esc: clears the entry step by step, then the desk. */
  function escape(): void {
    if (state.busy) return;
    if (quantities.hasEntry(state.entry)) dispatch({ type: 'entry-changed', entry: quantities.clearEntry(state.entry) });
    else dispatch({ type: 'cleared' });
    void serveQueue();
  }

  /** Nobody is here any more: makes the desk ready for the next one, unless something would be lost. */
  function rest(): void {
    const { busy, queue, entry, result } = state;
    const isNeeded = busy !== null || queue.length > 0 || quantities.hasEntry(entry) || result?.kind === 'failed';
    if (!isNeeded && (state.card || result || state.hint)) dispatch({ type: 'cleared' });
  }

  function updateParcel(parcel: Parcel): void {
    const before = state.card?.outcome;
    dispatch({ type: 'parcel-updated', parcel });
    const now = state.card?.outcome;
    if (state.result === null && before !== undefined && now !== undefined && before !== now) onSound(now);
  }

  return {
    state: (): DeskState => state,
    subscribe,
    scan,
    open,
    /** The scanner typed too little for a code. */
    fragment: (): void => hint('fragment'),
    confirm,
    acceptAll,
    receiveEntered,
    undo,
    retry,
    escape,
    rest,
    digit: typeDigit,
    erase: (): void => change(quantities.eraseDigit(state.entry)),
    step: (by: 1 | -1): void => change(quantities.stepPieces(state.entry, lines(), by)),
    move: (by: 1 | -1): void => change(quantities.moveLine(state.entry, lines(), by)),
    select: (lineId: string): void => change({ ...state.entry, currentLineId: lineId, digits: '' }),
    setPieces: (lineId: string, pieces: number): void => change(quantities.setPieces(state.entry, lines(), lineId, pieces)),
    /** A parcel has changed in main; says so aloud when it changes what the person sees. */
    parcelUpdated: updateParcel,
  };
}

/** A parcel that this very scan has put on the list of unknown ones. */
function listedBy({ raw, unknownParcel, repeated }: ScanAnswer): { raw: string; id: string } | null {
  return unknownParcel?.scans === 1 && !repeated ? { raw, id: unknownParcel.id } : null;
}
