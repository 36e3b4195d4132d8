import type * as Electron from 'electron';
import { NotInTheStandIn } from '../guard/missing.ts';
import { originOf, toChromium } from '../network/scheme-map.ts';
import { ChromiumPermissions, type PermissionPlace } from './permissions.ts';

export type RequestHandler = (contents: unknown, permission: string, callback: (granted: boolean) => void, details: object) => void;
export type CheckHandler = (contents: unknown, permission: string, origin: string, details: object) => boolean;
export type DisplayMediaHandler = NonNullable<Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0]>;

/** What a frame of a page wants. */
export interface Question {
  contents: unknown;
  permission: string;
  /** Only whether it may, as navigator.permissions.query asks. */
  isCheck: boolean;
  frame: { readonly url: string; readonly parent: unknown };
}

/** Asks the app's handlers about permissions, in one session, and tells Chromium their answers. */
export class PermissionQuestions {
  checkHandler: CheckHandler | null = null;
  displayMediaHandler: DisplayMediaHandler | null = null;
  readonly #chromium: ChromiumPermissions;
  readonly #hasPages: () => boolean;
  #requestHandler: RequestHandler | null = null;

  constructor(place: PermissionPlace, hasPages: () => boolean) {
    this.#chromium = new ChromiumPermissions(place);
    this.#hasPages = hasPages;
  }

  onRequest(handler: RequestHandler | null): void {
    this.#requestHandler = handler;
    if (this.#hasPages()) void this.prepare();
  }

  /** Chromium's answer until the app is asked: granted where it has no handler, as in Electron. */
  async prepare(): Promise<void> {
    await this.#chromium.setAll(this.#requestHandler ? 'denied' : 'granted');
  }

  async decide(question: Question): Promise<boolean> {
    const { permission, isCheck } = question;
    let granted = isCheck ? this.#check(question) : await this.#request(question);
    if (granted && permission === 'display-capture' && !isCheck) granted = await this.#displayMedia(question);
    await this.#chromium.set(permission, granted ? 'granted' : 'denied', toChromium(originOf(question.frame.url)));
    return granted;
  }

  #check({ contents, permission, frame }: Question): boolean {
    return this.checkHandler?.(contents, permission, originOf(frame.url), detailsOf(frame)) ?? true;
  }

  #request({ contents, permission, frame }: Question): Promise<boolean> {
    const handler = this.#requestHandler;
    if (!handler) return Promise.resolve(true);
    return new Promise((resolve) => handler(contents, permission, resolve, detailsOf(frame)));
  }

  /** Without a handler nothing is ever captured; a handler may refuse, and more than that is not in the stand-in. */
  #displayMedia({ frame }: Question): Promise<boolean> {
    const handler = this.displayMediaHandler;
    if (!handler) return Promise.resolve(false);
    const request = { frame: frame as Electron.WebFrameMain, securityOrigin: originOf(frame.url), videoRequested: true, audioRequested: false, userGesture: true };
    return new Promise((resolve) => {
      handler(request, (streams) => {
        resolve(false);
        if (streams?.video || streams?.audio) throw new NotInTheStandIn('setDisplayMediaRequestHandler: callback with a stream');
      });
    });
  }
}

function detailsOf(frame: Question['frame']): object {
  return { isMainFrame: frame.parent === null, requestingUrl: frame.url };
}
