import { resolve } from 'node:path';

/** What the command line asks for. */
export interface StartOptions {
  /** Folder for all data; null for the system's usual place. */
  profile: string | null;
  practice: boolean;
  /** Address of a practice platform that runs already, as it was given. */
  practiceUrl: string | null;
  /** Another policy file than the computer's, for tests; an installed app does not look at it. */
  policy: string | null;
}

/** Reads our own switches; Electron's and Chromium's are left alone. */
export function readStartOptions(argv: readonly string[]): StartOptions {
  const profile = valueOf(argv, 'profile');
  return {
    profile: profile === null ? null : resolve(profile),
    practice: argv.includes('--practice'),
    practiceUrl: valueOf(argv, 'practice-url'),
    policy: valueOf(argv, 'policy'),
  };
}

function valueOf(argv: readonly string[], name: string): string | null {
  const prefix = `--${name}=`;
  const argument = argv.findLast((each) => each.startsWith(prefix));
  return argument === undefined || argument === prefix ? null : argument.slice(prefix.length);
}

/** A practice platform has no protection of its own, so one is only used on this machine; throws for any other address. */
export function checkPracticeUrl(text: string | null): string | null {
  if (text === null) return null;
  const address = URL.parse(text);
  const isLoopback = address !== null && ['127.0.0.1', '[::1]', 'localhost'].includes(address.hostname);
  if (!isLoopback || address.protocol !== 'http:') throw new Error('--practice-url must be an http address on this machine.');
  return address.href;
}
