import type { makeBridgeEnd } from './bridge-end.ts';
import type { makePermissionQuestions } from './permission-questions.ts';

/**
 * The page's own world, before any script of the page: makes the private event target of the bridge and hands it to the
 * isolated world with one event whose name is a secret of the two. Runs inside pages, as source text.
 */
export function startMainWorld(
  secret: string,
  makeEnd: typeof makeBridgeEnd,
  makeQuestions: typeof makePermissionQuestions,
): void {
  const port = new EventTarget();
  const end = makeEnd(port, 'main', 'isolated');

  end.serve('expose', (key: string, api: unknown) => {
    if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
    Object.defineProperty(window, key, { value: deepFreeze(api), enumerable: true, configurable: false, writable: false });
  });
  end.serve('askPermissions', (ask: (permission: string, isCheck: boolean) => Promise<boolean>) => {
    makeQuestions(ask);
  });
  window.dispatchEvent(new FocusEvent(secret, { relatedTarget: port }));

  function deepFreeze(value: unknown): unknown {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value;
    if (Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
    Object.freeze(value);
    for (const key of Reflect.ownKeys(value)) deepFreeze((value as Record<string | symbol, unknown>)[key]);
    return value;
  }
}
