import { test as base, untilCacheIsFilled } from './fixtures.ts';
import { chooseCustomer } from './ordering-pages.ts';
import { beginPageAnew, keepOutput, withSharedApp, type SharedApp } from './shared-app.ts';

/**
 * For tests that only read: `station` is one app for all of them, with its cache filled and a customer chosen, on the
 * Receive screen. A test may scan and change settings and its page; what it changes beyond that it takes back itself.
 */
export const reading = base.extend<object, { shared: SharedApp }>({
  shared: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, provide) => {
      const prepare = async ({ station: { page }, platform }: SharedApp): Promise<void> => {
        await untilCacheIsFilled(page, platform);
        await chooseCustomer(page, platform);
      };
      await withSharedApp({}, prepare, provide);
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  platform: ({ shared }, provide) => provide(shared.platform),

  station: async ({ shared }, provide, testInfo) => {
    await beginPageAnew(shared);
    await provide(shared.station);
    await keepOutput(shared, testInfo);
  },
});
