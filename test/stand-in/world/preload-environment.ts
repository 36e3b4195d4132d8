import type { StructuredClone } from '../clone/structured-clone.ts';
import type { BridgeEnd } from './bridge-end.ts';
import type { FromPage } from './isolated-world.ts';

type WithoutId<Message> = Message extends { id: number } ? Omit<Message, 'id'> : never;

/** What the isolated world offers to the preload script's `electron` module. */
export interface PreloadTools {
  codec: StructuredClone;
  bridge: BridgeEnd | undefined;
  tell(message: FromPage): void;
  ask(message: WithoutId<FromPage>): Promise<unknown>;
  /** Called for each message of `webContents.send`. */
  onEvent(channel: string, args: unknown[]): void;
}

/** What a sandboxed preload script finds around it: docs/tutorial/sandbox. */
export interface PreloadEnvironment {
  readonly require: (name: string) => unknown;
  process: object;
}

/** Makes `require`, `process` and the renderer's `electron` for one document. Runs inside pages, as source text. */
export function makePreloadEnvironment(processFacts: object): PreloadEnvironment {
  type Listener = (...args: unknown[]) => void;
  const world = globalThis as unknown as Record<symbol, unknown>;
  const tools = world[Symbol.for('stand-in.tools')] as PreloadTools;

  class EventEmitter {
    readonly #listeners = new Map<string, { listener: Listener; once: boolean }[]>();

    on(event: string, listener: Listener): this {
      return this.#add(event, listener, false);
    }
    addListener(event: string, listener: Listener): this {
      return this.#add(event, listener, false);
    }
    once(event: string, listener: Listener): this {
      return this.#add(event, listener, true);
    }
    off(event: string, listener: Listener): this {
      return this.removeListener(event, listener);
    }
    removeListener(event: string, listener: Listener): this {
      const entries = [...(this.#listeners.get(event) ?? [])];
      const index = entries.findLastIndex((entry) => entry.listener === listener);
      if (index >= 0) entries.splice(index, 1);
      this.#listeners.set(event, entries);
      return this;
    }
    removeAllListeners(event?: string): this {
      if (event === undefined) this.#listeners.clear();
      else this.#listeners.delete(event);
      return this;
    }
    listenerCount(event: string): number {
      return this.#listeners.get(event)?.length ?? 0;
    }
    listeners(event: string): Listener[] {
      return (this.#listeners.get(event) ?? []).map((entry) => entry.listener);
    }
    setMaxListeners(): this {
      return this;
    }
    emit(event: string, ...args: unknown[]): boolean {
      const entries = this.#listeners.get(event) ?? [];
      for (const { listener, once } of entries) {
        if (once) this.removeListener(event, listener);
        listener.apply(this, args);
      }
      return entries.length > 0;
    }
    #add(event: string, listener: Listener, once: boolean): this {
      if (typeof listener !== 'function') throw new TypeError('The "listener" argument must be of type function.');
      this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), { listener, once }]);
      return this;
    }
  }

  class IpcRenderer extends EventEmitter {
    send(channel: string, ...args: unknown[]): void {
      tools.tell({ kind: 'send', channel, args: tools.codec.encode(args) });
    }
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      return await tools.ask({ kind: 'invoke', channel, args: tools.codec.encode(args) });
    }
    sendSync(): never {
      return missing('ipcRenderer.sendSync');
    }
    postMessage(): never {
      return missing('ipcRenderer.postMessage');
    }
    sendToHost(): never {
      return missing('ipcRenderer.sendToHost');
    }
  }

  function missing(name: string): never {
    throw new Error(`not in the stand-in: ${name}`);
  }

  const ipcRenderer = new IpcRenderer();
  tools.onEvent = (channel, args) => {
    ipcRenderer.emit(channel, { sender: ipcRenderer, ports: [] }, ...args);
  };

  const electron = {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld(key: string, api: unknown): void {
        if (!tools.bridge) throw new Error('The context bridge was not set up before the preload script.');
        tools.bridge.ask('expose', key, api);
      },
      exposeInIsolatedWorld: (): never => missing('contextBridge.exposeInIsolatedWorld'),
      executeInMainWorld: (): never => missing('contextBridge.executeInMainWorld'),
    },
    webFrame: new Proxy({}, { get: (_object, key) => missing(`webFrame.${String(key)}`) }),
    webUtils: { getPathForFile: (): never => missing('webUtils.getPathForFile') },
    crashReporter: new Proxy({}, { get: (_object, key) => missing(`crashReporter.${String(key)}`) }),
    nativeImage: new Proxy({}, { get: (_object, key) => missing(`nativeImage.${String(key)}`) }),
  };
  const modules: Record<string, unknown> = {
    electron,
    'electron/renderer': electron,
    'electron/common': electron,
    events: Object.assign(EventEmitter, { EventEmitter }),
    timers: { setTimeout, setInterval, clearTimeout, clearInterval },
    url: { URL, URLSearchParams },
  };

  return {
    process: processFacts,
    require(name) {
      const found = modules[name.replace(/^node:/, '')];
      if (found === undefined) throw new Error(`module not found: ${name}`);
      return found;
    },
  };
}

/** Runs the preload script as the CommonJS module it is. Runs inside pages, as source text. */
export function runPreload(
  environment: PreloadEnvironment,
  preload: (exports: object, require: unknown, module: object, process: object, global: object) => void,
): void {
  const world = globalThis as unknown as Record<symbol, unknown>;
  const tools = world[Symbol.for('stand-in.tools')] as PreloadTools;
  const module = { exports: {} };
  try {
    preload.call(globalThis, module.exports, environment.require, module, environment.process, globalThis);
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    tools.tell({ kind: 'preload-error', message, stack });
    // oxlint-disable-next-line no-console -- Electron writes it to the page's console as well
    console.error(`Unable to load preload script\n${stack ?? message}`);
  }
}
