import type { EventEmitter } from 'node:events';
import { app } from '../app/app.ts';
import type { CdpSession, Protocol } from '../cdp/connection.ts';
import { dialog } from '../desktop/dialog.ts';
import { preventable } from '../events/preventable.ts';

/**
 * Answers a dialog of a page: alert and confirm through `dialog.showMessageBox`, as Electron does; prompt by refusing it;
 * a page that wants to stay (beforeunload) by asking the app with will-prevent-unload.
 */
export async function answerPageDialog(
  contents: EventEmitter,
  cdp: CdpSession,
  opening: Protocol.Page.javascriptDialogOpeningPayload,
): Promise<void> {
  if (opening.type === 'beforeunload') {
    const event = preventable();
    contents.emit('will-prevent-unload', event);
    if (!event.defaultPrevented) app.quitRefused();
    cdp.tell('Page.handleJavaScriptDialog', { accept: event.defaultPrevented });
    return;
  }
  cdp.tell('Page.handleJavaScriptDialog', { accept: await isAccepted(opening) });
}

async function isAccepted({ type, message }: Protocol.Page.javascriptDialogOpeningPayload): Promise<boolean> {
  if (type === 'prompt') return false;
  const options =
    type === 'confirm'
      ? { message, buttons: ['OK', 'Cancel'], defaultId: 0, cancelId: 1 }
      : { message, buttons: ['OK'], defaultId: -1, cancelId: 0 };
  const { response } = await dialog.showMessageBox(options);
  return response === 0;
}
