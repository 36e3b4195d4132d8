import { acceptAll, enterPieces, expect, expectState, lineOf, parcelCard, parcelOf, parcelsOf, parcelWithPieces, received, scan, strip, untilOutboxIsEmpty } from './fixtures.ts';
import { reading, receiving } from './shared-station.ts';

const ordered = 4;

receiving('a scan shows the parcel, Enter receives all of it, OT Platform knows', async ({ station, platform }) => {
  const { page } = station;
  const parcel = parcelOf(platform, 'several-lines');

  await scan(page, parcel.label);
  await expectState(page, 'found');
  await expect(parcelCard(page).getByRole('listitem')).toHaveCount(parcel.lineIds.length);

  await acceptAll(page);
  await untilOutboxIsEmpty(page);
  expect(parcel.lineIds.map((id) => lineOf(platform, id).status)).toEqual(parcel.lineIds.map(() => received));
});

receiving('the second scan of the same parcel accepts it, the third says by whom it was received', async ({ station, platform }) => {
  const { page } = station;
  const parcel = parcelOf(platform, 'single-line');

  await page.evaluate(async () => window.station.settings.change({ receiverName: 'Anna', doubleTriggerMs: 0 }));
  await scan(page, parcel.label);
  await expectState(page, 'found');
  await scan(page, parcel.label);
  await expectState(page, 'received');
  await page.keyboard.press('Escape');
  await scan(page, parcel.label);
  await expectState(page, 'already-received');
  await expect(strip(page)).toContainText('Anna');
});

receiving('part of a line splits it at OT Platform, the rest stays awaited', async ({ station, platform }) => {
  const { page } = station;
  const { label, lineId } = parcelWithPieces(platform, 3);
  const before = lineOf(platform, lineId).quantity;

  await scan(page, label);
  await expectState(page, 'found');
  await enterPieces(page, 2);
  await page.keyboard.press('r');
  await expectState(page, 'received');
  await untilOutboxIsEmpty(page);

  expect(lineOf(platform, lineId)).toEqual({ status: ordered, quantity: before - 2 });
  const line = platform.world.lineById(lineId);
  const siblings = platform.world.linesOfOrder(line?.orderIndex ?? 0).map((slot) => platform.world.line(slot));
  expect(siblings.filter(({ item, qty, statusId }) => item.id === line?.item.id && qty === 2 && statusId === received)).toHaveLength(1);
});

receiving('U takes the last receipt back, here and at OT Platform', async ({ station, platform }) => {
  const { page } = station;
  const { label, lineId } = parcelOf(platform, 'single-line');

  await scan(page, label);
  await expectState(page, 'found');
  await acceptAll(page);
  await untilOutboxIsEmpty(page);
  expect(lineOf(platform, lineId).status).toBe(received);

  await page.keyboard.press('u');
  await expectState(page, 'undone');
  await untilOutboxIsEmpty(page);
  expect(lineOf(platform, lineId).status).toBe(ordered);
  await page.keyboard.press('Escape');
  await scan(page, label);
  await expectState(page, 'found');
});

receiving('an unknown parcel is kept, and known as soon as its waybill arrives', async ({ station, platform }) => {
  const { page } = station;
  const parcel = parcelOf(platform, 'not-yet-known');

  await scan(page, parcel.label);
  await expectState(page, 'unknown');
  await expect(strip(page)).toContainText('shelf no.');

  platform.control.revealParcels([parcel.label]);
  await page.evaluate(async () => window.station.status.refreshCache({}));
  await expect
    .poll(async () => page.evaluate(async () => (await window.station.status.read({})) as unknown))
    .toMatchObject({ value: { unknownParcels: { matched: 1 } } });
  await page.keyboard.press('Escape');
  await scan(page, parcel.label);
  await expectState(page, 'found');
});

reading('cancelled lines are shown and cannot be received', async ({ station, platform }) => {
  const { page } = station;
  const parcel = parcelOf(platform, 'cancelled');

  await scan(page, parcel.label);
  await expectState(page, 'attention');
  await expect(page.getByRole('button', { name: /^Accept all/ })).toBeDisabled();
});

reading('every messy form of a waybill field is found by the label on the parcel', async ({ station, platform }) => {
  const { page } = station;
  for (const kind of ['spaces', 'lower-case', 'carrier-name', 'package-label', 'several-parcels', 'several-orders'] as const) {
    for (const { label } of platform.control.parcels({ kind, limit: 2 })) {
      await page.keyboard.press('Escape');
      await expectState(page, 'ready');
      await scan(page, label);
      await expect(strip(page), `${kind}: ${label}`).toHaveAttribute('data-state', /^(found|partly-received)$/);
    }
  }
});

receiving('20 parcels in a row, keys only', async ({ station, platform }) => {
  const { page } = station;
  const parcels = [...parcelsOf(platform, 'single-line', 16), ...parcelsOf(platform, 'several-lines', 4)];

  for (const parcel of parcels) {
    await scan(page, parcel.label);
    await expectState(page, 'found');
    await acceptAll(page);
  }
  await untilOutboxIsEmpty(page);
  const statuses = parcels.flatMap(({ lineIds }) => lineIds.map((id) => lineOf(platform, id).status));
  expect(new Set(statuses)).toEqual(new Set([received]));
});
