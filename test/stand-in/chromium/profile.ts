import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ownerFile = 'stand-in-owner.json';

interface Owner {
  /** The stand-in's process. */
  standIn: number;
  /** Its Chromium. */
  chromium: number;
}

/**
 * Makes a folder usable as Chromium's profile. A Chromium left by a stand-in that died is waited for, then ended; its
 * lock is removed. While another stand-in lives on the profile, a temporary one is used instead.
 */
export async function prepareProfile(folder: string): Promise<string> {
  fs.mkdirSync(folder, { recursive: true });
  const owner = readOwner(folder);
  if (owner && isAlive(owner.standIn) && owner.standIn !== process.pid) return temporaryProfile();
  if (owner) await waitForEnd(owner.chromium, folder);
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) {
    fs.rmSync(path.join(folder, name), { force: true });
  }
  keepFromGuessing(folder);
  return folder;
}

/** The number of `never` in Chromium's setting for preloading pages (chrome/browser/preloading/preloading_prefs.h). */
const neverPreload = 2;

/**
 * Chrome connects to where a page is about to go before anybody was asked; Electron has no such predictor. Written for a
 * new profile only: Chromium keeps the file from then on.
 */
function keepFromGuessing(folder: string): void {
  const file = path.join(folder, 'Default', 'Preferences');
  if (fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ net: { network_prediction_options: neverPreload } }));
}

/** Remembers whose profile this is, for the next start. */
export function ownProfile(folder: string, chromium: number): void {
  const owner: Owner = { standIn: process.pid, chromium };
  fs.writeFileSync(path.join(folder, ownerFile), JSON.stringify(owner));
}

function readOwner(folder: string): Owner | undefined {
  try {
    return JSON.parse(fs.readFileSync(path.join(folder, ownerFile), 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

/** Chromium ends by itself when its pipe breaks; three seconds are ample. */
async function waitForEnd(pid: number, folder: string): Promise<void> {
  for (let tries = 0; tries < 60 && runsOn(pid, folder); tries += 1) await sleep(50);
  if (!runsOn(pid, folder)) return;
  process.kill(pid, 'SIGKILL');
  while (runsOn(pid, folder)) await sleep(20);
}

/** True when the process lives and is a Chromium of this profile: process ids are used again. */
function runsOn(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
  } catch {
    return false;
  }
}

/** A zombie has ended: its parent has only not asked yet. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function temporaryProfile(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stand-in-profile-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  keepFromGuessing(folder);
  return folder;
}
