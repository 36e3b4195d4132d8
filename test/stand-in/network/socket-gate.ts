import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { mappedAddress } from './host-rules.ts';
import type { OwnerPage } from './request-owners.ts';
import type { RequestAnswer } from './web-request.ts';

/** A WebSocket before it is connected. */
export interface SocketRequest {
  /** With ws: or wss:. The path of a wss: address is known only when a page, not a worker, has made the socket. */
  url: string;
  /** The page that has made it; undefined for a worker's. */
  page: OwnerPage | undefined;
}

interface Created {
  url: URL;
  page: OwnerPage | undefined;
}

/** How long to wait to hear which page has made a socket, in milliseconds; of a worker's it is never heard. */
const patience = 300;

/**
 * Chromium's protocol holds no WebSockets. But Chromium can be told to connect them, and nothing else, through a SOCKS
 * server: this one, which asks before it connects, whatever frame or worker the socket is of.
 */
export class SocketGate {
  readonly #ask: (request: SocketRequest) => Promise<RequestAnswer>;
  readonly #hostRules: () => string;
  #created: Created[] = [];
  #onCreated: (() => void)[] = [];
  #rules: Promise<string> | undefined;
  readonly #open = new Set<net.Socket>();

  /** `hostRules` gives Chromium's host-resolver-rules, which hold for sockets too. */
  constructor(ask: (request: SocketRequest) => Promise<RequestAnswer>, hostRules: () => string) {
    this.#ask = ask;
    this.#hostRules = hostRules;
  }

  /** Chromium's proxy rules by which WebSockets come here and everything else goes its own way. */
  rules(): Promise<string> {
    this.#rules ??= this.#listen().then((port) => `http=direct://;https=direct://;socks=socks5://127.0.0.1:${port}`);
    return this.#rules;
  }

  /** Told when a page makes a socket. */
  created(url: string, page: OwnerPage | undefined): void {
    if (!URL.canParse(url)) return;
    this.#created.push({ url: new URL(url), page });
    for (const listener of this.#onCreated) listener();
    this.#onCreated = [];
  }

  closeAll(): void {
    for (const socket of this.#open) socket.destroy();
  }

  async #listen(): Promise<number> {
    const server = net.createServer((socket) => {
      this.#open.add(socket);
      socket.on('close', () => this.#open.delete(socket));
      socket.on('error', () => socket.destroy());
      this.#serve(socket).catch(() => socket.destroy());
    });
    server.unref();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  async #serve(socket: net.Socket): Promise<void> {
    const { host, port } = await negotiate(socket);
    const first = await read(socket, (bytes) => bytes[0] === tlsHandshake || bytes.includes('\r\n\r\n'));
    const isSecure = first[0] === tlsHandshake;
    const path = isSecure ? undefined : (/^GET (\S+) HTTP/.exec(first.toString('latin1'))?.[1] ?? '/');
    const address = new URL(`${isSecure ? 'wss' : 'ws'}://${net.isIPv6(host) ? `[${host}]` : host}:${port}${path ?? '/'}`);
    const made = await this.#maker(address, path !== undefined);
    const { cancel } = await this.#ask({ url: made?.url.href ?? address.href, page: made?.page });
    const target = cancel ? undefined : mappedAddress(this.#hostRules(), { host, port });
    if (!target) {
      socket.destroy();
      return;
    }
    const server = net.connect(target.port, target.host, () => {
      server.write(first);
      socket.pipe(server).pipe(socket);
    });
    server.on('error', () => socket.destroy());
    server.on('close', () => socket.destroy());
    socket.on('close', () => server.destroy());
  }

  async #maker(address: URL, pathIsKnown: boolean): Promise<Created | undefined> {
    const isIt = ({ url }: Created): boolean =>
      url.protocol === address.protocol && url.host === address.host && (!pathIsKnown || url.pathname + url.search === address.pathname + address.search);
    const end = Date.now() + patience;
    while (!this.#created.some(isIt) && Date.now() < end) await this.#nextCreated(end - Date.now());
    const index = this.#created.findIndex(isIt);
    return index < 0 ? undefined : this.#created.splice(index, 1)[0];
  }

  #nextCreated(atMost: number): Promise<void> {
    return new Promise((resolve) => {
      this.#onCreated.push(resolve);
      setTimeout(resolve, atMost);
    });
  }
}

const tlsHandshake = 0x16;

/** Agrees with Chromium on SOCKS 5 without a password (RFC 1928), and reads where it wants to go. */
async function negotiate(socket: net.Socket): Promise<{ host: string; port: number }> {
  await read(socket, (bytes) => bytes.length >= 2 && bytes.length >= 2 + (bytes[1] ?? 0));
  socket.write(Buffer.from([5, 0]));
  const request = await read(socket, (bytes) => bytes.length >= 5 && bytes.length >= addressEnd(bytes) + 2);
  const end = addressEnd(request);
  const kind = request[3];
  const address = request.subarray(kind === 3 ? 5 : 4, end);
  const port = request.readUInt16BE(end);
  socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
  if (kind === 3) return { host: address.toString('latin1'), port };
  if (kind === 1) return { host: [...address].join('.'), port };
  const groups = Array.from({ length: 8 }, (_, index) => address.readUInt16BE(index * 2).toString(16));
  return { host: groups.join(':'), port };
}

/** Where the address in a SOCKS request ends: it is four bytes, sixteen, or a name with its length before it. */
function addressEnd(request: Buffer): number {
  if (request[3] === 1) return 8;
  return request[3] === 4 ? 20 : 5 + (request[4] ?? 0);
}

/** Reads until there is enough; rejects when the other side ends before. */
function read(socket: net.Socket, isEnough: (bytes: Buffer) => boolean): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0);
    const settle = (done: () => void): void => {
      socket.off('data', onData);
      socket.off('close', onClose);
      socket.pause();
      done();
    };
    const onClose = (): void => settle(() => reject(new Error('The socket was closed.')));
    const onData = (chunk: Buffer): void => {
      bytes = Buffer.concat([bytes, chunk]);
      if (isEnough(bytes)) settle(() => resolve(bytes));
    };
    socket.on('data', onData);
    socket.on('close', onClose);
    socket.resume();
  });
}
