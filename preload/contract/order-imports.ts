import { z } from 'zod';
import { defineCall, type StationError } from './call.ts';
import type { DraftFault, OrderDraft } from './order-draft.ts';
import type { SentOrderSummary } from './order-sending.ts';

/** What a column of a table can hold. */
export const importFields = [
  'reference',
  'item',
  'configurationId',
  'quantity',
  'weight',
  'awaitedPrice',
  'lineComment',
  'promotionId',
  'orderComment',
  'deliveryModeId',
  'profileId',
] as const;
export type ImportField = (typeof importFields)[number];

/** Which column (from 0) holds what; a field that is not named is in none. */
export const importMapping = z.partialRecord(z.enum(importFields), z.number().int().min(0).max(500));
export type ImportMapping = z.output<typeof importMapping>;

/** A file of orders that the station has taken in and keeps. */
export interface ImportFile {
  id: string;
  /** As the person's computer calls it; empty for pasted rows. */
  name: string;
  format: 'csv' | 'xlsx' | 'xml' | 'pasted';
  /** Bytes. */
  size: number;
  /** Of a CSV file: as which it was read. */
  encoding: string | null;
  /** Of an XLSX file. */
  sheets: string[];
  sheet: string | null;
  /** Null for XML, which needs no mapping. */
  table: { columns: string[]; rows: number; sample: string[][] } | null;
  mapping: ImportMapping;
  /** The run that was begun last with a file of the very same bytes; null when there was none. */
  sentBefore: { number: number; at: string } | null;
  /** The mapping was remembered from an earlier file with the same columns. */
  isRemembered: boolean;
}

/** One order of a file before it is sent. */
export interface CheckedOrder {
  /** Position in the file, from 0. */
  position: number;
  /** Numbers of the rows, one for each line, as a spreadsheet shows them. */
  rows: number[];
  draft: OrderDraft;
  faults: DraftFault[];
}

export interface ImportCheck {
  /** In all: orders, lines, orders with errors, with warnings only. */
  orders: number;
  lines: number;
  faulty: number;
  warned: number;
  /** A page of them, in the order of the file. */
  shown: CheckedOrder[];
  next: number | null;
}

/** `waiting`: OT Platform cannot be reached, or asks for patience; it goes on by itself. */
export const importRunStates = ['running', 'waiting', 'paused', 'ended', 'stopped'] as const;
export type ImportRunState = (typeof importRunStates)[number];

/** What became of the orders of a run. */
export interface ImportCounts {
  orders: number;
  /** Not sent yet. */
  waiting: number;
  /** On their way, or searched for. */
  underWay: number;
  same: number;
  /** Made and different, and nobody has decided; `accepted` and `cancelled` ones are those that somebody has decided. */
  differs: number;
  accepted: number;
  cancelled: number;
  refused: number;
  unsure: number;
  stopped: number;
  invalid: number;
  paid: number;
  /** Begun and neither paid nor given up. */
  paying: number;
  paymentTrouble: number;
}

export interface ImportRun {
  id: string;
  number: number;
  fileName: string;
  format: ImportFile['format'];
  state: ImportRunState;
  /** Why it waits. */
  error: StationError | null;
  /** Orders are paid as soon as they are made or accepted. */
  pays: boolean;
  counts: ImportCounts;
  by: string;
  station: string;
  at: string;
  endedAt: string | null;
}

/** An order of a run, with the rows that it came from. */
export interface ImportRow extends SentOrderSummary {
  rows: number[];
  faults: DraftFault[];
}

/** Largest file of orders that is taken in, in bytes. */
export const largestOrderFile = 20 * 1024 * 1024;

const id = z.string().min(1).max(100);
const one = z.object({ id });
const defaults = z.object({ deliveryModeId: z.string().max(100), profileId: z.string().max(100) });
const reportCell = z.union([z.string().max(10_000), z.number(), z.null()]);
const runs = defineCall<{ runs: ImportRun[] }>();

/** Which orders of a run a page shows. */
export const importRowKinds = ['all', 'waiting', 'differs', 'failed', 'unpaid', 'done'] as const;

export const importsCalls = {
  /** Takes a file in and keeps it. Fault `invalid-file`, with `details.file` of `orderFileFaults`. */
  open: defineCall<ImportFile>()(
    z.object({
      name: z.string().max(400),
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= largestOrderFile),
    }),
  ),
  /** Rows copied from a spreadsheet. */
  paste: defineCall<ImportFile>()(z.object({ text: z.string().min(1).max(5_000_000) })),
  /** Reads a kept file again, as another encoding or from another sheet. */
  reread: defineCall<ImportFile>()(z.object({ fileId: id, encoding: z.string().max(40).nullable(), sheet: z.string().max(200).nullable() })),
  /** Puts the rows of a table together to orders and checks each of them. Nothing is sent. */
  check: defineCall<ImportCheck>()(
    z.object({
      fileId: id,
      mapping: importMapping,
      defaults,
      from: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
      only: z.enum(['all', 'faulty', 'warned']).default('all'),
    }),
  ),
  /** Begins a run, once: the same id again gives the same run. Faulty orders are not sent; they stand in the report. */
  start: defineCall<ImportRun>()(z.object({ id, fileId: id, mapping: importMapping, defaults, pays: z.boolean() })),
  runs: runs(z.object({})),
  run: defineCall<ImportRun>()(one),
  rows: defineCall<{ rows: ImportRow[]; next: number | null }>()(
    one.extend({
      show: z.enum(importRowKinds).default('all'),
      from: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
  ),
  pause: defineCall<ImportRun>()(one),
  resume: defineCall<ImportRun>()(one),
  /** Ends it: what was not sent never will be. What is on its way is still followed to its end. */
  stop: defineCall<ImportRun>()(one),
  /** Accepts all orders of the run that differ, or those named; with a paying run they are paid. */
  accept: defineCall<ImportRun>()(one.extend({ sentIds: z.array(id).max(1000).nullable() })),
  /**
   * Every row of a run with what became of it, in the person's words, saved where they say; `saved` is false when they
   * cancelled. The page puts the words together, since it has them; main writes the file.
   */
  saveReport: defineCall<{ saved: boolean; name: string }>()(
    one.extend({ format: z.enum(['csv', 'xlsx']), columns: z.array(z.string().max(200)).max(50), rows: z.array(z.array(reportCell)).max(200_000) }),
  ),
  /** The file as it was taken in, saved where the person says. */
  saveFile: defineCall<{ saved: boolean; name: string }>()(one),
};
