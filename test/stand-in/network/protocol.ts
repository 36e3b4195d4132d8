import type * as Electron from 'electron';
import { guardedClass } from '../guard/missing.ts';
import { mapScheme } from './scheme-map.ts';

export type ProtocolHandler = (request: Request) => Response | Promise<Response>;

/** docs/api/protocol, for one session. */
export class Protocol {
  readonly #handlers = new Map<string, ProtocolHandler>();

  handle(scheme: string, handler: ProtocolHandler): void {
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    mapScheme(scheme);
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    if (!this.#handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  /** The handler of a URL as the app knows it. */
  handlerOf(url: string): ProtocolHandler | undefined {
    return this.#handlers.get(/^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? '');
  }
}

let registered = false;

/** `protocol.registerSchemesAsPrivileged`: only before ready, and only once. */
export function registerSchemesAsPrivileged(schemes: Electron.CustomScheme[], isReady: boolean): void {
  if (isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
  if (registered) throw new Error('protocol.registerSchemesAsPrivileged should be called only once');
  registered = true;
  for (const { scheme } of schemes) mapScheme(scheme);
}

guardedClass('protocol', Protocol);
