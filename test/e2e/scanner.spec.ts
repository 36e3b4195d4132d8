import { expect, test as base, type Page } from '@playwright/test';
import type { JournalEntry } from '../../preload/contract/index.ts';
import { expectState, strip, untilCacheIsFilled } from './fixtures.ts';
import { pressKey, setLayout, startDisplay, typeBarcode, type VirtualDisplay } from './hid/hid.ts';
import { beginPageAnew, keepOutput, withSharedApp, type SharedApp } from './shared-app.ts';

interface Scanning extends SharedApp {
  screen: VirtualDisplay;
}

/**
 * One app on a real X display: the keys go in as a USB scanner's do, by key code, and the layout of the system is in
 * between.
 */
const test = base.extend<object, { shared: Scanning }>({
  shared: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, provide) => {
      const screen = await startDisplay();
      try {
        const prepare = ({ station: { page }, platform }: SharedApp): Promise<void> => untilCacheIsFilled(page, platform);
        await withSharedApp({ environment: { DISPLAY: screen.display } }, prepare, (app) => provide({ ...app, screen }));
      } finally {
        await screen.stop();
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

test.describe.configure({ mode: 'default' });
test.beforeEach(async ({ shared }) => {
  await setLayout(shared.screen.display, 'us');
  await beginPageAnew(shared);
});
test.afterEach(({ shared }, testInfo) => keepOutput(shared, testInfo));

for (const layout of ['us', 'ru', 'fr']) {
  test(`a scanner at 2 ms per key is read right in a visible window under the layout "${layout}"`, async ({ shared: { station: { page }, platform, screen } }) => {
    await expectState(page, 'ready');
    await setLayout(screen.display, layout);
    const parcels = platform.control.parcels({ kind: 'single-line', limit: 12 });
    const lettered = parcels.filter(({ label }) => /[A-Z]/.test(label)).slice(0, 3);
    expect(lettered.length).toBeGreaterThan(0);

    for (const { label } of lettered) {
      await pressKey(screen.display, 'escape');
      await expectState(page, 'ready');
      await typeBarcode(screen.display, label, { gapMs: 2 });
      await expectState(page, 'found');
      expect((await journal(page))[0]).toMatchObject({ raw: label, kind: 'scan' });
    }
  });
}

test('the Enter of a scan never presses a focused button, and two scans without a pause are two scans', async ({ shared: { station: { page }, platform, screen } }) => {
  await expectState(page, 'ready');
  const [first, second] = platform.control.parcels({ kind: 'single-line', limit: 2 });
  if (!first || !second) throw new Error('the world has no such parcels');

  const known = (await journal(page)).length;
  await page.getByRole('link', { name: /Settings/ }).or(page.getByRole('button', { name: /^Settings/ })).first().focus();
  await typeBarcode(screen.display, [first.label, second.label], { gapMs: 0 });
  await expectState(page, 'found');
  await expect(strip(page)).toBeVisible();
  await expect
    .poll(async () => (await journal(page)).slice(0, -known || undefined))
    .toMatchObject([{ raw: second.label }, { raw: first.label }]);
});

/** What the journal has of this and of earlier tests, newest first. */
async function journal(page: Page): Promise<JournalEntry[]> {
  const answer = await page.evaluate(async () => window.station.receiving.journal({ limit: 500 }));
  if (!answer.ok) throw new Error(`No journal: ${answer.error.code}`);
  return answer.value.entries;
}
