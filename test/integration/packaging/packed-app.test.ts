import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackageWithOptions, extractFile, statFile } from '@electron/asar';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startPracticePlatform } from '../../../main/practice/index.ts';
import { policyFileOf } from '../../../main/shell/policy/index.ts';
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

async function start(...switches: string[]): Promise<{ app: ElectronApplication; page: Page }> {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = standIn;
  const env = { ...(process.env as Record<string, string>), STATION_HEADLESS: '1' };
  const app = await _electron.launch({ args: [archive, `--profile=${join(folder, 'profile')}`, '--practice', ...switches], cwd: folder, env });
  return { app, page: await app.firstWindow() };
}

function linesInCache(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { status } = (globalThis as unknown as { station: { status: { read(argument: object): Promise<{ value: { cache: { lines: number } } }> } } }).station;
    return (await status.read({})).value.cache.lines;
  });
}

describe('the packed app', () => {
  test('starts from its archive: main, preload script, pages and the native keychain', { timeout: 60_000 }, async () => {
    const platform = await startPracticePlatform({ lines: 2_000, seed: 3 });
    const { app, page } = await start(`--practice-url=${platform.origin}`);
    try {
      await page.getByRole('main').waitFor();
      expect(await app.evaluate(({ app: electronApp }) => [electronApp.isPackaged, electronApp.getAppPath()])).toEqual([true, archive]);
      // Called through the preload script, answered by main.
      const status = await page.evaluate(async () => (globalThis as unknown as { station: { status: { about(argument: object): unknown } } }).station.status.about({}));
      expect(status).toMatchObject({ ok: true, value: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) } });
      // Read and written by threads, whose programs are in the archive, too.
      await vi.waitFor(async () => expect(await linesInCache(page)).toBeGreaterThan(1_000), { timeout: 30_000 });
      const log = join(folder, 'profile', 'logs', 'station.log');
      await vi.waitFor(() => expect(readFileSync(log, 'utf8')).toContain('Starting'));
      expect(readFileSync(log, 'utf8')).not.toMatch(/Cannot find|ERR_MODULE|ERR_DLOPEN|Work in the background failed/);
    } finally {
      await app.close();
      await platform.close();
    }
    // Nothing was unpacked to be run.
    expect(readdirSync(folder).toSorted()).toEqual(['profile', 'resources']);
  });

  test('follows no policy file but that of its computer', { timeout: 60_000 }, async () => {
    const policy = join(folder, 'policy.json');
    writeFileSync(policy, JSON.stringify({ updateAddress: 'https://updates.example.com/', settings: { theme: 'dark' } }));
    const { app, page } = await start(`--policy=${policy}`);
    try {
      await page.getByRole('main').waitFor();
      const answers = await page.evaluate(async () => {
        const { administration } = (globalThis as unknown as { station: { administration: Record<'policy' | 'updates', (argument: object) => unknown> } }).station;
        return [await administration.policy({}), await administration.updates({})];
      });
      expect(answers).toMatchObject([{ value: { file: policyFileOf(process.platform, process.env), locked: [] } }, { value: { address: null } }]);
    } finally {
      await app.close();
    }
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
