import type { Receipt } from '../../../preload/contract/index.ts';

/** What the worker is asked to book. */
export interface ReceiptRequest {
  requestId: string;
  waybill: string;
  lines: { lineId: string; pieces: number }[];
}

/** What the worker says. Anything but `asking` was answered by the station before. */
export type Report =
  | { kind: 'asking'; request: ReceiptRequest }
  | { kind: 'scanned'; scanId: string; raw: string; unknownNumber: number | null }
  | { kind: 'received'; receipt: Receipt }
  | { kind: 'undone'; receipt: Receipt };

export const parcelCount = 300;
export const linesPerParcel = 3;
export const piecesPerLine = 40;

export function waybillOf(parcel: number): string {
  return `YT${8_800_000_000_000 + parcel}`;
}
