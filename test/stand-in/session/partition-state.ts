import fs from 'node:fs';
import path from 'node:path';
import type { Protocol } from '../cdp/connection.ts';

/** Items of localStorage, by origin. */
export type StoredItems = Record<string, Record<string, string>>;

interface SavedState {
  cookies: Protocol.Network.CookieParam[];
  localStorage: StoredItems;
}

/**
 * What a `persist:` partition keeps between runs: cookies that have an expiry, and localStorage. Chromium's own contexts
 * beside the default one forget everything, so it is written to a file and put back.
 */
export class PartitionState {
  readonly #file: string;
  readonly #saved: SavedState;
  #timer: NodeJS.Timeout | undefined;

  constructor(file: string) {
    this.#file = file;
    this.#saved = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as SavedState) : { cookies: [], localStorage: {} };
  }

  get cookies(): Protocol.Network.CookieParam[] {
    return this.#saved.cookies;
  }

  get localStorage(): StoredItems {
    return this.#saved.localStorage;
  }

  setItem(storageKey: string, key: string, value: string): void {
    (this.localStorage[originOfKey(storageKey)] ??= {})[key] = value;
  }

  removeItem(storageKey: string, key: string): void {
    delete this.localStorage[originOfKey(storageKey)]?.[key];
  }

  clearItems(storageKey: string): void {
    delete this.localStorage[originOfKey(storageKey)];
  }

  /** Forgets what an origin has stored, or all of them. */
  forgetItems(only?: string): void {
    for (const origin of Object.keys(this.localStorage)) if (only === undefined || only === origin) delete this.localStorage[origin];
  }

  /** Saves once things have been quiet for a moment. */
  saveSoon(read: () => Promise<Protocol.Network.Cookie[]>): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(read).catch(() => undefined), 200).unref();
  }

  async save(read: () => Promise<Protocol.Network.Cookie[]>): Promise<void> {
    this.#saved.cookies = (await read()).filter((cookie) => !cookie.session).map(toParam);
    fs.mkdirSync(path.dirname(this.#file), { recursive: true });
    fs.writeFileSync(`${this.#file}.new`, JSON.stringify(this.#saved), { mode: 0o600 });
    fs.renameSync(`${this.#file}.new`, this.#file);
  }
}

function toParam(cookie: Protocol.Network.Cookie): Protocol.Network.CookieParam {
  const { name, value, domain, path, expires, secure, httpOnly, sameSite } = cookie;
  return { name, value, domain, path, expires, secure, httpOnly, ...(sameSite === undefined ? {} : { sameSite }) };
}

/** A storage key is an origin with a slash, and more after a caret for third parties. */
function originOfKey(storageKey: string): string {
  return storageKey.split('^')[0]?.replace(/\/$/, '') ?? storageKey;
}
