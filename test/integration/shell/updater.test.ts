import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type RequestOptions, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as ElectronUpdater from 'electron-updater';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadElectronUpdater } from '../../../main/shell/updates/electron-updater.ts';
import type { Updater } from '../../../main/shell/updates/updates.ts';

/** electron-updater itself, with as much of Electron as it asks for: the app's facts, and its network by Node's. */
const { electron, facts, made } = vi.hoisted(() => {
  const facts = { folder: '' };
  const made: ElectronUpdater.AppUpdater[] = [];
  const app = {
    isPackaged: true,
    whenReady: () => Promise.resolve(),
    getVersion: () => '2.0.0',
    getName: () => 'warehouse-station',
    getPath: () => facts.folder,
    getAppPath: () => facts.folder,
  };
  return { electron: { app, session: { fromPartition: () => ({}) }, net: {} }, facts, made };
});
vi.mock('electron', () => electron);
vi.mock('electron-updater', async (original) => {
  const { NsisUpdater, AppImageUpdater } = await original<typeof ElectronUpdater>();
  class Kept extends NsisUpdater {
    constructor(...options: ConstructorParameters<typeof NsisUpdater>) {
      super(...options);
      made.push(this);
    }
  }
  return { NsisUpdater: Kept, AppImageUpdater };
});

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn(), registerSecret: vi.fn() };
const installer = Buffer.from('a new version');

let server: Server;
let address: string;
let asked: string[];
let offered: { version: string; sha512: string };

beforeAll(() => {
  const { cache, resolve } = createRequire(import.meta.url);
  const place = resolve('electron');
  const net = { request: ({ session: _session, redirect: _redirect, ...options }: RequestOptions & Record<string, unknown>) => httpRequest(options) };
  cache[place] = Object.assign(Object.create(null), { id: place, filename: place, loaded: true, children: [], paths: [], exports: { ...electron, net } });
});
afterAll(() => {
  const { cache, resolve } = createRequire(import.meta.url);
  delete cache[resolve('electron')];
});

beforeEach(async () => {
  facts.folder = mkdtempSync(join(tmpdir(), 'station-updater-'));
  for (const name of ['XDG_CACHE_HOME', 'LOCALAPPDATA', 'HOME']) vi.stubEnv(name, facts.folder);
  const resources = join(facts.folder, 'resources');
  mkdirSync(resources);
  writeFileSync(join(resources, 'app-update.yml'), 'provider: generic\nurl: https://updates.invalid/\nupdaterCacheDirName: station-updater\n');
  Reflect.set(process, 'resourcesPath', resources);
  asked = [];
  offered = { version: '3.0.0', sha512: createHash('sha512').update(installer).digest('base64') };
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://server');
    asked.push(pathname);
    const { version, sha512 } = offered;
    const file = `warehouse-station-${version}-setup.exe`;
    if (/^\/latest.*\.yml$/.test(pathname)) response.end(JSON.stringify({ version, files: [{ url: file, sha512, size: installer.length }], path: file, sha512 }));
    else if (pathname === `/${file}`) response.end(installer);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(async () => {
  Reflect.deleteProperty(process, 'resourcesPath');
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(facts.folder, { recursive: true, force: true });
});

const load = (): Promise<Updater> => loadElectronUpdater('nsis', address, log);
const installersAsked = (): string[] => asked.filter((path) => path.endsWith('.exe'));

describe('electron-updater', () => {
  it('is told to do nothing by itself, and to take no older version and no installer in parts', async () => {
    await load();
    expect(made.at(-1)).toMatchObject({ autoDownload: false, autoInstallOnAppQuit: false, allowDowngrade: false, disableWebInstaller: true });
  });

  it('finds a newer version, and fetches it only when it is told to', async () => {
    const updater = await load();
    expect(await updater.check()).toBe('3.0.0');
    expect(installersAsked()).toEqual([]);
    await updater.download(() => {});
    expect(installersAsked()).toEqual(['/warehouse-station-3.0.0-setup.exe']);
  });

  it.each(['1.9.9', '2.0.0', '2.0.0-beta.1'])('does not go from 2.0.0 to %s', async (version) => {
    offered.version = version;
    expect(await (await load()).check()).toBeNull();
  });

  it('refuses a file that is not what its description says', async () => {
    offered.sha512 = createHash('sha512').update('another').digest('base64');
    const updater = await load();
    await updater.check();
    await expect(updater.download(() => {})).rejects.toMatchObject({ code: 'ERR_CHECKSUM_MISMATCH' });
    expect(updater.install({ startAgain: false })).toBe(false);
  });
});
