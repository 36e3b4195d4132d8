import { expect, type Locator, type Page } from '@playwright/test';
import type { ActivityReport, ExportableOrder, PracticePlatform } from '../../main/practice/index.ts';
import type { ActivitiesView } from '../../preload/contract/index.ts';
import { untilProvidersAreKnown } from './provider-login.ts';

/** Gives the station accounts with live sessions, made elsewhere, and lets activities go without pauses. */
export async function readyToBuy(page: Page, { control }: PracticePlatform): Promise<void> {
  await untilProvidersAreKnown(page);
  control.activityTiming({ stepMs: 0 });
  control.addProviderSession({ providerType: 'Taobao', name: 'wang_01' });
  await page.evaluate(async () => window.station.accounts.refresh({}));
}

/** What main says of activities now. */
export async function activitiesView(page: Page): Promise<ActivitiesView> {
  const answer = await page.evaluate(async () => window.station.activities.view({}));
  if (!answer.ok) throw new Error(`No view of the activities: ${answer.error.code}`);
  return answer.value;
}

/** Waits until the queue has so many questions, in main and on the page. */
export async function untilQuestions(page: Page, count: number): Promise<void> {
  await expect
    .poll(async () => (await activitiesView(page)).questions.length, { message: `${count} questions are open`, timeout: 20_000 })
    .toBe(count);
  await expect(page.getByRole('banner').getByRole('button', { name: `Questions ${count}` })).toBeVisible();
}

/** The number of an order as people see it. */
export function numberOf({ orderId }: Pick<ExportableOrder, 'orderId'>): string {
  return orderId.replace(/^ORD-0*/, '');
}

/** Opens the page on which an activity is started, with the kind chosen. */
export async function openStart(page: Page, kind: 'Export' | 'Synchronise' | 'Link' | 'Unlink'): Promise<void> {
  await page.keyboard.press('F4');
  await page.getByRole('button', { name: 'Start an activity' }).click();
  await page.getByRole('group', { name: 'What is to be done' }).getByText(kind, { exact: true }).click();
  await expect(page.getByRole('radio', { name: new RegExp(`^${kind}`) })).toBeChecked();
}

/** Takes an order by its number and waits until it was read. */
export async function takeOrder(page: Page, order: Pick<ExportableOrder, 'orderId'>): Promise<Locator> {
  await page.getByRole('textbox', { name: 'Order number', exact: true }).fill(numberOf(order));
  await page.keyboard.press('Enter');
  const section = page.getByRole('region', { name: `Order ${numberOf(order)}`, exact: true });
  await expect(section.getByText(/Taobao/).first()).toBeVisible();
  return section;
}

/** The button that starts what was chosen. */
export function startButton(page: Page): Locator {
  return page.getByRole('main').getByRole('button', { name: /^(Start( \d+ activities)?|Unlink…)$/ });
}

/** Exports an order as a person does, from the place of activities. */
export async function exportOrder(page: Page, order: ExportableOrder): Promise<void> {
  await openStart(page, 'Export');
  await takeOrder(page, order);
  await startButton(page).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Export of order/ })).toBeVisible();
}

/** The question that is open large. */
export function questionDialog(page: Page): Locator {
  return page.getByRole('dialog');
}

/** Opens the question that has waited longest by its key. */
export async function openQuestion(page: Page): Promise<Locator> {
  await page.keyboard.press('F9');
  await expect(questionDialog(page)).toBeVisible();
  return questionDialog(page);
}

/** The newest activity as the platform has it. */
export function newestActivity({ control }: PracticePlatform): ActivityReport {
  const [newest] = control.activities();
  if (newest === undefined) throw new Error('The platform has no activity');
  return newest;
}
