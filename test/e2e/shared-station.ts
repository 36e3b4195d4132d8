import { readyToBuy, untilQuestions } from './activity-pages.ts';
import { test as base, untilCacheIsFilled } from './fixtures.ts';
import { chooseCustomer, openOrders } from './ordering-pages.ts';
import { beginPageAnew, keepOutput, withSharedApp, type SharedApp } from './shared-app.ts';

/**
 * For tests that only read: `station` is one app for all of them, with its cache filled and a customer chosen, on the
 * Receive screen. A test may scan and change settings and its page; what it changes beyond that it takes back itself.
 */
export const reading = sharing({
  prepare: ({ station: { page }, platform }) => chooseCustomer(page, platform),
});

/** For tests that receive: parcels that an earlier one has received are received, all else is as it was. */
export const receiving = sharing({});

/** For tests that add and change orders, in the name of a customer: what an earlier one has added stands in the lists, its drafts are gone. */
export const ordering = sharing({
  prepare: ({ station: { page }, platform }) => chooseCustomer(page, platform),
  begin: async (app) => {
    await throwDraftsAway(app);
    await beginPageAnew(app);
    await openOrders(app.station.page, 'New order');
  },
});

/** For tests of background activities: a live provider session, activities without pauses, and none under way. */
export const purchasing = sharing({
  prepare: ({ station: { page }, platform }) => readyToBuy(page, platform),
  begin: async (app) => {
    await endActivities(app);
    await beginPageAnew(app);
  },
});

interface Ways {
  /** Makes of an app with a full cache what each test expects. */
  prepare?: (app: SharedApp) => Promise<void>;
  /** Takes back what the test before has left. */
  begin?: (app: SharedApp) => Promise<void>;
}

function sharing({ prepare, begin = beginPageAnew }: Ways) {
  return base.extend<object, { shared: SharedApp }>({
    shared: [
      // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
      async ({}, provide) => {
        const prepareApp = async (app: SharedApp): Promise<void> => {
          await untilCacheIsFilled(app.station.page, app.platform);
          await prepare?.(app);
        };
        await withSharedApp({}, prepareApp, provide);
      },
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

async function throwDraftsAway({ station: { page } }: SharedApp): Promise<void> {
  await page.evaluate(async () => {
    const view = await window.station.ordering.view({});
    if (!view.ok) throw new Error(`No view of the drafts: ${view.error.code}`);
    for (const { id } of view.value.drafts) await window.station.ordering.discardDraft({ id });
  });
}

async function endActivities({ station: { page }, platform: { control } }: SharedApp): Promise<void> {
  for (const { id, finishedAt } of control.activities()) {
    if (finishedAt === null) control.finishActivity(id);
  }
  for (const kind of ['export', 'synchronise', 'link', 'unlink'] as const) control.activityDefaults({ kind });
  await page.evaluate(async () => window.station.activities.refresh({}));
  await untilQuestions(page, 0);
}
