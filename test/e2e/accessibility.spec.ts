import type { Page } from '@playwright/test';
import type { PracticePlatform } from '../../main/practice/index.ts';
import { exportOrder, readyToBuy, untilQuestions } from './activity-pages.ts';
import { findingsOf, inEveryLook, inSomeLooks } from './axe.ts';
import { acceptAll, expect, expectState, scan, test } from './fixtures.ts';
import { agree, beginLogin, loginBar, openAccounts, passLogin, providerPage, untilLoginIsOver, untilProvidersAreKnown } from './provider-login.ts';
import { reading } from './shared-station.ts';

test('no screen has a finding of axe, in three languages and both themes', async ({ station, platform }) => {
  test.setTimeout(480_000);
  const { page } = station;
  const findings: string[] = [];
  const look = async (where: string): Promise<void> => void findings.push(...(await findingsOf(page, where)));
  // One for each look.
  const others = platform.control.parcels({ kind: 'several-lines', limit: 6 });
  const [refused] = platform.control.parcels({ kind: 'single-line', limit: 1 });
  const [cancelled] = platform.control.parcels({ kind: 'cancelled', limit: 1 });
  await openWithAccounts(page, platform);
  await refuseToReceive(page, platform, refused?.label ?? '');
  await inEveryLook(page, async (name) => {
    for (const screen of ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7']) {
      await page.keyboard.press(screen);
      await expect(page.locator(`nav [aria-keyshortcuts="${screen}"]`)).toHaveAttribute('aria-current', 'page');
      if (screen === 'F2') {
        await page.locator('main input').first().fill(refused?.waybill ?? '');
        await expect(page.locator('main [data-line], main li').first()).toBeVisible();
      }
      if (screen === 'F6') await expect(page.locator('main li').first()).toBeVisible();
      await look(`${screen} ${name}`);
    }
    await page.keyboard.press('F5');
    await page.locator('main li button[aria-haspopup="menu"]').first().click();
    await expect(page.getByRole('menu')).toBeVisible();
    await look(`menu of an account ${name}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(`overview of keys ${name}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();

    const label = others.shift()?.label ?? '';
    for (const [code, state] of [
      [label, 'found'],
      [`NOBODY-KNOWS-${name.replace(' ', '-')}`.toUpperCase(), 'unknown'],
      [cancelled?.label ?? '', 'attention'],
    ] as const) {
      await page.keyboard.press('Escape');
      await scan(page, code);
      await stripIn(state);
      await look(`${state} ${name}`);
    }
    await page.getByRole('tab').nth(1).click();
    await expect(page.locator('aside [role="tabpanel"]:visible li').first()).toBeVisible();
    await look(`unknown parcels ${name}`);
    await page.getByRole('tab').first().click();
    await page.keyboard.press('Escape');
    await scan(page, label);
    await stripIn('found');
    await expect(async () => {
      await page.keyboard.press('Enter');
      await stripIn('received', 500);
    }).toPass();
    await look(`received ${name}`);
    await page.keyboard.press('Escape');
  });
  expect(findings).toEqual([]);

  async function stripIn(state: string, timeout?: number): Promise<void> {
    await expect(page.getByRole('status').and(page.locator(`[data-state="${state}"]`))).toBeVisible(timeout === undefined ? {} : { timeout });
  }
});

/** Receives a parcel whose operations OT Platform refuses: they stay in the outbox, and a notice tells of them. */
async function refuseToReceive(page: Page, platform: PracticePlatform, label: string): Promise<void> {
  const effect = { kind: 'refuse', errorCode: 'AccessDenied', description: 'The operator may not edit lines' } as const;
  for (const method of ['UpdateOrderLineForOperator', 'UpdateOrderLinesForOperator']) platform.control.addFault({ method, times: 100, effect });
  await scan(page, label);
  await expectState(page, 'found');
  await acceptAll(page);
  await page.keyboard.press('F6');
  await expect(page.getByRole('list', { name: 'Operations' }).getByRole('listitem').first()).toContainText('Refused');
  platform.control.clearFaults();
}

test('the window of a login has no finding of axe, in three languages and both themes', async ({ station, platform }) => {
  test.setTimeout(240_000);
  const { page } = station;
  await openWithAccounts(page, platform);
  platform.control.nextLogin({ ending: 'leaves-for', leavesFor: 'https://elsewhere.example/' });
  await openAccounts(page);
  await beginLogin(station, 'lin_88');
  const bar = await loginBar(station);
  const provider = await providerPage(station, platform);
  const findings: string[] = [];
  const inAllLooks = (where: string, bars: Page[]): Promise<void> =>
    inSomeLooks(
      page,
      async (name) => {
        for (const each of [...bars, page]) findings.push(...(await findingsOf(each, `${where} ${name}`)));
      },
      bars,
    );
  await inAllLooks('login', [bar]);
  await passLogin(provider, 'lin_88');
  await agree(provider);
  await expect(bar.getByText('elsewhere.example')).toBeVisible();
  await inAllLooks('stopped', [bar]);
  await page.evaluate(async () => window.station.accounts.cancelLogin({}));
  await untilLoginIsOver(station);
  await inAllLooks('ended', []);
  await page.evaluate(async () => window.station.accounts.startRound({}));
  const barOfRound = await loginBar(station);
  await providerPage(station, platform);
  await inAllLooks('round', [barOfRound]);
  await page.evaluate(async () => window.station.accounts.skip({}));
  await untilLoginIsOver(station);
  await inAllLooks('round that is over', []);
  expect(findings).toEqual([]);
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
  await inSomeLooks(page, async (name) => {
    const look = async (where: string): Promise<void> => void findings.push(...(await findingsOf(page, `${where} ${name}`)));
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
  });
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

test('the first start has no finding of axe, in three languages and both themes', async ({ launch, platform }) => {
  test.setTimeout(120_000);
  const { page } = await launch();
  const findings: string[] = [];
  const lookAt = (what: string): Promise<void> => inSomeLooks(page, async (name) => void findings.push(...(await findingsOf(page, `${what} ${name}`))));
  await expect(page.getByRole('button', { name: 'Start practising' })).toBeVisible();
  await lookAt('first start');
  await page.evaluate(async () => window.station.settings.change({ language: 'en' }));
  await page.getByRole('button', { name: 'Connect to OT Platform' }).click();
  await page.getByLabel(/^API address/).fill(platform.address);
  await page.getByLabel(/^Instance key/).fill(platform.instanceKey);
  await page.getByLabel(/^Operator login/).fill(platform.operatorLogin);
  await page.getByLabel(/^Operator password/).fill('wrong');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByRole('alert')).toContainText('does not accept this login and password');
  await lookAt('connection that is refused');
  await page.evaluate(async () => window.station.settings.change({ language: 'en' }));
  await page.getByLabel(/^Operator password/).fill(platform.operatorPassword);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(page.locator('output')).toBeVisible();
  await lookAt('connection that works');
  expect(findings).toEqual([]);
});

reading('a whole parcel by keys alone, with the focus always visible', async ({ station }) => {
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

reading('what is wrong on a page is found at every look, with its place', async ({ station: { page } }) => {
  await expectState(page, 'ready');
  expect(await findingsOf(page, 'before')).toEqual([]);
  await page.evaluate(() => {
    const main = document.querySelector('main') ?? document.body;
    for (const id of ['first', 'second']) main.append(Object.assign(document.createElement('img'), { id, src: 'icon.png' }));
    // Not among what the screen lays over one another: axe does not judge the contrast of what is covered.
    document.body.prepend(Object.assign(document.createElement('p'), { id: 'pale', textContent: 'Hardly to be read', style: 'color: #aaa; background: #bbb' }));
  });
  for (const look of ['once', 'twice']) {
    const findings = await findingsOf(page, look);
    for (const [rule, place] of [['image-alt', '#first'], ['image-alt', '#second'], ['color-contrast', '#pale']]) {
      expect(findings).toContainEqual(expect.stringContaining(`${look}: ${rule}: ${place} `));
    }
  }
});
