import type { Parcel, ParcelLine, ScanOutcome } from '../../preload/contract/receiving.ts';
import { orderNumber } from '../ui/order-number.ts';

/** The lines of one order inside a parcel, in the order in which they are shown. */
export interface OrderGroup {
  orderId: string;
  /** As people see it. */
  number: string;
  customerName: string;
  customerComment: string;
  lines: ParcelLine[];
}

/** Groups lines by order; orders stand in the order of their first line. */
export function groupByOrder(lines: readonly ParcelLine[]): OrderGroup[] {
  const groups = new Map<string, OrderGroup>();
  for (const line of lines) {
    const group = groups.get(line.orderId);
    if (group) group.lines.push(line);
    else groups.set(line.orderId, newGroup(line));
  }
  return [...groups.values()];
}

function newGroup(line: ParcelLine): OrderGroup {
  const { orderId, customerName, customerComment } = line;
  return { orderId, number: orderNumber(line), customerName, customerComment, lines: [line] };
}

/** The lines in the order in which the eye meets them. */
export function linesAsShown(parcel: Parcel | null): ParcelLine[] {
  return groupByOrder(parcel?.lines ?? []).flatMap((group) => group.lines);
}

/** Pieces of the parcel that can still be received. */
export function awaitedPieces(parcel: Parcel | null): number {
  return (parcel?.lines ?? []).reduce((sum, line) => sum + line.awaited, 0);
}

/** Pieces of the parcel's lines that were received before. */
export function piecesBefore(parcel: Parcel | null): number {
  return (parcel?.lines ?? []).reduce((sum, line) => sum + line.receivedBefore, 0);
}

/**
 * What a parcel is when its lines have changed after the scan was answered; the same rule as main's for a scan
 * (contract, `scanOutcomes`).
 */
export function outcomeOf(parcel: Parcel): ScanOutcome {
  if (parcel.lines.length === 0) return 'unknown';
  if (awaitedPieces(parcel) > 0) return piecesBefore(parcel) > 0 ? 'partly-received' : 'found';
  return piecesBefore(parcel) > 0 ? 'already-received' : 'attention';
}

/** How many parcels the lines are spread over and which of them this is; null when there is only this one. */
export function parcelPosition(parcel: Parcel): { index: number; of: number } | null {
  const waybills = [...new Set(parcel.lines.flatMap((line) => line.waybills.map(compact)))];
  if (waybills.length < 2) return null;
  const index = waybills.indexOf(compact(parcel.waybill));
  return index < 0 ? null : { index: index + 1, of: waybills.length };
}

/** Waybills of the line other than the parcel's own. */
export function otherWaybills(line: ParcelLine, waybill: string): string[] {
  return line.waybills.filter((other) => compact(other) !== compact(waybill));
}

/** A number without spaces and in upper case, to compare two ways of writing it. */
export function compact(text: string): string {
  return text.replaceAll(/\s/g, '').toUpperCase();
}

/** Longer than any waybill, and shorter than what a QR code holds. */
const longestWaybill = 40;

/** A number in groups of four, as a person reads it out; letters in front stay together. Other texts stay as they are. */
export function inFours(text: string): string {
  if (text.length > longestWaybill || !/^[A-Z\d]+$/.test(text)) return text;
  const [, letters = '', rest = ''] = /^([A-Z]*)(.*)$/s.exec(text) ?? [];
  const groups = rest.match(/.{1,4}/gs) ?? [];
  return [letters, ...groups].filter((group) => group !== '').join(' ');
}
