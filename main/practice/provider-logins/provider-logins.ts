import { UNKNOWN_FACTS } from '../unknown-facts.ts';
import { PROVIDER_TYPES } from '../world/providers.ts';
import { KnownDevices } from './devices.ts';
import type { KnownDevice } from './devices.ts';
import { ProviderSessions } from './sessions.ts';
import type { ProviderSession } from './sessions.ts';

/** What of the provider logins a world file keeps. */
export interface SavedProviderLogins {
  readonly sessions: readonly ProviderSession[];
  readonly devices: readonly KnownDevice[];
}

/** What outlives a provider login: the session at the platform, and what the provider's site knows of the browser. */
export class ProviderLogins {
  readonly sessions: ProviderSessions;
  readonly devices: KnownDevices;
  readonly #listeners: (() => void)[] = [];

  constructor(now: () => Date, kept: SavedProviderLogins | null = null) {
    const onChange = (): void => {
      for (const listener of this.#listeners) listener();
    };
    const { providerSessionHours, deviceCookieDays } = UNKNOWN_FACTS;
    this.sessions = new ProviderSessions({ lifetimeHours: providerSessionHours, now, kept: kept?.sessions ?? [], onChange });
    this.devices = new KnownDevices({ lifetimeDays: deviceCookieDays, now, kept: kept?.devices ?? [], onChange });
  }

  /** Calls back after every change from now on. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** What is to be kept now. */
  saved(): SavedProviderLogins {
    return { sessions: this.sessions.running(), devices: this.devices.current() };
  }
}

/** Reads the part of a world file; a file that was written without it gives null, one that is damaged throws a TypeError. */
export function readSavedProviderLogins(value: unknown): SavedProviderLogins | null {
  if (value === undefined) return null;
  const { sessions, devices } = objectOf(value);
  return { sessions: listOf(sessions).map(readSession), devices: listOf(devices).map(readDevice) };
}

function readSession(value: unknown): ProviderSession {
  const session = objectOf(value);
  const { operatorId } = session;
  return {
    id: textOf(session['id']),
    ...readLogin(session),
    operatorId: operatorId === null ? null : textOf(operatorId),
    startedAt: momentOf(session['startedAt']),
    endsAt: momentOf(session['endsAt']),
  };
}

function readDevice(value: unknown): KnownDevice {
  const device = objectOf(value);
  return { id: textOf(device['id']), endsAt: momentOf(device['endsAt']), logins: listOf(device['logins']).map(readLogin) };
}

function readLogin(value: unknown): KnownDevice['logins'][number] {
  const login = objectOf(value);
  const providerType = PROVIDER_TYPES.find((type) => type === login['providerType']);
  if (providerType === undefined) throw new TypeError('not a provider of the practice world');
  return { providerType, name: textOf(login['name']) };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object');
  return value as Readonly<Record<string, unknown>>;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('not a list');
  return value;
}

function textOf(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new TypeError('not a text');
  return value;
}

function momentOf(value: unknown): string {
  const text = textOf(value);
  if (Number.isNaN(Date.parse(text))) throw new TypeError('not a moment');
  return text;
}
