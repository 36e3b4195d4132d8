import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BodyTooLarge } from './request.ts';

/** Answers one request; what it throws hangs up, except a body that is too large, which is told. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** An HTTP server of the loopback interface, which knows the names under which it may be addressed. */
export class LoopbackServer {
  readonly #server: Server;
  #hosts: readonly string[] = [];

  constructor(handle: RequestHandler) {
    this.#server = createServer((request, response) => {
      handle(request, response).catch((error: unknown) => {
        if (error instanceof BodyTooLarge) reply(response.setHeader('connection', 'close'), 413, 'text/plain', 'The body is too large');
        else response.destroy();
      });
    });
  }

  /** Takes a port of 127.0.0.1 (0 = any free one) and returns it; rejects with `EADDRINUSE` when it is taken. */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    const { port: taken } = this.#server.address() as AddressInfo;
    this.#hosts = [`127.0.0.1:${taken}`, `localhost:${taken}`];
    return taken;
  }

  /** Whether the request was meant for this server: a page of another site that was pointed here still names its own host. */
  isHost(host: string | undefined): boolean {
    return this.#hosts.includes(host ?? '');
  }

  /** Whether an `Origin` header names a page of this server. */
  isOrigin(origin: string): boolean {
    return this.#hosts.some((host) => origin === `http://${host}`);
  }

  /** Hangs up on everybody; a server that does not listen is closed already. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
    this.#server.closeAllConnections();
    await closed;
  }
}

/** Sends a whole answer. */
export function reply(response: ServerResponse, status: number, contentType: string, body: string): void {
  const bytes = Buffer.from(body, 'utf8');
  response.writeHead(status, { 'content-type': contentType, 'content-length': bytes.length, 'x-content-type-options': 'nosniff' });
  response.end(bytes);
}
