import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { SecretStore } from './surroundings.ts';

/** How to sign in at a practice platform. */
const practiceLogin = z.object({
  instanceKey: z.string(),
  secret: z.string().nullable(),
  operatorLogin: z.string(),
  operatorPassword: z.string(),
});
export type PracticeLogin = z.infer<typeof practiceLogin>;

/** Folders of practice platforms by their origin. No secret is in it. */
const knownFolders = z.record(z.string(), z.string());

const timeLimitMs = 5_000;
const askAgainMs = 3_000;

/**
 * Asks a practice platform that runs already how to sign in there; one that does not answer is known from the keychain.
 * @returns null when it is known from neither.
 */
export async function practiceLoginOf(origin: string, account: string, secrets: SecretStore): Promise<PracticeLogin | null> {
  const login = await ask(origin);
  if (login !== null) {
    await secrets.write(account, JSON.stringify(login));
    return login;
  }
  const known = await secrets.read(account);
  return known === null ? null : practiceLogin.parse(JSON.parse(known));
}

/** Asks every few seconds. @returns true when it answers, false when the signal has ended the wait. */
export async function untilPracticeAnswers(origin: string, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    await pause(askAgainMs, undefined, { signal, ref: false }).catch(() => {});
    if (!signal.aborted && (await ask(origin)) !== null) return true;
  }
  return false;
}

/** @returns null when nothing answers, or something that is no practice platform. */
async function ask(origin: string): Promise<PracticeLogin | null> {
  try {
    const answer = await fetch(`${origin}/practice/access`, { signal: AbortSignal.timeout(timeLimitMs) });
    return practiceLogin.parse(await answer.json());
  } catch {
    return null;
  }
}

/** The folder in which the station worked with this platform before; null when it never did. */
export function rememberedFolder(profile: string, origin: string): string | null {
  return readFolders(profile)[origin] ?? null;
}

export function rememberFolder(profile: string, origin: string, folder: string): void {
  const file = fileOf(profile);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify({ ...readFolders(profile), [origin]: folder }), { mode: 0o600 });
}

/** A file that is missing or damaged only means that nothing is remembered. */
function readFolders(profile: string): z.infer<typeof knownFolders> {
  try {
    return knownFolders.parse(JSON.parse(readFileSync(fileOf(profile), 'utf8')));
  } catch {
    return {};
  }
}

function fileOf(profile: string): string {
  return join(profile, 'practice', 'known-platforms.json');
}
