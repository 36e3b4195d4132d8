import type { StructuredClone, makeStructuredClone } from '../clone/structured-clone.ts';
import type { makeBridgeEnd } from './bridge-end.ts';
import type { PreloadTools } from './preload-environment.ts';

/** What a page's isolated world tells the main process. Values are encoded by the structured clone codec. */
export type FromPage =
  | { kind: 'send'; channel: string; args: unknown }
  | { kind: 'invoke'; channel: string; args: unknown; id: number }
  | { kind: 'permission'; permission: string; isCheck: boolean; id: number }
  | { kind: 'title'; title: string }
  | { kind: 'preload-error'; message: string; stack: string | undefined };

/** What the main process tells the isolated world. */
export type ToPage =
  | { kind: 'event'; channel: string; args: unknown }
  | { kind: 'reply'; id: number; value: unknown }
  | { kind: 'failure'; id: number; message: string };

/**
 * The isolated world, before the preload script: takes the way to the main process, waits for the main world's event
 * target, and leaves what the preload script and the main process need under symbols that only this world has.
 * Runs inside pages, as source text.
 */
export function startIsolatedWorld(
  secret: string,
  binding: string,
  makeEnd: typeof makeBridgeEnd,
  makeCodec: typeof makeStructuredClone,
): void {
  const world = globalThis as unknown as Record<string | symbol, unknown>;
  const post = world[binding] as (text: string) => void;
  delete world[binding];
  const codec: StructuredClone = makeCodec();
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  let lastId = 0;

  const tools: PreloadTools = {
    codec,
    bridge: undefined,
    tell: (message) => post(JSON.stringify(message)),
    ask: (message) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        tools.tell({ ...message, id: lastId });
        waiting.set(lastId, { resolve, reject });
      }),
    onEvent: () => undefined,
  };
  world[Symbol.for('stand-in.tools')] = tools;
  world[Symbol.for('stand-in.receive')] = receive;

  function receive(message: ToPage): void {
    if (message.kind === 'event') {
      tools.onEvent(message.channel, codec.decode(message.args) as unknown[]);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'reply') call?.resolve(codec.decode(message.value));
    else call?.reject(new Error(message.message));
  }

  const takePort = (event: Event): void => {
    event.stopImmediatePropagation();
    const port = (event as FocusEvent).relatedTarget;
    if (!port) return;
    tools.bridge = makeEnd(port, 'isolated', 'main');
    tools.bridge.ask('askPermissions', (permission: string, isCheck: boolean) =>
      tools.ask({ kind: 'permission', permission, isCheck }),
    );
  };
  window.addEventListener(secret, takePort, { once: true, capture: true });
  if (window.top === window) document.addEventListener('DOMContentLoaded', followTitle, { once: true });

  /** Chromium's protocol tells of a title only when a page is loaded. */
  function followTitle(): void {
    let last = '';
    const report = (): void => {
      if (document.title === last || document.title === '') return;
      last = document.title;
      tools.tell({ kind: 'title', title: last });
    };
    report();
    if (document.head) new MutationObserver(report).observe(document.head, { subtree: true, childList: true, characterData: true });
  }
}
