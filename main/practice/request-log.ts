/** One call that reached the platform. */
export interface LoggedRequest {
  readonly methodName: string;
  /** The parameters without secrets: keys, sessions, passwords and signatures are masked. */
  readonly parameters: Readonly<Record<string, string>>;
  /** When, ISO 8601 in UTC. */
  readonly at: string;
  /** `Ok`, the error code, or the fault that hit the call. */
  readonly outcome: string;
}

const SECRET_PARAMETERS: ReadonlySet<string> = new Set(['instanceKey', 'sessionId', 'providerSessionId', 'userPassword', 'signature']);

/** The newest calls are kept, this many. */
const KEPT = 2000;

/** What has been called, for tests and for the curious. */
export class RequestLog {
  #requests: LoggedRequest[] = [];
  readonly #counts = new Map<string, number>();

  add(methodName: string, parameters: ReadonlyMap<string, string>, at: Date, outcome: string): void {
    const masked = [...parameters].map(([name, value]) => [name, SECRET_PARAMETERS.has(name) ? '***' : value] as const);
    this.#requests.push({ methodName, parameters: Object.fromEntries(masked), at: at.toISOString(), outcome });
    if (this.#requests.length > 2 * KEPT) this.#requests = this.#requests.slice(-KEPT);
    this.#counts.set(methodName, (this.#counts.get(methodName) ?? 0) + 1);
  }

  /** The newest calls, oldest first, 2000 at most. */
  get requests(): readonly LoggedRequest[] {
    return this.#requests.slice(-KEPT);
  }

  /** Calls of every method since the start or the last clearing. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  clear(): void {
    this.#requests = [];
    this.#counts.clear();
  }
}
