import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import { describe, expect, test, vi } from 'vitest';
import { standIn } from './launch.ts';
import { processesOf, run, temporaryFolder } from './run.ts';

const executable = path.join(standIn, 'electron');

describe('the executable', () => {
  test('--version tells the version of the electron package', () => {
    const manifest = path.resolve(import.meta.dirname, '../../../node_modules/electron/package.json');
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
    expect(spawnSync(executable, ['--version']).stdout.toString()).toBe(`v${version}\n`);
  });

  test('docs/api/environment-variables: ELECTRON_RUN_AS_NODE makes it plain Node', () => {
    const child = spawnSync(executable, ['-p', '6 * 7'], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
    expect(child.stdout.toString().trim()).toBe('42');
  });

  test('`npx electron` takes it through ELECTRON_OVERRIDE_DIST_PATH', () => {
    using folder = temporaryFolder();
    const cli = path.resolve(import.meta.dirname, '../../../node_modules/electron/cli.js');
    const app = path.join(import.meta.dirname, 'fixtures', 'early');
    const child = spawnSync(process.execPath, [cli, app, `--user-data-dir=${folder.path}`], {
      env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: standIn, STATION_HEADLESS: '1' },
    });
    expect(JSON.parse(child.stdout.toString())).toMatchObject({ appPath: app, userData: folder.path });
  });

  test('an app.asar runs, as a packaged app', async () => {
    using folder = temporaryFolder();
    const archive = path.join(folder.path, 'app.asar');
    await createPackage(path.join(import.meta.dirname, 'fixtures', 'early'), archive);
    const child = spawnSync(executable, [archive, `--user-data-dir=${folder.path}/data`], { env: { ...process.env, STATION_HEADLESS: '1' } });
    expect(JSON.parse(child.stdout.toString())).toMatchObject({ isPackaged: true, resourcesPath: folder.path });
  });

  test('without a display it says that the windows are not visible', () => {
    using folder = temporaryFolder();
    const app = path.join(import.meta.dirname, 'fixtures', 'early');
    const child = spawnSync(executable, [app, `--user-data-dir=${folder.path}`], { env: { ...process.env, STATION_HEADLESS: '1' } });
    expect(child.stderr.toString()).toBe('No display: the windows are not visible (headless Chromium).\n');
  });

  test('an app that is not there is an error, with the path', () => {
    const child = spawnSync(executable, ['/nowhere/at/all']);
    expect(child.status).toBe(1);
    expect(child.stderr.toString()).toContain('/nowhere/at/all');
  });
});

describe('docs/api/app: quitting', () => {
  const userData = (folder: string): string => `--user-data-dir=${folder}`;

  test('quit: before-quit, close of each window, closed, will-quit, quit', async () => {
    using folder = temporaryFolder();
    const app = run('quit', [userData(folder.path)]);
    expect(await app.ended).toBe(0);
    expect(app.lines).toEqual(['will-finish-launching', 'ready', 'before-quit', 'close', 'closed', 'will-quit', 'quit 0']);
  });

  test.each(['before-quit', 'will-quit', 'close'])('%s can stop it', async (name) => {
    using folder = temporaryFolder();
    const app = run('quit', [userData(folder.path), `--refuse=${name}`]);
    expect(await app.ended).toBe(0);
    expect(app.lines.filter((line) => line === name)).toHaveLength(2);
    expect(app.lines.filter((line) => line.startsWith('quit'))).toEqual(['quit 0']);
  });

  test('exit gives its code and asks nobody', async () => {
    using folder = temporaryFolder();
    const app = run('quit', [userData(folder.path), '--exit']);
    expect(await app.ended).toBe(3);
    expect(app.lines).not.toContain('before-quit');
    expect(app.lines).not.toContain('close');
    expect(app.lines).toContain('quit 3');
  });

  test('when the last window closes, window-all-closed is emitted and a listener keeps the app', async () => {
    using folder = temporaryFolder();
    const app = run('quit', [userData(folder.path), '--close-window']);
    await app.line(/^window-all-closed$/);
    app.process.kill('SIGTERM');
    expect(await app.ended).toBe(0);
    expect(app.lines.slice(2)).toEqual(['close', 'closed', 'window-all-closed', 'before-quit', 'will-quit', 'quit 0']);
  });

  test('without a listener of window-all-closed the app quits', async () => {
    using folder = temporaryFolder();
    const app = run('quit', [userData(folder.path), '--close-window', '--default-end']);
    expect(await app.ended).toBe(0);
    expect(app.lines).toContain('quit 0');
  });
});

