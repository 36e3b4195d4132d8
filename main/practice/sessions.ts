import { randomUUID } from 'node:crypto';
import { refusals } from './refusal.ts';

interface Session<Holder> {
  readonly holder: Holder;
  readonly endsAt: number;
}

/** The sessions of one kind that the platform has given out: those of operators, or those of customers. */
export class Sessions<Holder> {
  readonly #lifetimeMs: number;
  readonly #now: () => Date;
  readonly #sessions = new Map<string, Session<Holder>>();

  constructor(lifetimeMinutes: number, now: () => Date) {
    this.#lifetimeMs = lifetimeMinutes * 60_000;
    this.#now = now;
  }

  /** Opens a session and gives its id. */
  open(holder: Holder): string {
    const id = randomUUID();
    this.#sessions.set(id, { holder, endsAt: this.#now().getTime() + this.#lifetimeMs });
    return id;
  }

  /** Whose session this is; one that is over or was never given out is refused. */
  holderOf(sessionId: string): Holder {
    const session = this.#sessions.get(sessionId);
    if (session === undefined) throw refusals.sessionExpired();
    if (session.endsAt <= this.#now().getTime()) {
      this.#sessions.delete(sessionId);
      throw refusals.sessionExpired();
    }
    return session.holder;
  }

  /** Ends every session at once. */
  expireAll(): void {
    this.#sessions.clear();
  }
}
