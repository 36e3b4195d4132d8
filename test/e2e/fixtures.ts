import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { startPracticePlatform, type ParcelKind, type ParcelSample, type PracticePlatform } from '../../main/practice/index.ts';
import { typeScan } from './type-scan.ts';
import { launchStation, removeProfile, type LaunchOptions, type StationApp } from './station-app.ts';

/** What the tests of the station share: a platform of their own, and the app with that platform. */
interface Fixtures {
  /** 300 lines, always the same ones. */
  platform: PracticePlatform;
  /** Starts the app; every app and profile of a test is taken away after it. */
  launch: (options?: LaunchOptions) => Promise<StationApp>;
  /** The app in practice mode with `platform`, its cache filled, on the Receive screen. */
  station: StationApp;
}

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  platform: async ({}, provide) => {
    const platform = await startPracticePlatform({ lines: 300, seed: 7 });
    await provide(platform);
    await platform.close();
  },

  // eslint-disable-next-line no-empty-pattern -- as above
  launch: async ({}, provide, testInfo) => {
    const started: StationApp[] = [];
    await provide(async (options) => {
      const station = await launchStation(options);
      started.push(station);
      return station;
    });
    for (const station of started) {
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach('output', { body: station.output(), contentType: 'text/plain' });
      }
      await station.kill();
      await removeProfile(station.profile);
    }
  },

  station: async ({ platform, launch }, provide) => {
    const station = await launch({ practiceUrl: platform.origin });
    await untilCacheIsFilled(station.page, platform);
    await provide(station);
  },
});

export { expect, typeScan as scan };

/** The strip that says what the last scan was. */
export function strip(page: Page): Locator {
  return page.getByRole('status', { name: 'Scan result' });
}

/** The parcel card below the strip. */
export function parcelCard(page: Page): Locator {
  return page.getByRole('region', { name: 'Parcel', exact: true });
}

/** Waits for the strip to be in a state. */
export async function expectState(page: Page, state: string): Promise<void> {
  await expect(strip(page)).toHaveAttribute('data-state', state);
}

/**
 * Presses Enter until the parcel is received. The first Enter may come too soon after the scan: for a moment an Enter
 * still belongs to the scanner.
 */
export async function acceptAll(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(strip(page)).toHaveAttribute('data-state', 'received', { timeout: 500 });
  }).toPass();
}

/** Types a quantity for the current line, digit by digit as a person does, and confirms it. */
export async function enterPieces(page: Page, pieces: number): Promise<void> {
  const quantity = page.getByRole('spinbutton').first();
  let typed = '';
  for (const digit of String(pieces)) {
    typed += digit;
    await page.keyboard.press(digit);
    await expect(quantity).toHaveValue(typed);
  }
  await page.keyboard.press('Enter');
  await expect(quantity).toHaveAttribute('data-set', 'true');
}

/** Waits until the station has every line of the platform. */
export async function untilCacheIsFilled(page: Page, platform: PracticePlatform): Promise<void> {
  await expect
    .poll(() => page.evaluate(async () => (await window.station.status.read({})) as { ok: boolean; value?: CacheView }), {
      message: 'the cache is filled',
      timeout: 30_000,
    })
    .toMatchObject({ ok: true, value: { cache: { lines: platform.world.lineCount, fill: null } } });
}

interface CacheView {
  cache: { lines: number; fill: unknown };
}

/** Waits until the outbox has nothing left to send. */
export async function untilOutboxIsEmpty(page: Page): Promise<void> {
  await expect
    .poll(async () => page.evaluate(async () => (await window.station.status.read({})) as unknown), {
      message: 'the outbox is empty',
      timeout: 30_000,
    })
    .toMatchObject({ ok: true, value: { outbox: { waiting: 0, sending: 0, failed: 0, setAside: 0 } } });
}

/** The status of a line of which all pieces have come. */
export const received = 6;

/** No earlier test has received or split anything of it. */
function isUntouched(platform: PracticePlatform, lineIds: readonly string[]): boolean {
  return lineIds.every((id) => lineOf(platform, id).status !== received && changesOf(platform, id).splits === 0);
}

/** The newest parcels of a kind of which nothing has been received. */
export function parcelsOf(platform: PracticePlatform, kind: ParcelKind, count: number): ParcelSample[] {
  const parcels = platform.control.parcels({ kind, limit: 100 }).filter(({ lineIds }) => isUntouched(platform, lineIds)).slice(0, count);
  if (parcels.length < count) throw new Error(`The practice world has only ${parcels.length} such parcels of the kind ${kind}`);
  return parcels;
}

/** The newest parcel of a kind that has everything a test needs and of which nothing has been received. */
export function parcelOf(platform: PracticePlatform, kind: ParcelKind): ParcelSample & { lineId: string } {
  return parcelWith(platform, kind, () => true);
}

/** A parcel of one line with so many pieces or more. */
export function parcelWithPieces(platform: PracticePlatform, pieces: number): ParcelSample & { lineId: string } {
  return parcelWith(platform, 'single-line', (lineId) => lineOf(platform, lineId).quantity >= pieces);
}

function parcelWith(
  platform: PracticePlatform,
  kind: ParcelKind,
  fits: (lineId: string) => boolean,
): ParcelSample & { lineId: string } {
  for (const parcel of platform.control.parcels({ kind, limit: 100 })) {
    const [lineId] = parcel.lineIds;
    if (lineId !== undefined && isUntouched(platform, parcel.lineIds) && fits(lineId)) return { ...parcel, lineId };
  }
  throw new Error(`The practice world has no such parcel of the kind ${kind}`);
}

/** The status and quantity of a line as the platform has them. */
export function lineOf(platform: PracticePlatform, lineId: string): { status: number; quantity: number } {
  const line = platform.world.lineById(lineId);
  if (line === null) throw new Error(`The platform has no line ${lineId}`);
  return { status: line.statusId, quantity: line.qty };
}

/** How often the platform did something to a line: what `exactly once` is measured by. */
export function changesOf(platform: PracticePlatform, lineId: string): { splits: number; statuses: number[] } {
  const line = platform.world.lineById(lineId);
  if (line === null) throw new Error(`The platform has no line ${lineId}`);
  const changes = platform.world.changesOfLine(line.slot);
  return {
    splits: changes.filter((change) => change.kind === 'line-split').length,
    statuses: changes.flatMap((change) => (change.kind === 'line-changed' ? [change.next.statusId ?? []].flat() : [])),
  };
}
