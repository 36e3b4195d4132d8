import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A server that says nothing and counts who comes: whoever reached it, reached out. */
export interface CountingServer {
  port: number;
  /** Connections so far, whatever was said over them. */
  connections(): number;
  close(): Promise<void>;
}

/** Listens on the loopback interface, on a port of its own. */
export async function startCountingServer(): Promise<CountingServer> {
  let connections = 0;
  const server: Server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => {});
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

/**
 * A switch of Chromium, to stand before the app: whoever asks for the return host comes to this server, by whatever port.
 * `warehouse-station.invalid` is the host of return addresses.
 */
export function leadReturnHostTo({ port }: CountingServer): string {
  return `--host-resolver-rules=MAP warehouse-station.invalid 127.0.0.1:${port}`;
}
