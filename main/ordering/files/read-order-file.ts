import { largestOrderFile } from '../../../preload/contract/index.ts';
import { Breath } from './breathe.ts';
import { decodeText } from './decode-text.ts';
import { OrderFileFault, type OrderFile, type TableEncoding } from './order-file.ts';
import { findEncoding } from './tables/find-encoding.ts';
import { readCsv } from './tables/read-csv.ts';
import { tableOfRows } from './tables/table-of-rows.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';
import { readOrderXml } from './xml/read-order-xml.ts';

export interface OrderFileToRead {
  bytes: Uint8Array;
  /** Of a CSV file, where a person has chosen it; else the likeliest one is taken. */
  encoding?: TableEncoding;
  /** Of an XLSX file; else the first visible one with something in it. */
  sheet?: string;
}

/**
 * Reads a file of orders. What it is, its bytes tell, since names often lie. The main process goes on meanwhile: the work
 * pauses every few milliseconds. Throws an `OrderFileFault`.
 */
export async function readOrderFile({ bytes, encoding, sheet }: OrderFileToRead): Promise<OrderFile> {
  if (bytes.length === 0) throw new OrderFileFault('empty');
  if (bytes.length > largestOrderFile) throw new OrderFileFault('too-large', { max: largestOrderFile, size: bytes.length });
  const breath = new Breath();
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(bytes, sheet, breath);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldOrProtected(bytes);
  // A PDF is text at first sight.
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw new OrderFileFault('not-recognised', { found: 'pdf' });
  const taken = encoding ?? findEncoding(bytes);
  const head = new TextDecoder(taken).decode(bytes.subarray(0, 4096)).trimStart();
  if (isPage(head)) throw new OrderFileFault('not-recognised', { found: 'html' });
  if (head.startsWith('<')) return { kind: 'orders', format: 'xml', orders: await readOrderXml(bytes, breath) };
  refuseOthers(head);
  const rows = await readCsv(await decodeText(bytes, taken, breath), breath);
  return { kind: 'table', format: 'csv', encoding: taken, table: await tableOfRows(rows, breath) };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, position) => bytes[position] === byte);
}

/** Excel puts a workbook with a password into the container of its old format. */
function oldOrProtected(bytes: Uint8Array): OrderFileFault {
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return new OrderFileFault(isEncrypted ? 'xlsx-protected' : 'xls-old-format');
}

/** Some programs write a page and call it a workbook. */
function isPage(head: string): boolean {
  return /^<(?:!doctype\s+html|html|head|body|table|meta)\b/i.test(head);
}

const controlCharacter = /[^\t\n\v\f\r\u0020-\uFFFF]/;

/** What is plainly something else would make a table of nonsense. */
function refuseOthers(head: string): void {
  if (controlCharacter.test(head)) throw new OrderFileFault('not-recognised', { found: 'binary' });
  if (head.startsWith('{\\rtf')) throw new OrderFileFault('not-recognised', { found: 'office' });
  if (/^(?:\{\s*["}]|\[\s*["{[])/.test(head)) throw new OrderFileFault('not-recognised', { found: 'json' });
}
