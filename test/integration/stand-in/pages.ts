import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void);

export interface Pages extends AsyncDisposable {
  /** Address without a slash at the end. */
  url: string;
  /** Paths requested so far, in order, without /favicon.ico. */
  requests: string[];
  hits(path: string): number;
  close(): Promise<void>;
}

/** Serves pages on a free port of 127.0.0.1; a text is a page's HTML. */
export async function servePages(pages: Record<string, Answer>): Promise<Pages> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\?.*$/, '');
    requests.push(path);
    const answer = pages[path];
    if (answer === undefined) {
      response.writeHead(404).end('nothing here');
    } else if (typeof answer === 'string') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answer);
    } else {
      answer(request, response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    hits: (path) => requests.filter((requested) => requested === path).length,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** An answer that sends the browser elsewhere. */
export function redirectTo(location: string, status = 302): Answer {
  return (_request, response) => {
    response.writeHead(status, { location }).end();
  };
}
