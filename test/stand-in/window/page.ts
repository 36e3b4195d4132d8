import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { CdpSession, Protocol } from '../cdp/connection.ts';
import type { FromPage, ToPage } from '../world/isolated-world.ts';
import { bindingName, bridgeScripts, deliveryExpression, isolatedWorldName, preloadScript } from '../world/scripts.ts';
import type { WaitingPage } from './targets.ts';

export interface PageOptions {
  preload: string | undefined;
  processFacts: object;
  userAgent: string;
  acceptLanguages: string | undefined;
}

/** Chromium's side of a webContents: its conversation, its worlds, its scripts. */
export class Page {
  readonly cdp: CdpSession;
  readonly targetId: string;
  /** Called for each message of the isolated world, with the frame that sent it. */
  onMessage: ((message: FromPage, frameId: string) => void) | undefined;
  onConsole: ((params: Protocol.Runtime.consoleAPICalledPayload) => void) | undefined;
  readonly #isolated = new Map<number, string>();
  readonly #main = new Map<string, number>();

  constructor(waiting: WaitingPage) {
    this.cdp = waiting.cdp;
    this.targetId = waiting.targetId;
    const { cdp } = this;
    cdp.on('Runtime.executionContextCreated', ({ context }) => this.#contextCreated(context));
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => this.#isolated.delete(executionContextId));
    cdp.on('Runtime.executionContextsCleared', () => {
      this.#isolated.clear();
      this.#main.clear();
    });
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      const frameId = this.#isolated.get(executionContextId);
      if (name === bindingName && frameId !== undefined) this.onMessage?.(JSON.parse(payload) as FromPage, frameId);
    });
    cdp.on('Runtime.consoleAPICalled', (params) => this.onConsole?.(params));
  }

  /** Puts everything in place that must stand before the first script of the first document. */
  async prepare(options: PageOptions): Promise<void> {
    const scripts = bridgeScripts();
    if (options.preload !== undefined) {
      const source = fs.readFileSync(options.preload, 'utf8');
      scripts.push(preloadScript(source, pathToFileURL(options.preload).href, options.processFacts));
    }
    await Promise.all([
      this.cdp.send('Page.enable'),
      this.cdp.send('Network.enable', {}),
      this.cdp.send('Runtime.addBinding', { name: bindingName, executionContextName: isolatedWorldName }),
      ...scripts.map((script) => this.cdp.send('Page.addScriptToEvaluateOnNewDocument', { ...script, runImmediately: true })),
      this.cdp.send('Runtime.enable'),
      this.setUserAgent(options.userAgent, options.acceptLanguages),
    ]);
  }

  /** Lets a page go that Chromium held at its start. */
  run(): void {
    this.cdp.tell('Runtime.runIfWaitingForDebugger');
  }

  async setUserAgent(userAgent: string, acceptLanguage: string | undefined): Promise<void> {
    await this.cdp.send('Network.setUserAgentOverride', {
      userAgent,
      ...(acceptLanguage === undefined ? {} : { acceptLanguage }),
    });
  }

  /** Sends to the preload script of the top frame. */
  deliver(message: ToPage, frameId: string): void {
    for (const [contextId, frame] of this.#isolated) {
      if (frame === frameId) this.cdp.tell('Runtime.evaluate', { contextId, expression: deliveryExpression(message) });
    }
  }

  /** Runs code in a frame's own world, and waits for its promise. */
  async evaluate(code: string, frameId: string, userGesture: boolean): Promise<unknown> {
    const contextId = this.#main.get(frameId);
    const { result, exceptionDetails } = await this.cdp.send('Runtime.evaluate', {
      expression: code,
      ...(contextId === undefined ? {} : { contextId }),
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (exceptionDetails) throw new Error(thrownMessage(exceptionDetails));
    return result.value;
  }

  #contextCreated({ id, name, auxData }: Protocol.Runtime.ExecutionContextDescription): void {
    const { frameId, isDefault } = auxData as unknown as { frameId: string; isDefault: boolean };
    if (isDefault) this.#main.set(frameId, id);
    else if (name === isolatedWorldName) this.#isolated.set(id, frameId);
  }
}

function thrownMessage(details: Protocol.Runtime.ExceptionDetails): string {
  const { exception, text } = details;
  const first = exception?.description?.split('\n    at ')[0] ?? String(exception?.value ?? text);
  return first.replace(/^Error: /, '');
}
