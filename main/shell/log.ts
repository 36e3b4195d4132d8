import { pino, stdSerializers, type DestinationStream } from 'pino';
import { createStream } from 'rotating-file-stream';
import type { StationLog } from '../station/index.ts';
import { createRedactor } from './redaction.ts';

/** The app's log: one JSON object per line. */
export interface OpenLog extends StationLog {
  /** Writes what is left and closes the file. */
  close(): Promise<void>;
}

/**
 * Opens `station.log` in `folder`. It is rotated by size, so that all logs together stay within about 12 MB. Every line
 * is redacted where it is written, whatever its author put into it.
 */
export function openLog(folder: string): OpenLog {
  const file = createStream('station.log', { path: folder, size: '2M', maxFiles: 5, mode: 0o600 });
  // A full disk must not stop receiving: the line is lost, the app goes on.
  file.on('error', () => {});
  file.on('warning', () => {});
  return {
    ...createLog({ write: (line) => void file.write(line) }),
    close: () => new Promise((resolve) => void file.end(() => resolve())),
  };
}

/** A log into any destination. The destination sees redacted lines only. */
export function createLog(destination: DestinationStream): StationLog {
  const redactor = createRedactor();
  const logger = pino(
    { base: null, timestamp: () => `,"time":"${new Date().toISOString()}"`, serializers: { error: describeThrown } },
    { write: (line) => destination.write(redactor.redact(line)) },
  );
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    registerSecret: (secret) => redactor.register(secret),
  };
}

/** Errors with name, message, stack and causes; anything else as it is. */
function describeThrown(thrown: unknown): unknown {
  return thrown instanceof Error ? stdSerializers.errWithCause(thrown) : thrown;
}
