import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { PracticePlatform } from '../../main/practice/index.ts';
import { readReference, type ImportRow, type ImportRun } from '../../preload/contract/index.ts';
import type { StationApp } from './station-app.ts';

export type OrdersPageName = 'Orders' | 'New order' | 'Sent' | 'Imports';

/** Goes to a page of the place of orders. */
export async function openOrders(page: Page, name: OrdersPageName): Promise<void> {
  await page.keyboard.press('F3');
  await page.getByRole('navigation', { name: 'Pages of orders' }).getByRole('button', { name }).click();
}

/** Chooses the first customer of the platform, on the page of a new order. */
export async function chooseCustomer(page: Page, platform: PracticePlatform): Promise<void> {
  const [customer] = platform.control.customers({ limit: 1 });
  await openOrders(page, 'New order');
  await page.getByRole('textbox', { name: 'Customer’s login' }).fill(customer?.login ?? '');
  await page.getByRole('button', { name: 'Sign in and choose' }).click();
  await expect(page.getByText('In the name of')).toBeVisible();
}

/** A cell of the lines of a new order. */
export function cell(page: Page, column: string, line: number): Locator {
  return page.getByRole('textbox', { name: `${column}, line ${line}`, exact: true });
}

/** Pastes text where the focus is, as Ctrl+V does. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

/** Rows for the clipboard, as a spreadsheet puts them there: item, configuration, quantity. */
export function rows(...lines: string[][]): string {
  return `${lines.map((line) => line.join('\t')).join('\n')}\n`;
}

/** Goods that the platform would sell now. */
export function goodsOnSale(platform: PracticePlatform, count: number): { item: string; configuration: string }[] {
  return platform.control
    .goods({ state: 'fine', providerType: 'Taobao', hasConfigurations: true, limit: count })
    .map(({ itemId, configurations }) => ({ item: itemId, configuration: configurations[0]?.id ?? '' }));
}

/** The newest run, as main tells it. */
export async function lastRun(page: Page): Promise<ImportRun> {
  const answer = await page.evaluate(async () => window.station.imports.runs({}));
  const run = answer.ok ? answer.value.runs[0] : undefined;
  if (run === undefined) throw new Error('There is no run');
  return run;
}

/** Waits until the newest run is as it should be. */
export async function untilRun(page: Page, what: string, isSo: (run: ImportRun) => boolean): Promise<ImportRun> {
  let last: ImportRun | null = null;
  await expect
    .poll(
      async () => {
        last = await lastRun(page);
        return isSo(last);
      },
      { message: what, timeout: 150_000 },
    )
    .toBe(true);
  return last ?? lastRun(page);
}

/** Every order of a run. */
export async function rowsOfRun(page: Page, id: string): Promise<ImportRow[]> {
  const answer = await page.evaluate(async (runId) => window.station.imports.rows({ id: runId, limit: 500 }), id);
  if (!answer.ok) throw new Error(`No rows: ${answer.error.code}`);
  return answer.value.rows;
}

/** Orders at the platform that a station has added, all or those with one reference: reference and status. */
export function addedOrders({ world }: PracticePlatform, wanted?: string): { reference: string; statusId: number }[] {
  return Array.from({ length: world.orderCount }, (_, index) => world.order(index)).flatMap(({ customerComment, statusId }) => {
    const told = readReference(customerComment);
    return told === null || (wanted !== undefined && told.reference !== wanted) ? [] : [{ reference: told.reference, statusId }];
  });
}

/** Lets the next dialog that asks where a file is to lie be answered with a file in the profile; gives its text. */
export async function saved({ app, profile }: StationApp, name: string, save: () => Promise<void>): Promise<string> {
  const filePath = join(profile, name);
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);
  await save();
  await expect.poll(async () => readFile(filePath, 'utf8').catch(() => ''), { message: `${name} is saved` }).not.toBe('');
  return readFile(filePath, 'utf8');
}
