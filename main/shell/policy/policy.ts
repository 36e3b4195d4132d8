import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { lockableSettings, stationSettings, type LockableSetting, type PolicyView } from '../../../preload/contract/index.ts';
import type { StationSettings } from '../../../preload/contract/index.ts';

const lockable = Object.fromEntries(lockableSettings.map((name) => [name, true])) as Record<LockableSetting, true>;

/** An installer comes from there, so nobody on the way may change it, and a file that all can read holds no password. */
const updateAddress = z
  .url({ protocol: /^https$/ })
  .max(500)
  .refine((text) => {
    const { username, password, search, hash } = new URL(text);
    return [username, password, search, hash].every((part) => part === '');
  });

/** Strict: a name that is not known is a mistake, and must not look as if it were followed. */
const policyFile = z.strictObject({
  updateAddress: updateAddress.optional(),
  practiceAllowed: z.boolean().optional(),
  settings: stationSettings.pick(lockable).partial().strict().optional(),
});

/** What the administrator has laid down, as the app follows it. */
export interface Policy {
  view: PolicyView;
  /** Values that stand above those of settings.json. */
  settings: Partial<Pick<StationSettings, LockableSetting>>;
  /** Where updates come from, or null. */
  updateAddress: string | null;
}

/** Reads the policy once. Without a file nothing is laid down; the same holds for one with a fault, which the view tells. */
export function readPolicy(file: string): Policy {
  const read = readText(file);
  if (read === 'absent') return nothingLaidDown(file, null);
  if (read === 'not-readable') return nothingLaidDown(file, { fault: 'not-readable', places: '' });
  const json = parseJson(read.text);
  if (json === undefined) return nothingLaidDown(file, { fault: 'not-json', places: '' });
  const parsed = policyFile.safeParse(json);
  if (!parsed.success) return nothingLaidDown(file, { fault: 'not-allowed', places: placesOf(parsed.error) });

  const { settings = {}, practiceAllowed = true, updateAddress: address = null } = parsed.data;
  // Values that are undefined would hide those of settings.json.
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  const locked = lockableSettings.filter((name) => name in given);
  return { view: { file, locked, practiceAllowed, problem: null }, settings: given, updateAddress: address };
}

function nothingLaidDown(file: string, problem: PolicyView['problem']): Policy {
  return { view: { file, locked: [], practiceAllowed: true, problem }, settings: {}, updateAddress: null };
}

function readText(file: string): { text: string } | 'absent' | 'not-readable' {
  try {
    // Editors of Windows put a mark of the byte order at the beginning.
    return { text: readFileSync(file, 'utf8').replace(/^\uFEFF/, '') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'not-readable';
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Names of the wrong entries; their values stay out of texts and logs. */
function placesOf(error: z.ZodError): string {
  const places = error.issues.flatMap(({ path, ...issue }) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [''];
    return names.map((name) => [...path, name].filter((part) => part !== '').join('.'));
  });
  return [...new Set(places)].join(', ').slice(0, 300);
}
