import type { IncomingMessage } from 'node:http';
import { readBody } from '../request.ts';

/** One request of a browser, read. */
export interface Visit {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
  /** The `Origin` header; browsers send it with every POST. */
  readonly origin: string | null;
}

/** Reads a request; what is no form has no fields. */
export async function readVisit(request: IncomingMessage): Promise<Visit> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  const body = request.method === 'POST' ? await readBody(request) : '';
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    form: new URLSearchParams(isForm ? body : ''),
    cookies: readCookies(request.headers.cookie ?? ''),
    origin: request.headers.origin ?? null,
  };
}

/** The cookies of a `Cookie` header; of a name sent twice the first counts. */
export function readCookies(header: string): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header.split(';')) {
    const end = pair.indexOf('=');
    if (end === -1) continue;
    const name = pair.slice(0, end).trim();
    if (!cookies.has(name)) cookies.set(name, pair.slice(end + 1).trim());
  }
  return cookies;
}
