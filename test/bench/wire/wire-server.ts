import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startPracticePlatform } from '../../../main/practice/index.ts';

/**
 * A practice platform behind a server that keeps the pages of order lines it has once given, and gives them again from
 * memory: a fill that is measured then waits for the wire, not for a platform that composes XML on the same processors.
 * Everything else goes through to the platform. Runs in a process of its own (`wire-process.ts`) and prints its origin.
 */
const [lines = '20000'] = process.argv.slice(2);
const platform = await startPracticePlatform({ lines: Number(lines) });
const pages = new Map<string, Buffer>();

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', platform.origin);
  if (url.pathname === '/bench/page') return givePage(response, pages.get(url.searchParams.get('frame') ?? ''));
  const body = await bodyOf(request);
  const frame = url.pathname.endsWith('/SearchOrderLines') ? frameOf(body) : null;
  const kept = frame === null ? undefined : pages.get(frame);
  if (kept) return givePage(response, kept);
  const there = forward(url, { method: request.method ?? 'GET', headers: { ...request.headers, host: url.host } }, (answered) => {
    const chunks: Buffer[] = [];
    answered.on('data', (chunk: Buffer) => chunks.push(chunk));
    answered.on('end', () => {
      const bytes = Buffer.concat(chunks);
      if (frame !== null && answered.statusCode === 200 && bytes.includes('<ErrorCode>Ok<')) pages.set(frame, bytes);
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      response.end(bytes);
    });
  });
  there.once('error', (error) => response.destroy(error));
  there.end(body);
}

function givePage(response: ServerResponse, page: Buffer | undefined): void {
  response.writeHead(page ? 200 : 404, { 'content-type': 'text/xml; charset=utf-8' });
  response.end(page);
}

/** `position/size` of a search for all lines; null for one that looks for something. */
function frameOf(body: Buffer): string | null {
  const form = new URLSearchParams(body.toString());
  const isForAll = /^<\w+\/>$/.test(form.get('xmlSearchParameters') ?? '');
  return isForAll ? `${form.get('framePosition')}/${form.get('frameSize')}` : null;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`origin http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.on('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
  platform.close().then(() => process.exit(0), () => process.exit(1));
});
