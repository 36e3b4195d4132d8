import os from 'node:os';
import type * as Electron from 'electron';
import { app } from '../app/app.ts';

let chromiumVersion = '0.0.0.0';

/** Told once Chromium answers. */
export function setChromiumVersion(product: string): void {
  chromiumVersion = product.replace(/^.*\//, '');
  Object.defineProperty(process.versions, 'chrome', { value: chromiumVersion, configurable: true });
}

/** The user agent that Electron makes of the app's name and the versions. */
export function defaultUserAgent(): string {
  const major = chromiumVersion.split('.')[0] ?? '0';
  const name = app.getName().replaceAll(/\s/g, '');
  const own = `${name}/${app.getVersion()} Chrome/${major}.0.0.0 Electron/${process.versions['electron']}`;
  return `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ${own} Safari/537.36`;
}

/** `process` of a sandboxed preload script: docs/api/process, what is there in the sandbox. */
export function processFacts(preferences: Electron.WebPreferences): object {
  return {
    type: 'renderer',
    platform: process.platform,
    arch: process.arch,
    versions: { ...process.versions, electron: process.versions['electron'], chrome: chromiumVersion },
    version: process.version,
    contextIsolated: true,
    sandboxed: preferences.sandbox !== false,
    env: { ...process.env },
    argv: [process.execPath, ...(preferences.additionalArguments ?? [])],
    execPath: process.execPath,
    pid: process.pid,
    resourcesPath: (process as { resourcesPath?: string }).resourcesPath,
    hostname: os.hostname(),
  };
}
