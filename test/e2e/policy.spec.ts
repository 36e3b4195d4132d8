import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languages } from '../../preload/contract/languages.ts';
import { findingsOf, inSomeLooks } from './axe.ts';
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
  const { page, app } = await launch({ practiceUrl: platform.origin, args: [`--policy=${file}`] });
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

  const findings: string[] = [];
  const settings = await page.evaluate(async () => window.station.settings.read({}));
  for (const language of languages) {
    // The policy holds the theme: the light one is only told to the page.
    for (const theme of ['light', 'dark'] as const) {
      await app.evaluate(
        ({ BrowserWindow }, told) => BrowserWindow.getAllWindows()[0]?.webContents.send('station.event', 'settings.changed', told),
        { ...(settings.ok && settings.value), language, theme },
      );
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
      findings.push(...(await findingsOf(page, `settings under a policy ${language} ${theme}`)));
    }
  }
  expect(findings).toEqual([]);
});

test('a policy file with a fault is told of, and the station works with its own settings', async ({ launch, platform }) => {
  await writeFile(file, JSON.stringify({ settings: { theme: 'pink' }, practiceAllowed: false }));
  const { page } = await launch({ practiceUrl: platform.origin, args: [`--policy=${file}`] });
  await expect(page.getByRole('alert').filter({ hasText: 'The policy file has a fault' })).toContainText(file);
  await page.getByRole('link', { name: 'Settings' }).or(page.getByRole('button', { name: 'Settings' })).first().click();
  await expect(page.getByRole('region', { name: 'Administration' }).getByRole('alert')).toContainText('settings.theme');
  await expect(page.getByText('Set by your administrator')).toHaveCount(0);
  const findings: string[] = [];
  await inSomeLooks(page, async (name) => void findings.push(...(await findingsOf(page, `a policy with a fault ${name}`))));
  expect(findings).toEqual([]);
});

test('practice mode that the administrator does not allow cannot be entered', async ({ launch }) => {
  await writeFile(file, JSON.stringify({ practiceAllowed: false }));
  const { page } = await launch({ args: [`--policy=${file}`, '--practice'] });
  await expect(page.getByText('Your administrator does not allow practice mode')).toBeVisible();
  const answer = await page.evaluate(async () => window.station.connection.practise({}));
  expect(answer).toMatchObject({ ok: false, error: { details: { reason: 'practice-not-allowed' } } });
  const findings: string[] = [];
  await inSomeLooks(page, async (name) => void findings.push(...(await findingsOf(page, `practice that is not allowed ${name}`))));
  expect(findings).toEqual([]);
});
