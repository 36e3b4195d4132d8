import type { Page } from '@playwright/test';
import type { UpdatesView } from '../../preload/contract/index.ts';
import { findingsOf, inSomeLooks } from './axe.ts';
import { expect, scan, test } from './fixtures.ts';
import { chooseCustomer } from './ordering-pages.ts';
import type { StationApp } from './station-app.ts';

const soFar: UpdatesView = {
  state: 'waiting',
  version: '0.1.0',
  packageKind: 'appimage',
  address: 'https://updates.example/station/',
  newVersion: null,
  percent: null,
  checkedAt: '2026-03-02T08:00:00.000Z',
  fault: null,
  hindrance: null,
};

const sectionOfUpdates = 'main section:nth-last-of-type(3)';

/** How updates can stand, beside what a start from the sources shows. */
const updates: Partial<UpdatesView>[] = [
  { state: 'waiting' },
  { state: 'downloading', newVersion: '0.2.0', percent: 40 },
  { state: 'ready', newVersion: '0.2.0', hindrance: 'outbox-not-empty' },
  { state: 'ready', newVersion: '0.2.0' },
  { state: 'failed', fault: 'not-signed' },
];

test('what opens in the settings has no finding of axe, in three languages and both themes', async ({ station, platform }) => {
  test.setTimeout(240_000);
  const { page } = station;
  const findings: string[] = [];
  const lookAt = (what: string): Promise<void> => inSomeLooks(page, async (name) => void findings.push(...(await findingsOf(page, `${what} ${name}`))));
  await chooseCustomer(page, platform);
  await page.keyboard.press('F7');

  await page.getByRole('button', { name: 'Calibrate' }).click();
  await scan(page, 'STATION-1');
  await scan(page, 'STATION-2');
  await page.getByRole('button', { name: 'Forget' }).click();
  const recipient = page.locator('#recipient');
  await recipient.locator('input').nth(1).fill('1380013800');
  await recipient.locator('button[type="submit"]').click();
  await expect(recipient.locator('[aria-invalid="true"]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Leave practice' }).click();
  await lookAt('settings with mistakes and questions');

  const fields = { name: '林晓', mobile: '13800138000', regionCode: '330782', postalCode: '322000', address: '浙江省义乌市北苑街道春晗路 88 号' };
  await page.evaluate(async (change) => window.station.settings.change({ language: 'en', recipient: change }), fields);
  await page.keyboard.press('F1');
  await page.keyboard.press('F7');
  await page.getByRole('button', { name: 'Show the sheet' }).click();
  await page.getByRole('button', { name: 'Calibrate' }).click();
  for (let reading = 0; reading < 3; reading += 1) await scan(page, 'STATION-1');
  await lookAt('settings with sheet and calibration');

  for (const standing of updates) {
    await answer(station, 'administration.updates', { ok: true, value: { ...soFar, ...standing } });
    await page.keyboard.press('F1');
    await page.keyboard.press('F7');
    await expect(page.locator(sectionOfUpdates)).toContainText('https://updates.example/station/');
    await inSomeLooks(page, async (name) => void findings.push(...(await findingsOf(page, `updates ${standing.state} ${name}`, sectionOfUpdates))));
  }
  expect(findings).toEqual([]);
});

test('a page that cannot be shown has no finding of axe, in three languages and both themes', async ({ station }) => {
  test.setTimeout(360_000);
  const { page, app } = station;
  const findings: string[] = [];
  const look = async (where: string): Promise<void> => void findings.push(...(await findingsOf(page, where)));
  await inSomeLooks(page, async (name) => {
    // No page can draw settings without a scanner.
    const settings = await page.evaluate(async () => window.station.settings.read({}));
    await app.evaluate(
      ({ BrowserWindow }, broken) => BrowserWindow.getAllWindows()[0]?.webContents.send('station.event', 'settings.changed', broken),
      { ...(settings.ok && settings.value), scanner: null },
    );
    await expect(page.locator('main pre')).toBeVisible();
    await look(`failed ${name}`);
    await page.reload();
    await page.getByRole('navigation').waitFor();
  });
  const failed = { ok: false, error: { code: 'database', details: { reason: 'full' } } };
  await answer(station, 'status.read', failed);
  await silence(station, 'status.changed');
  await inSomeLooks(page, async (name) => {
    // The change of the look brings the status again.
    await page.reload();
    await onlyAlert(page);
    await look(`no status ${name}`);
  });
  await answer(station, 'settings.read', failed);
  await page.reload();
  await onlyAlert(page);
  await look('no settings');
  expect(findings).toEqual([]);
});

/** From now on main answers a call with this. */
async function answer({ app }: StationApp, call: string, result: unknown): Promise<void> {
  await app.evaluate(
    ({ ipcMain }, [channel, value]) => {
      ipcMain.removeHandler(channel);
      ipcMain.handle(channel, () => value);
    },
    [call, result] as const,
  );
}

/** From now on no page is told of this event: it would show what it brings, as it should. */
async function silence({ app }: StationApp, event: string): Promise<void> {
  await app.evaluate(({ BrowserWindow }, silenced) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('There is no window');
    const send = contents.send.bind(contents);
    contents.send = (channel, ...values: unknown[]) => {
      if (values[0] !== silenced) send(channel, ...values);
    };
  }, event);
}

async function onlyAlert(page: Page): Promise<void> {
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
}
