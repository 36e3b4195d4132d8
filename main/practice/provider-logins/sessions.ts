import { randomBytes } from 'node:crypto';
import type { ProviderType } from '../world/providers.ts';

/** The right to act for a provider account, as the platform keeps it (otapi.md 1.4, 3.1). */
export interface ProviderSession {
  /** `providerSessionId`: opaque, random. */
  readonly id: string;
  readonly providerType: ProviderType;
  /** The account's nickname. */
  readonly name: string;
  /** Whose login made it; null when it was made elsewhere. */
  readonly operatorId: string | null;
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  /** From this moment on it is not listed any more; ISO 8601 in UTC. */
  readonly endsAt: string;
}

/** Who logged in where. */
export interface NewProviderSession {
  readonly providerType: ProviderType;
  readonly name: string;
  readonly operatorId: string | null;
}

export interface ProviderSessionsSettings {
  readonly lifetimeHours: number;
  readonly now: () => Date;
  /** Sessions of an earlier run. */
  readonly kept?: readonly ProviderSession[];
  /** Called after every change. */
  readonly onChange?: () => void;
}

/** 192 bits, as text of a URL's safe characters. */
function newSessionId(): string {
  return randomBytes(24).toString('base64url');
}

/** The provider sessions of the instance. There is one at most for an account. */
export class ProviderSessions {
  readonly #settings: ProviderSessionsSettings;
  #sessions: ProviderSession[];

  constructor(settings: ProviderSessionsSettings) {
    this.#settings = settings;
    this.#sessions = [...(settings.kept ?? [])];
  }

  /** Makes a session. An older one of the same account is over at once, and the new one takes its place in the list. */
  open({ providerType, name, operatorId }: NewProviderSession): ProviderSession {
    const started = this.#settings.now().getTime();
    const session: ProviderSession = {
      id: newSessionId(),
      providerType,
      name,
      operatorId,
      startedAt: new Date(started).toISOString(),
      endsAt: new Date(started + this.#settings.lifetimeHours * 3_600_000).toISOString(),
    };
    const running = this.running();
    const place = running.findIndex((older) => older.providerType === providerType && older.name === name);
    this.#sessions = place === -1 ? [...running, session] : running.with(place, session);
    this.#settings.onChange?.();
    return session;
  }

  /** The sessions that are not over, in the order in which their accounts came. */
  running(): ProviderSession[] {
    const now = this.#settings.now().getTime();
    return this.#sessions.filter(({ endsAt }) => Date.parse(endsAt) > now);
  }

  runningOf(providerType: ProviderType): ProviderSession[] {
    return this.running().filter((session) => session.providerType === providerType);
  }

  /** Ends the sessions of the accounts with this nickname, at whichever provider; false when there are none. */
  expire(name: string): boolean {
    const running = this.running();
    this.#sessions = running.filter((session) => session.name !== name);
    const ended = this.#sessions.length < running.length;
    if (ended) this.#settings.onChange?.();
    return ended;
  }
}
