import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPracticePlatform, type PracticePlatform } from '../../../main/practice/index.ts';
import type { Station } from '../../../main/station/index.ts';

// electron-store asks for Electron; its package answers with a path where there is no app, and must not fetch anything.
vi.hoisted(() => (process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= 'nowhere'));
const { createMemoryKeychain, makeProfile, makeStation, untilStatus } = await import('./fixture.ts');

const lines = 300;
let platform: PracticePlatform;
/** Labels of parcels with one line that nobody has received yet. */
let labels: string[];
let profile: string;
let keychain: ReturnType<typeof createMemoryKeychain>;
const running = new Set<Station>();

beforeEach(async () => {
  profile = makeProfile();
  keychain = createMemoryKeychain();
  platform = await startPracticePlatform({ lines, seed: 5 });
  labels = platform.control.parcels({ kind: 'single-line', limit: 3 }).map(({ label }) => label);
});
afterEach(async () => {
  for (const station of running) await station.stop();
  running.clear();
  await platform.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function start(options: Parameters<typeof makeStation>[0] = {}): Promise<Station> {
  const { station } = makeStation({ profile, keychain, ...options });
  running.add(station);
  await station.open();
  return station;
}

async function stop(station: Station): Promise<void> {
  running.delete(station);
  await station.stop();
}

function login(change: { operatorPassword?: string } = {}) {
  const { address: apiAddress, instanceKey, operatorLogin, operatorPassword } = platform;
  return { apiAddress, instanceKey, secret: '', keepSecret: false, operatorLogin, operatorPassword, ...change };
}

async function receive(station: Station, raw = ''): Promise<void> {
  const { scanId, parcel } = await station.handlers.receiving.scan({ raw, source: 'scanner' });
  if (!parcel) throw new Error(`Nobody knows ${raw}`);
  const lines = parcel.lines.map(({ lineId, awaited: pieces }) => ({ lineId, pieces }));
  await station.handlers.receiving.receive({
    requestId: randomUUID(),
    scanId,
    waybill: parcel.waybill,
    lines,
    overReceiptConfirmed: false,
  });
}

const isSent = (status: { outbox: { waiting: number; sending: number; failed: number } }): boolean =>
  status.outbox.waiting + status.outbox.sending + status.outbox.failed === 0;

describe('a password that was changed at OT Platform', () => {
  it('is asked for once, keeps the outbox waiting, and lets everything go on when the new one is typed', async () => {
    const station = await start();
    await station.handlers.connection.connect(login());
    await untilStatus(station, (status) => status.cache.lines === lines && status.cache.fill === null);

    // The session ends, and the password that the station knows is good no more.
    platform.control.addFault({
      method: 'AuthenticateInstanceOperator',
      times: 1_000,
      effect: { kind: 'refuse', errorCode: 'AccessDenied', description: 'Wrong login or password' },
    });
    platform.control.expireSessions();
    const signInsBefore = platform.control.counts()['AuthenticateInstanceOperator'] ?? 0;
    await receive(station, labels[0]);
    await untilStatus(station, (status) => status.network === 'refused');
    expect(await station.handlers.status.read({})).toMatchObject({
      networkError: { code: 'session-refused', serverText: 'Wrong login or password' },
      outbox: { waiting: 1, failed: 0 },
    });

    // Whatever asks now, a person as well as the work in the background, the account is not locked by it.
    await receive(station, labels[1]);
    await station.handlers.status.refreshCache({});
    station.wake();
    await expect(station.handlers.lookup.searchOnline({ text: labels[2] ?? '' })).rejects.toMatchObject({ signInRefused: true });
    const { operations } = await station.handlers.outbox.list({ show: 'open', offset: 0, limit: 10 });
    for (const { id } of operations) await station.handlers.outbox.retry({ id });
    await untilStatus(station, (status) => status.outbox.waiting === 2);
    expect(platform.control.counts()['AuthenticateInstanceOperator']).toBe(signInsBefore + 1);

    platform.control.clearFaults();
    expect(await station.handlers.connection.connect(login())).toMatchObject({ ok: true });
    await untilStatus(station, (status) => status.network === 'online' && isSent(status));
    const { operations: sent } = await station.handlers.outbox.list({ show: 'all', offset: 0, limit: 10 });
    expect(sent.map(({ state }) => state)).toEqual(['done', 'done']);
  });
});

describe('a power cut that takes the last readings from the cache', () => {
  it('does not let a parcel be received twice, also without a network', async () => {
    const first = await start({ practiceUrl: platform.origin });
    await untilStatus(first, (status) => status.cache.lines === lines && status.cache.fill === null);
    await stop(first);
    const [folder = ''] = readdirSync(join(profile, 'instances'));
    const cache = join(profile, 'instances', folder, 'cache.db');
    copyFileSync(cache, `${cache}.earlier`);

    const second = await start({ practiceUrl: platform.origin });
    await receive(second, labels[0]);
    await untilStatus(second, isSent);
    await stop(second);
    await platform.close();
    copyFileSync(`${cache}.earlier`, cache);

    const third = await start({ practiceUrl: platform.origin });
    const scan = await third.handlers.receiving.scan({ raw: labels[0] ?? '', source: 'scanner' });
    expect(scan).toMatchObject({ outcome: 'already-received', parcel: { lines: [{ awaited: 0, status: { id: 4 } }] } });
    await expect(receive(third, labels[0])).rejects.toMatchObject({ error: { details: { reason: 'already-received' } } });
  });
});

describe('a fill that a person has paused', () => {
  it('stays paused at the next start', async () => {
    await platform.close();
    platform = await startPracticePlatform({ lines: 5_000, seed: 5 });
    const first = await start({ practiceUrl: platform.origin });
    await untilStatus(first, (status) => status.cache.lines > 0);
    await first.handlers.status.pauseFill({});
    await stop(first);

    const second = await start({ practiceUrl: platform.origin });
    await untilStatus(second, (status) => status.network === 'online');
    expect(await second.handlers.status.read({})).toMatchObject({ cache: { fill: { state: 'paused' } } });
    await second.handlers.status.resumeFill({});
    expect(await second.handlers.status.read({})).toMatchObject({ cache: { fill: { state: 'running' } } });
  });
});

describe('a practice platform that is down at the start, on a computer without a keychain', () => {
  it('lets the station open with what it has, and is joined when it comes back', async () => {
    const first = await start({ practiceUrl: platform.origin, keychain: null });
    await untilStatus(first, (status) => status.cache.lines === lines);
    await stop(first);
    const { port } = new URL(platform.origin);
    await platform.close();

    const second = await start({ practiceUrl: platform.origin, keychain: null });
    await untilStatus(second, (status) => status.network === 'offline');
    expect(await second.handlers.status.read({})).toMatchObject({ mode: 'practice', cache: { lines } });
    await receive(second, labels[0]);

    platform = await startPracticePlatform({ lines, seed: 5, port: Number(port) });
    await untilStatus(second, (status) => status.network === 'online' && isSent(status));
  });

  it('cannot be opened when the station has never met it', async () => {
    await platform.close();
    await expect(start({ practiceUrl: platform.origin, keychain: null })).rejects.toThrow(/No practice platform answers/);
  });
});
