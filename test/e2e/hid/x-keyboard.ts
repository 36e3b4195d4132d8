import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';

/** X Window System Protocol, version 11, and X Test Extension Protocol, version 2.2: the few requests that press keys. */
const queryExtension = 98;
const getInputFocus = 43;
const fakeInput = 2;
const keyPress = 2;
const keyRelease = 3;
const packetBytes = 32;

/** One key going down or up, so many milliseconds after the one before. The server itself keeps the time. */
export interface KeyMove {
  keycode: number;
  pressed: boolean;
  afterMs: number;
}

/**
 * A keyboard plugged into a local X display: it sends key codes, as USB keyboards and scanners do, and knows nothing of
 * layouts. Works with displays that need no authorisation, such as those of `startDisplay`.
 */
export class XKeyboard {
  readonly #socket: Socket;
  readonly #xtest: number;
  readonly #packets: Packets;

  private constructor(socket: Socket, packets: Packets, xtest: number) {
    this.#socket = socket;
    this.#packets = packets;
    this.#xtest = xtest;
  }

  /** Connects to a display such as `:99`. */
  static async connect(display: string): Promise<XKeyboard> {
    const number = /^:(\d+)/.exec(display)?.[1];
    if (number === undefined) throw new Error(`Not a local X display: ${display}`);
    const socket = createConnection(`/tmp/.X11-unix/X${number}`);
    await once(socket, 'connect');
    const packets = new Packets(socket);
    socket.write(setupRequest());
    await packets.setupAnswer();
    socket.write(extensionRequest('XTEST'));
    const answer = await packets.reply();
    if (answer.readUInt8(8) === 0) throw new Error(`The X display ${display} has no XTEST extension`);
    return new XKeyboard(socket, packets, answer.readUInt8(9));
  }

  /** Moves keys; resolves when the server has done the last move. */
  async play(moves: readonly KeyMove[]): Promise<void> {
    const requests = moves.map((move) => this.#fakeInput(move));
    this.#socket.write(Buffer.concat([...requests, Buffer.from([getInputFocus, 0, 1, 0])]));
    await this.#packets.reply();
  }

  close(): void {
    this.#socket.destroy();
  }

  #fakeInput({ keycode, pressed, afterMs }: KeyMove): Buffer {
    const request = Buffer.alloc(36);
    request.writeUInt8(this.#xtest, 0);
    request.writeUInt8(fakeInput, 1);
    request.writeUInt16LE(request.length / 4, 2);
    request.writeUInt8(pressed ? keyPress : keyRelease, 4);
    request.writeUInt8(keycode, 5);
    request.writeUInt32LE(afterMs, 8);
    return request;
  }
}

/** What the server sends, cut into its packets. */
class Packets {
  #received = Buffer.alloc(0);
  readonly #chunks: AsyncIterator<Buffer>;

  constructor(socket: Socket) {
    this.#chunks = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** The answer to the set-up request; throws when the server refuses. */
  async setupAnswer(): Promise<void> {
    const head = await this.#take(8);
    const rest = await this.#take(head.readUInt16LE(6) * 4);
    const accepted = 1;
    if (head.readUInt8(0) !== accepted) throw new Error(`The X server refused: ${rest.toString('latin1')}`);
  }

  /** The next reply; events, which every client gets when a layout changes, are passed over. */
  async reply(): Promise<Buffer> {
    for (;;) {
      const packet = await this.#take(packetBytes);
      const kind = packet.readUInt8(0);
      if (kind === 0) throw new Error(`The X server answered with error ${String(packet.readUInt8(1))}`);
      if (kind === 1) return packet;
    }
  }

  async #take(bytes: number): Promise<Buffer> {
    while (this.#received.length < bytes) {
      const chunk = await this.#chunks.next();
      if (chunk.done === true) throw new Error('The X server closed the connection');
      this.#received = Buffer.concat([this.#received, chunk.value]);
    }
    const taken = this.#received.subarray(0, bytes);
    this.#received = this.#received.subarray(bytes);
    return taken;
  }
}

function setupRequest(): Buffer {
  const request = Buffer.alloc(12);
  request.write('l', 0, 'latin1');
  request.writeUInt16LE(11, 2);
  return request;
}

function extensionRequest(name: string): Buffer {
  const padded = Math.ceil(name.length / 4) * 4;
  const request = Buffer.alloc(8 + padded);
  request.writeUInt8(queryExtension, 0);
  request.writeUInt16LE(request.length / 4, 2);
  request.writeUInt16LE(name.length, 4);
  request.write(name, 8, 'latin1');
  return request;
}
