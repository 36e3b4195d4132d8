import { test as base } from './fixtures.ts';
import { keepOutput, type SharedApp } from './shared-app.ts';

/**
 * A `test` whose `station` and `platform` are those of one app that tests use one after the other: `start` starts it and
 * takes it away, `begin` takes back before each test what the one before has left.
 */
export function sharing<App extends SharedApp>(
  start: (provide: (app: App) => Promise<void>) => Promise<void>,
  begin: (app: App) => Promise<void>,
) {
  return base.extend<object, { shared: App }>({
    shared: [
      // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
      ({}, provide) => start(provide),
      { scope: 'worker', timeout: 60_000 },
    ],

    platform: ({ shared }, provide) => provide(shared.platform),

    station: async ({ shared }, provide, testInfo) => {
      await begin(shared);
      await provide(shared.station);
      await keepOutput(shared, testInfo);
    },
  });
}
