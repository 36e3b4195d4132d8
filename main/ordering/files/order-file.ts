import type { OrderDraft } from '../../../preload/contract/index.ts';

/** Most rows under the header. */
export const mostRows = 100_000;
/** Most columns. */
export const mostColumns = 500;

/** Why a file cannot be read; the words for people are the pages'. */
export const orderFileFaults = [
  'empty',
  'too-large',
  'too-many-rows',
  'too-many-columns',
  'not-recognised',
  'encoding',
  'csv-quote',
  'csv-record-too-long',
  'xml-malformed',
  'xml-doctype',
  'xml-root',
  'xml-unknown-element',
  'xml-unknown-attribute',
  'xml-duplicate-element',
  'xml-unexpected-text',
  'xml-missing-element',
  'xml-value',
  'xlsx-damaged',
  'xlsx-protected',
  'xlsx-too-large-unpacked',
  'xlsx-no-such-sheet',
  'xls-old-format',
] as const;
export type OrderFileFaultCode = (typeof orderFileFaults)[number];

/** A file that cannot be read. Lines, rows and columns in the details count from 1, offsets of bytes from 0. */
export class OrderFileFault extends Error {
  override readonly name = 'OrderFileFault';
  readonly code: OrderFileFaultCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: OrderFileFaultCode, details: Readonly<Record<string, string | number>> = {}) {
    super(`The file of orders cannot be read: ${code}.`);
    this.code = code;
    this.details = details;
  }
}

/** A row of a file. */
export interface TableRow {
  /** As a spreadsheet shows it, from 1. */
  number: number;
  /** One for each column, as shown. */
  cells: string[];
  /** Positions of the cells whose number the spreadsheet has rounded, so that digits of an id are lost. */
  rounded?: readonly number[];
}

export interface Table {
  /** Names, all different; a column without a name has a spreadsheet's letters. */
  columns: string[];
  rows: TableRow[];
}

/** Encodings in which a CSV file can be read. */
export const tableEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'gb18030'] as const;
export type TableEncoding = (typeof tableEncodings)[number];

export type OrderFile =
  | { kind: 'table'; format: 'csv'; encoding: TableEncoding; table: Table }
  /** `sheets` are the visible ones; `sheet` is the one that was read. */
  | { kind: 'table'; format: 'xlsx'; sheets: string[]; sheet: string; table: Table }
  | { kind: 'orders'; format: 'xml'; orders: OrderDraft[] };
