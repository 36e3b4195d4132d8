import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { CdpSession, Protocol } from '../cdp/connection.ts';
import { guardedClass } from '../guard/missing.ts';

/** What the cookies of a session live in. */
export interface CookieStore {
  browser(): Promise<CdpSession>;
  contextId(): Promise<string | undefined>;
  /** Writes to the disk what must be kept. */
  keep(): Promise<void>;
  mayHaveChanged(): void;
}

/** docs/api/cookies, for one session. */
export class Cookies extends EventEmitter {
  readonly #store: CookieStore;

  constructor(store: CookieStore) {
    super();
    this.#store = store;
  }

  async get(filter: Electron.CookiesGetFilter): Promise<Electron.Cookie[]> {
    const all = await this.read();
    return all.filter((cookie) => matches(cookie, filter)).map(toElectron);
  }

  async set(details: Electron.CookiesSetDetails): Promise<void> {
    const url = new URL(details.url);
    const cookie: Protocol.Network.CookieParam = {
      name: details.name ?? '',
      value: details.value ?? '',
      url: url.href,
      path: details.path ?? '/',
      secure: details.secure ?? url.protocol === 'https:',
      httpOnly: details.httpOnly ?? false,
    };
    if (details.domain !== undefined) cookie.domain = details.domain;
    if (details.expirationDate !== undefined) cookie.expires = details.expirationDate;
    const sameSite = sameSites[details.sameSite ?? 'unspecified'];
    if (sameSite !== undefined) cookie.sameSite = sameSite;
    await this.write([cookie]);
  }

  async remove(url: string, name: string): Promise<void> {
    const doomed = (await this.read()).filter((cookie) => cookie.name === name && matches(cookie, { url }));
    const expired = doomed.map(({ name, domain, path }) => ({ name, domain, path, value: '', expires: 1 }));
    if (expired.length > 0) await this.write(expired);
  }

  async flushStore(): Promise<void> {
    await this.#store.keep();
  }

  /** All cookies, as Chromium describes them. */
  async read(): Promise<Protocol.Network.Cookie[]> {
    const { cookies } = await (await this.#store.browser()).send('Storage.getCookies', await this.#context());
    return cookies;
  }

  async write(cookies: Protocol.Network.CookieParam[]): Promise<void> {
    await (await this.#store.browser()).send('Storage.setCookies', { cookies, ...(await this.#context()) });
    this.#store.mayHaveChanged();
  }

  /** Removes all cookies, or those that an origin gets. */
  async clear(origin?: string): Promise<void> {
    if (origin !== undefined) {
      const doomed = (await this.read()).filter((cookie) => isWithin(new URL(origin).hostname, bare(cookie.domain)));
      const expired = doomed.map(({ name, domain, path }) => ({ name, domain, path, value: '', expires: 1 }));
      if (expired.length > 0) await this.write(expired);
      return;
    }
    await (await this.#store.browser()).send('Storage.clearCookies', await this.#context());
  }

  async #context(): Promise<{ browserContextId?: string }> {
    const browserContextId = await this.#store.contextId();
    return browserContextId === undefined ? {} : { browserContextId };
  }
}

const sameSites: Record<string, 'Strict' | 'Lax' | 'None' | undefined> = {
  strict: 'Strict',
  lax: 'Lax',
  no_restriction: 'None',
};

function matches(cookie: Protocol.Network.Cookie, filter: Electron.CookiesGetFilter): boolean {
  if (filter.name !== undefined && cookie.name !== filter.name) return false;
  if (filter.path !== undefined && cookie.path !== filter.path) return false;
  if (filter.secure !== undefined && cookie.secure !== filter.secure) return false;
  if (filter.session !== undefined && cookie.session !== filter.session) return false;
  if (filter.httpOnly !== undefined && cookie.httpOnly !== filter.httpOnly) return false;
  if (filter.domain !== undefined && !isWithin(bare(cookie.domain), bare(filter.domain))) return false;
  return filter.url === undefined || isSentTo(cookie, new URL(filter.url));
}

function isSentTo(cookie: Protocol.Network.Cookie, url: URL): boolean {
  const host = bare(cookie.domain);
  const hostMatches = cookie.domain.startsWith('.') ? isWithin(url.hostname, host) : url.hostname === host;
  return hostMatches && url.pathname.startsWith(cookie.path) && (!cookie.secure || url.protocol === 'https:');
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

function bare(domain: string): string {
  return domain.replace(/^\./, '');
}

function toElectron(cookie: Protocol.Network.Cookie): Electron.Cookie {
  const electron: Electron.Cookie = {
    name: cookie.name,
    value: cookie.value,
    domain: cookie.domain,
    hostOnly: !cookie.domain.startsWith('.'),
    path: cookie.path,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    session: cookie.session,
    sameSite: toElectronSameSite(cookie.sameSite),
  };
  if (!cookie.session) electron.expirationDate = cookie.expires;
  return electron;
}

function toElectronSameSite(sameSite: Protocol.Network.CookieSameSite | undefined): Electron.Cookie['sameSite'] {
  switch (sameSite) {
    case 'Strict':
      return 'strict';
    case 'Lax':
      return 'lax';
    case 'None':
      return 'no_restriction';
    case undefined:
      return 'unspecified';
  }
}

guardedClass('cookies', Cookies);
