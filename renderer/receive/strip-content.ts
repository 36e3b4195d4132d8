import type { TFunction } from 'i18next';
import type { EarlierReceipt, Parcel } from '../../preload/contract/receiving.ts';
import type { Format } from '../i18n/format.ts';
import { carrierName, errorWords } from '../i18n/words.ts';
import { stripState, type DeskResult, type DeskState, type DeskWork, type StripState } from './desk-state.ts';
import { awaitedPieces, parcelPosition, piecesBefore } from './parcel-lines.ts';

/** The words and figures of the strip. */
export interface StripContent {
  state: StripState;
  word: string;
  /** The number below the word; empty when there is none. */
  waybill: string;
  /** Stands in for the waybill when the desk is empty. */
  prompt: string;
  carriers: string;
  position: string;
  figure: { value: string; unit: string } | null;
  /** One sentence with what the person must know or do next. */
  message: string;
}

const failedWords = {
  scan: 'receive.strip.failedScan',
  open: 'receive.strip.failed',
  receive: 'receive.strip.failedReceive',
  undo: 'receive.strip.failedUndo',
} as const satisfies Record<DeskWork, string>;

export function stripContent(desk: DeskState, t: TFunction, format: Format): StripContent {
  const state = stripState(desk);
  const position = desk.card?.parcel ? parcelPosition(desk.card.parcel) : null;
  const carriers = (desk.card?.carriers ?? []).slice(0, 2).map((code) => carrierName(t, code));
  return {
    state,
    word: desk.result?.kind === 'failed' ? t(failedWords[desk.result.work]) : t(`receive.strip.${state}`),
    waybill: desk.card?.waybill ?? (desk.result?.kind === 'failed' ? desk.result.raw : ''),
    prompt: state === 'ready' ? t('receive.strip.readyHint') : '',
    carriers: carriers.length > 1 ? t('receive.strip.maybe', { carriers: carriers.join(' / ') }) : carriers.join(''),
    position: position ? t('receive.strip.parcelOf', position) : '',
    figure: figureOf(desk, t, format),
    message: desk.hint ? t(`receive.hint.${desk.hint}`) : messageOf(desk, t, format),
  };
}

function figureOf(desk: DeskState, t: TFunction, format: Format): StripContent['figure'] {
  const { card, result } = desk;
  if (result?.kind === 'received') return { value: format.number(result.pieces), unit: t('receive.strip.received_unit') };
  if (result?.kind === 'undone') return { value: format.number(result.pieces), unit: t('receive.strip.undone_unit') };
  if (!card || result?.kind === 'failed') return null;
  if (card.unknownParcel) return { value: format.number(card.unknownParcel.number), unit: t('receive.strip.shelf') };
  const awaited = awaitedPieces(card.parcel);
  return awaited > 0 ? { value: format.number(awaited), unit: t('receive.strip.awaited') } : null;
}

function messageOf(desk: DeskState, t: TFunction, format: Format): string {
  if (desk.result) return resultMessage(desk.result, t);
  const { card } = desk;
  switch (card?.outcome) {
    case undefined:
      return t('receive.empty.scan');
    case 'found':
      return linesMessage(card?.parcel ?? null, t);
    case 'partly-received':
      return t('receive.strip.before', { count: piecesBefore(card?.parcel ?? null) });
    case 'already-received':
      return earlierMessage(card?.parcel?.earlier ?? [], t, format);
    case 'attention':
      return t('receive.strip.attentionHint');
    case 'unknown':
      return card?.unknownParcel ? t('receive.strip.unknownHint', { number: card.unknownParcel.number }) : '';
    case 'refused':
      return t('receive.strip.refusedHint');
  }
}

/** `3 lines · 2 orders` */
function linesMessage(parcel: Parcel | null, t: TFunction): string {
  const lines = parcel?.lines ?? [];
  const orders = new Set(lines.map((line) => line.orderId)).size;
  return [t('common.lines', { count: lines.length }), t('common.orders', { count: orders })].join(' · ');
}

function resultMessage(result: DeskResult, t: TFunction): string {
  switch (result.kind) {
    case 'received':
      return result.stillAwaited > 0
        ? t('receive.strip.stillAwaited', { count: result.stillAwaited })
        : t('receive.strip.allReceived');
    case 'undone': {
      const withdrawn = result.withdrawn > 0 ? t('receive.strip.withdrawn', { count: result.withdrawn }) : '';
      const toReverse = result.toReverse > 0 ? t('receive.strip.toReverse', { count: result.toReverse }) : '';
      return [withdrawn, toReverse].filter(Boolean).join('; ');
    }
    case 'failed':
      return errorWords(t, result.error).what;
  }
}

/** When, by whom and where the parcel was received last. */
function earlierMessage(earlier: readonly EarlierReceipt[], t: TFunction, format: Format): string {
  const last = earlier.findLast((receipt) => !receipt.undone);
  return last ? earlierWords(last, t, format) : '';
}

export function earlierWords(receipt: EarlierReceipt, t: TFunction, format: Format): string {
  if (receipt.at === null) return t('receive.strip.earlierElsewhere');
  const when = format.moment(receipt.at);
  const people = [receipt.receiver, receipt.station].filter(Boolean);
  return people.length === 0 ? when : t('receive.strip.earlier', { when, by: people.join(', ') });
}
