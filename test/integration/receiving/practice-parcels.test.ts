import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Parcel, UnknownParcel } from '../../../preload/contract/index.ts';
import { createLineCache, type LineCache } from '../../../main/orders/index.ts';
import { createOtapiClient, type OtapiClient } from '../../../main/otapi/index.ts';
import { PARCEL_KINDS, startPracticePlatform, type ParcelKind, type PracticePlatform } from '../../../main/practice/index.ts';
import { createReceiving, type Receiving } from '../../../main/receiving/index.ts';
import { openDatabase, type Database } from '../../../main/storage/index.ts';
import { createOutboxStore } from '../../../main/sync/index.ts';

/** Receiving against a practice platform over a real socket, with every kind of parcel that the platform makes. */
let folder: string;
let platform: PracticePlatform;
let client: OtapiClient;
let database: Database;
let lineCache: LineCache;
let receiving: Receiving;
let online = true;
const updates: Parcel[] = [];
const matched: UnknownParcel[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'station-receiving-'));
  platform = await startPracticePlatform({ lines: 2000, seed: 11 });
  const { address, instanceKey, secret, operatorLogin, operatorPassword } = platform;
  client = createOtapiClient({
    credentials: { address, instanceKey, secret, operatorLogin, operatorPassword },
    language: () => 'en',
  });
  database = openDatabase({ journal: join(folder, 'journal.db'), cache: join(folder, 'cache.db') });
  lineCache = createLineCache(database, { now: Date.now });
  receiving = createReceiving({
    database,
    lineCache,
    outbox: createOutboxStore(database, { now: Date.now }),
    client: () => (online ? client : null),
    settings: () => ({
      receiverName: 'Li',
      stationName: 'station 1',
      scanner: { maximumGapMs: 50, quietMs: 100, minimumLength: 3, prefix: '', suffix: '' },
      doubleTriggerMs: 0,
    }),
    now: Date.now,
    emit(name, value) {
      if (name === 'receiving.parcelUpdated') updates.push(value as Parcel);
      if (name === 'receiving.unknownMatched') matched.push(value as UnknownParcel);
    },
    onUnexpected(error) {
      throw error;
    },
  });
  await fillCache();
});

afterAll(async () => {
  client.close();
  database.close();
  await platform.close();
  rmSync(folder, { recursive: true });
});

async function fillCache(): Promise<void> {
  for (let position = 0; ; position += 100) {
    const readAt = Date.now();
    const page = await client.lines.search({}, { position, size: 100 });
    lineCache.store(page.items, readAt);
    if (position + 100 >= page.total) return;
  }
}

function scan(raw: string) {
  return receiving.calls.scan({ raw, source: 'scanner' });
}

describe.each(PARCEL_KINDS.filter((kind) => kind !== 'not-yet-known'))('a parcel of the kind %s', (kind: ParcelKind) => {
  test('is found in the cache by its label, with every line that it holds', () => {
    online = false;
    const samples = platform.control.parcels({ kind, limit: 20 });
    expect(samples.length).toBeGreaterThan(0);
    for (const sample of samples) {
      const { parcel } = scan(sample.label);
      expect(parcel?.lines.map((line) => line.lineId)).toEqual(expect.arrayContaining([...sample.lineIds]));
    }
  });
});

test('a parcel that becomes known at OT Platform is found by scanning it again', async () => {
  online = true;
  const [sample] = platform.control.parcels({ kind: 'not-yet-known', limit: 1 });
  const label = sample?.label ?? '';
  const first = scan(label);
  expect(first.outcome).toBe('unknown');
  await receiving.settled();
  expect(updates.at(-1)).toMatchObject({ lines: [], checking: false });

  platform.control.revealParcels([label]);
  scan(label);
  await receiving.settled();
  expect(updates.at(-1)?.lines.length).toBeGreaterThan(0);
  expect(matched).toMatchObject([{ number: first.unknownParcel?.number, state: 'matched' }]);
});

test('a line that another station has received says who and when', async () => {
  online = true;
  const [sample] = platform.control.parcels({ kind: 'several-lines', limit: 1 });
  for (const lineId of sample?.lineIds ?? []) platform.control.setLineFields(lineId, { statusId: 6 });
  scan(sample?.label ?? '');
  await receiving.settled();

  const parcel = updates.at(-1);
  expect(parcel?.lines.map((line) => line.status.id)).toEqual((sample?.lineIds ?? []).map(() => 6));
  expect(parcel?.earlier[0]?.receiver).not.toBe('');
  expect(Date.now() - Date.parse(parcel?.earlier[0]?.at ?? '')).toBeLessThan(60_000);
});
