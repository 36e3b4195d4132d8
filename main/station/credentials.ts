import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SecretStore, StationLog } from './surroundings.ts';

/** What is secret about a connection. Kept together in one entry of the keychain, one per profile and instance. */
const connectionSecrets = z.object({
  instanceKey: z.string(),
  /** Null: the key has no secret, calls are not signed. */
  secret: z.string().nullable(),
  operatorPassword: z.string(),
});
export type ConnectionSecrets = z.infer<typeof connectionSecrets>;

/** The secrets of connections, by instance. Whatever passes through is kept out of the log from then on. */
export interface Credentials {
  /** Null when there are none, or when they cannot be read: then the person types them again. */
  read(instanceId: string): Promise<ConnectionSecrets | null>;
  write(instanceId: string, secrets: ConnectionSecrets): Promise<void>;
  remove(instanceId: string): Promise<void>;
}

export function createCredentials(profile: string, store: SecretStore, log: StationLog): Credentials {
  return {
    async read(instanceId) {
      if (instanceId === '') return null;
      const secrets = parse(await store.read(accountOf(profile, instanceId)));
      if (secrets !== null) registerSecrets(secrets, log);
      return secrets;
    },
    async write(instanceId, secrets) {
      registerSecrets(secrets, log);
      await store.write(accountOf(profile, instanceId), JSON.stringify(secrets));
    },
    async remove(instanceId) {
      if (instanceId !== '') await store.remove(accountOf(profile, instanceId));
    },
  };
}

/** Keeps a connection's secrets out of the log from now on. */
export function registerSecrets({ instanceKey, secret, operatorPassword }: ConnectionSecrets, log: StationLog): void {
  for (const each of [instanceKey, secret, operatorPassword]) if (each) log.registerSecret(each);
}

/** The keychain entry of an instance, or of a practice platform, for one profile. */
export function accountOf(profile: string, instance: string): string {
  return `${shortHash(profile)}.${instance}`;
}

/** Names the folder and the keychain entry of an instance without giving its key away. */
export function instanceIdOf(apiAddress: string, instanceKey: string): string {
  return shortHash(`${URL.parse(apiAddress)?.href ?? apiAddress}\n${instanceKey}`);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function parse(stored: string | null): ConnectionSecrets | null {
  if (stored === null) return null;
  try {
    return connectionSecrets.parse(JSON.parse(stored));
  } catch {
    return null;
  }
}
