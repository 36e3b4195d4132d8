import { lookup } from 'node:dns';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { allowedPictureUrl, isPublicAddress } from './address-filter.ts';

export interface FetchedPicture {
  contentType: string;
  bytes: Buffer;
}

/** A picture that was not fetched; the message says why, for the log. */
class PictureRefusedError extends Error {
  override readonly name = 'PictureRefusedError';
}

const largestPicture = 8 * 1024 * 1024;
const timeLimitMs = 20_000;
const mostRedirects = 3;

/** What an `img` element shows. None of these can run a script there. */
export const pictureTypes: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
  'image/svg+xml': 'svg',
};

/**
 * Fetches a picture, following redirects within the same rules as the first address. Rejects when the address, the type
 * or the size is not one of a picture, and when the answer takes too long.
 */
export async function fetchPicture(address: string, practiceOrigin: string | null): Promise<FetchedPicture> {
  let next = address;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const url = allowedPictureUrl(next, practiceOrigin);
    if (url === null) throw new PictureRefusedError('the address is not one of the internet');
    const answer = await request(url, url.origin === practiceOrigin);
    const redirect = redirectOf(answer, url);
    if (redirect === null) return readPicture(answer);
    answer.destroy();
    next = redirect;
  }
  throw new PictureRefusedError('too many redirects');
}

function request(url: URL, isPractice: boolean): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'http:' ? getHttp : getHttps;
    const sent = get(
      url,
      {
        headers: { accept: 'image/*' },
        // Said, although it is the default: NODE_TLS_REJECT_UNAUTHORIZED of the environment would change that one.
        rejectUnauthorized: true,
        signal: AbortSignal.timeout(timeLimitMs),
        ...(isPractice ? {} : { lookup: lookupPublic }),
      },
      resolve,
    );
    sent.once('error', reject);
  });
}

/** Refuses a name that leads into a private network, whatever it looks like (DNS rebinding included). */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '');
    const [first] = addresses;
    if (first === undefined || addresses.some(({ address }) => !isPublicAddress(address))) {
      return callback(new PictureRefusedError('the name leads into a private network'), '');
    }
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

function redirectOf(answer: IncomingMessage, from: URL): string | null {
  const isRedirect = [301, 302, 303, 307, 308].includes(answer.statusCode ?? 0);
  const { location } = answer.headers;
  if (!isRedirect || location === undefined) return null;
  return URL.parse(location, from.href)?.href ?? '';
}

async function readPicture(answer: IncomingMessage): Promise<FetchedPicture> {
  try {
    const contentType = (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (answer.statusCode !== 200) throw new PictureRefusedError(`status ${answer.statusCode}`);
    if (!Object.hasOwn(pictureTypes, contentType)) throw new PictureRefusedError('the answer is not a picture');
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of answer as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > largestPicture) throw new PictureRefusedError('the picture is too large');
      parts.push(part);
    }
    return { contentType, bytes: Buffer.concat(parts) };
  } finally {
    answer.destroy();
  }
}
