import { StationFault } from '../../../preload/contract/index.ts';
import { OrderFileFault, readOrderFile, readPastedRows, tableEncodings, type OrderFile } from '../files/index.ts';
import type { FileStore, StoredFile } from './file-store.ts';

/** Reads kept files, the last of them from memory, since a person looks at one again and again before it is sent. */
export interface FileReader {
  /** One that is not kept yet; `format` only of what is no file. */
  readNew(format: StoredFile['format'] | null, bytes: Uint8Array): Promise<OrderFile>;
  remember(file: StoredFile, read: OrderFile): void;
  /** Throws an `OrderFileFault` when it cannot be read in the way that it says. */
  read(file: StoredFile): Promise<OrderFile>;
}

type Reading = Pick<StoredFile, 'format' | 'encoding' | 'sheet'>;

export function createFileReader(files: Pick<FileStore, 'bytes'>): FileReader {
  let last: { key: string; read: OrderFile } | null = null;

  async function readBytes({ format, encoding, sheet }: Reading, bytes: Uint8Array): Promise<OrderFile> {
    if (format === 'pasted') {
      const table = await readPastedRows(new TextDecoder().decode(bytes));
      return { kind: 'table', format: 'csv', encoding: 'utf-8', table };
    }
    const known = tableEncodings.find((each) => each === encoding);
    return readOrderFile({ bytes, ...(known !== undefined && { encoding: known }), ...(sheet !== null && { sheet }) });
  }

  return {
    readNew: (format, bytes) => readBytes({ format: format ?? 'csv', encoding: null, sheet: null }, bytes),
    remember(file, read) {
      last = { key: keyOf(file), read };
    },
    async read(file) {
      const key = keyOf(file);
      if (last?.key === key) return last.read;
      const read = await readBytes(file, files.bytes(file.id));
      last = { key, read };
      return read;
    },
  };
}

function keyOf({ id, encoding, sheet }: StoredFile): string {
  return JSON.stringify([id, encoding, sheet]);
}

/** Tells a page why a file cannot be read. */
export async function asInvalidFile<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof OrderFileFault)) throw error;
    throw new StationFault({ code: 'invalid-file', details: { file: error.code, ...error.details } });
  }
}
