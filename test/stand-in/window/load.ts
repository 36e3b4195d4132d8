import type { EventEmitter } from 'node:events';
import { loadError, type NetError } from '../navigation/error-codes.ts';

/**
 * The promise of loadURL: fulfilled when the page has finished loading, rejected when it fails, when another navigation
 * takes its place, when loading stops without either, or when the contents go away. As Electron's own JavaScript does it.
 */
export function waitForLoad(contents: EventEmitter, url: string): { promise: Promise<void>; fail(error: NetError): void } {
  let fail!: (error: NetError) => void;
  const promise = new Promise<void>((resolve, reject) => {
    let error: (NetError & { url: string }) | undefined;
    let started = false;

    const settle = (failure: (NetError & { url: string }) | undefined): void => {
      for (const [event, listener] of Object.entries(listeners)) contents.off(event, listener);
      if (failure) reject(loadError(failure, failure.url));
      else resolve();
    };
    const ended = (): void => settle(error ?? { errno: -2, code: 'ERR_FAILED', url });
    const listeners = {
      'did-finish-load': () => settle(undefined),
      'did-fail-load': (_event: unknown, errno: number, code: string, failedUrl: string, isMainFrame: boolean) => {
        if (isMainFrame) error ??= { errno, code, url: failedUrl };
        if (isMainFrame && !started) settle(error);
      },
      'did-start-navigation': ({ isMainFrame, isSameDocument }: { isMainFrame: boolean; isSameDocument: boolean }) => {
        if (!isMainFrame) return;
        if (started && !isSameDocument) settle({ errno: -3, code: 'ERR_ABORTED', url });
        started = true;
      },
      'did-navigate-in-page': () => settle(undefined),
      // One that comes before our start belongs to the page before.
      'did-stop-loading': () => {
        if (started) ended();
      },
      destroyed: ended,
    };
    fail = (failure) => settle({ ...failure, url });
    for (const [event, listener] of Object.entries(listeners)) contents.on(event, listener);
  });
  promise.catch(() => undefined);
  return { promise, fail };
}