describe('docs/api/app: paths and command line', () => {
  test('setPath userData before ready decides where the profile is', async () => {
    using folder = temporaryFolder();
    const app = run('early', [`--profile=${folder.path}/chosen`]);
    expect(await app.ended).toBe(0);
    const facts = JSON.parse(app.lines[0] ?? '{}') as Record<string, unknown>;
    expect(facts).toMatchObject({
      userData: `${folder.path}/chosen`,
      profileSwitch: `${folder.path}/chosen`,
      hasProfile: true,
      type: 'browser',
      argvAfterApp: [`--profile=${folder.path}/chosen`],
    });
  });

  test('docs/api/cookies: cookies of the default session outlive the app', async () => {
    using folder = temporaryFolder();
    const first = run('early', [`--user-data-dir=${folder.path}`]);
    await first.ended;
    const second = run('early', [`--user-data-dir=${folder.path}`]);
    await second.ended;
    expect([first, second].map(({ lines }) => (JSON.parse(lines[0] ?? '{}') as { visits: number }).visits)).toEqual([1, 2]);
  });
});

describe('docs/api/app: requestSingleInstanceLock', () => {
  test('a second start is refused, ends, and the first hears of it with its arguments and data', async () => {
    using folder = temporaryFolder();
    const first = run('single', [`--user-data-dir=${folder.path}`]);
    await first.line(/^first true$/);
    const second = run('single', [`--user-data-dir=${folder.path}`, '--hello']);
    expect(await second.ended).toBe(0);
    expect(second.lines).toEqual(['second']);
    expect(await first.line(/^heard/)).toBe(`heard ${JSON.stringify({ flag: true, directory: process.cwd(), sent: 5 })}`);
    expect(await first.ended).toBe(0);
  });

  test('the lock of a process that was killed is taken over', async () => {
    using folder = temporaryFolder();
    const first = run('single', [`--user-data-dir=${folder.path}`]);
    await first.line(/^first true$/);
    first.process.kill('SIGKILL');
    await first.ended;
    const second = run('single', [`--user-data-dir=${folder.path}`]);
    await second.line(/^first true$/);
    second.process.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });
});

describe('no Chromium is left behind', () => {
  test('after kill -9 Chromium ends by itself, and the same profile starts again', async () => {
    using folder = temporaryFolder();
    const first = run('early', [`--user-data-dir=${folder.path}`, '--stay']);
    await first.line(/visits/);
    expect(processesOf(folder.path).length).toBeGreaterThan(1);
    first.process.kill('SIGKILL');
    const second = run('early', [`--user-data-dir=${folder.path}`]);
    expect(await second.ended).toBe(0);
    expect(existsSync(path.join(folder.path, 'chromium', 'Default'))).toBe(true);
    await vi.waitFor(() => expect(processesOf(folder.path)).toEqual([]), { timeout: 5000 });
  });

  test('a defect of the main process is told on stderr and ends everything', async () => {
    using folder = temporaryFolder();
    const app = run('crash', [`--user-data-dir=${folder.path}`]);
    expect(await app.ended).toBe(1);
    expect(app.errors()).toContain('the main process has a defect');
    await vi.waitFor(() => expect(processesOf(folder.path)).toEqual([]), { timeout: 5000 });
  });

  test('SIGTERM quits', async () => {
    using folder = temporaryFolder();
    const app = run('quit', [`--user-data-dir=${folder.path}`, '--wait']);
    await app.line(/^waiting$/);
    app.process.kill('SIGTERM');
    expect(await app.ended).toBe(0);
    expect(app.lines).toContain('quit 0');
    await vi.waitFor(() => expect(processesOf(folder.path)).toEqual([]), { timeout: 5000 });
  });
});
