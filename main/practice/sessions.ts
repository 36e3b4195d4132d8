import { randomUUID } from 'node:crypto';
import { refusals } from './refusal.ts';
import type { Operator } from './world/people.ts';

interface OperatorSession {
  readonly operator: Operator;
  readonly endsAt: number;
}

/** The operator sessions that the platform has given out. */
export class OperatorSessions {
  readonly #lifetimeMs: number;
  readonly #now: () => Date;
  readonly #sessions = new Map<string, OperatorSession>();

  constructor(lifetimeMinutes: number, now: () => Date) {
    this.#lifetimeMs = lifetimeMinutes * 60_000;
    this.#now = now;
  }

  /** Opens a session and gives its id. */
  open(operator: Operator): string {
    const id = randomUUID();
    this.#sessions.set(id, { operator, endsAt: this.#now().getTime() + this.#lifetimeMs });
    return id;
  }

  /** The operator whose session this is; one that is over or was never given out is refused. */
  operatorOf(sessionId: string): Operator {
    const session = this.#sessions.get(sessionId);
    if (session === undefined) throw refusals.sessionExpired();
    if (session.endsAt <= this.#now().getTime()) {
      this.#sessions.delete(sessionId);
      throw refusals.sessionExpired();
    }
    return session.operator;
  }

  /** Ends every session at once. */
  expireAll(): void {
    this.#sessions.clear();
  }
}
