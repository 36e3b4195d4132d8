import type { StationError } from '../../preload/contract/index.ts';
import type { SecretStore, StationLog } from '../station/index.ts';

/** keytar's API, as far as we use it. */
export interface Keychain {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

const service = 'warehouse-station';

/** A keychain may ask the person to unlock it; after this time it counts as one that does not answer. */
const answerLimitMs = 60_000;

/** The OS keychain; rejects where its native part does not load. */
export async function loadKeychain(): Promise<Keychain> {
  return (await import('keytar/keytar.js')).default;
}

/**
 * Secrets in the OS keychain, and only there: never in a file of ours. Where there is no keychain, or it fails, memory
 * takes its place for this run, and `problem` says so; nothing is deleted because it could not be read.
 */
export function createSecrets(load: () => Promise<Keychain>, log: StationLog): SecretStore {
  const inMemory = new Map<string, string>();
  let failure: unknown = null;

  /** @returns what the keychain answered, or null when it failed. */
  async function attempt<T>(work: (keychain: Keychain) => Promise<T>): Promise<T | null> {
    try {
      const value = await withinLimit(load().then(work));
      failure = null;
      return value;
    } catch (error) {
      failure = error;
      log.warn({ error }, 'The keychain cannot be used; secrets are kept in memory for this run');
      return null;
    }
  }

  return {
    async check() {
      await attempt((keychain) => keychain.getPassword(service, 'check'));
    },
    async read(account) {
      const known = inMemory.get(account) ?? (await attempt((keychain) => keychain.getPassword(service, account)));
      // Asked once per run: on some systems each question to the keychain is one to the person.
      if (known !== null) inMemory.set(account, known);
      return known;
    },
    async write(account, secret) {
      inMemory.set(account, secret);
      await attempt(async (keychain) => {
        await keychain.setPassword(service, account, secret);
        // Some stores take a secret and lose it (a full or a locked one): only what can be read back is kept.
        if ((await keychain.getPassword(service, account)) !== secret) throw new Error('The keychain did not keep the secret');
      });
    },
    async remove(account) {
      inMemory.delete(account);
      await attempt((keychain) => keychain.deletePassword(service, account));
    },
    keptIn: () => (failure === null ? 'keychain' : 'memory'),
    problem: () => (failure === null ? null : describeFailure(failure)),
  };
}

/** With the keychain's own words, short; they name services and buses, never a secret. */
function describeFailure(failure: unknown): StationError {
  const reason = failure instanceof Error ? failure.message.slice(0, 200) : 'unknown';
  return { code: 'keychain', details: { reason } };
}

async function withinLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeIsOver = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The keychain does not answer')), answerLimitMs);
  });
  try {
    return await Promise.race([work, timeIsOver]);
  } finally {
    clearTimeout(timer);
  }
}
