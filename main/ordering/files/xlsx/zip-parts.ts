import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { OrderFileFault } from '../order-file.ts';

/** Most bytes that are unpacked of one file; a workbook of 100,000 rows needs half of it. */
const mostUnpacked = 160 * 1024 * 1024;
const mostParts = 10_000;

/**
 * The parts of a workbook's container. Their sizes are added up before they are unpacked, so that a small file that unpacks
 * to gigabytes does no harm; where a part has more than it says, yauzl ends it.
 */
export class ZipParts {
  readonly #file: ZipFile;
  readonly #entries = new Map<string, Entry>();
  #unpacked = 0;

  private constructor(file: ZipFile) {
    this.#file = file;
  }

  /** Throws an `OrderFileFault`. */
  static async open(bytes: Uint8Array): Promise<ZipParts> {
    try {
      const file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true });
      if (file.entryCount > mostParts) throw new OrderFileFault('xlsx-damaged', { part: 'directory' });
      const parts = new ZipParts(file);
      for await (const entry of file.eachEntry()) parts.#entries.set(entry.fileName.toLowerCase(), entry);
      return parts;
    } catch (error) {
      throw damaged(error, 'directory');
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The bytes of a part, as they are unpacked; none when there is no such part. Throws an `OrderFileFault`. */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return;
    if (entry.isEncrypted()) throw new OrderFileFault('xlsx-protected');
    this.#unpacked += entry.uncompressedSize;
    if (this.#unpacked > mostUnpacked) throw new OrderFileFault('xlsx-too-large-unpacked', { max: mostUnpacked });
    try {
      const stream: AsyncIterable<Uint8Array> = await this.#file.openReadStreamPromise(entry);
      yield* stream;
    } catch (error) {
      throw damaged(error, name);
    }
  }
}

function damaged(error: unknown, part: string): OrderFileFault {
  return error instanceof OrderFileFault ? error : new OrderFileFault('xlsx-damaged', { part });
}
