import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
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
 * The lock of `app.requestSingleInstanceLock`: a file with the owner's process id, made exclusively. A later start leaves
 * its message as a file in a folder that the owner watches: that is done before the call returns, so the later process may
 * end at once, as apps do. A lock whose owner has died is taken over.
 */
export class SingleInstanceLock {
  #watcher: fs.FSWatcher | undefined;
  #folder = '';

  get held(): boolean {
    return this.#watcher !== undefined;
  }

  /** Takes the lock of a userData folder; when somebody else holds it, tells them of this start and returns false. */
  request(folder: string, additionalData: unknown, onSecond: (second: SecondInstance) => void): boolean {
    if (this.held) return true;
    this.#folder = folder;
    fs.mkdirSync(this.#messages, { recursive: true });
    if (!this.#claim()) {
      this.#tellOwner({ argv: process.argv, workingDirectory: process.cwd(), additionalData });
      return false;
    }
    for (const name of fs.readdirSync(this.#messages)) fs.rmSync(path.join(this.#messages, name), { force: true });
    this.#watcher = fs.watch(this.#messages, () => this.#receive(onSecond)).unref();
    process.on('exit', () => this.release());
    return true;
  }

  release(): void {
    if (!this.#watcher) return;
    this.#watcher.close();
    this.#watcher = undefined;
    fs.rmSync(this.#lockFile, { force: true });
  }

  get #messages(): string {
    return path.join(this.#folder, 'stand-in-instances');
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
        if (owner > 0 && isAlive(owner)) return false;
        fs.rmSync(this.#lockFile, { force: true });
      }
    }
    return false;
  }

  #tellOwner(second: SecondInstance): void {
    const unfinished = path.join(this.#folder, `stand-in-message-${randomUUID()}`);
    const text = JSON.stringify({ ...second, additionalData: structured.encode(second.additionalData) });
    fs.writeFileSync(unfinished, text);
    fs.renameSync(unfinished, path.join(this.#messages, `${randomUUID()}.json`));
  }

  #receive(onSecond: (second: SecondInstance) => void): void {
    for (const name of fs.readdirSync(this.#messages)) {
      const file = path.join(this.#messages, name);
      const second = JSON.parse(readText(file)) as SecondInstance;
      fs.rmSync(file, { force: true });
      onSecond({ ...second, additionalData: structured.decode(second.additionalData) });
    }
  }
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
