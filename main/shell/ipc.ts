import { randomUUID } from 'node:crypto';
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { z } from 'zod';
import { describeError, isOtapiError } from '../otapi/index.ts';
import { isStationFault, stationCalls, type InvalidArgumentReason, type Result, type StationError } from '../../preload/contract/index.ts';
import type { AdministrationHandlers, StationHandlers, StationLog } from '../station/index.ts';
import { isOurPage, originOf } from './app-address.ts';

/** What of a call's event decides who sent it. */
export type CallEvent = Pick<IpcMainInvokeEvent, 'senderFrame'> & { sender: Pick<WebContents, 'id'> };

export interface CallSurroundings {
  /** True when the contents are of a window that we opened with our preload script, and its page may make this call. */
  mayCall: (webContentsId: number, channel: string) => boolean;
  /** Runs the work of one call; refuses by a fault when the app is closing. */
  admit: <T>(work: () => Promise<T>) => Promise<T>;
  log: StationLog;
}

/** A handler for every call of the contract. */
export type AllHandlers = StationHandlers & { administration: AdministrationHandlers };

/** Takes calls of our own pages and of nobody else: one channel per call of the contract, `<domain>.<call>`. */
export function registerCalls(ipcMain: Pick<IpcMain, 'handle'>, handlers: AllHandlers, surroundings: CallSurroundings): void {
  for (const { channel, schema, handler } of listCalls(handlers)) {
    ipcMain.handle(channel, (event, argument: unknown) => answer(channel, schema, handler, event, argument, surroundings));
  }
}

/** Answers one call. Never rejects; whatever goes wrong becomes an error of the contract. */
async function answer(
  channel: string,
  schema: z.ZodType,
  handler: Handler,
  event: CallEvent,
  argument: unknown,
  { mayCall, admit, log }: CallSurroundings,
): Promise<Result<unknown>> {
  if (!isFromOurPage(event) || !mayCall(event.sender.id, channel)) {
    log.warn({ channel, sender: originOf(event.senderFrame?.url ?? '') }, 'Refused a call that does not come from a page of ours that may make it');
    return refuse(invalidArgument('sender'));
  }
  const parsed = schema.safeParse(argument);
  if (!parsed.success) {
    const places = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    log.warn({ channel, places }, 'Refused a call whose argument does not fit its schema');
    return refuse(invalidArgument('schema', { places }));
  }
  try {
    return { ok: true, value: await admit(async () => handler(parsed.data)) };
  } catch (thrown) {
    return refuse(toStationError(thrown, channel, log));
  }
}

/** True for a top frame while it shows a page of our own scheme. */
function isFromOurPage(event: CallEvent): boolean {
  const frame = event.senderFrame;
  // Null when the frame has gone or moved on since it called.
  return frame !== null && frame.parent === null && isOurPage(frame.url);
}

function toStationError(thrown: unknown, channel: string, log: StationLog): StationError {
  if (isStationFault(thrown)) return thrown.error;
  if (isOtapiError(thrown)) return describeError(thrown);
  const logId = randomUUID().slice(0, 8);
  log.error({ logId, channel, error: thrown }, 'A call failed in a way nobody foresaw');
  return { code: 'unexpected', logId };
}

function invalidArgument(reason: InvalidArgumentReason, details: Record<string, string> = {}): StationError {
  return { code: 'invalid-argument', details: { reason, ...details } };
}

function refuse(error: StationError): Result<never> {
  return { ok: false, error };
}

type Handler = (argument: unknown) => unknown;

/** The contract and its handlers, flat. Handler and schema of one name belong together by their types. */
function listCalls(handlers: AllHandlers): { channel: string; schema: z.ZodType; handler: Handler }[] {
  const handlersByName = handlers as unknown as Record<string, Record<string, Handler>>;
  return Object.entries(stationCalls).flatMap(([domain, calls]) =>
    Object.entries(calls as Record<string, { argument: z.ZodType }>).map(([name, { argument }]) => {
      const handler = handlersByName[domain]?.[name];
      if (handler === undefined) throw new Error(`No handler for ${domain}.${name}`);
      return { channel: `${domain}.${name}`, schema: argument, handler };
    }),
  );
}
