import type { ProviderType } from '../world/providers.ts';

interface DeviceLogin {
  readonly providerType: ProviderType;
  readonly name: string;
}

/** A browser in which accounts have logged in, known by the id in its device cookie. */
export interface KnownDevice {
  readonly id: string;
  /** ISO 8601 in UTC: as long as the cookie lives. */
  readonly endsAt: string;
  /** The accounts that passed the slider here, the newest login last. */
  readonly logins: readonly DeviceLogin[];
}

export interface KnownDevicesSettings {
  readonly lifetimeDays: number;
  readonly now: () => Date;
  readonly kept?: readonly KnownDevice[];
  /** Called after every change. */
  readonly onChange?: () => void;
}

/** So many browsers are remembered; the ones that logged in last. */
const MOST_DEVICES = 500;

/** The browsers that the provider's login site knows. */
export class KnownDevices {
  readonly #settings: KnownDevicesSettings;
  #devices: KnownDevice[];

  constructor(settings: KnownDevicesSettings) {
    this.#settings = settings;
    this.#devices = [...(settings.kept ?? [])];
  }

  /** Whether this account has logged in with this browser before. */
  knows(id: string, { providerType, name }: DeviceLogin): boolean {
    return this.#loginsOf(id).some((login) => login.providerType === providerType && login.name === name);
  }

  /** The name with which this browser logged in last at the provider, or null. */
  lastLogin(id: string, providerType: ProviderType): string | null {
    return this.#loginsOf(id).findLast((login) => login.providerType === providerType)?.name ?? null;
  }

  /** The account has shown that it belongs to this browser: it skips the slider from now on. */
  remember(id: string, { providerType, name }: DeviceLogin): void {
    const others = this.#loginsOf(id).filter((login) => login.providerType !== providerType || login.name !== name);
    const endsAt = new Date(this.#settings.now().getTime() + this.#settings.lifetimeDays * 86_400_000).toISOString();
    const device: KnownDevice = { id, endsAt, logins: [...others, { providerType, name }] };
    this.#devices = [...this.current().filter((known) => known.id !== id), device].slice(-MOST_DEVICES);
    this.#settings.onChange?.();
  }

  /** The browsers whose cookie has not run out. */
  current(): KnownDevice[] {
    const now = this.#settings.now().getTime();
    return this.#devices.filter(({ endsAt }) => Date.parse(endsAt) > now);
  }

  #loginsOf(id: string): readonly DeviceLogin[] {
    return this.current().find((device) => device.id === id)?.logins ?? [];
  }
}
