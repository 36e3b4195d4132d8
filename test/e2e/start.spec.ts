import { writeFile, mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectState, scan, test } from './fixtures.ts';
import { reading } from './shared-station.ts';

test('the first start offers practice, and practice works at once', async ({ launch }) => {
  const { page } = await launch();
  await page.getByRole('button', { name: 'Start practising' }).click();
  await expectState(page, 'ready');
  await scan(page, 'NOT-A-KNOWN-PARCEL-1');
  await expectState(page, 'unknown');
});

test('connecting says which part of the connection is wrong, and works when all is right', async ({ launch, platform }) => {
  const { page } = await launch();
  await page.getByRole('button', { name: 'Connect to OT Platform' }).click();
  const address = page.getByLabel(/^API address/);
  const key = page.getByLabel(/^Instance key/);
  const login = page.getByLabel(/^Operator login/);
  const password = page.getByLabel(/^Operator password/);
  const testConnection = page.getByRole('button', { name: 'Test connection' });

  await address.fill('http://127.0.0.1:9/service/');
  await key.fill(platform.instanceKey);
  await login.fill(platform.operatorLogin);
  await password.fill('wrong');
  await testConnection.click();
  await expect(page.getByRole('alert')).toContainText(/no OT Platform at this address|network does not let/);

  await address.fill(platform.address);
  await testConnection.click();
  await expect(page.getByRole('alert')).toContainText('does not accept this login and password');

  await key.fill('00000000-0000-4000-8000-000000000000');
  await testConnection.click();
  await expect(page.getByRole('alert')).toContainText('does not know this instance key');

  await key.fill(platform.instanceKey);
  await password.fill(platform.operatorPassword);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expectState(page, 'ready');
});

reading('a second start of the same profile raises the first window and ends', async ({ launch, station: { page, profile } }) => {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(launch({ profile })).rejects.toThrow();
  await expect(page.getByRole('heading').first()).toBeVisible();
});

test('a corrupt settings file is set aside, and the app starts', async ({ launch }) => {
  const profile = await mkdtemp(join(tmpdir(), 'station-profile-'));
  await mkdir(profile, { recursive: true });
  await writeFile(join(profile, 'settings.json'), '{"station": {"language": "en", ');
  const { page } = await launch({ profile });
  await expect(page.getByRole('heading').first()).toBeVisible();
  expect((await readdir(profile)).filter((name) => name.startsWith('settings.json.'))).toHaveLength(1);
});

test('language and theme change without a restart and are kept', async ({ launch }) => {
  const first = await launch({ args: ['--practice'] });
  await expectState(first.page, 'ready');
  await first.page.evaluate(async () => window.station.settings.change({ language: 'ru', theme: 'dark' }));
  await expect(first.page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(first.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await first.close();

  const again = await launch({ profile: first.profile });
  await expect(again.page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(again.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});
