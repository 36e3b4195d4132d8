import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { isAlive } from '../chromium/profile.ts';
import { structured } from '../clone/structured-clone.ts';

/** What a second start tells the first one. */
export interface SecondInstance {
  argv: string[];
  workingDirectory: string;
  additionalData: unknown;
}

/**
 * The lock of `app.requestSingleInstanceLock`: a file with the owner's process id, made exclusively, and a socket beside
 * it on which the owner hears of later starts. A lock whose owner has died is taken over.
 */
export class SingleInstanceLock {
  #server: net.Server | undefined;
  #folder = '';

  get held(): boolean {
    return this.#server !== undefined;
  }

  /** Takes the lock of a userData folder; when somebody else holds it, tells them of this start and returns false. */
  request(folder: string, additionalData: unknown, onSecond: (second: SecondInstance) => void): boolean {
    if (this.#server) return true;
    fs.mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    if (!this.#claim()) {
      this.#tellOwner({ argv: process.argv, workingDirectory: process.cwd(), additionalData });
      return false;
    }
    fs.rmSync(this.#socket, { force: true });
    this.#server = net.createServer((connection) => receive(connection, onSecond)).listen(this.#socket);
    this.#server.unref();
    process.on('exit', () => this.release());
    return true;
  }

  release(): void {
    if (!this.#server) return;
    this.#server.close();
    this.#server = undefined;
    fs.rmSync(this.#socket, { force: true });
    fs.rmSync(this.#lockFile, { force: true });
  }

  get #socket(): string {
    return path.join(this.#folder, 'stand-in.socket');
  }

  get #lockFile(): string {
    return path.join(this.#folder, 'stand-in.lock');
  }

  #claim(): boolean {
    for (let tries = 0; tries < 3; tries += 1) {
      try {
        fs.writeFileSync(this.#lockFile, String(process.pid), { flag: 'wx' });
        return true;
      } catch {
        const owner = Number(readText(this.#lockFile));
        if (owner === process.pid) return true;
        if (owner > 0 && isAlive(owner)) return false;
        fs.rmSync(this.#lockFile, { force: true });
      }
    }
    return false;
  }

  #tellOwner(second: SecondInstance): void {
    const text = JSON.stringify({ ...second, additionalData: structured.encode(second.additionalData) });
    net.connect(this.#socket).on('error', () => undefined).end(text);
  }
}

function receive(connection: net.Socket, onSecond: (second: SecondInstance) => void): void {
  const chunks: Buffer[] = [];
  connection.on('data', (chunk: Buffer) => chunks.push(chunk));
  connection.on('error', () => undefined);
  connection.on('end', () => {
    const second = JSON.parse(Buffer.concat(chunks).toString('utf8')) as SecondInstance;
    onSecond({ ...second, additionalData: structured.decode(second.additionalData) });
  });
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
