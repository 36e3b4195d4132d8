import { open, readFile, rename } from 'node:fs/promises';
import type { Activities } from '../background-activities/activities.ts';
import type { Activity } from '../background-activities/activity.ts';
import { readSavedActivities } from '../background-activities/saved-activities.ts';
import { readSavedProviderLogins } from '../provider-logins/provider-logins.ts';
import type { ProviderLogins, SavedProviderLogins } from '../provider-logins/provider-logins.ts';
import type { WorldChange } from './changes.ts';
import { LINE_STATUS } from './line-status.ts';
import { PracticeWorld } from './world.ts';
import type { WorldOrigin } from './world.ts';

/**
 * Gets a new number whenever the same seed makes another world than before: the changes in an older file
 * would then belong to other lines.
 */
const FORMAT = 'practice-world-2';

interface SavedWorld {
  readonly format: typeof FORMAT;
  readonly origin: WorldOrigin;
  readonly changes: readonly WorldChange[];
  /** Absent in files of before there were provider logins. */
  readonly providerLogins?: SavedProviderLogins;
  /** Absent in files of before there were background activities. */
  readonly activities?: readonly Activity[];
}

/** What a world file holds. */
export interface LoadedWorld {
  readonly world: PracticeWorld;
  readonly providerLogins: SavedProviderLogins | null;
  readonly activities: readonly Activity[];
}

/** What a world file keeps. */
export interface KeptInFile {
  readonly world: PracticeWorld;
  readonly providerLogins: ProviderLogins;
  readonly activities: Activities;
}

/** The file is there but holds no practice world. */
export class UnreadableWorldFile extends Error {
  constructor(path: string, cause: unknown) {
    super(`${path} does not hold a practice world`, { cause });
    this.name = 'UnreadableWorldFile';
  }
}

/** Loads a world, or gives null when the file is not there yet. */
export async function loadWorld(path: string): Promise<LoadedWorld | null> {
  const text = await readIfThere(path);
  if (text === null) return null;
  try {
    const saved = JSON.parse(text) as SavedWorld;
    if (saved.format !== FORMAT) throw new TypeError('not the format of a practice world');
    return {
      world: new PracticeWorld(saved.origin, saved.changes),
      providerLogins: readSavedProviderLogins(saved.providerLogins),
      activities: readSavedActivities(saved.activities),
    };
  } catch (cause) {
    throw new UnreadableWorldFile(path, cause);
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Writes a world beside its place and then moves it there: the file is always whole. */
async function writeWorld(path: string, { world, providerLogins, activities }: KeptInFile): Promise<void> {
  const saved: SavedWorld = {
    format: FORMAT,
    origin: world.origin,
    changes: world.history,
    providerLogins: providerLogins.saved(),
    activities: activities.current(),
  };
  const beside = `${path}.new`;
  const text = JSON.stringify(saved);
  const file = await open(beside, 'w');
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

/** How long changes are gathered before they are written, milliseconds. */
const GATHERING_MS = 250;

/** Statuses that a line comes to and leaves by cancelling, restoring and paying. */
const ORDERING_STATUSES: ReadonlySet<number | undefined> = new Set([LINE_STATUS.awaitingPayment, LINE_STATUS.cancelled]);

/** Whether a change is about orders and money: who is told of such a one may not find it gone after a power cut. */
function isPrecious(change: WorldChange): boolean {
  if (change.kind === 'line-split') return false;
  if (change.kind !== 'line-changed') return true;
  return ORDERING_STATUSES.has(change.previous.statusId) || ORDERING_STATUSES.has(change.next.statusId);
}

/** Keeps the file of a world, its provider logins and its activities up to date: soon after changes, and at once when asked. */
export class WorldKeeper {
  readonly #path: string;
  readonly #kept: KeptInFile;
  #timer: NodeJS.Timeout | null = null;
  /** How many changes have happened that must not be lost, and how many of them the file has. */
  #precious = 0;
  #preciousKept = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string, kept: KeptInFile) {
    this.#path = path;
    this.#kept = kept;
    for (const changing of [kept.world, kept.providerLogins, kept.activities]) changing.onChange(() => this.#saveSoon());
    kept.world.onChange((change) => {
      if (isPrecious(change)) this.#precious += 1;
    });
  }

  /** Writes the world as it is now, after what is being written already. */
  async save(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const write = async (): Promise<void> => {
      const precious = this.#precious;
      await writeWorld(this.#path, this.#kept);
      this.#preciousKept = precious;
    };
    this.#writing = this.#writing.then(write, write);
    await this.#writing;
  }

  /**
   * Writes the world at once if orders were made, changed, cancelled or restored, or money was moved, since it was written
   * last. Other changes do the same when they are repeated, and wait for their turn.
   */
  async saveWhatMustNotBeLost(): Promise<void> {
    if (this.#precious > this.#preciousKept) await this.save();
  }

  #saveSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      // A failed write in the background shows again, and loudly, at the save that closes the platform.
      this.save().catch(() => undefined);
    }, GATHERING_MS);
  }
}
