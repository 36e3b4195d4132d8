import type { Page } from '@playwright/test';
import { acceptAll, expect, expectState, scan, strip } from './fixtures.ts';
import { reading, receiving } from './shared-station.ts';

receiving('whoever has no scanner takes an awaited parcel by a click', async ({ station }) => {
  const { page } = station;
  const parcels = page.getByRole('list', { name: 'Awaited parcels' }).getByRole('button');
  await expect(parcels).toHaveCount(6);
  const waybill = await firstAwaited(page);
  // The list follows the cache, which has only just been filled.
  await expect(parcels.first()).toContainText(waybill);
  await parcels.filter({ hasText: waybill }).click();
  await expectState(page, 'found');
  await expect(strip(page).locator('[translate="no"]')).toHaveText(waybill);
  await acceptAll(page);
  await page.keyboard.press('Escape');
  await expect(parcels).toHaveCount(6);
  await expect(parcels.filter({ hasText: waybill })).toHaveCount(0);
});

reading('in Look up the arrows choose an awaited parcel, and Enter opens it', async ({ station }) => {
  const { page } = station;
  await page.keyboard.press('F2');
  const parcels = page.getByRole('list', { name: 'Awaited parcels' }).getByRole('button');
  await expect(parcels.first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(parcels.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expectState(page, 'found');
});

reading('the overview of keys lets no key through, and steals no scan', async ({ station, platform }) => {
  const { page } = station;
  const [first, second] = platform.control.parcels({ kind: 'single-line', limit: 2 });
  await scan(page, first?.label ?? '');
  await expectState(page, 'found');
  await page.keyboard.press('?');
  const overview = page.getByRole('dialog', { name: 'Keys: Receive' });
  await expect(overview).toBeVisible();
  await page.keyboard.press('a');
  await page.keyboard.press('Escape');
  await expect(overview).toBeHidden();
  await expectState(page, 'found');

  await page.keyboard.press('?');
  await expect(overview).toBeVisible();
  await scan(page, second?.label ?? '');
  await expect(overview).toBeHidden();
  await expectState(page, 'found');
  await expect(strip(page).locator('[translate="no"]')).toHaveText(second?.waybill ?? '');
  const totals = await page.evaluate(async () => window.station.receiving.totals({}));
  expect(totals).toMatchObject({ ok: true, value: { pieces: 0 } });
});

/** The waybill that stands first among those awaited, as main has it. */
async function firstAwaited(page: Page): Promise<string> {
  const answer = await page.evaluate(async () => window.station.lookup.awaited({ limit: 6 }));
  if (!answer.ok) throw new Error(`The station did not tell what is awaited: ${answer.error.code}`);
  return answer.value.parcels[0]?.waybill ?? '';
}
