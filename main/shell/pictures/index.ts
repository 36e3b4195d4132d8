import { join } from 'node:path';
import type { StationLog } from '../../station/index.ts';
import { fetchPicture, type FetchedPicture } from './fetch-picture.ts';
import { createPictureStore } from './picture-store.ts';

/** Serves the pictures of goods to our pages: from disk, else fetched by main and kept. */
export interface Pictures {
  /** Answers `/pictures/<lineId>`; the id comes as it stands in the address. */
  serve(encodedLineId: string): Promise<Response>;
}

export interface PictureSurroundings {
  profile: string;
  /** Address of a line's picture as the cache has it, or null. */
  addressOf: (lineId: string) => string | null;
  /** Origin of the practice platform in use, the only one on this machine that pictures may come from. */
  practiceOrigin: () => string | null;
  log: StationLog;
}

const diskLimit = 400 * 1024 * 1024;
/** A picture that could not be fetched is not asked for again within this time. */
const retryAfterMs = 60_000;
const atOnce = 4;

/** A picture is shown by an `img` element only; opened as a page it would be nobody's and could do nothing. */
const pictureHeaders = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};

export function createPictures({ profile, addressOf, practiceOrigin, log }: PictureSurroundings): Pictures {
  const store = createPictureStore(join(profile, 'pictures'), diskLimit);
  const failedAt = new Map<string, number>();
  const underWay = new Map<string, Promise<FetchedPicture | null>>();
  const queue = createQueue(atOnce);

  /** Two lines with one picture fetch it once. */
  function obtain(address: string): Promise<FetchedPicture | null> {
    const running = underWay.get(address) ?? queue(() => readOrFetch(address)).finally(() => underWay.delete(address));
    underWay.set(address, running);
    return running;
  }

  async function readOrFetch(address: string): Promise<FetchedPicture | null> {
    const kept = await store.read(address);
    if (kept !== null) return kept;
    if (Date.now() - (failedAt.get(address) ?? 0) < retryAfterMs) return null;
    try {
      const picture = await fetchPicture(address, practiceOrigin());
      failedAt.delete(address);
      await store.write(address, picture).catch((error: unknown) => log.warn({ error }, 'A picture could not be kept'));
      return picture;
    } catch (error) {
      failedAt.set(address, Date.now());
      log.debug({ error, address }, 'A picture could not be fetched');
      return null;
    }
  }

  return {
    async serve(encodedLineId) {
      const lineId = decode(encodedLineId);
      const address = lineId === null ? null : addressOf(lineId);
      const picture = address === null || address === '' ? null : await obtain(address);
      if (picture === null) return new Response(null, { status: 404, headers: pictureHeaders });
      const headers = { ...pictureHeaders, 'Content-Type': picture.contentType };
      return new Response(new Uint8Array(picture.bytes), { headers });
    },
  };
}

/** Runs at most `size` works at a time, in the order they came. */
function createQueue(size: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= size) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
