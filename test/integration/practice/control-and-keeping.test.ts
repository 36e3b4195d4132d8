import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startPracticePlatform, UnreadableWorldFile } from '../../../main/practice/index.ts';
import type { ParcelSample, PracticePlatform, PracticePlatformOptions } from '../../../main/practice/index.ts';
import { PracticeCaller } from './practice-caller.ts';

let folder: string;
const running: PracticePlatform[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'practice-'));
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((platform) => platform.close()));
  await rm(folder, { recursive: true });
});

async function start(options: PracticePlatformOptions): Promise<PracticePlatform> {
  const platform = await startPracticePlatform({ lines: 80, seed: 6, ...options });
  running.push(platform);
  return platform;
}

describe('the control surface over HTTP', () => {
  const TOKEN = 'the-token';

  async function control(platform: PracticePlatform, action: string, body: unknown, token = TOKEN): Promise<{ status: number; result: Record<string, unknown> }> {
    const response = await fetch(`${platform.origin}/practice/control/${action}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, result: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} };
  }

  test('is not there without a token, and closed to another one', async () => {
    expect((await control(await start({}), 'expire-sessions', {})).status).toBe(404);
    const open = await start({ controlToken: TOKEN });
    expect((await control(open, 'expire-sessions', {}, 'guess')).status).toBe(401);
    expect((await fetch(`${open.origin}/practice/control/requests`, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(405);
  });

  test('does what the object does', async () => {
    const platform = await start({ controlToken: TOKEN });
    const caller = new PracticeCaller(platform);
    await caller.signIn();
    expect((await control(platform, 'expire-sessions', {})).status).toBe(200);
    expect(await caller.codesOf('GetOperatorInfo')).toBe('SessionExpired/SessionExpired');
    await caller.signIn();

    await control(platform, 'add-fault', { method: 'GetOperatorInfo', times: 3, effect: { kind: 'refuse', errorCode: 'CallLimit' } });
    expect(await caller.codesOf('GetOperatorInfo')).toBe('CallLimit');
    await control(platform, 'clear-faults', {});
    expect(await caller.codesOf('GetOperatorInfo')).toBe('Ok');

    const { parcels } = (await control(platform, 'parcels', { kind: 'not-yet-known', limit: 1 })).result as { parcels: ParcelSample[] };
    expect(parcels).toEqual(platform.control.parcels({ kind: 'not-yet-known', limit: 1 }));
    const revealed = await control(platform, 'reveal-parcels', { which: [parcels[0]?.waybill] });
    expect(revealed.result['parcels']).toEqual([{ ...parcels[0], waybillField: parcels[0]?.waybill }]);

    const lineId = parcels[0]?.lineIds[0] ?? '';
    expect((await control(platform, 'set-line-fields', { lineId, fields: { statusId: 6, operatorComment: 'at station 2' } })).status).toBe(200);
    expect(platform.world.lineById(lineId)).toMatchObject({ statusId: 6, operatorComment: 'at station 2' });
    expect((await control(platform, 'set-line-fields', { lineId: '1', fields: {} })).status).toBe(400);

    const { requests, counts } = (await control(platform, 'requests', {})).result as { requests: unknown[]; counts: Record<string, number> };
    expect(counts['GetOperatorInfo']).toBe(3);
    expect(requests).toHaveLength(5);
    await control(platform, 'clear-requests', {});
    expect(platform.control.requests()).toEqual([]);
    expect((await control(platform, 'explode', {})).result).toEqual({ error: 'there is no action explode' });
  });
});

describe('a world with a file', () => {
  const path = (): string => join(folder, 'world.json');

  test('is the same after a restart, whatever seed and size are asked for then', async () => {
    const first = await start({ worldFile: path() });
    const [parcel] = first.control.parcels({ kind: 'single-line', limit: 1 });
    const lineId = parcel?.lineIds[0] ?? '';
    first.control.setLineFields(lineId, { statusId: 6, operatorComment: 'получено' });
    first.control.revealParcels('all');
    await first.close();
    const second = await start({ worldFile: path(), seed: 99, lines: 500 });
    expect(second.instanceKey).toBe(first.instanceKey);
    expect(second.world.changes).toEqual(first.world.changes);
    expect(second.world.lineById(lineId)).toEqual(first.world.lineById(lineId));
    expect(second.world.lineCount).toBe(80);
  });

  test('is written soon after a change, at once when asked, and leaves nothing beside', async () => {
    const platform = await start({ worldFile: path() });
    const [parcel] = platform.control.parcels({ kind: 'single-line', limit: 1 });
    const change = (weight: number): void => platform.control.setLineFields(parcel?.lineIds[0] ?? '', { weight });
    change(7);
    await vi.waitFor(async () => expect(await readFile(path(), 'utf8')).toContain('"weight":7'), { timeout: 5000 });
    change(8);
    await platform.saveWorld();
    expect(await readFile(path(), 'utf8')).toContain('"weight":8');
    expect(await readdir(folder)).toEqual(['world.json']);
  });

  test.each(['', 'not json', '{"format":"other"}', '{"format":"practice-world-1","origin":{"seed":1,"lines":20,"epoch":0},"changes":[]}', '{"format":"practice-world-2"}'])('that holds %j instead is refused and kept', async (content) => {
    await writeFile(path(), content);
    await expect(start({ worldFile: path() })).rejects.toThrow(UnreadableWorldFile);
    expect(await readFile(path(), 'utf8')).toBe(content);
  });
});

test('parcels become known one after another when so wanted', async () => {
  const platform = await start({ revealEverySeconds: 0.02 });
  const hidden = (): number => platform.control.parcels({ kind: 'not-yet-known', limit: 100 }).length;
  const before = hidden();
  expect(before).toBeGreaterThan(0);
  await vi.waitFor(() => expect(hidden()).toBe(0), { timeout: 10_000 });
  expect(platform.world.changes.length).toBeGreaterThanOrEqual(before);
});

test('numbers in a field are found one by one when the platform is asked to do so', async () => {
  const platform = await start({ waybillMatch: 'pieces' });
  const caller = new PracticeCaller(platform);
  await caller.signIn();
  const [parcel] = platform.control.parcels({ kind: 'several-parcels', limit: 1 });
  const { items } = await caller.searchLines(`<VendorPurchaseWaybillIdList><Id>${parcel?.waybill}</Id></VendorPurchaseWaybillIdList>`);
  expect(items.map(({ Id }) => Id)).toEqual(parcel?.lineIds);
});
