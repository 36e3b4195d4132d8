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
      contents.off('did-finish-load', finished);
      contents.off('did-fail-load', failed);
      contents.off('did-start-navigation', startedNavigation);
      contents.off('did-stop-loading', stopped);
      contents.off('destroyed', destroyed);
      if (failure) reject(loadError(failure, failure.url));
      else resolve();
    };
    const finished = (): void => settle(undefined);
    const failed = (_event: unknown, errno: number, code: string, failedUrl: string, isMainFrame: boolean): void => {
      if (isMainFrame) error ??= { errno, code, url: failedUrl };
      if (isMainFrame) settle(error);
    };
    const startedNavigation = (event: { isMainFrame: boolean; isSameDocument: boolean }): void => {
      if (!event.isMainFrame || event.isSameDocument) return;
      if (started) settle({ errno: -3, code: 'ERR_ABORTED', url });
      started = true;
    };
    const stopped = (): void => settle(error ?? { errno: -2, code: 'ERR_FAILED', url });
    const destroyed = (): void => settle({ errno: -2, code: 'ERR_FAILED', url });
    fail = (failure) => settle({ ...failure, url });

    contents.on('did-finish-load', finished);
    contents.on('did-fail-load', failed);
    contents.on('did-start-navigation', startedNavigation);
    contents.on('did-stop-loading', stopped);
    contents.on('destroyed', destroyed);
  });
  promise.catch(() => undefined);
  return { promise, fail };
}
