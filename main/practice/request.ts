import type { IncomingMessage } from 'node:http';

/** A request body may have this many bytes; XML parameters of thousands of ids fit. */
const LARGEST_BODY_BYTES = 4 * 1024 * 1024;

/** The body is larger than the platform reads. */
export class BodyTooLarge extends Error {}

/** Reads a whole body as UTF-8 text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LARGEST_BODY_BYTES) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Where a request goes, by its path (otapi.md 1.1). */
export type Destination =
  | { readonly kind: 'xml-method'; readonly methodName: string }
  | { readonly kind: 'json-method'; readonly methodName: string }
  | { readonly kind: 'picture'; readonly itemId: string }
  | { readonly kind: 'control'; readonly action: string }
  | { readonly kind: 'access' }
  | { readonly kind: 'nowhere' };

const ROUTES: readonly (readonly [RegExp, (name: string) => Destination])[] = [
  [/^\/(?:service|OtapiWebService2\.asmx)\/([A-Za-z0-9_]+)$/, (methodName) => ({ kind: 'xml-method', methodName })],
  [/^\/service-json\/([A-Za-z0-9_]+)$/, (methodName) => ({ kind: 'json-method', methodName })],
  [/^\/pictures\/([a-z0-9-]+)\.svg$/, (itemId) => ({ kind: 'picture', itemId })],
  [/^\/practice\/control\/([a-z-]+)$/, (action) => ({ kind: 'control', action })],
];

export function destinationOf(path: string): Destination {
  if (path === '/practice/access') return { kind: 'access' };
  for (const [pattern, make] of ROUTES) {
    const name = pattern.exec(path)?.[1];
    if (name !== undefined) return make(name);
  }
  return { kind: 'nowhere' };
}

/** The parameters of a call, from the query and, with POST, from the form. The first value of a name counts. */
export function parametersOf(query: URLSearchParams, form: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of [...new URLSearchParams(form), ...query]) {
    if (!parameters.has(name)) parameters.set(name, value);
  }
  return parameters;
}
