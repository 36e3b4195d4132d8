import { z } from 'zod';
import { defineCall } from './call.ts';
import type { CarrierCode } from './carriers.ts';

/** How the text of a scan came in. */
export const scanSources = ['scanner', 'typed', 'pasted'] as const;
export type ScanSource = (typeof scanSources)[number];

/**
 * What a scan turned out to be.
 * `found`: pieces are awaited. `partly-received`: some were received before, more are awaited.
 * `already-received`: nothing is awaited any more. `attention`: lines are there, but none of them can be received
 * (cancelled, returned). `unknown`: no order line has this waybill (yet). `refused`: the text cannot be a number at all.
 */
export const scanOutcomes = ['found', 'partly-received', 'already-received', 'attention', 'unknown', 'refused'] as const;
export type ScanOutcome = (typeof scanOutcomes)[number];

/** Text as the seller wrote it and as OT Platform translated it; either may be empty. */
export interface BilingualText {
  original: string;
  translated: string;
}

/** An order line as the receiver sees it. Ids and waybills are text, whatever they look like. */
export interface ParcelLine {
  lineId: string;
  orderId: string;
  /** Number of the order as people see it; empty while the cache knows only the line. */
  orderNumber: string;
  /** Number of the line inside its order. */
  lineNumber: number;
  title: BilingualText;
  configuration: BilingualText;
  /** Address on the app's own scheme, or null when the line has no picture. */
  pictureUrl: string | null;
  itemId: string;
  providerType: string;
  providerOrderId: string;
  sellerName: string;
  /** Every waybill of the line as OT Platform holds it; more than one means several parcels. */
  waybills: string[];
  customerName: string;
  customerComment: string;
  operatorComment: string;
  /** Pieces ordered in this line. */
  quantity: number;
  /** Pieces booked as received, here or elsewhere. */
  receivedBefore: number;
  /** Pieces that can still be received. */
  awaited: number;
  status: { id: number; name: string };
  /** Weight of one piece in kilograms, or null. */
  weight: number | null;
}

/** Who booked what, when: shown for a parcel that was received before. */
export interface EarlierReceipt {
  /** Null when it was booked elsewhere and only OT Platform's log knows of it. */
  receiptId: string | null;
  /** ISO 8601, UTC; null when not known. */
  at: string | null;
  receiver: string;
  station: string;
  pieces: number;
  undone: boolean;
}

/** Where an answer comes from and how old it is. */
export interface AnswerOrigin {
  source: 'cache' | 'server';
  /** When the lines were last read from OT Platform; ISO 8601, UTC. Null when never. */
  readAt: string | null;
}

export interface Parcel {
  /** The waybill as it matched, upper case, without spaces. */
  waybill: string;
  lines: ParcelLine[];
  earlier: EarlierReceipt[];
  origin: AnswerOrigin;
  /** OT Platform is being asked now; an event `receiving.parcelUpdated` follows when something changed. */
  checking: boolean;
}

/** A parcel whose waybill no order line has (yet). */
export interface UnknownParcel {
  id: string;
  /** Running number of the station, for the shelf. */
  number: number;
  waybill: string;
  raw: string;
  firstScannedAt: string;
  lastScannedAt: string;
  receiver: string;
  scans: number;
  note: string;
  state: 'unknown' | 'matched' | 'closed';
  /** When a refresh brought its waybill. */
  matchedAt: string | null;
}

export interface ScanAnswer {
  scanId: string;
  at: string;
  /** The text as it was read. It is kept for ever. */
  raw: string;
  outcome: ScanOutcome;
  /** Carrier codes that the number looks like, most likely first (a hint, never a reason to refuse). */
  carriers: CarrierCode[];
  parcel: Parcel | null;
  unknownParcel: UnknownParcel | null;
  /** The same text came within the double-trigger time; nothing new was written. */
  repeated: boolean;
}

export interface ReceiptLine {
  lineId: string;
  orderId: string;
  pieces: number;
}

/** A receipt as it stands in the journal. It never changes; undoing it writes an inverse one. */
export interface Receipt {
  receiptId: string;
  at: string;
  waybill: string;
  receiver: string;
  station: string;
  lines: ReceiptLine[];
  /** The receipt that this one takes back, or null. */
  reverses: string | null;
}

/** One line of the list of what happened at this station. */
export interface JournalEntry {
  id: string;
  at: string;
  kind: 'scan' | 'receipt' | 'undo';
  outcome: ScanOutcome | null;
  waybill: string;
  raw: string;
  receiver: string;
  lines: number;
  pieces: number;
}

export interface ReceiptAnswer {
  receipt: Receipt;
  /** The parcel after the receipt. */
  parcel: Parcel;
}

/** What an undo did about each piece of work for OT Platform. */
export interface UndoAnswer {
  receipt: Receipt;
  parcel: Parcel;
  /** Operations not sent yet: taken back, OT Platform never hears of them. */
  withdrawn: number;
  /** Operations under way or done: inverse operations were written for them. */
  toReverse: number;
}

/** Totals since the local midnight, for the foot of the screen. */
export interface DayTotals {
  parcels: number;
  lines: number;
  pieces: number;
  unknown: number;
  undone: number;
}

const waybillText = z.string().min(1).max(4000);
const identifier = z.string().min(1).max(200);
const maximumPieces = 999_999;

export const receivingCalls = {
  /** Looks a scan up, writes it to the journal, answers from the cache; asks OT Platform in the background. */
  scan: defineCall<ScanAnswer>()(z.object({ raw: z.string().max(4000), source: z.enum(scanSources) })),
  /** Opens a parcel again without a scan (from the journal, from Look up). */
  parcel: defineCall<Parcel | null>()(z.object({ waybill: waybillText })),
  /** Books pieces as received. Answers only after the journal is on disk. */
  receive: defineCall<ReceiptAnswer>()(
    z.object({
      /** Made by the page, so that the same click can never be booked twice. */
      requestId: z.uuid(),
      scanId: identifier.nullable(),
      waybill: waybillText,
      lines: z
        .array(z.object({ lineId: identifier, pieces: z.number().int().min(1).max(maximumPieces) }))
        .min(1)
        .max(1000),
      /** The person has confirmed more pieces than were ordered. */
      overReceiptConfirmed: z.boolean().default(false),
    }),
  ),
  /** Takes the station's last receipt that is not undone back by an inverse one. */
  undoLast: defineCall<UndoAnswer | null>()(z.object({ requestId: z.uuid() })),
  /** Newest first. */
  journal: defineCall<{ entries: JournalEntry[] }>()(z.object({ limit: z.number().int().min(1).max(500).default(50) })),
  totals: defineCall<DayTotals>()(z.object({})),
  unknownParcels: defineCall<{ parcels: UnknownParcel[] }>()(
    z.object({ state: z.enum(['open', 'all']).default('open'), limit: z.number().int().min(1).max(1000).default(200) }),
  ),
  /** Keeps a note with an unknown parcel. */
  noteUnknownParcel: defineCall<UnknownParcel>()(z.object({ id: identifier, note: z.string().max(2000) })),
  /** Takes an unknown parcel off the list (collected, thrown away, found by hand). It stays in the journal. */
  closeUnknownParcel: defineCall<UnknownParcel>()(z.object({ id: identifier })),
};
