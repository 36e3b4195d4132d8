import { acceptAll, changesOf, enterPieces, expect, expectState, lineOf, parcelOf, parcelWithPieces, scan, strip, test, untilOutboxIsEmpty, received } from './fixtures.ts';
import type { PracticePlatform } from '../../main/practice/index.ts';
import type { Page } from '@playwright/test';

/** No call gets through, as with the cable pulled out. */
function goOffline(platform: PracticePlatform): void {
  platform.control.addFault({ method: '*', times: 1_000_000, effect: { kind: 'reset' } });
}

/** Calls get through again, but the first answer to each change is lost after the change was made. */
function reconnectLosingAnswers(platform: PracticePlatform): void {
  platform.control.clearFaults();
  for (const method of ['SplitOrderLineForOperator', 'UpdateOrderLineForOperator', 'UpdateOrderLinesForOperator']) {
    platform.control.addFault({ method, times: 1, effect: { kind: 'lost-answer' } });
  }
}

async function expectNetwork(page: Page, network: string): Promise<void> {
  await expect
    .poll(async () => page.evaluate(async () => (await window.station.status.read({})) as unknown), { timeout: 40_000 })
    .toMatchObject({ value: { network } });
}

test('a receipt made offline reaches OT Platform after reconnecting, exactly once', async ({ station, platform }) => {
  const { page } = station;
  const parcel = parcelOf(platform, 'several-lines');

  goOffline(platform);
  await scan(page, parcel.label);
  await expectState(page, 'found');
  await acceptAll(page);
  await expectNetwork(page, 'offline');
  expect(parcel.lineIds.map((id) => changesOf(platform, id))).toEqual(parcel.lineIds.map(() => ({ splits: 0, statuses: [] })));

  platform.control.clearFaults();
  await untilOutboxIsEmpty(page);
  await expectNetwork(page, 'online');
  expect(parcel.lineIds.map((id) => changesOf(platform, id))).toEqual(parcel.lineIds.map(() => ({ splits: 0, statuses: [received] })));
});

test('a part received offline is split exactly once, also when the answers are lost', async ({ station, platform }) => {
  const { page } = station;
  const { label, lineId } = parcelWithPieces(platform, 3);
  const before = lineOf(platform, lineId).quantity;

  goOffline(platform);
  await scan(page, label);
  await expectState(page, 'found');
  await enterPieces(page, 1);
  await page.keyboard.press('r');
  await expectState(page, 'received');
  await expectNetwork(page, 'offline');

  reconnectLosingAnswers(platform);
  await untilOutboxIsEmpty(page);

  expect(changesOf(platform, lineId)).toEqual({ splits: 1, statuses: [] });
  expect(lineOf(platform, lineId).quantity).toBe(before - 1);
  const line = platform.world.lineById(lineId);
  const parts = platform.world
    .linesOfOrder(line?.orderIndex ?? 0)
    .map((slot) => platform.world.line(slot))
    .filter(({ id, item, configId }) => id !== lineId && item.id === line?.item.id && configId === line?.configId);
  expect(parts.map(({ qty, statusId }) => ({ qty, statusId }))).toContainEqual({ qty: 1, statusId: received });
});

test('what was received offline survives a power cut and is sent after the next start', async ({ station, platform, launch }) => {
  const { label, lineId } = parcelOf(platform, 'single-line');

  goOffline(platform);
  await scan(station.page, label);
  await expectState(station.page, 'found');
  await acceptAll(station.page);
  await station.kill();

  platform.control.clearFaults();
  const again = await launch({ practiceUrl: platform.origin, profile: station.profile });
  await expectState(again.page, 'ready');
  await untilOutboxIsEmpty(again.page);
  expect(changesOf(platform, lineId)).toEqual({ splits: 0, statuses: [received] });
  await scan(again.page, label);
  await expectState(again.page, 'already-received');
});

test('offline, the answer says how old it is', async ({ station, platform }) => {
  const { page } = station;
  const parcel = parcelOf(platform, 'single-line');
  goOffline(platform);
  await scan(page, parcel.label);
  await expectState(page, 'found');
  await expect(strip(page)).toBeVisible();
  await expect(page.getByText(/^Answer from the cache of/)).toBeVisible();
});
