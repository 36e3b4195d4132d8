import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Result } from './contract/call.ts';
import { callNames, type StationBridge } from './contract/channels.ts';
import type { StationEvent } from './contract/events.ts';

/** All events of main arrive on one channel as `[name, value]`. */
const eventChannel = 'station.event';

const listeners = new Map<string, Set<(value: unknown) => void>>();

ipcRenderer.on(eventChannel, (_event: IpcRendererEvent, name: StationEvent, value: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(value);
});

function on(name: StationEvent, listener: (value: unknown) => void): () => void {
  const known = listeners.get(name) ?? new Set();
  listeners.set(name, known);
  known.add(listener);
  return () => {
    known.delete(listener);
  };
}

/** Calls main. Its handlers answer with errors instead of rejecting; this holds also when there is none, at the very end. */
async function call(channel: string, argument: unknown): Promise<unknown> {
  try {
    return await ipcRenderer.invoke(channel, argument);
  } catch {
    return { ok: false, error: { code: 'unexpected' } } satisfies Result<unknown>;
  }
}

const domains = Object.entries(callNames).map(([domain, names]) => [
  domain,
  Object.fromEntries(
    names.map((name) => [name, (argument: unknown): Promise<unknown> => call(`${domain}.${name}`, argument)]),
  ),
]);

contextBridge.exposeInMainWorld('station', { ...Object.fromEntries(domains), on } as StationBridge);
