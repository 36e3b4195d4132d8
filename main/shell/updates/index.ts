import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { UpdatesView } from '../../../preload/contract/index.ts';
import type { StationLog, WorkInHand } from '../../station/index.ts';
import { loadElectronUpdater } from './electron-updater.ts';
import { canUpdateItself, packageKindOf } from './package-kind.ts';
import { createUpdates, type Updates } from './updates.ts';

export type { Updates } from './updates.ts';

export interface UpdateSurroundings {
  /** Where updates come from; null for nowhere. */
  address: string | null;
  workInHand: () => WorkInHand;
  onChange: (view: UpdatesView) => void;
  log: StationLog;
}

/** Updates of the app that runs, by electron-updater. */
export function createAppUpdates({ address, workInHand, onChange, log }: UpdateSurroundings): Updates {
  const { platform, env } = process;
  const packageKind = packageKindOf({ platform, env, isPackaged: app.isPackaged, resource: readResource });
  return createUpdates({
    version: app.getVersion(),
    packageKind,
    address,
    async loadUpdater() {
      if (address === null || !canUpdateItself(packageKind)) throw new Error('This package cannot be updated');
      return loadElectronUpdater(packageKind, address, log);
    },
    workInHand,
    schedule(work, afterMs) {
      const timer = setTimeout(work, afterMs);
      return () => clearTimeout(timer);
    },
    now: () => Date.now(),
    onChange,
    quit: () => app.quit(),
    log,
  });
}

function readResource(name: string): string | null {
  try {
    return readFileSync(join(process.resourcesPath, name), 'utf8');
  } catch {
    return null;
  }
}
