import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findingsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';

let folder: string;
let file: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'station-policy-'));
  file = join(folder, 'policy.json');
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

test('a setting of the administrator is shown as locked, and no call changes it', async ({ launch, platform }) => {
  await writeFile(file, JSON.stringify({ settings: { theme: 'dark', refreshMinutes: 7 } }));
  const { page } = await launch({ practiceUrl: platform.origin, args: [`--policy=${file}`] });
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  await page.getByRole('link', { name: 'Settings' }).or(page.getByRole('button', { name: 'Settings' })).first().click();

  const look = page.getByRole('region', { name: 'Look and language' });
  await expect(look.getByText('Set by your administrator')).toHaveCount(1);
  await expect(look.getByRole('radio', { name: 'Light', exact: true })).toBeDisabled();
  await expect(look.getByRole('radio', { name: 'English' })).toBeEnabled();
  await expect(page.getByLabel('Refresh every')).toHaveValue('7');
  await expect(page.getByLabel('Refresh every')).toBeDisabled();

  const administration = page.getByRole('region', { name: 'Administration' });
  await expect(administration).toContainText(file);
  await expect(administration).toContainText('Theme, Refresh of the cache');
  await expect(page.getByRole('region', { name: 'Updates' })).toContainText('only an installed one updates itself');

  const refused = await page.evaluate(async () => window.station.settings.change({ theme: 'light' }));
  expect(refused).toMatchObject({ ok: false, error: { code: 'conflict', details: { reason: 'set-by-administrator' } } });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');

  expect(await findingsOf(page, 'settings under a policy', 'main')).toEqual([]);
});

test('a policy file with a fault is told of, and the station works with its own settings', async ({ launch, platform }) => {
  await writeFile(file, JSON.stringify({ settings: { theme: 'pink' }, practiceAllowed: false }));
  const { page } = await launch({ practiceUrl: platform.origin, args: [`--policy=${file}`] });
  await expect(page.getByRole('alert').filter({ hasText: 'The policy file has a fault' })).toContainText(file);
  await page.getByRole('link', { name: 'Settings' }).or(page.getByRole('button', { name: 'Settings' })).first().click();
  await expect(page.getByRole('region', { name: 'Administration' }).getByRole('alert')).toContainText('settings.theme');
  await expect(page.getByText('Set by your administrator')).toHaveCount(0);
});

test('practice mode that the administrator does not allow cannot be entered', async ({ launch }) => {
  await writeFile(file, JSON.stringify({ practiceAllowed: false }));
  const { page } = await launch({ args: [`--policy=${file}`, '--practice'] });
  await expect(page.getByText('Your administrator does not allow practice mode')).toBeVisible();
  const answer = await page.evaluate(async () => window.station.connection.practise({}));
  expect(answer).toMatchObject({ ok: false, error: { details: { reason: 'practice-not-allowed' } } });
});
