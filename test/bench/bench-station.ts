import { createSurfaceInMemory } from '../unit/sessions/surface-in-memory.ts';
import { returnDefaults } from '../../main/otapi/index.ts';
import { createStation, type SecretStore, type SettingsStore, type Station, type StationLog, type StoredSettings } from '../../main/station/index.ts';

/** The station as the shell makes it, without Electron: settings and secrets live in memory, journal and cache on disk. */
export function createBenchStation(profile: string, practiceUrl: string): Station {
  return createStation({
    profile,
    settings: settingsInMemory(),
    secrets: secretsInMemory(),
    log: quietLog,
    loginSurface: createSurfaceInMemory(),
    desktop: { copyText: async () => ({ copied: true }), print: async () => ({ printed: true }), notify: () => {}, openInBrowser: async () => ({ opened: false }), saveFile: async () => null },
    emit: () => {},
    now: () => Date.now(),
    about: { version: '0', runtime: `Node ${process.version}`, profile },
    start: { practice: false, practiceUrl },
  });
}

function settingsInMemory(): SettingsStore {
  const settings: StoredSettings = {
    station: {
      language: 'en',
      theme: 'system',
      textSize: 100,
      stationName: 'Bench',
      receiverName: 'Bench',
      sound: false,
      soundVolume: 0,
      scanner: { maximumGapMs: 150, quietMs: 220, minimumLength: 4, prefix: '', suffix: '' },
      doubleTriggerMs: 0,
      refreshMinutes: 240,
      accounts: { roundHours: 10, providers: {}, return: returnDefaults },
      recipient: null,
    },
    connection: { mode: 'none', apiAddress: '', operatorLogin: '', operatorName: '', instanceId: '' },
  };
  return {
    setAsideTo: null,
    read: () => settings,
    changeStation: (change) => Object.assign(settings.station, change),
    changeConnection: (change) => Object.assign(settings.connection, change),
  };
}

function secretsInMemory(): SecretStore {
  const kept = new Map<string, string>();
  return {
    check: async () => {},
    read: async (account) => kept.get(account) ?? null,
    write: async (account, secret) => void kept.set(account, secret),
    remove: async (account) => void kept.delete(account),
    keptIn: () => 'memory',
    problem: () => null,
  };
}

/** What goes wrong is told: a bench that fails quietly measures nothing. */
const quietLog: StationLog = {
  debug: () => {},
  info: () => {},
  warn: (fields, message) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
  error: (fields, message) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n${String(fields['error'])}\n`),
  registerSecret: () => {},
};
