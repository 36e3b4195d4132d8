import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Waits on the loopback interface for the browser of the system to come back (RFC 8252, 7.3). */
export interface LoopbackReturn {
  /** The return address: the literal 127.0.0.1, a port and a path that nobody can guess. A secret. */
  url: string;
  /** Resolves to the return address as it was called, once; never, when `close` comes first. */
  returned: Promise<string>;
  close(): void;
}

/** A request line longer than this is refused. */
const longestTarget = 8_192;

/** `page` is the text that the browser shows afterwards, in the person's language. */
export async function openLoopbackReturn(page: { title: string; text: string }): Promise<LoopbackReturn> {
  const path = `/${randomBytes(32).toString('base64url')}`;
  let tell: (address: string) => void = () => {};
  const returned = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const server = createServer((request, response) => {
    const target = targetOf(request, host);
    if (target === null || !isSameText(target.pathname, path)) return refuse(response);
    response.writeHead(200, headers).end(pageOf(page));
    tell(target.href);
    // One shot: whoever calls again finds nobody.
    server.close();
  });
  server.maxConnections = 8;
  server.requestTimeout = 10_000;
  const port = await listen(server);
  const host = `127.0.0.1:${port}`;
  return {
    url: `http://${host}${path}`,
    returned,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Null for what is no plain request to this very host: a page elsewhere that was pointed here names its own. */
function targetOf(request: IncomingMessage, host: string): URL | null {
  const target = request.url ?? '';
  if (request.method !== 'GET' || request.headers.host !== host || target.length > longestTarget) return null;
  return target.startsWith('/') ? URL.parse(target, `http://${host}`) : null;
}

function isSameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

function refuse(response: ServerResponse): void {
  response.writeHead(404, { ...headers, 'content-type': 'text/plain' }).end();
}

function pageOf({ title, text }: { title: string; text: string }): string {
  return `<!DOCTYPE html><meta charset="utf-8"><title>${escaped(title)}</title><h1>${escaped(title)}</h1><p>${escaped(text)}</p>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
