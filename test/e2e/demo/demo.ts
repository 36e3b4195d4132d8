import { expect, type Locator, type Page } from '@playwright/test';
import { join } from 'node:path';
import type { ParcelKind, ParcelSample, PracticePlatform } from '../../../main/practice/index.ts';
import { typeScan } from '../type-scan.ts';
import type { StationStatus } from '../../../preload/contract/index.ts';

/** Does what a person at the station does, step by step, and takes a picture of each. */
export class Demo {
  readonly page: Page;
  readonly platform: PracticePlatform;
  /** Pictures taken so far; they are numbered through. */
  pictures: number;
  readonly #output: string;

  constructor(page: Page, platform: PracticePlatform, output: string, pictures = 0) {
    this.page = page;
    this.platform = platform;
    this.#output = output;
    this.pictures = pictures;
  }

  /** Takes a picture, of the station's own page or another one, and says what it shows. */
  async picture(name: string, page: Page = this.page): Promise<void> {
    this.pictures += 1;
    const file = `${String(this.pictures).padStart(2, '0')}-${name}.png`;
    await page.evaluate(async () => {
      await document.fonts.ready;
      // A picture further down is not fetched before somebody scrolls there.
      const inSight = Array.from(document.images).filter((image) => {
        const { top, bottom, width } = image.getBoundingClientRect();
        return width > 0 && bottom > 0 && top < innerHeight && image.checkVisibility();
      });
      await Promise.all(inSight.map((image) => image.decode().catch(() => undefined)));
    });
    await page.screenshot({ path: join(this.#output, file) });
    process.stdout.write(`  out/demo/${file}\n`);
  }

  say(text: string): void {
    process.stdout.write(`${text}\n`);
  }

  async scan(label: string, state: string): Promise<void> {
    await typeScan(this.page, label);
    await this.untilState(state);
  }

  async press(key: string, state?: string): Promise<void> {
    await this.page.keyboard.press(key);
    if (state !== undefined) await this.untilState(state);
  }

  /** Presses Enter until the parcel is received; for a moment after a scan an Enter still belongs to the scanner. */
  async accept(): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press('Enter');
      await expect(this.#strip('received')).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 30_000 });
  }

  /** Waits until the strip is in a state. */
  async untilState(state: string): Promise<void> {
    await this.#strip(state).waitFor({ timeout: 30_000 });
  }

  /** The station's state at a glance. */
  async status(): Promise<StationStatus> {
    const answer = await this.page.evaluate(async () => window.station.status.read({}));
    if (!answer.ok) throw new Error(`The station did not tell its status: ${answer.error.code}`);
    return answer.value;
  }

  /** Waits until the station's state fulfils a condition; events of main wake the waiting. */
  async untilStatus(what: string, isSo: (status: StationStatus) => boolean): Promise<StationStatus> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const status = await this.status();
      if (isSo(status)) return status;
      if (Date.now() > deadline) throw new Error(`Waited in vain for: ${what}`);
      await this.#nextStatus();
    }
  }

  /** A parcel of a kind; `index` 0 is the newest. */
  parcel(kind: ParcelKind, index = 0): ParcelSample {
    const sample = this.platform.control.parcels({ kind, limit: index + 1 })[index];
    if (!sample) throw new Error(`The practice world has no parcel of the kind ${kind}`);
    return sample;
  }

  #strip(state: string): Locator {
    return this.page.getByRole('status').and(this.page.locator(`[data-state="${state}"]`));
  }

  /** Resolves at the next change that main tells, or after half a second. */
  async #nextStatus(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const done = (): void => {
            unsubscribe();
            clearTimeout(timer);
            resolve();
          };
          const unsubscribe = window.station.on('status.changed', done);
          const timer = setTimeout(done, 500);
        }),
    );
  }
}
