import { createServer, type RequestListener, type Server } from 'node:http';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPictures, type Pictures } from '../../../main/shell/pictures/index.ts';
import { lookupPublic } from '../../../main/shell/pictures/fetch-picture.ts';
import { createPictureStore } from '../../../main/shell/pictures/picture-store.ts';
import { serveSite } from './login-window/sites.ts';

const jpeg = Buffer.from('not really a jpeg, but it is served as one');
const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn(), registerSecret: vi.fn() };

let profile: string;
let server: Server;
let origin: string;
let asked: string[];
let answer: RequestListener;

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'station-pictures-'));
  asked = [];
  answer = (_request, response) => void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(jpeg);
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(profile, { recursive: true, force: true });
});

/** Pictures of lines whose ids are paths at the server. */
function pictures(practiceOrigin: string | null = origin, addressOf = (lineId: string): string | null => origin + lineId): Pictures {
  return createPictures({ profile, addressOf, practiceOrigin: () => practiceOrigin, log });
}

const ask = (from: Pictures, lineId: string): Promise<Response> => from.serve(encodeURIComponent(lineId));

describe('a picture of goods', () => {
  it('is fetched once and shown', async () => {
    const shown = pictures();
    const both = await Promise.all([ask(shown, '/1.jpg'), ask(shown, '/1.jpg')]);
    for (const response of both) {
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('image/jpeg');
      expect(Buffer.from(await response.arrayBuffer())).toEqual(jpeg);
    }
    expect(asked).toEqual(['/1.jpg']);
  });

  it('can do nothing when it is opened as a page', async () => {
    answer = (_request, response) => void response.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg><script/></svg>');
    const response = await ask(pictures(), '/1.svg');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is shown offline at a later start', async () => {
    await ask(pictures(), '/1.jpg');
    answer = (_request, response) => void response.destroy();
    const response = await ask(pictures(), '/1.jpg');
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(jpeg);
    expect(asked).toHaveLength(1);
  });

  it('follows a redirect within the rules', async () => {
    answer = (request, response) => {
      if (request.url === '/1.jpg') response.writeHead(302, { location: '/2.jpg' }).end();
      else response.writeHead(200, { 'content-type': 'image/png' }).end(jpeg);
    };
    expect((await ask(pictures(), '/1.jpg')).headers.get('content-type')).toBe('image/png');
  });

  const refused: [string, RequestListener][] = [
    ['is not of a picture type', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>')],
    ['has no type', (_request, response) => void response.writeHead(200).end(jpeg)],
    ['is not there', (_request, response) => void response.writeHead(404, { 'content-type': 'image/jpeg' }).end(jpeg)],
    ['leads to another place of this machine', (_request, response) => void response.writeHead(302, { location: 'http://127.0.0.1:9/1.jpg' }).end()],
    ['leads into the local network', (_request, response) => void response.writeHead(302, { location: 'https://192.168.0.1/1.jpg' }).end()],
    ['leads round in a circle', (_request, response) => void response.writeHead(302, { location: '/1.jpg' }).end()],
    ['is larger than a picture is', (_request, response) => void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(Buffer.alloc(9 * 1024 * 1024))],
    ['breaks off', (_request, response) => void response.destroy()],
  ];
  it.each(refused)('is not shown when the answer %s', async (_why, listener) => {
    answer = listener;
    const response = await ask(pictures(), '/1.jpg');
    expect(response.status).toBe(404);
    expect(readdirSync(profile)).toEqual([]);
  });

  it('is not fetched from this machine outside of practice mode', async () => {
    expect((await ask(pictures(null), '/1.jpg')).status).toBe(404);
    expect(asked).toEqual([]);
  });

  it.each(['1', '0'])('is not fetched from a server whose certificate nobody vouches for (NODE_TLS_REJECT_UNAUTHORIZED=%s)', async (value) => {
    await using site = await serveSite({ '/1.jpg': () => ({ status: 200, headers: { 'content-type': 'image/jpeg' }, body: 'x' }) }, 'https');
    // Node warns of the variable once.
    vi.spyOn(process, 'emitWarning').mockReturnValue();
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', value);
    const secureOrigin = `https://127.0.0.1:${site.port}`;
    expect((await ask(pictures(secureOrigin, (lineId) => secureOrigin + lineId), '/1.jpg')).status).toBe(404);
    expect(site.requests).toEqual([]);
  });

  it('is not asked for again at once after a failure', async () => {
    answer = (_request, response) => void response.destroy();
    const shown = pictures();
    await ask(shown, '/1.jpg');
    await ask(shown, '/1.jpg');
    expect(asked).toHaveLength(1);
  });

  it.each(['%', '%E0%A4%A', 'unknown'])('of the line %j does not exist', async (encoded) => {
    expect((await pictures(origin, () => null).serve(encoded)).status).toBe(404);
  });
});

describe('a name that leads into a private network', () => {
  it.each([{ all: true }, { all: false }, {}])('is not connected to (%o)', async (options) => {
    const error = await new Promise((resolve) => lookupPublic('localhost', options, resolve));
    expect(error).toMatchObject({ name: 'PictureRefusedError' });
  });
});

describe('the pictures on disk', () => {
  it.skipIf(process.platform === 'win32')('are for the user alone', async () => {
    const folder = join(profile, 'pictures');
    await createPictureStore(folder, 1000).write('a', { contentType: 'image/png', bytes: Buffer.alloc(3) });
    const kept = readdirSync(folder).map((name) => join(folder, name));
    expect(kept).toHaveLength(1);
    expect([folder, ...kept].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
  });

  it('make room for new ones, those shown longest ago first', async () => {
    const folder = join(profile, 'pictures');
    const store = createPictureStore(folder, 1000);
    const picture = { contentType: 'image/png', bytes: Buffer.alloc(300) };
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      for (const [at, address] of ['a', 'b', 'c'].entries()) {
        vi.setSystemTime(1_000_000 + at * 1000);
        await store.write(address, picture);
      }
      vi.setSystemTime(1_010_000);
      await store.read('a');
      vi.setSystemTime(1_011_000);
      await store.write('d', picture);
    } finally {
      vi.useRealTimers();
    }
    expect(await store.read('b')).toBeNull();
    expect(await store.read('a')).not.toBeNull();
    expect(readdirSync(folder)).toHaveLength(3);
  });
});
