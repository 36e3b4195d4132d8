import { resolve } from 'node:path';

/** What the command line asks for. */
export interface StartOptions {
  /** Folder for all data; null for the system's usual place. */
  profile: string | null;
  practice: boolean;
  /** Address of a practice platform that runs already. */
  practiceUrl: string | null;
}

/** Reads our own switches; Electron's and Chromium's are left alone. Throws for an address that is not on this machine. */
export function readStartOptions(argv: readonly string[]): StartOptions {
  const profile = valueOf(argv, 'profile');
  const practiceUrl = valueOf(argv, 'practice-url');
  return {
    profile: profile === null ? null : resolve(profile),
    practice: argv.includes('--practice'),
    practiceUrl: practiceUrl === null ? null : loopbackAddress(practiceUrl),
  };
}

function valueOf(argv: readonly string[], name: string): string | null {
  const prefix = `--${name}=`;
  const argument = argv.findLast((each) => each.startsWith(prefix));
  return argument === undefined || argument === prefix ? null : argument.slice(prefix.length);
}

/** A practice platform has no protection of its own, so it is only used on this machine. */
function loopbackAddress(text: string): string {
  const address = URL.parse(text);
  const isLoopback = address !== null && ['127.0.0.1', '[::1]', 'localhost'].includes(address.hostname);
  if (!isLoopback || address.protocol !== 'http:') throw new Error('--practice-url must be an http address on this machine.');
  return address.href;
}
