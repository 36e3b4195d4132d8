import type { Protocol } from '../cdp/connection.ts';
import type { NavigationTracker } from '../navigation/tracker.ts';
import { requestGate } from '../network/request-gate.ts';
import type { RequestOwner } from '../network/request-owners.ts';
import { RequestReports } from '../network/request-reports.ts';
import type { Session } from '../session/session.ts';
import type { Page } from './page.ts';
import type { FrameTree } from './web-frame-main.ts';

/** The contents whose page it is. */
interface Contents {
  readonly id: number;
  readonly session: Session;
  readonly navigation: NavigationTracker;
  getFrame(frameId: string): unknown;
}

/**
 * Makes the requests of a page those of its contents, and reports what becomes of them. They wait at the gate until the
 * returned function is called: when all is said to Chromium that must stand before the first document. It cannot be waited
 * for, since a page whose navigation has begun answers only when that has ended.
 */
export function followRequests(page: Page, contents: Contents, frames: FrameTree): () => void {
  const { id, session, navigation } = contents;
  const sender = { id, contents, navigation, mainFrameId: page.targetId };
  const reports = new RequestReports({ session, page: sender });
  reports.follow(page.cdp);
  const owner: RequestOwner = { session, reports, page: sender, cdp: page.cdp };

  return () => {
    requestGate.own(page.targetId, owner);
    page.cdp.on('Page.frameAttached', ({ frameId }) => requestGate.own(frameId, owner));
    const own = ({ frame, childFrames }: Protocol.Page.FrameTree): void => {
      frames.add(frame.id, frame.parentId);
      requestGate.own(frame.id, owner);
      for (const child of childFrames ?? []) own(child);
    };
    page.cdp.send('Page.getFrameTree').then(
      ({ frameTree }) => own(frameTree),
      () => undefined,
    );
  };
}
