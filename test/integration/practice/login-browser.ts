/** One answer of the login site, as a browser would see it. */
export interface SeenPage {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where it was asked for. */
  readonly url: string;
  /** Where a redirect leads; empty when it is none. */
  readonly location: string;
}

/** What tests change of a request. */
export interface RequestChange {
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly body?: URLSearchParams;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescapeHtml(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** The attributes of the first element that matches, such as `<a id="return-link" ...>`; fails when there is none. */
export function attributesOf(page: SeenPage, tag: string, id?: string): Readonly<Record<string, string>> {
  return attributesOfAll(page, tag).find((attributes) => id === undefined || attributes['id'] === id) ?? missing(page, `${tag} ${id ?? ''}`);
}

export function attributesOfAll({ text }: SeenPage, tag: string): Readonly<Record<string, string>>[] {
  return [...text.matchAll(new RegExp(`<${tag}((?:\\s+[\\w-]+(?:="[^"]*")?)*)\\s*>`, 'g'))].map(([, inside = '']) =>
    Object.fromEntries([...inside.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, unescapeHtml(value)])),
  );
}

/** The text of the message on a page, without its tags; empty when there is none. */
export function messageOf({ text }: SeenPage): string {
  const inside = /id="message" role="alert">(.*?)<\/div>/s.exec(text)?.[1] ?? '';
  return unescapeHtml(inside.replaceAll(/<[^>]+>/g, ''));
}

function missing(page: SeenPage, what: string): never {
  throw new Error(`no ${what} at ${page.url} (${page.status}): ${page.text.slice(-800)}`);
}

/** A browser of plain `fetch`: it keeps cookies, and follows redirects and sends forms when it is told to. */
export class LoginBrowser {
  readonly #cookies = new Map<string, string>();

  get cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async get(url: string, change: RequestChange = {}): Promise<SeenPage> {
    const cookies: Record<string, string> = this.#cookies.size === 0 ? {} : { cookie: this.cookieHeader };
    const response = await fetch(url, { redirect: 'manual', ...change, headers: { ...cookies, ...change.headers } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    const location = response.headers.get('location') ?? '';
    return { status: response.status, headers: response.headers, text: await response.text(), url, location: location === '' ? '' : new URL(location, url).href };
  }

  /** Goes on through redirects within the origin where it began. */
  async open(url: string): Promise<SeenPage> {
    let page = await this.get(url);
    while (page.location !== '' && new URL(page.location).origin === new URL(url).origin) page = await this.get(page.location);
    return page;
  }

  /** Sends the form of a page with what a person fills in; the answer as it is. */
  async send(page: SeenPage, filled: Readonly<Record<string, string>>, change: RequestChange = {}): Promise<SeenPage> {
    const form = attributesOf(page, 'form');
    const hidden = attributesOfAll(page, 'input').filter(({ type }) => type === 'hidden');
    const body = new URLSearchParams(hidden.map(({ name = '', value = '' }) => [name, value]));
    for (const [name, value] of Object.entries(filled)) body.set(name, value);
    const origin = new URL(page.url).origin;
    return this.get(new URL(form['action'] ?? '', page.url).href, { method: 'POST', body, ...change, headers: { origin, ...change.headers } });
  }

  /** Sends the form and follows redirects within the site. */
  async sendAndFollow(page: SeenPage, filled: Readonly<Record<string, string>>): Promise<SeenPage> {
    const answer = await this.send(page, filled);
    return answer.location.startsWith(new URL(page.url).origin) ? this.open(answer.location) : answer;
  }

  /** Logs in as far as the consent page, over the slider when it comes. */
  async logInTo(address: string, loginName: string): Promise<SeenPage> {
    const next = await this.sendAndFollow(await this.open(address), { loginName, password: 'practice' });
    return next.url.includes('/slider?') ? this.sendAndFollow(next, { slider: '100' }) : next;
  }
}

