import { join } from 'node:path';
import { StationFault, type ConnectionMode } from '../../preload/contract/index.ts';
import type { OtapiCredentials } from '../otapi/index.ts';
import { openDatabase, type Database } from '../storage/index.ts';
import type { NoLogin } from './client-without-login.ts';
import type { Credentials } from './credentials.ts';
import type { Instance } from './instance.ts';
import { joinPractice, startOwnPractice, type PracticeAccess } from './practice-mode.ts';
import type { SecretStore, StoredConnection } from './surroundings.ts';

/** Where to work: nowhere yet, in practice mode, or with the instance that is stored in the settings. */
export type Destination = { mode: 'none' } | { mode: 'practice'; url: string | null } | { mode: 'instance' };

/** Which instance the station works with. There is one at a time; changing it closes the one before. */
export interface Connections {
  /** Resolves when the journal is open; secrets may still be on their way from the keychain. */
  goTo(destination: Destination): Promise<void>;
  mode(): ConnectionMode;
  /** Resolves when no change is under way. */
  settled(): Promise<void>;
  /** The instance at work, as soon as it is ready. Throws the fault `not-connected` when there is none. */
  instance(): Promise<Instance>;
  /** The instance at work, or null while there is none or it is not ready. */
  ready(): Instance | null;
  practiceOrigin(): string | null;
  close(): Promise<void>;
}

export interface ConnectionParts {
  profile: string;
  stored: () => StoredConnection;
  credentials: Credentials;
  secrets: SecretStore;
  /** Puts an instance to work. Takes the database over. */
  openInstance: (database: Database, login: OtapiCredentials | NoLogin, mode: 'practice' | 'instance') => Instance;
  onCacheRebuilt: () => void;
  onPracticeSetAside: (file: string) => void;
  onChange: () => void;
}

interface Open {
  mode: 'practice' | 'instance';
  instance: Promise<Instance>;
  ready: Instance | null;
  practice: PracticeAccess | null;
}

export function createConnections(parts: ConnectionParts): Connections {
  const { profile, stored, credentials, openInstance, onChange } = parts;
  let open: Open | null = null;
  let changing: Promise<void> = Promise.resolve();

  /** Opens journal and cache of an instance in a folder of their own: practice never mixes with real data. */
  function openFolder(instanceId: string): Database {
    const folder = join(profile, 'instances', instanceId);
    const database = openDatabase({ journal: join(folder, 'journal.db'), cache: join(folder, 'cache.db') });
    if (database.opened.cacheRebuilt) parts.onCacheRebuilt();
    return database;
  }

  async function openPractice(url: string | null): Promise<Open> {
    const practice = url === null ? await startOwnPractice(profile, parts.onPracticeSetAside) : await joinPractice(url, profile, parts.secrets);
    try {
      const instance = openInstance(openFolder(practice.folder), practice.credentials ?? 'platform-down', 'practice');
      void goToPracticeWhenItAnswers(practice, url);
      return opened('practice', Promise.resolve(instance), practice);
    } catch (error) {
      await practice.close();
      throw error;
    }
  }

  /** One that was down at the start is joined as soon as it answers, unless the station has gone elsewhere by then. */
  async function goToPracticeWhenItAnswers(practice: PracticeAccess, url: string | null): Promise<void> {
    if (!(await practice.answersAtLast())) return;
    await queue(async () => {
      if (open?.practice === practice) await change({ mode: 'practice', url });
    });
  }

  /** The journal opens at once; the keychain may ask the person first. */
  function openReal(): Open {
    const { instanceId, apiAddress, operatorLogin } = stored();
    const database = openFolder(instanceId);
    const instance = credentials.read(instanceId).then((secrets) => {
      return openInstance(database, secrets ? { address: apiAddress, operatorLogin, ...secrets } : 'login-lost', 'instance');
    });
    return opened('instance', instance, null);
  }

  function opened(mode: Open['mode'], instance: Promise<Instance>, practice: PracticeAccess | null): Open {
    const result: Open = { mode, instance, ready: null, practice };
    void noteWhenReady(result);
    return result;
  }

  async function noteWhenReady(opening: Open): Promise<void> {
    // Whoever awaits the instance hears of its failure.
    opening.ready = await opening.instance.catch(() => null);
    onChange();
  }

  async function closeOpen(): Promise<void> {
    const closing = open;
    open = null;
    if (closing === null) return;
    const instance = await closing.instance.catch(() => null);
    await instance?.close();
    await closing.practice?.close();
  }

  async function change(destination: Destination): Promise<void> {
    await closeOpen();
    try {
      if (destination.mode === 'practice') open = await openPractice(destination.url);
      if (destination.mode === 'instance') open = openReal();
    } finally {
      onChange();
    }
  }

  /** One change after the other, also when an earlier one failed. */
  function queue(work: () => Promise<void>): Promise<void> {
    changing = changing.catch(() => {}).then(work);
    return changing;
  }

  async function settled(): Promise<void> {
    await changing.catch(() => {});
  }

  return {
    goTo: (destination) => queue(() => change(destination)),
    close: () => queue(closeOpen),
    mode: () => open?.mode ?? 'none',
    ready: () => open?.ready ?? null,
    practiceOrigin: () => open?.practice?.origin ?? null,
    settled,
    async instance() {
      await settled();
      if (open === null) throw new StationFault({ code: 'not-connected' });
      return open.instance;
    },
  };
}
