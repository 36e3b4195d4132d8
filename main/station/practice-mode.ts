import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OtapiCredentials } from '../otapi/index.ts';
import { startPracticePlatform, UnreadableWorldFile, type PracticePlatform } from '../practice/index.ts';
import { accountOf } from './credentials.ts';
import { askPracticeLogin } from './known-practice.ts';
import type { SecretStore } from './surroundings.ts';

/** A practice platform to connect to. */
export interface PracticeAccess {
  credentials: OtapiCredentials;
  /** Where its pictures come from. */
  origin: string;
  /** Ends the platform, if it is ours. */
  close(): Promise<void>;
}

/** Every so often the waybill of one unknown parcel becomes known, as it does in a real warehouse. */
const revealEverySeconds = 60;

/**
 * Starts the platform inside the app. Its world is kept in the profile, so that what was received stays received. A
 * world that cannot be read is set aside, `onSetAside` hears of it, and a new one begins.
 */
export async function startOwnPractice(profile: string, onSetAside: (file: string) => void): Promise<PracticeAccess> {
  const worldFile = join(profile, 'practice', 'world.json');
  mkdirSync(dirname(worldFile), { recursive: true, mode: 0o700 });
  const platform = await startWith(worldFile).catch((error: unknown) => {
    if (!(error instanceof UnreadableWorldFile)) throw error;
    renameSync(worldFile, `${worldFile}.unreadable`);
    onSetAside(`${worldFile}.unreadable`);
    return startWith(worldFile);
  });
  const { address, instanceKey, secret, operatorLogin, operatorPassword } = platform;
  return {
    credentials: { address, instanceKey, secret, operatorLogin, operatorPassword },
    origin: platform.origin,
    close: () => platform.close(),
  };
}

function startWith(worldFile: string): Promise<PracticePlatform> {
  return startPracticePlatform({ worldFile, revealEverySeconds });
}

/** A platform that runs already, in this or another process of the machine. */
export async function joinPractice(practiceUrl: string, profile: string, secrets: SecretStore): Promise<PracticeAccess> {
  const { origin } = new URL(practiceUrl);
  const login = await askPracticeLogin(origin, accountOf(profile, origin), secrets);
  return { credentials: { ...login, address: `${origin}/service/` }, origin, close: async () => {} };
}
