import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OtapiCredentials } from '../otapi/index.ts';
import { startPracticePlatform, UnreadableWorldFile, type PracticePlatform } from '../practice/index.ts';
import { accountOf, instanceIdOf } from './credentials.ts';
import { practiceLoginOf, rememberedFolder, rememberFolder, untilPracticeAnswers } from './known-practice.ts';
import type { SecretStore } from './surroundings.ts';

/** A practice platform to connect to. */
export interface PracticeAccess {
  /** Null: it is down now, and the keychain does not know its login either. */
  credentials: OtapiCredentials | null;
  /** Folder of its journal and cache, among those of the instances. */
  folder: string;
  /** Where its pictures come from. */
  origin: string;
  /** Resolves to true when one that had no login to give answers after all, to false when there is nothing to wait for. */
  answersAtLast(): Promise<boolean>;
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
    folder: 'practice',
    origin: platform.origin,
    answersAtLast: async () => false,
    close: () => platform.close(),
  };
}

function startWith(worldFile: string): Promise<PracticePlatform> {
  return startPracticePlatform({ worldFile, revealEverySeconds });
}

/**
 * A platform that runs already, in this or another process of the machine. One that does not answer now, but did before,
 * is known from then: the station starts offline, as it does with a real OT Platform that cannot be reached. Throws for
 * one that was never met.
 */
export async function joinPractice(practiceUrl: string, profile: string, secrets: SecretStore): Promise<PracticeAccess> {
  const { origin } = new URL(practiceUrl);
  const address = `${origin}/service/`;
  const closing = new AbortController();
  const login = await practiceLoginOf(origin, accountOf(profile, origin), secrets);
  if (login !== null) rememberFolder(profile, origin, `practice-${instanceIdOf(address, login.instanceKey)}`);
  const folder = rememberedFolder(profile, origin);
  if (folder === null) throw new Error(`No practice platform answers at ${origin}`);
  return {
    credentials: login && { ...login, address },
    folder,
    origin,
    answersAtLast: () => (login === null ? untilPracticeAnswers(origin, closing.signal) : Promise.resolve(false)),
    close: async () => closing.abort(),
  };
}
