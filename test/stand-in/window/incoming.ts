import type * as Electron from 'electron';
import { structured } from '../clone/structured-clone.ts';
import { preventable } from '../events/preventable.ts';
import { ipcMain, type IpcMain } from '../ipc/ipc-main.ts';
import type { Session } from '../session/session.ts';
import type { FromPage, ToPage } from '../world/isolated-world.ts';
import type { WebFrameMain } from './web-frame-main.ts';

/** The contents that a message came from. */
export interface Sender {
  readonly ipc: IpcMain;
  readonly session: Session;
  emit(name: string, ...args: unknown[]): boolean;
  send(channel: string, ...args: unknown[]): void;
  titleChanged(title: string): void;
}

/** Answers one message of a page's isolated world. */
export async function receiveFromPage(
  sender: Sender,
  message: FromPage,
  frame: WebFrameMain,
  reply: (message: ToPage) => void,
): Promise<void> {
  switch (message.kind) {
    case 'send': {
      const event = ipcEvent(sender, frame);
      const args = structured.decode(message.args) as unknown[];
      sender.emit('ipc-message', event, message.channel, ...args);
      sender.ipc.emit(message.channel, event, ...args);
      ipcMain.emit(message.channel, event, ...args);
      return;
    }
    case 'invoke':
      reply(await invoke(sender, message, frame));
      return;
    case 'permission': {
      const { permission, isCheck } = message;
      const granted = await sender.session.decide({ contents: sender, permission, isCheck, frame });
      reply({ kind: 'reply', id: message.id, value: structured.encode(granted) });
      return;
    }
    case 'title':
      sender.titleChanged(message.title);
      return;
    case 'preload-error': {
      const error = Object.assign(new Error(message.message), message.stack === undefined ? {} : { stack: message.stack });
      sender.emit('preload-error', preventable(), '', error);
      process.stderr.write(`Unable to load preload script\n${message.stack ?? message.message}\n`);
    }
  }
}

async function invoke(sender: Sender, message: FromPage & { kind: 'invoke' }, frame: WebFrameMain): Promise<ToPage> {
  const { channel, id } = message;
  try {
    const handler = sender.ipc.handlerOf(channel) ?? ipcMain.handlerOf(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const event = ipcEvent(sender, frame) as unknown as Electron.IpcMainInvokeEvent;
    const value = await handler(event, ...(structured.decode(message.args) as unknown[]));
    return { kind: 'reply', id, value: structured.encode(value) };
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('No handler registered'))) {
      process.stderr.write(`Error occurred in handler for '${channel}': ${error instanceof Error ? error.stack : String(error)}\n`);
    }
    return { kind: 'failure', id, message: `Error invoking remote method '${channel}': ${String(error)}` };
  }
}

function ipcEvent(sender: Sender, frame: WebFrameMain): object {
  return {
    ...preventable({ type: 'frame', sender, senderFrame: frame, frameId: frame.routingId, processId: frame.processId, ports: [] }),
    reply: (channel: string, ...args: unknown[]) => sender.send(channel, ...args),
  };
}
