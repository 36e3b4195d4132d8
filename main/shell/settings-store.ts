import { existsSync, readFileSync, renameSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import { z } from 'zod';
import { defaultApiAddress, stationSettings } from '../../preload/contract/index.ts';
import { returnDefaults } from '../otapi/index.ts';
import type { SettingsChange, SettingsStore } from '../station/index.ts';
import { languageOf } from './language.ts';
import { fillInStation } from './settings-repair.ts';

const currentVersion = 1;

const windowPlace = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  maximized: z.boolean(),
});
/** Where the station window was when it was last open. */
export type WindowPlace = z.infer<typeof windowPlace>;

/** settings.json. A later version adds its step to `bringForward`. */
const settingsFile = z.object({
  version: z.literal(currentVersion),
  station: stationSettings,
  connection: z.object({
    mode: z.enum(['none', 'practice', 'instance']),
    apiAddress: z.string(),
    operatorLogin: z.string(),
    operatorName: z.string(),
    instanceId: z.string(),
  }),
  window: windowPlace.nullable(),
});
type SettingsFile = z.infer<typeof settingsFile>;

/** The settings of the profile: the station's, and the place of its window. */
export interface OpenSettings extends SettingsStore {
  windowPlace(): WindowPlace | null;
  keepWindowPlace(place: WindowPlace): void;
}

/**
 * Opens settings.json in `folder`. A file that cannot be read, or does not fit the schema, is set aside under the name
 * that `setAsideTo` tells, and the defaults take its place. Missing values are filled with defaults, and so are wrong ones
 * among those of accounts and of the recipient.
 */
export function openSettings(folder: string, systemLocale: string): OpenSettings {
  const defaults = defaultSettings(systemLocale);
  const file = join(folder, 'settings.json');
  const found = readSettings(file, defaults);
  const setAsideTo = found === 'unreadable' ? setAside(file) : null;
  let current = found === 'unreadable' ? defaults : found;

  const store = new ElectronStore<SettingsFile>({ cwd: folder, name: 'settings', configFileMode: 0o600 });
  const write = (next: SettingsFile): void => {
    store.store = next;
    current = next;
  };
  write(current);

  return {
    setAsideTo,
    read: () => current,
    changeStation(change) {
      write({ ...current, station: stationSettings.parse({ ...current.station, ...given(change) }) });
      return current.station;
    },
    changeConnection(change) {
      write({ ...current, connection: { ...current.connection, ...change } });
      return current.connection;
    },
    windowPlace: () => current.window,
    keepWindowPlace: (place) => write({ ...current, window: windowPlace.parse(place) }),
  };
}

/** The values of a change that are there. */
function given(change: SettingsChange): SettingsChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function readSettings(file: string, defaults: SettingsFile): SettingsFile | 'unreadable' {
  if (!existsSync(file)) return defaults;
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return settingsFile.parse(fillIn(bringForward(stored), defaults));
  } catch {
    return 'unreadable';
  }
}

/** Brings a file of an earlier version to the current one. There is one version so far. */
function bringForward(stored: unknown): unknown {
  return stored;
}

/** What the file does not say, the defaults say; on the levels below too, where the settings are. */
function fillIn(stored: unknown, defaults: SettingsFile): unknown {
  if (!isRecord(stored)) return stored;
  const station = isRecord(stored['station']) ? fillInStation(stored['station'], defaults.station) : stored['station'];
  const connection = isRecord(stored['connection']) ? { ...defaults.connection, ...stored['connection'] } : stored['connection'];
  return { ...defaults, ...stored, ...(station !== undefined && { station }), ...(connection !== undefined && { connection }) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function setAside(file: string): string {
  const name = `settings.json.unreadable-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.bak`;
  renameSync(file, join(file, '..', name));
  return name;
}

function defaultSettings(systemLocale: string): SettingsFile {
  return {
    version: currentVersion,
    station: {
      language: languageOf(systemLocale),
      theme: 'system',
      textSize: 100,
      stationName: hostname().slice(0, 80) || 'Station 1',
      receiverName: '',
      sound: true,
      soundVolume: 0.7,
      // A scanner's keys are at most 100 ms apart; on a busy computer some come later. Calibration shortens this.
      scanner: { maximumGapMs: 150, quietMs: 220, minimumLength: 4, prefix: '', suffix: '' },
      doubleTriggerMs: 1200,
      refreshMinutes: 5,
      accounts: { roundHours: 10, providers: {}, return: { ...returnDefaults } },
      recipient: null,
    },
    connection: { mode: 'none', apiAddress: defaultApiAddress, operatorLogin: '', operatorName: '', instanceId: '' },
    window: null,
  };
}
