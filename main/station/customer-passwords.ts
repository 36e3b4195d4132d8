import type { CustomerPasswords } from '../ordering/index.ts';
import { accountOf } from './credentials.ts';
import type { SecretStore, StationLog } from './surroundings.ts';

export interface CustomerPasswordParts {
  profile: string;
  /** Names the instance whose customers they are. */
  instanceId: string;
  secrets: SecretStore;
  log: StationLog;
}

/** The passwords of an instance's customers, each an entry of its own in the keychain. */
export function customerPasswords({ profile, instanceId, secrets, log }: CustomerPasswordParts): CustomerPasswords {
  const entryOf = (login: string): string => `${accountOf(profile, instanceId)}.customer.${login}`;
  return {
    async read(login) {
      const password = await secrets.read(entryOf(login));
      if (password !== null) log.registerSecret(password);
      return password;
    },
    async write(login, password) {
      log.registerSecret(password);
      await secrets.write(entryOf(login), password);
    },
    remove: (login) => secrets.remove(entryOf(login)),
  };
}
