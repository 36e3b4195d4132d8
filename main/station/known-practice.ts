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

const timeLimitMs = 5_000;

/**
 * Asks a practice platform that runs already how to sign in there. One that does not answer now, but did before, is
 * known from then: the station starts offline, as it does with a real OT Platform that cannot be reached.
 */
export async function askPracticeLogin(origin: string, account: string, secrets: SecretStore): Promise<PracticeLogin> {
  try {
    const login = await ask(origin);
    await secrets.write(account, JSON.stringify(login));
    return login;
  } catch (error) {
    const known = await secrets.read(account);
    if (known === null) throw new Error(`No practice platform answers at ${origin}`, { cause: error });
    return practiceLogin.parse(JSON.parse(known));
  }
}

async function ask(origin: string): Promise<PracticeLogin> {
  const answer = await fetch(`${origin}/practice/access`, { signal: AbortSignal.timeout(timeLimitMs) });
  return practiceLogin.parse(await answer.json());
}
