import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackageWithOptions, extractFile, statFile } from '@electron/asar';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { standIn } from '../stand-in/launch.ts';

const checkout = new URL('../../..', import.meta.url).pathname;

let folder: string;
let archive: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'packed-app-'));
  archive = join(folder, 'resources', 'app.asar');
  const contents = join(folder, 'contents');
  for (const part of ['package.json', 'out/app', 'node_modules/keytar', 'node_modules/@napi-rs']) {
    cpSync(join(checkout, part), join(contents, part), { recursive: true });
  }
  await createPackageWithOptions(contents, archive, { unpackDir: 'node_modules/@napi-rs' });
  rmSync(contents, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

async function start(): Promise<{ app: ElectronApplication; page: Page }> {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = standIn;
  const env = { ...(process.env as Record<string, string>), STATION_HEADLESS: '1' };
  const app = await _electron.launch({ args: [archive, `--profile=${join(folder, 'profile')}`, '--practice'], cwd: folder, env });
  return { app, page: await app.firstWindow() };
}

describe('the packed app', () => {
  test('starts from its archive: main, preload script, pages and the native keychain', { timeout: 60_000 }, async () => {
    const { app, page } = await start();
    try {
      await page.getByRole('main').waitFor();
      expect(await app.evaluate(({ app: electronApp }) => [electronApp.isPackaged, electronApp.getAppPath()])).toEqual([true, archive]);
      // Called through the preload script, answered by main.
      const status = await page.evaluate(async () => (globalThis as unknown as { station: { status: { about(argument: object): unknown } } }).station.status.about({}));
      expect(status).toMatchObject({ ok: true, value: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) } });
      const log = join(folder, 'profile', 'logs', 'station.log');
      await vi.waitFor(() => expect(readFileSync(log, 'utf8')).toContain('Starting'));
      expect(readFileSync(log, 'utf8')).not.toMatch(/Cannot find|ERR_MODULE|ERR_DLOPEN/);
    } finally {
      await app.close();
    }
    // Nothing was unpacked to be run.
    expect(readdirSync(folder).toSorted()).toEqual(['profile', 'resources']);
  });

  test('does not start when a byte of its main bundle was changed', { timeout: 60_000 }, async () => {
    const main = 'out/app/main/index.js';
    const bytes = readFileSync(archive);
    const at = bytes.indexOf(extractFile(archive, main).subarray(0, 400));
    expect(statFile(archive, main)).toHaveProperty('integrity');
    bytes.writeUInt8(bytes.readUInt8(at + 10) ^ 1, at + 10);
    writeFileSync(archive, bytes);
    await expect(start()).rejects.toThrow(/integrity/i);
  });
});
