import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { Breath } from '../breathe.ts';
import type { Report } from './report-csv.ts';
import {
  columnWidths,
  contentTypes,
  packageRelations,
  sheetEnd,
  sheetStart,
  styleOf,
  styles,
  workbookOf,
  workbookRelations,
} from './xlsx-parts.ts';

/** Rows that are written at a time. */
const rowsAtATime = 200;
/** Most characters of a cell, as Excel has it. */
const longestCell = 32_767;

/** A workbook of one sheet: a frozen header, columns as wide as their texts, texts as texts and never as formulas. */
export async function writeReportXlsx(report: Report): Promise<Uint8Array> {
  const zip = new ZipFile();
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageRelations,
    'xl/workbook.xml': workbookOf(Math.max(1, report.columns.length), report.rows.length + 1),
    'xl/_rels/workbook.xml.rels': workbookRelations,
    'xl/styles.xml': styles,
  };
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.addReadStream(Readable.from(sheetOf(report), { objectMode: false }), 'xl/worksheets/sheet1.xml');
  zip.end();
  return buffer(zip.outputStream);
}

async function* sheetOf({ columns, rows }: Report): AsyncGenerator<Buffer> {
  const breath = new Breath();
  const width = Math.max(1, columns.length);
  yield Buffer.from(sheetStart(columnWidths(columns, rows), width, rows.length + 1) + rowXml(columns, 1, styleOf.header));
  for (let at = 0; at < rows.length; at += rowsAtATime) {
    const some = rows.slice(at, at + rowsAtATime);
    yield Buffer.from(some.map((row, index) => rowXml(row, at + index + 2, styleOf.text)).join(''));
    await breath.take();
  }
  yield Buffer.from(sheetEnd(width, rows.length + 1));
}

function rowXml(cells: readonly (string | number | null)[], number: number, style: number): string {
  return `<row r="${number}">${cells.map((cell) => cellXml(cell, style)).join('')}</row>`;
}

function cellXml(cell: string | number | null, style: number): string {
  if (cell === null || cell === '') return '<c/>';
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c><v>${cell}</v></c>` : '<c/>';
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(cell.slice(0, longestCell))}</t></is></c>`;
}

/** Control characters are written as spreadsheets do, `_x0007_`; a text that looks so has its first sign written so. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')
    .replaceAll(/[^\t\n\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, codeOf)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function codeOf(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
