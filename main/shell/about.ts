import { app } from 'electron';
import type { StationAbout } from '../../preload/contract/index.ts';

/** What runs here, for Settings and the first line of the log. */
export function describeProgram(profile: string): StationAbout {
  const { electron, chrome, node } = process.versions;
  return { version: app.getVersion(), runtime: `Electron ${electron}, Chromium ${chrome}, Node ${node}`, profile };
}
