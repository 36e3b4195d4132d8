import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoopbackServer, reply } from '../loopback-server.ts';
import type { ProviderLogins } from '../provider-logins/provider-logins.ts';
import { UNKNOWN_FACTS } from '../unknown-facts.ts';
import { plainAnswer } from './answer.ts';
import type { SiteAnswer } from './answer.ts';
import { LoginPlans } from './login-plan.ts';
import type { LoginRequest } from './login-request.ts';
import { Logins } from './logins.ts';
import { contentPolicy, renderPage } from './pages/layout.ts';
import { AUTHORIZE_PATH } from './paths.ts';
import { answerVisit, DEVICE_COOKIE, isSitePath } from './routes.ts';
import { LoginSiteLog } from './site-log.ts';
import { readCookies, readVisit } from './visit.ts';

/** The providers' login pages, on a port of their own: another origin than the API, as with the real ones. */
export class LoginSite {
  readonly plans = new LoginPlans();
  readonly log = new LoginSiteLog();
  readonly #logins: Logins;
  readonly #providerLogins: ProviderLogins;
  readonly #now: () => Date;
  readonly #server: LoopbackServer;
  #origin = '';

  constructor(providerLogins: ProviderLogins, now: () => Date) {
    this.#providerLogins = providerLogins;
    this.#now = now;
    this.#logins = new Logins(this.plans, now);
    this.#server = new LoopbackServer((request, response) => this.#handle(request, response));
  }

  /** `http://127.0.0.1:PORT`. */
  get origin(): string {
    return this.#origin;
  }

  /** Takes a port of 127.0.0.1 (0 = any free one). */
  async listen(port: number): Promise<void> {
    this.#origin = `http://127.0.0.1:${await this.#server.listen(port)}`;
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  /** The address at which a browser begins this login, once. */
  addressFor(request: LoginRequest): string {
    return `${this.#origin}${AUTHORIZE_PATH}?ticket=${this.#logins.issueTicket(request)}`;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = this.#now().toISOString();
    const answer = this.#server.isHost(request.headers.host) ? await this.#answer(request) : plainAnswer(403, 'Wrong host');
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const entry = {
      at,
      method: request.method ?? '',
      path,
      host: request.headers.host ?? '',
      userAgent: request.headers['user-agent'] ?? '',
      cookieNames: [...readCookies(request.headers.cookie ?? '').keys()],
      status: answer.kind === 'file' ? 200 : answer.status,
    };
    this.log.add(entry, isSitePath(path));
    send(response, answer);
  }

  async #answer(request: IncomingMessage): Promise<SiteAnswer> {
    const visit = await readVisit(request);
    const parts = { logins: this.#logins, providerLogins: this.#providerLogins, isOwnOrigin: (origin: string) => this.#server.isOrigin(origin) };
    return answerVisit(parts, visit);
  }
}

function send(response: ServerResponse, answer: SiteAnswer): void {
  response.setHeader('cache-control', 'no-store');
  // Own addresses carry the id of a login; nobody else is told them. `no-referrer` would take the Origin off our forms, too.
  response.setHeader('referrer-policy', 'same-origin');
  if (answer.deviceId !== undefined) response.setHeader('set-cookie', deviceCookie(answer.deviceId));
  switch (answer.kind) {
    case 'redirect':
      response.setHeader('location', answer.location);
      return reply(response, answer.status, 'text/plain; charset=utf-8', '');
    case 'file':
      response.setHeader('content-disposition', `attachment; filename="${answer.name}"`);
      return reply(response, 200, 'text/csv; charset=utf-8', answer.body);
    case 'plain':
      return reply(response, answer.status, 'text/plain; charset=utf-8', answer.text);
    case 'page': {
      const nonce = randomBytes(16).toString('base64');
      response.setHeader('content-security-policy', contentPolicy(answer.page, nonce));
      return reply(response, answer.status, 'text/html; charset=utf-8', renderPage(answer.look, answer.page, nonce));
    }
  }
}

/** Not `Secure`: the loopback interface is reached over plain HTTP. */
function deviceCookie(id: string): string {
  return `${DEVICE_COOKIE}=${id}; Max-Age=${UNKNOWN_FACTS.deviceCookieDays * 86_400}; Path=/; HttpOnly; SameSite=Lax`;
}
