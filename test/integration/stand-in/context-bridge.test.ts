import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '@playwright/test';
import { launch, type LaunchedApp } from './launch.ts';
import { servePages, type Pages } from './pages.ts';

/** What the fixture's preload script exposes, as a page sees it. */
declare const window: {
  bridge: Record<string, (...args: unknown[]) => unknown> & { answer: number; list: [number, { two: number }]; nested: { deeper: { hello(name: string): string } } };
  preload: Record<string, () => unknown>;
  [name: string]: unknown;
};

let launched: LaunchedApp;
let pages: Pages;
let page: Page;

beforeAll(async () => {
  pages = await servePages({ '/': '<title>page</title><script>window.madeByThePage = 1</script>' });
  launched = await launch();
  page = await launched.open(`${pages.url}/`);
});

afterAll(async () => {
  await launched.close();
  await pages.close();
});

describe('docs/tutorial/context-isolation', () => {
  test('the page and the preload script have separate globals', async () => {
    expect(await page.evaluate(() => [typeof window['onlyInTheIsolatedWorld'], window.preload['seesPageVariable']?.()])).toEqual([
      'undefined',
      'undefined',
    ]);
  });

  test('a page reaches neither ipcRenderer, nor require, nor process, nor the way to the main process', async () => {
    const found = await page.evaluate(() =>
      ['ipcRenderer', 'require', 'process', 'module', 'electron', 'standInPost', 'Buffer', 'global'].filter((name) => name in window),
    );
    expect(found).toEqual([]);
  });

  test('a page finds no trace of the bridge among its globals and symbols', async () => {
    const traces = await page.evaluate(() =>
      Reflect.ownKeys(globalThis)
        .map(String)
        .filter((key) => /stand.?in|electron|isolated.?world/i.test(key)),
    );
    expect(traces).toEqual([]);
  });

  test('replacing what the bridge is built on does not open it to the page', async () => {
    const caught = await page.evaluate(() => {
      const seen: unknown[] = [];
      // oxlint-disable-next-line typescript/unbound-method -- it is called with its event target
      const original = EventTarget.prototype.dispatchEvent;
      EventTarget.prototype.dispatchEvent = function spy(event) {
        seen.push(event);
        return original.call(this, event);
      };
      try {
        window.bridge.echo?.('quiet');
      } finally {
        EventTarget.prototype.dispatchEvent = original;
      }
      return seen.length;
    });
    expect(caught).toBe(0);
  });
});

describe('docs/tutorial/sandbox', () => {
  test('a preload script has a reduced process and cannot require Node modules', async () => {
    const facts = await page.evaluate(() => [
      window.preload['processType'],
      window.preload['isSandboxed'],
      window.preload['isIsolated'],
      window.preload['canRequireFs']?.(),
    ]);
    expect(facts).toEqual(['renderer', true, true, false]);
  });
});

