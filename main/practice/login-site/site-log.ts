/** One request that reached the login site, without its query, form and the values of its cookies. */
export interface LoginSiteRequest {
  /** When, ISO 8601 in UTC. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** The `Host` header as it came. */
  readonly host: string;
  readonly userAgent: string;
  readonly cookieNames: readonly string[];
  /** The HTTP status of the answer. */
  readonly status: number;
}

/** The newest requests are kept, this many. */
const KEPT = 2000;

/** Names that one counts; everything else that was asked for is counted together. */
const OTHER = 'other';

/** Who came to the login site, for tests and for the curious. */
export class LoginSiteLog {
  #requests: LoginSiteRequest[] = [];
  readonly #counts = new Map<string, number>();

  /** `isKnown`: whether the site has such a path. */
  add(request: LoginSiteRequest, isKnown: boolean): void {
    this.#requests.push(request);
    if (this.#requests.length > 2 * KEPT) this.#requests = this.#requests.slice(-KEPT);
    const name = isKnown ? `${request.method} ${request.path}` : OTHER;
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** The newest requests, oldest first, 2000 at most. */
  get requests(): readonly LoginSiteRequest[] {
    return this.#requests.slice(-KEPT);
  }

  /** Requests by method and path, such as `GET /taobao/login`; those to nowhere as `other`. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  clear(): void {
    this.#requests = [];
    this.#counts.clear();
  }
}
