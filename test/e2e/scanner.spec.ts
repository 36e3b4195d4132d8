import { expect, expectState, strip, test, untilCacheIsFilled } from './fixtures.ts';
import { pressKey, setLayout, startDisplay, typeBarcode, type VirtualDisplay } from './hid/hid.ts';

/** A real X display: the keys go in as a USB scanner's do, by key code, and the layout of the system is in between. */
let screen: VirtualDisplay;

test.beforeEach(async () => {
  screen = await startDisplay();
});

test.afterEach(async () => {
  await screen.stop();
});

for (const layout of ['us', 'ru', 'fr']) {
  test(`a scanner at 2 ms per key is read right in a visible window under the layout "${layout}"`, async ({ launch, platform }) => {
    const { page } = await launch({ practiceUrl: platform.origin, environment: { DISPLAY: screen.display } });
    await untilCacheIsFilled(page, platform);
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
      const journal = await page.evaluate(async () => window.station.receiving.journal({ limit: 1 }));
      expect(journal).toMatchObject({ ok: true, value: { entries: [{ raw: label, kind: 'scan' }] } });
    }
  });
}

test('the Enter of a scan never presses a focused button, and two scans without a pause are two scans', async ({ launch, platform }) => {
  const { page } = await launch({ practiceUrl: platform.origin, environment: { DISPLAY: screen.display } });
  await untilCacheIsFilled(page, platform);
  await expectState(page, 'ready');
  const [first, second] = platform.control.parcels({ kind: 'single-line', limit: 2 });
  if (!first || !second) throw new Error('the world has no such parcels');

  await page.getByRole('link', { name: /Settings/ }).or(page.getByRole('button', { name: /^Settings/ })).first().focus();
  await typeBarcode(screen.display, [first.label, second.label], { gapMs: 0 });
  await expectState(page, 'found');
  await expect(strip(page)).toBeVisible();
  await expect
    .poll(async () => page.evaluate(async () => window.station.receiving.journal({ limit: 5 })))
    .toMatchObject({ ok: true, value: { entries: [{ raw: second.label }, { raw: first.label }] } });
});
