import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface SocketServer extends AsyncDisposable {
  /** Address with ws:, without a slash at the end. */
  url: string;
  /** Paths of the WebSockets that have arrived. */
  arrived: string[];
  /** Connections of any kind. */
  connections(): number;
  close(): Promise<void>;
}

/** Serves WebSockets on a free port of 127.0.0.1; each says "hello" once. */
export async function serveSockets(): Promise<SocketServer> {
  const arrived: string[] = [];
  let connections = 0;
  const server = createServer((_request, response) => response.writeHead(404).end());
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    connections += 1;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.on('upgrade', (request, socket) => {
    arrived.push(request.url ?? '');
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
    socket.on('error', () => socket.destroy());
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
    socket.write(Buffer.concat([Buffer.from([0x81, 5]), Buffer.from('hello')]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    connections: () => connections,
    close,
    [Symbol.asyncDispose]: close,
  };
}
