import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPracticePlatform, type PracticePlatform } from '../../../main/practice/index.ts';
import { JournalDamagedError } from '../../../main/storage/index.ts';
import type { CallArgument, StationCalls } from '../../../preload/contract/index.ts';

// electron-store asks for Electron; its package answers with a path where there is no app, and must not fetch anything.
vi.hoisted(() => (process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= 'nowhere'));
const { createMemoryKeychain, makeProfile, makeStation, untilStatus } = await import('./fixture.ts');
type TestStation = ReturnType<typeof makeStation>;

let platform: PracticePlatform;
let profile: string;
let keychain: ReturnType<typeof createMemoryKeychain>;
const running = new Set<TestStation>();

beforeEach(async () => {
  profile = makeProfile();
  keychain = createMemoryKeychain();
  platform = await startPracticePlatform({ lines: 60, seed: 5, secret: 'signing secret' });
});
afterEach(async () => {
  for (const each of running) await each.station.stop();
  running.clear();
  await platform.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function start(options: Parameters<typeof makeStation>[0] = {}): Promise<TestStation> {
  const made = makeStation({ profile, keychain, ...options });
  running.add(made);
  await made.station.open();
  return made;
}

async function stop(made: TestStation): Promise<void> {
  running.delete(made);
  await made.station.stop();
}

type Login = CallArgument<StationCalls['connection']['connect']>;

function login(change: Partial<Login> = {}): Login {
  return {
    apiAddress: platform.address,
    instanceKey: platform.instanceKey,
    secret: platform.secret ?? '',
    keepSecret: false,
    operatorLogin: platform.operatorLogin,
    operatorPassword: platform.operatorPassword,
    ...change,
  };
}

const connected = { mode: 'instance', network: 'online', cache: { lines: 60 } };

describe('the first start', () => {
  it('is connected to nothing and says so to every call that needs it', async () => {
    const { station } = await start();
    expect(await station.handlers.status.read({})).toMatchObject({ mode: 'none', network: 'offline', notices: [] });
    await expect(Promise.resolve(station.handlers.receiving.totals({}))).rejects.toMatchObject({ error: { code: 'not-connected' } });
  });
});

describe('connecting', () => {
  it('tests, keeps the secrets in the keychain, fills the cache, and is connected again at the next start', async () => {
    const first = await start();
    expect(await first.station.handlers.connection.connect(login())).toMatchObject({ ok: true, lines: 60 });
    await untilStatus(first.station, (status) => status.network === 'online' && status.cache.lines === 60);
    expect(await first.station.handlers.connection.view({})).toMatchObject({
      mode: 'instance',
      operatorLogin: platform.operatorLogin,
      hasInstanceKey: true,
      hasSecret: true,
      hasPassword: true,
      secretsKeptIn: 'keychain',
    });
    await stop(first);

    const second = await start();
    await untilStatus(second.station, (status) => status.network === 'online');
    expect(await second.station.handlers.status.read({})).toMatchObject(connected);
  });

  it('keeps what was left empty from the keychain', async () => {
    const { station } = await start();
    await station.handlers.connection.connect(login());
    const kept = login({ instanceKey: '', secret: '', keepSecret: true, operatorPassword: '' });
    expect(await station.handlers.connection.test(kept)).toMatchObject({ ok: true });
  });

  it('saves nothing when the test fails', async () => {
    const { station } = await start();
    const result = await station.handlers.connection.connect(login({ operatorPassword: 'not this one' }));
    expect(result).toMatchObject({ ok: false, fault: 'login' });
    expect(await station.handlers.status.read({})).toMatchObject({ mode: 'none' });
    expect(keychain.entries.size).toBe(0);
  });

  it('leaves no secret in a file of the profile or in the log', async () => {
    const { station, logText } = await start();
    await station.handlers.connection.connect(login());
    await station.handlers.connection.test(login({ operatorPassword: 'not this one' }));
    const secrets = [platform.instanceKey, 'signing secret', 'not this one'];
    const texts = [logText(), ...filesUnder(profile).map((file) => readFileSync(file, 'latin1'))];
    for (const secret of secrets) for (const text of texts) expect(text.includes(secret)).toBe(false);
  });

  it('works offline, and asks for the login, when the keychain has lost the secrets', async () => {
    const first = await start();
    await first.station.handlers.connection.connect(login());
    await untilStatus(first.station, (status) => status.cache.lines === 60);
    await stop(first);
    keychain.entries.clear();

    const second = await start();
    await untilStatus(second.station, (status) => status.network === 'refused');
    expect(await second.station.handlers.status.read({})).toMatchObject({
      mode: 'instance',
      networkError: { code: 'session-refused' },
      cache: { lines: 60 },
    });
    const [parcel] = platform.control.parcels({ kind: 'single-line', limit: 1 });
    const answer = await second.station.handlers.receiving.scan({ raw: parcel?.label ?? '', source: 'scanner' });
    expect(answer).toMatchObject({ outcome: 'found', parcel: { checking: false } });
  });

  it('says that secrets are kept in memory where there is no keychain', async () => {
    const { station } = await start({ keychain: null });
    await station.handlers.connection.connect(login());
    expect(await station.handlers.connection.view({})).toMatchObject({ secretsKeptIn: 'memory', keychainProblem: { code: 'keychain' }, hasPassword: true });
    expect(await station.handlers.status.read({})).toMatchObject({ notices: [{ code: 'keychain-missing' }] });
  });

  it('ends at a word, with its secrets forgotten and its journal kept', async () => {
    const { station } = await start();
    await station.handlers.connection.connect(login());
    expect(await station.handlers.connection.disconnect({ forgetSecrets: true })).toMatchObject({ mode: 'none', hasPassword: false });
    expect(keychain.entries.size).toBe(0);
    expect(readdirSync(join(profile, 'instances'))).toHaveLength(1);
  });
});

describe('practice mode', () => {
  it('goes straight in, and is remembered', async () => {
    const first = await start({ practice: true });
    expect(await first.station.handlers.settings.read({})).toMatchObject({ receiverName: expect.stringMatching(/./) });
    await untilStatus(first.station, (status) => status.network === 'online' && status.cache.lines === 300);
    await stop(first);

    const second = await start();
    expect(await second.station.handlers.status.read({})).toMatchObject({ mode: 'practice', cache: { lines: 300 } });
  });

  it('never mixes its data with those of an instance', async () => {
    const { station } = await start();
    await station.handlers.connection.practise({});
    await station.handlers.receiving.scan({ raw: 'YT0000000000000', source: 'typed' });
    expect((await station.handlers.receiving.journal({ limit: 10 })).entries).toHaveLength(1);

    await station.handlers.connection.connect(login());
    expect((await station.handlers.receiving.journal({ limit: 10 })).entries).toEqual([]);

    await station.handlers.connection.practise({});
    expect((await station.handlers.receiving.journal({ limit: 10 })).entries).toHaveLength(1);
  });

  it('begins anew with a world that cannot be read, and sets the old one aside', async () => {
    const world = join(profile, 'practice', 'world.json');
    mkdirSync(join(profile, 'practice'), { recursive: true });
    writeFileSync(world, 'no world');
    const { station } = await start({ practice: true });
    expect(await station.handlers.status.read({})).toMatchObject({ mode: 'practice', notices: [{ code: 'practice-storage' }] });
    expect(existsSync(`${world}.unreadable`)).toBe(true);
  });

  it('uses a platform that runs already, and works offline when it is gone at a later start', async () => {
    const first = await start({ practiceUrl: platform.origin });
    await untilStatus(first.station, (status) => status.cache.lines === 60);
    expect(first.station.practiceOrigin()).toBe(platform.origin);
    await stop(first);
    const [parcel] = platform.control.parcels({ kind: 'single-line', limit: 1 });
    await platform.close();

    const second = await start({ practiceUrl: platform.origin });
    await untilStatus(second.station, (status) => status.network === 'offline');
    expect(await second.station.handlers.receiving.scan({ raw: parcel?.label ?? '', source: 'scanner' })).toMatchObject({ outcome: 'found' });
  });
});

describe('a damaged journal', () => {
  it('keeps the station from starting and is left as it is', async () => {
    const journal = join(profile, 'instances', 'practice', 'journal.db');
    mkdirSync(join(profile, 'instances', 'practice'), { recursive: true });
    writeFileSync(journal, 'garbage'.repeat(1000));
    await expect(start({ practice: true })).rejects.toBeInstanceOf(JournalDamagedError);
    expect(readFileSync(journal, 'utf8')).toBe('garbage'.repeat(1000));
  });
});

describe('the state at a glance', () => {
  it('is told as it changes, never the same twice in a row', async () => {
    const { station, events } = await start({ practiceUrl: platform.origin });
    await untilStatus(station, (status) => status.cache.lines === 60 && status.network === 'online');
    await vi.waitFor(() => {
      const told = events.filter(({ name }) => name === 'status.changed').map(({ value }) => value);
      expect(told.at(-1)).toMatchObject({ network: 'online', cache: { lines: 60 } });
      for (const [index, value] of told.entries()) expect(value).not.toEqual(told[index - 1]);
    }, 10_000);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
