import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** How to sign in at a practice platform; nothing of it is a secret. */
const practiceLogin = z.object({
  instanceKey: z.string(),
  secret: z.string().nullable(),
  operatorLogin: z.string(),
  operatorPassword: z.string(),
});
export type PracticeLogin = z.infer<typeof practiceLogin>;

const timeLimitMs = 5_000;

/**
 * Asks a practice platform that runs already how to sign in there. One that does not answer now, but did before, is
 * known from then: the station starts offline, as it does with a real OT Platform that cannot be reached.
 */
export async function askPracticeLogin(origin: string, profile: string): Promise<PracticeLogin> {
  const file = join(profile, 'practice', `${origin.replaceAll(/\W+/g, '-')}.json`);
  const login = await ask(origin).catch((error: unknown) => {
    const known = readKnown(file);
    if (known === null) throw new Error(`No practice platform answers at ${origin}`, { cause: error });
    return known;
  });
  mkdirSync(join(profile, 'practice'), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(login));
  return login;
}

async function ask(origin: string): Promise<PracticeLogin> {
  const answer = await fetch(`${origin}/practice/access`, { signal: AbortSignal.timeout(timeLimitMs) });
  return practiceLogin.parse(await answer.json());
}

function readKnown(file: string): PracticeLogin | null {
  try {
    return practiceLogin.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
