import type { Page } from '@playwright/test';
import type { PracticePlatform } from '../../main/practice/index.ts';
import { exportOrder, readyToBuy, untilQuestions } from './activity-pages.ts';
import { findingsOf } from './axe.ts';
import { expect, expectState, scan, test } from './fixtures.ts';
import { agree, beginLogin, loginBar, openAccounts, passLogin, providerPage, untilLoginIsOver, untilProvidersAreKnown } from './provider-login.ts';

const languages = ['en', 'ru', 'zh'] as const;
const themes = ['light', 'dark'] as const;

test('no screen has a finding of axe, in three languages and both themes', async ({ station, platform }) => {
  test.setTimeout(240_000);
  const { page } = station;
  const findings: string[] = [];
  const [parcel] = platform.control.parcels({ kind: 'several-lines', limit: 1 });
  await openWithAccounts(page, platform);
  for (const language of languages) {
    for (const theme of themes) {
      await page.evaluate(async (change) => window.station.settings.change(change), { language, theme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
      for (const screen of ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7']) {
        await page.keyboard.press(screen);
        await expect(page.locator(`nav [aria-keyshortcuts="${screen}"]`)).toHaveAttribute('aria-current', 'page');
        findings.push(...(await findingsOf(page, `${screen} ${language} ${theme}`)));
      }
      await page.keyboard.press('F1');
      for (const [label, state] of [
        [parcel?.label ?? '', 'found'],
        [`NOBODY-KNOWS-${language}-${theme}`.toUpperCase(), 'unknown'],
      ] as const) {
        await page.keyboard.press('Escape');
        await scan(page, label);
        await expect(page.getByRole('status').and(page.locator(`[data-state="${state}"]`))).toBeVisible();
        findings.push(...(await findingsOf(page, `${state} ${language} ${theme}`)));
      }
      await page.keyboard.press('Escape');
    }
  }
  expect(findings).toEqual([]);
});

test('the window of a login has no finding of axe, in three languages and both themes', async ({ station, platform }) => {
  test.setTimeout(120_000);
  const { page } = station;
  await openWithAccounts(page, platform);
  platform.control.nextLogin({ ending: 'leaves-for', leavesFor: 'https://elsewhere.example/' });
  await openAccounts(page);
  await beginLogin(station, 'lin_88');
  const bar = await loginBar(station);
  const provider = await providerPage(station, platform);
  const findings: string[] = [];
  async function inAllLooks(where: string): Promise<void> {
    for (const language of languages) {
      for (const theme of themes) {
        await page.evaluate(async (change) => window.station.settings.change(change), { language, theme });
        for (const each of [bar, page]) {
          await expect(each.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
          await expect(each.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
          findings.push(...(await findingsOf(each, `${where} ${language} ${theme}`)));
        }
      }
    }
  }
  await inAllLooks('login');
  await passLogin(provider, 'lin_88');
  await agree(provider);
  await expect(bar.getByText('elsewhere.example')).toBeVisible();
  await inAllLooks('stopped');
  expect(findings).toEqual([]);
  await page.evaluate(async () => window.station.accounts.cancelLogin({}));
  await untilLoginIsOver(station);
});

test('activities and their questions have no finding of axe, in three languages and both themes', async ({ station, platform }) => {
  test.setTimeout(240_000);
  const { page } = station;
  await readyToBuy(page, platform);
  const order = platform.control.makeExportable({ providerType: 'Taobao', lines: 4 });
  const [first, second] = order.lines;
  platform.control.nextActivity({
    kind: 'export',
    everyLine: 'price-changed',
    byLine: { [first?.lineId ?? '']: 'item-gone', [second?.lineId ?? '']: 'discount-lost' },
    confirms: false,
  });
  await exportOrder(page, order);
  await untilQuestions(page, 3);
  const findings: string[] = [];
  for (const language of languages) {
    for (const theme of themes) {
      await page.evaluate(async (change) => window.station.settings.change(change), { language, theme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
      const look = async (where: string): Promise<void> => void findings.push(...(await findingsOf(page, `${where} ${language} ${theme}`)));
      await expect(page.locator('main table').first()).toBeVisible();
      await look('activity');
      await page.keyboard.press('F4');
      await expect(page.locator('main li[data-state]')).toHaveCount(1);
      await look('activities');
      for (const entry of [1, 2]) {
        await page.keyboard.press('F9');
        await expect(page.getByRole('dialog')).toBeVisible();
        await look(`question ${entry}`);
      }
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      for (const list of [1, 2]) {
        await page.locator('main [role="radiogroup"] label').nth(list).click();
        await look(`list ${list}`);
      }
      await page.keyboard.press('n');
      for (const kind of ['export', 'link'] as const) {
        await page.locator(`main label:has(input[value="${kind}"])`).click();
        // The first order of the list, and what it is about.
        await page.locator('main input[type="checkbox"]').first().check();
        await expect(page.locator('main h3')).toBeVisible();
        if (kind === 'link') await scan(page, '289312004551');
        await look(`start ${kind}`);
      }
      await page.keyboard.press('Escape');
      await page.locator('main [role="radiogroup"] label').first().click();
      await page.locator('main li[data-state] [data-choice]').click();
    }
  }
  expect(findings).toEqual([]);
});

/** Two accounts: one with a session that was made elsewhere, one without. */
async function openWithAccounts(page: Page, platform: PracticePlatform): Promise<void> {
  await untilProvidersAreKnown(page);
  platform.control.addProviderSession({ providerType: 'Taobao', name: 'wang_01' });
  await page.evaluate(async () => {
    await window.station.accounts.refresh({});
    await window.station.accounts.add({ providerType: 'Taobao', name: 'lin_88' });
  });
}

test('the first start has no finding of axe', async ({ launch }) => {
  const { page } = await launch();
  await expect(page.getByRole('button', { name: 'Start practising' })).toBeVisible();
  expect(await findingsOf(page, 'first start')).toEqual([]);
  await page.getByRole('button', { name: 'Connect to OT Platform' }).click();
  await expect(page.getByLabel(/^API address/)).toBeVisible();
  expect(await findingsOf(page, 'connect')).toEqual([]);
});

test('the overview of keys has no finding of axe', async ({ station }) => {
  const { page } = station;
  for (const theme of themes) {
    await page.evaluate(async (change) => window.station.settings.change({ theme: change }), theme);
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findingsOf(page, `overview ${theme}`)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});

test('a whole parcel by keys alone, with the focus always visible', async ({ station }) => {
  const { page } = station;
  await expectState(page, 'ready');
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab');
    const outlined = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || focused === document.body) return true;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
      const wrapper = focused.closest('div');
      const ring = outlineStyle !== 'none' && outlineWidth !== '0px';
      return ring || boxShadow !== 'none' || (wrapper !== null && getComputedStyle(wrapper).outlineStyle !== 'none') || focused.matches('input, textarea');
    });
    expect(outlined, `the ${step + 1}. element in tab order shows that it has the focus`).toBe(true);
  }
});

test('what is wrong on a page is found at every look, with its place', async ({ launch }) => {
  const { page } = await launch();
  await expect(page.getByRole('button', { name: 'Start practising' })).toBeVisible();
  expect(await findingsOf(page, 'before')).toEqual([]);
  await page.evaluate(() => {
    const main = document.querySelector('main') ?? document.body;
    for (const id of ['first', 'second']) main.append(Object.assign(document.createElement('img'), { id, src: 'icon.png' }));
    main.append(Object.assign(document.createElement('p'), { id: 'pale', textContent: 'Hardly to be read', style: 'color: #aaa; background: #bbb' }));
  });
  for (const look of ['once', 'twice']) {
    const findings = await findingsOf(page, look);
    for (const [rule, place] of [['image-alt', '#first'], ['image-alt', '#second'], ['color-contrast', '#pale']]) {
      expect(findings).toContainEqual(expect.stringContaining(`${look}: ${rule}: ${place} `));
    }
  }
});
