import type { CdpSession, Protocol } from '../cdp/connection.ts';
import { originOf, translatePolicy } from './scheme-map.ts';

/** The request that a `protocol.handle` handler gets. */
export async function requestOf(
  cdp: CdpSession,
  paused: Protocol.Fetch.requestPausedPayload,
  url: string,
  headers: Record<string, string | string[]>,
): Promise<Request> {
  const { method } = paused.request;
  const flat = Object.entries(headers).map(([name, value]): [string, string] => [name, [value].flat().join(', ')]);
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers: flat });
  const body = await bodyOf(cdp, paused);
  return new Request(url, { method, headers: flat, ...(body === undefined ? {} : { body }) });
}

async function bodyOf(cdp: CdpSession, paused: Protocol.Fetch.requestPausedPayload): Promise<Buffer<ArrayBuffer> | undefined> {
  const entries = paused.request.postDataEntries;
  if (entries?.length) return Buffer.concat(entries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64')));
  if (!paused.request.hasPostData || paused.networkId === undefined) return undefined;
  const { postData } = await cdp.send('Network.getRequestPostData', { requestId: paused.networkId });
  return Buffer.from(postData);
}

type Fulfilment = Omit<Protocol.Fetch.fulfillRequestParameters, 'requestId'>;

/** A handler's response for Chromium; undefined for `Response.error()`. A streamed body is read to its end first. */
export async function fulfilmentOf(response: Response, url: string): Promise<Fulfilment | undefined> {
  if (response.type === 'error' || response.status === 0) return undefined;
  const body = Buffer.from(await response.arrayBuffer());
  const headers = [...response.headers].filter(([name]) => name !== 'content-encoding' && name !== 'content-length');
  const fulfilment: Fulfilment = {
    responseCode: response.status,
    responseHeaders: headers.map(([name, value]) => ({ name, value: translateHeader(name, value, url) })),
    body: body.toString('base64'),
  };
  if (response.statusText !== '') fulfilment.responsePhrase = response.statusText;
  return fulfilment;
}

function translateHeader(name: string, value: string, url: string): string {
  return name.startsWith('content-security-policy') && originOf(url) !== 'null' ? translatePolicy(value, url) : value;
}