describe('docs/api/context-bridge', () => {
  test('exposeInMainWorld makes the API a property of window that cannot be replaced', async () => {
    const outcome = await page.evaluate(() => {
      const descriptor = Object.getOwnPropertyDescriptor(window, 'bridge');
      return [descriptor?.writable, descriptor?.configurable, descriptor?.enumerable];
    });
    expect(outcome).toEqual([false, false, true]);
  });

  test('exposing a name that is taken throws', async () => {
    const message = await page.evaluate(() => {
      try {
        window.preload['exposeTwice']?.();
        return 'exposed';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toBe('Cannot bind an API on top of an existing property on the window object');
  });

  test('what is exposed is frozen, at every depth', async () => {
    const frozen = await page.evaluate(() => [
      Object.isFrozen(window.bridge),
      Object.isFrozen(window.bridge.list),
      Object.isFrozen(window.bridge.list[1]),
      Object.isFrozen(window.bridge.nested.deeper),
    ]);
    expect(frozen).toEqual([true, true, true, true]);
  });

  test('nested functions are proxied and answer in the same turn', async () => {
    expect(await page.evaluate(() => window.bridge.nested.deeper.hello('station'))).toBe('hello station');
  });

  test('a symbol is dropped', async () => {
    expect(await page.evaluate(() => 'symbol' in window.bridge)).toBe(false);
  });

  test.each([
    ['string', '"text"', 'String'],
    ['number', '1.5', 'Number'],
    ['boolean', 'true', 'Boolean'],
    ['bigint', '10n', 'BigInt'],
    ['null', 'null', 'null'],
    ['Object', '({ a: { b: 1 } })', 'Object'],
    ['Array', '[1, [2]]', 'Array'],
    ['Date', 'new Date(86400000)', 'Date'],
    ['Map', 'new Map([[1, { a: 2 }]])', 'Map'],
    ['Set', 'new Set([1, 2])', 'Set'],
    ['RegExp', '/waybill/gi', 'RegExp'],
    ['typed array', 'new Uint16Array([1, 65535])', 'Uint16Array'],
    ['ArrayBuffer', 'new Uint8Array([1, 2]).buffer', 'ArrayBuffer'],
    ['Blob', 'new Blob(["x"])', 'Blob'],
    ['Error', 'new Error("broken")', 'Error'],
    ['Promise', 'Promise.resolve(1)', 'Promise'],
    ['Function', '(() => 1)', 'Function'],
  ])('a %s crosses as a parameter and as a return value', async (_type, expression, constructor) => {
    const [there, back] = await page.evaluate(
      `[window.bridge.kindOf(${expression}), ((value) => value === null ? 'null' : value.constructor.name)(window.bridge.echo(${expression}))]`,
    ) as [string, string];
    expect([there, back]).toEqual([constructor, constructor]);
  });

  test('what crosses belongs to the world it arrives in', async () => {
    const own = await page.evaluate(() => [
      (window.bridge.echo?.({ a: 1 }) as object) instanceof Object,
      Object.getPrototypeOf(window.bridge.echo?.([1])) === Array.prototype,
      (window.bridge.echo?.(new Map()) as object) instanceof Map,
      (window.bridge.promise?.(1) as object) instanceof Promise,
    ]);
    expect(own).toEqual([true, true, true, true]);
  });

  test('an object is copied: a change on one side is not seen on the other', async () => {
    const outcome = await page.evaluate(() => {
      const sent = { count: 1 };
      const returned = window.bridge.echo?.(sent) as { count: number };
      returned.count = 2;
      return sent.count;
    });
    expect(outcome).toBe(1);
  });

  test('of a class instance only the values cross', async () => {
    const outcome = await page.evaluate(() => {
      const made = window.bridge['made']?.() as { weight: number; tare?: unknown };
      return [made.weight, typeof made.tare, made.constructor === Object];
    });
    expect(outcome).toEqual([3, 'undefined', true]);
  });

  test('a function of the page can be called by the preload script', async () => {
    expect(await page.evaluate(() => window.bridge['callBack']?.((a: number, b: number) => a + b, 2, 3))).toBe(5);
  });

  test('an error that is thrown keeps its message and loses its own fields', async () => {
    const outcome = await page.evaluate(() => {
      try {
        return window.bridge['thrown']?.('out of range');
      } catch (error) {
        return [(error as Error).message, error instanceof Error, 'extra' in (error as object)];
      }
    });
    expect(outcome).toEqual(['out of range', true, false]);
  });

  test('a rejected promise is rejected on the other side, with the message', async () => {
    const outcome = await page.evaluate(() =>
      Promise.resolve(window.bridge['rejection']?.('later')).catch((error: unknown) => [(error as Error).message, 'extra' in (error as object)]),
    );
    expect(outcome).toEqual(['later', false]);
  });

  test('a promise of the page can be awaited by the preload script', async () => {
    expect(await page.evaluate(() => window.bridge['awaitPromise']?.(Promise.resolve('it')))).toBe('got it');
  });
});
