import { readyToBuy, untilQuestions } from './activity-pages.ts';
import { untilCacheIsFilled } from './fixtures.ts';
import { chooseCustomer, openOrders } from './ordering-pages.ts';
import { beginPageAnew, withSharedApp, type SharedApp } from './shared-app.ts';
import { sharing } from './sharing.ts';

/**
 * For tests that only read: `station` is one app for all of them, with its cache filled and a customer chosen, on the
 * Receive screen. A test may scan and change settings and its page; what it changes beyond that it takes back itself.
 */
export const reading = onStation({
  prepare: ({ station: { page }, platform }) => chooseCustomer(page, platform),
});

/** For tests that receive: parcels that an earlier one has received are received, all else is as it was. */
export const receiving = onStation({});

/** For tests that add and change orders, in the name of a customer: what an earlier one has added stands in the lists, its drafts are gone. */
export const ordering = onStation({
  prepare: ({ station: { page }, platform }) => chooseCustomer(page, platform),
  begin: async (app) => {
    await throwDraftsAway(app);
    await beginPageAnew(app);
    await openOrders(app.station.page, 'New order');
  },
});

/** For tests of background activities: a live provider session, activities without pauses, and none under way. */
export const purchasing = onStation({
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

function onStation({ prepare, begin = beginPageAnew }: Ways) {
  const prepareApp = async (app: SharedApp): Promise<void> => {
    await untilCacheIsFilled(app.station.page, app.platform);
    await prepare?.(app);
  };
  return sharing<SharedApp>((provide) => withSharedApp({}, prepareApp, provide), begin);
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
