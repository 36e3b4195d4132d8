import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';

/** Node's request as axios calls it, watched: tells whether anything of the request can have reached the server. */
export interface WatchedRequest {
  /** For axios' `transport` setting. */
  readonly transport: {
    request(options: https.RequestOptions, onResponse: (response: http.IncomingMessage) => void): http.ClientRequest;
  };
  /** True once a connection stood, TLS included; before that no byte of the request has left. */
  hasConnected(): boolean;
}

export const connectTimeoutCode = 'CONNECT_TIMEOUT';

/** Watches one request and ends it when no connection stands after `connectTimeoutMs`. */
export function watchedRequest(connectTimeoutMs: number): WatchedRequest {
  let connected = false;

  function watch(request: http.ClientRequest, socket: Socket, readyEvent: 'connect' | 'secureConnect'): void {
    if (request.reusedSocket) {
      connected = true;
      return;
    }
    const timer = setTimeout(() => request.destroy(connectTimedOut()), connectTimeoutMs);
    socket.once(readyEvent, () => {
      connected = true;
      clearTimeout(timer);
    });
    request.once('close', () => clearTimeout(timer));
  }

  return {
    transport: {
      request(options, onResponse) {
        const isSecure = options.protocol === 'https:';
        const request = (isSecure ? https : http).request(options, onResponse);
        request.once('socket', (socket) => watch(request, socket, isSecure ? 'secureConnect' : 'connect'));
        return request;
      },
    },
    hasConnected: () => connected,
  };
}

function connectTimedOut(): Error {
  return Object.assign(new Error('No connection in time'), { code: connectTimeoutCode });
}
