import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { createSecrets, type Keychain } from '../../../main/shell/secrets.ts';
import { openSettings } from '../../../main/shell/settings-store.ts';
import { createLog } from '../../../main/shell/log.ts';
import { createStation, type Station, type StationNotification } from '../../../main/station/index.ts';
import { createSurfaceInMemory, type SurfaceInMemory } from '../../unit/sessions/surface-in-memory.ts';
import type { StationEvent } from '../../../preload/contract/index.ts';

export interface TestStation {
  station: Station;
  profile: string;
  /** Events in the order in which the pages would get them. */
  events: { name: StationEvent; value: unknown }[];
  /** Login windows, played by the test. */
  surface: SurfaceInMemory;
  /** Notifications of the system. */
  notifications: StationNotification[];
  /** Addresses that the browser of the system was asked to open. */
  opened: string[];
  /** Files that the person saved, by name. */
  saved: Map<string, Uint8Array>;
  /** Everything that was written to the log. */
  logText: () => string;
}

export interface TestStationOptions {
  profile?: string;
  keychain?: Keychain | null;
  practice?: boolean;
  practiceUrl?: string | null;
}

/** A station as the shell makes it, without windows. Settings and secrets are the real ones; the keychain is in memory. */
export function makeStation(options: TestStationOptions = {}): TestStation {
  const profile = options.profile ?? makeProfile();
  const { keychain = createMemoryKeychain() } = options;
  const lines: string[] = [];
  const events: TestStation['events'] = [];
  const log = createLog({ write: (line: string) => void lines.push(line) });
  const load = async (): Promise<Keychain> => {
    if (keychain === null) throw new Error('There is no keychain');
    return keychain;
  };
  const surface = createSurfaceInMemory();
  const notifications: TestStation['notifications'] = [];
  const opened: string[] = [];
  const saved: TestStation['saved'] = new Map();
  const station = createStation({
    profile,
    settings: openSettings(profile, 'en'),
    secrets: createSecrets(load, log),
    log,
    loginSurface: surface,
    desktop: {
      copyText: async () => ({ copied: true }),
      print: async () => ({ printed: true }),
      notify: (notification) => void notifications.push(notification),
      openInBrowser: async (address) => {
        opened.push(address);
        return { opened: true };
      },
      async saveFile(name, bytes) {
        saved.set(name, bytes);
        return name;
      },
    },
    emit: (name, value) => void events.push({ name, value }),
    now: () => Date.now(),
    about: { version: '0', runtime: 'test', profile },
    start: { practice: options.practice ?? false, practiceUrl: options.practiceUrl ?? null },
  });
  return { station, profile, events, surface, notifications, opened, saved, logText: () => lines.join('') };
}

export function makeProfile(): string {
  return mkdtempSync(join(tmpdir(), 'station-profile-'));
}

/** A keychain that outlives a station, as the system's does. */
export function createMemoryKeychain(): Keychain & { entries: Map<string, string> } {
  const entries = new Map<string, string>();
  const keyOf = (service: string, account: string): string => `${service}/${account}`;
  return {
    entries,
    getPassword: async (service, account) => entries.get(keyOf(service, account)) ?? null,
    setPassword: async (service, account, password) => void entries.set(keyOf(service, account), password),
    deletePassword: async (service, account) => entries.delete(keyOf(service, account)),
  };
}

/** Waits until the station says so. */
export function untilStatus(
  station: Station,
  isSo: (status: Awaited<ReturnType<Station['handlers']['status']['read']>>) => boolean,
): Promise<void> {
  return vi.waitFor(
    async () => {
      const status = await station.handlers.status.read({});
      if (!isSo(status)) throw new Error(`Still ${JSON.stringify(status)}`);
    },
    { timeout: 20_000, interval: 20 },
  );
}
