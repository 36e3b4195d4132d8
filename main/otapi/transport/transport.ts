import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { create as createAxios, type AxiosInstance } from 'axios';
import type { CallScope } from '../call-scope.ts';
import { OtapiError } from '../error.ts';
import { readBody } from './response-body.ts';
import { failureOf, statusError, timeoutError } from './transport-failure.ts';
import { watchedRequest } from './watched-request.ts';

/** Carries one request to OT Platform and the bytes of its answer back. */
export interface Transport {
  /** One attempt; rejects with `OtapiError` only. */
  send(method: string, form: string, scope: CallScope): Promise<Uint8Array>;
  close(): void;
}

export interface TransportOptions {
  address: string;
  /** For one attempt, from connecting to the last byte. */
  timeoutMs: number;
  connectTimeoutMs: number;
  maximumConnections: number;
}

/** Idle connections are dropped before a server does it, which would lose the request that is just being sent. */
const idleConnectionMs = 4_000;

export function createTransport(options: TransportOptions): Transport {
  const agentOptions = { keepAlive: true, maxSockets: options.maximumConnections, timeout: idleConnectionMs };
  const httpAgent = new http.Agent(agentOptions);
  // Said, although it is the default: NODE_TLS_REJECT_UNAUTHORIZED of the environment would change that one.
  const httpsAgent = new https.Agent({ ...agentOptions, rejectUnauthorized: true });
  const client = createHttpClient(options.address, httpAgent, httpsAgent);

  return {
    async send(method, form, scope) {
      const watched = watchedRequest(options.connectTimeoutMs);
      const timeOver = AbortSignal.timeout(options.timeoutMs);
      try {
        const response = await client.post<Readable>(methodUrl(options.address, method), form, {
          transport: watched.transport,
          signal: AbortSignal.any([scope.signal, timeOver]),
        });
        if (response.status !== 200) {
          response.data.destroy();
          throw statusError(method, response.status);
        }
        return await readBody(response.data);
      } catch (error) {
        if (error instanceof OtapiError) throw error;
        const outcomeUnknown = watched.hasConnected();
        if (scope.signal.aborted) throw scope.ended(method, outcomeUnknown);
        if (timeOver.aborted) throw timeoutError(method, outcomeUnknown, 'no whole answer in time');
        throw failureOf(error, method, outcomeUnknown);
      }
    },
    close() {
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
}

/** Redirects are not followed: a form with the instance key must not go to another host than the one configured. */
function createHttpClient(address: string, httpAgent: http.Agent, httpsAgent: https.Agent): AxiosInstance {
  return createAxios({
    adapter: 'http',
    httpAgent,
    httpsAgent,
    ...(isLoopback(address) && { proxy: false }),
    maxRedirects: 0,
    responseType: 'stream',
    validateStatus: () => true,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
      Accept: 'text/xml, application/xml',
    },
  });
}

/** The practice platform is on this machine, where no proxy of the environment leads. */
function isLoopback(address: string): boolean {
  const host = new URL(address).hostname;
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}

/** The method's name is the last segment of the path (section 1.1), whether or not the address ends in a slash. */
function methodUrl(address: string, method: string): string {
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${method}`;
  url.search = '';
  url.hash = '';
  return url.href;
}
