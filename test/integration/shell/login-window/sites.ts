import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './certificate.ts';

/** A page, or an answer of one's own. `to` is what the query of the request says. */
export type Answer = (to: string) => string | { status: number; location?: string; headers?: Record<string, string>; body?: string };

export interface Site extends AsyncDisposable {
  port: number;
  /** Requests so far, as `host/path`, in order, without those for an icon. */
  requests: string[];
  close(): Promise<void>;
}

/** Serves pages by their path, whatever the host: by https with a certificate of nobody, or by http. */
export async function serveSite(pages: Record<string, Answer>, scheme: 'http' | 'https'): Promise<Site> {
  const requests: string[] = [];
  const answer: RequestListener = (request, response) => {
    const url = new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? ''}`);
    if (url.pathname !== '/favicon.ico') requests.push(`${url.hostname}${url.pathname}`);
    const found = pages[url.pathname]?.(url.searchParams.get('to') ?? '') ?? { status: 404 };
    const { status, location, headers, body } = typeof found === 'string' ? { status: 200, body: found } : { body: '', ...found };
    const all = { 'content-type': 'text/html; charset=utf-8', ...(location === undefined ? {} : { location }), ...headers };
    response.writeHead(status, all).end(body);
  };
  const server = scheme === 'http' ? createServer(answer) : createSecureServer(selfSigned('site.example'), answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, requests, close, [Symbol.asyncDispose]: close };
}
