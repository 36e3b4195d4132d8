import { expect, type Locator } from '@playwright/test';
import type { ExportableOrder } from '../../../main/practice/index.ts';
import type { ActivitiesView } from '../../../preload/contract/index.ts';
import type { Demo } from './demo.ts';
import { openPlace } from './receiving-day.ts';

export interface PurchasingResult {
  ordersExported: number;
  questionsAnswered: number;
  parcelsFromExport: number;
}

/**
 * From an order to a received parcel: exported with three kinds of questions, synchronised, scanned. The account has been
 * logged in before.
 */
export async function purchasing(demo: Demo): Promise<PurchasingResult> {
  const { page, platform } = demo;
  const { control } = platform;
  control.activityTiming({ stepMs: 250 });
  control.activityDefaults({ kind: 'synchronise', everyLine: 'waybills' });
  const order = control.makeExportable({ providerType: 'Taobao', lines: 5, sellers: 2 });
  control.nextActivity({ kind: 'export', byLine: casesOf(order), confirms: true });

  demo.say('An order is exported: what, which lines, with which account.');
  await openPlace(demo, 'Activities');
  await demo.picture('activities-empty');
  await page.getByRole('button', { name: /^Start an activity/ }).click();
  await page.getByRole('textbox', { name: 'Order number' }).fill(numberOf(order));
  await page.keyboard.press('Enter');
  await orderSection(demo, order).getByText('Whole order').waitFor();
  await demo.picture('start-export');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await steps(demo).getByRole('row').nth(2).waitFor();
  await demo.picture('activity-under-way');

  demo.say('It asks: a configuration is gone, goods are gone, two prices have changed. The receiver goes on meanwhile.');
  await untilActivities(demo, 'four questions', ({ questions }) => questions.length === 4);
  await openPlace(demo, 'Receive');
  await page.getByRole('region', { name: 'Waiting question' }).waitFor();
  await demo.picture('question-at-the-side');
  const answered = await answerEverything(demo);

  demo.say('The lines stand with the provider orders that they became.');
  await openPlace(demo, 'Activities');
  await untilActivities(demo, 'an ended export', ended(1));
  await page.getByRole('heading', { name: /^Export of order/ }).waitFor();
  await demo.picture('activity-ended');
  await page.getByRole('heading', { name: 'Lines', exact: true }).evaluate((heading) => heading.scrollIntoView());
  await demo.picture('lines-and-provider-orders');

  demo.say('A synchronisation brings the waybills.');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Start an activity/ }).click();
  await page.getByText('Synchronise', { exact: true }).click();
  await page.getByText('Chosen orders').click();
  await page.getByRole('textbox', { name: 'Order number' }).fill(numberOf(order));
  await page.keyboard.press('Enter');
  await orderSection(demo, order).waitFor();
  await demo.picture('start-synchronise');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await untilActivities(demo, 'an ended synchronisation', ended(2));
  await demo.picture('synchronised');

  demo.say('The parcels arrive.');
  await openPlace(demo, 'Receive');
  const waybills = new Set(control.purchaseLines(order.orderId).map(({ waybill }) => waybill).filter((waybill) => waybill !== ''));
  for (const waybill of waybills) {
    await demo.scan(waybill, 'found');
    await demo.accept();
  }
  await demo.picture('received-from-export');
  await demo.untilStatus('an empty outbox', ({ outbox }) => outbox.waiting + outbox.sending === 0);
  await openPlace(demo, 'Activities');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByText('Who answered what', { exact: true }).click();
  await page.getByText('taken', { exact: false }).first().waitFor();
  await demo.picture('who-answered-what');
  await openPlace(demo, 'Receive');
  return { ordersExported: 1, questionsAnswered: answered, parcelsFromExport: waybills.size };
}

/** Two prices, one configuration, one item that is gone; the last line is clean. */
function casesOf({ lines }: ExportableOrder): Record<string, 'price-changed' | 'configuration-missing' | 'item-gone' | 'clean'> {
  const cases = ['configuration-missing', 'item-gone', 'price-changed', 'price-changed', 'clean'] as const;
  return Object.fromEntries(lines.map(({ lineId }, place) => [lineId, cases[place] ?? 'clean']));
}

/** Answers with the number key until nobody asks any more; alike questions go together. Answers with how many were taken. */
async function answerEverything(demo: Demo): Promise<number> {
  const { page } = demo;
  const dialog = page.getByRole('dialog');
  for (let number = 1; ; number += 1) {
    const { questions } = await untilActivities(demo, 'a question or an end', (view) => view.questions.length > 0 || ended(1)(view));
    const [first] = questions;
    if (first === undefined) break;
    await page.keyboard.press('F9');
    await dialog.waitFor();
    const alike = questions.filter(({ group }) => group === first.group).length;
    await demo.picture(alike > 1 ? 'questions-alike' : `question-${number}`);
    await expect(async () => {
      await page.keyboard.press('1');
      const { questions: left } = await activities(demo);
      expect(left.map(({ id }) => id)).not.toContain(first.id);
    }).toPass({ timeout: 30_000 });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
  const answer = await page.evaluate(async () => window.station.activities.answers({}));
  if (!answer.ok) throw new Error(`The station did not tell its answers: ${answer.error.code}`);
  return answer.value.answers.filter(({ outcome }) => outcome === 'taken').length;
}

async function activities(demo: Demo): Promise<ActivitiesView> {
  const answer = await demo.page.evaluate(async () => window.station.activities.view({}));
  if (!answer.ok) throw new Error(`The station did not tell its activities: ${answer.error.code}`);
  return answer.value;
}

/** Waits until the activities are so; answers with them. */
async function untilActivities(demo: Demo, what: string, isSo: (view: ActivitiesView) => boolean): Promise<ActivitiesView> {
  let view = await activities(demo);
  await expect
    .poll(
      async () => {
        view = await activities(demo);
        return isSo(view);
      },
      { message: what, timeout: 60_000 },
    )
    .toBe(true);
  return view;
}

/** So many activities have ended, and their orders were read again. */
function ended(count: number): (view: ActivitiesView) => boolean {
  return ({ activities: all }) => all.filter(({ endedAt, isRereading }) => endedAt !== null && !isRereading).length >= count;
}

function numberOf({ orderId }: ExportableOrder): string {
  return orderId.replace(/^ORD-0*/, '');
}

function orderSection({ page }: Demo, order: ExportableOrder): Locator {
  return page.getByRole('region', { name: `Order ${numberOf(order)}` });
}

function steps({ page }: Demo): Locator {
  return page.getByRole('region', { name: /^Steps/ });
}
