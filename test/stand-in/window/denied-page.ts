import { browser } from '../chromium/browser.ts';
import type { WaitingPage } from './targets.ts';

/** How long a denied page may take to ask for its address before it is closed all the same, in milliseconds. */
const patience = 2000;

/**
 * Closes a page that the app does not want, before a request of it leaves the machine. Closing alone has been seen to let
 * its first request out. So that request is let come, refused, and only then the page is closed. What remains stands in
 * the README.
 */
export async function closeUnseen({ cdp, targetId }: WaitingPage, url: string): Promise<void> {
  const refused = new Promise<void>((resolve) => {
    cdp.on('Fetch.requestPaused', ({ requestId }) => {
      cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).then(
        () => resolve(),
        () => resolve(),
      );
    });
  });
  const closed = await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] }).then(
    () => false,
    () => true,
  );
  if (closed) return;
  cdp.tell('Runtime.runIfWaitingForDebugger');
  if (/^https?:/i.test(url)) await Promise.race([refused, new Promise((resolve) => setTimeout(resolve, patience))]);
  (await browser.session()).tell('Target.closeTarget', { targetId });
}
