import type * as Electron from 'electron';
import { record } from '../desktop/record.ts';
import { toChromium } from '../network/scheme-map.ts';
import { ContentsSettings } from './contents-settings.ts';
import { capture, printPage } from './output.ts';
import type { Page } from './page.ts';

/** What the app does with the page of a webContents: scripts, styles, pictures, paper, storage. */
export abstract class PageActions extends ContentsSettings {
  /** Known once Chromium has made it. */
  page: Page | undefined;

  abstract getURL(): string;

  stop(): void {
    this.page?.cdp.tell('Page.stopLoading');
  }

  reload(): void {
    this.page?.cdp.tell('Page.reload', {});
  }

  reloadIgnoringCache(): void {
    this.page?.cdp.tell('Page.reload', { ignoreCache: true });
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const page = await this.up;
    return page.evaluate(code, page.targetId, userGesture);
  }

  async insertCSS(css: string): Promise<string> {
    const key = `stand-in-css-${Math.random().toString(36).slice(2)}`;
    const code = `{ const style = document.createElement('style'); style.id = ${JSON.stringify(key)};
      style.textContent = ${JSON.stringify(css)}; document.documentElement.append(style); }`;
    await this.executeJavaScript(code);
    return key;
  }

  async removeInsertedCSS(key: string): Promise<void> {
    await this.executeJavaScript(`document.getElementById(${JSON.stringify(key)})?.remove()`);
  }

  async capturePage(area?: Electron.Rectangle): Promise<Electron.NativeImage> {
    return capture((await this.up).cdp, area);
  }

  async printToPDF(options: Electron.PrintToPDFOptions = {}): Promise<Buffer> {
    return printPage((await this.up).cdp, options);
  }

  forcefullyCrashRenderer(): void {
    this.page?.cdp.tell('Page.crash');
  }

  async clearStorage(origin: string, storageTypes: string): Promise<void> {
    const parameters = { origin: toChromium(origin), storageTypes };
    await this.page?.cdp.send('Storage.clearDataForOrigin', parameters).catch(() => undefined);
  }

  async clearCache(): Promise<void> {
    await this.page?.cdp.send('Network.clearBrowserCache').catch(() => undefined);
  }

  async getPrintersAsync(): Promise<Electron.PrinterInfo[]> {
    return [];
  }

  /** Recorded, with the address of the page, and taken for printed. */
  print(options: Electron.WebContentsPrintOptions = {}, callback?: (success: boolean, failureReason: string) => void): void {
    record('webContents.print', this.getURL(), options);
    setImmediate(() => callback?.(true, ''));
  }
}
