import type { CdpSession } from '../cdp/connection.ts';
import type { NavigationTracker } from '../navigation/tracker.ts';
import type { Session } from '../session/session.ts';
import type { RequestReports } from './request-reports.ts';

/** Whose requests they are: a page's, or only a session's when no page of the app sends them (shared and service workers). */
export interface RequestOwner {
  session: Session;
  reports: RequestReports;
  page: OwnerPage | undefined;
  /** The conversation with it. */
  cdp: CdpSession;
}

export interface OwnerPage {
  /** Id of the webContents. */
  id: number;
  contents: { getFrame(frameId: string): unknown };
  navigation: NavigationTracker;
  /** Chromium's id of the top frame. */
  mainFrameId: string;
}

/** The part of webRequest details that names the sender; without a page of the app there is none, as in Electron. */
export function senderDetails(page: OwnerPage | undefined, frameId: string | undefined): object {
  if (!page) return { frame: null };
  return { webContentsId: page.id, webContents: page.contents, frame: page.contents.getFrame(frameId ?? '') ?? null };
}

/** What is known of the sender of a request; `refused` is a page that the app did not want. */
export type Sender = RequestOwner | 'refused';

/**
 * Knows by Chromium's id who sends from a frame or a worker. A request of one that is not known yet waits: what a new
 * window is, and whether the app wants it, is found out later than its first request comes.
 */
export class RequestOwners {
  readonly #known = new Map<string, Sender>();
  readonly #waiting = new Map<string, ((sender: Sender) => void)[]>();

  /** Says who sends from this frame or worker. It stays known: a page may send when it is gone already. */
  set(id: string, sender: Sender): void {
    this.#known.set(id, sender);
    for (const resolve of this.#waiting.get(id) ?? []) resolve(sender);
    this.#waiting.delete(id);
  }

  of(id: string): Sender | Promise<Sender> {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    return new Promise((resolve) => {
      this.#waiting.set(id, [...(this.#waiting.get(id) ?? []), resolve]);
    });
  }
}
