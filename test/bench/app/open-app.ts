import type { Page } from '@playwright/test';
import { launchStation, type StationApp } from '../../e2e/station-app.ts';
import { until } from '../until.ts';

/** Opens the built app on a profile that a station has worked with, its fill paused, its awaited lines not to be read again. */
export async function openApp(profile: string, practiceUrl: string): Promise<StationApp> {
  const station = await launchStation({ profile, practiceUrl });
  const { page } = station;
  // Before the app's own listeners, so that the probe sees keys that the app keeps to itself; hence the new load.
  await page.addInitScript(scanProbe);
  await page.reload();
  await untilPage(page, () => document.querySelector('output[data-state]') !== null);
  await page.evaluate(() => window.station.settings.change({ refreshMinutes: 240 }));
  await untilPage(page, async () => {
    const answer = (await window.station.status.read({})) as { ok: boolean; value?: { network: string } };
    return answer.value?.network === 'online';
  });
  return station;
}

async function untilPage(page: Page, isSo: () => boolean | Promise<boolean>): Promise<void> {
  await until(() => page.evaluate(isSo));
}

/** What the probe offers to the driver. */
export interface ScanProbe {
  /** Types all keys of a label but the last, and awaits the result. */
  type(label: string): void;
  /** Milliseconds from the last key's own time stamp to the end of the frame that shows the result; null when none came in time. */
  painted(): Promise<number | null>;
  /** Awaits F9, answers it by another text in the page, and tells its time to painted: what no page of this runtime can beat. */
  awaitBareKey(): void;
  /** Milliseconds of a scan's call across the bridge, there and back. */
  call(label: string): Promise<number>;
  /** Scans labels one after the other, the last key included, each once the result of the one before is in the document. */
  scanAll(labels: readonly string[]): Promise<number>;
}

declare global {
  interface Window {
    scanProbe: ScanProbe;
  }
}

/** Runs inside the page, so it uses nothing from around it. */
function scanProbe(): void {
  const patienceMs = 5_000;
  let lastKeyAt = 0;
  let pending: Promise<number | null> = Promise.resolve(null);
  let answerBareKey = (_at: number): void => {};

  addEventListener('keydown', (event) => {
    if (event.code === 'Enter') lastKeyAt = event.timeStamp;
    if (event.code !== 'F9') return;
    event.stopImmediatePropagation();
    answerBareKey(event.timeStamp);
  }, { capture: true });

  const press = (code: string, key: string): void => {
    for (const type of ['keydown', 'keyup']) {
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent(type, { code, key, bubbles: true, cancelable: true }));
    }
  };
  const typeCharacters = (label: string): void => {
    for (const character of label) press(/\d/.test(character) ? `Digit${character}` : `Key${character}`, character.toLowerCase());
  };
  const isShown = (label: string): boolean => {
    const strip = document.querySelector('output[data-state]');
    return strip?.getAttribute('aria-busy') === 'false' && (strip.textContent ?? '').replaceAll(/\s/g, '').includes(label);
  };

  /** Resolves as soon as the document has it: false when it has not come in time. */
  const shown = (label: string): Promise<boolean> =>
    new Promise((resolve) => {
      const end = (came: boolean): void => {
        observer.disconnect();
        clearTimeout(timer);
        resolve(came);
      };
      const observer = new MutationObserver(() => {
        if (isShown(label)) end(true);
      });
      const timer = setTimeout(() => end(isShown(label)), patienceMs);
      observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
    });

  /** The first task after the frame that is painted next. */
  const afterFrame = (): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => resolve(performance.now()));
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    });

  window.scanProbe = {
    type(label) {
      pending = shown(label).then(async (came) => (came ? (await afterFrame()) - lastKeyAt : null));
      typeCharacters(label);
    },
    painted: () => pending,
    awaitBareKey() {
      const mark = document.querySelector('[data-bench]') ?? document.body.appendChild(document.createElement('output'));
      mark.setAttribute('data-bench', '');
      pending = new Promise((resolve) => {
        answerBareKey = (at) => {
          mark.textContent = String(at);
          void afterFrame().then((paintedAt) => resolve(paintedAt - at));
        };
      });
    },
    async call(label) {
      const startedAt = performance.now();
      await window.station.receiving.scan({ raw: label, source: 'scanner' });
      return performance.now() - startedAt;
    },
    async scanAll(labels) {
      let found = 0;
      for (const label of labels) {
        const came = shown(label);
        typeCharacters(label);
        press('Enter', 'Enter');
        if (await came) found += 1;
      }
      return found;
    },
  };
}
