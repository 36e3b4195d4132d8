import { deflateRawSync, crc32 } from 'node:zlib';
import { OrderFileFault, readOrderFile, type OrderFileToRead, type Table } from '../../../main/ordering/files/index.ts';

/** The table of a file that is one. */
export async function tableOf(content: string | Uint8Array, options: Omit<OrderFileToRead, 'bytes'> = {}): Promise<Table> {
  const file = await readOrderFile({ bytes: typeof content === 'string' ? Buffer.from(content) : content, ...options });
  if (file.kind !== 'table') throw new Error('The file has no table.');
  return file.table;
}

/** Code and details of the fault that reading ends with. */
export async function faultOf(content: string | Uint8Array, options: Omit<OrderFileToRead, 'bytes'> = {}): Promise<{ code: string; details: unknown }> {
  try {
    await readOrderFile({ bytes: typeof content === 'string' ? Buffer.from(content) : content, ...options });
  } catch (error) {
    if (error instanceof OrderFileFault) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('The file was read.');
}

/** How often others have their turn while something is under way. */
export async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  await work();
  clearInterval(timer);
  return turns;
}

export const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook of one sheet with these rows (`<row>…`), by default with nothing else. */
export function workbookOf(rows: string, more: Record<string, string> = {}): Uint8Array {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  return zipOf({
    '_rels/.rels': `<Relationships>${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${namespace} xmlns:r="${relations}"><workbookPr date1904="0"/><sheets><sheet name="One" sheetId="1" r:id="s1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('s1', 'worksheet', 'worksheets/sheet1.xml')}${relation('s2', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('s3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${namespace}><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  });
}

/** A ZIP file; `sizes` lies about the unpacked size of parts. */
export function zipOf(parts: Record<string, string | Uint8Array>, sizes: Record<string, number> = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const size = sizes[name] ?? data.length;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end]);
}
