import type { StatusNames } from '../../orders/index.ts';
import { isOtapiError, type OtapiClient } from '../../otapi/index.ts';

/** Keeps the names of statuses in the station's language. */
export interface StatusNameReader {
  /** Reads them when those at hand are in another language, or are none; does nothing while OT Platform is out of reach. */
  look(): void;
  stop(): Promise<void>;
}

export interface StatusNameReaderParts {
  client: Pick<OtapiClient, 'lists'>;
  statusNames: StatusNames;
  /** The setting, read each time. */
  language: () => string;
  isOnline: () => boolean;
  /** There are other names; `isTranslated`: those before were in another language. */
  onNames: (isTranslated: boolean) => void;
  /** Hears of errors that are neither the network's nor OT Platform's. */
  onUnexpected: (error: unknown) => void;
}

export function createStatusNameReader(parts: StatusNameReaderParts): StatusNameReader {
  const { client, statusNames, language, isOnline, onNames, onUnexpected } = parts;
  const stopping = new AbortController();
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    const { signal } = stopping;
    const asked = language();
    const before = statusNames.language();
    const [orders, lines] = await Promise.all([client.lists.orderStatuses({ signal }), client.lists.lineStatuses({ signal })]);
    if (signal.aborted) return;
    statusNames.keep({ language: asked, orders, lines });
    onNames(before !== null);
  }

  async function readOnce(): Promise<boolean> {
    try {
      await read();
      return true;
    } catch (error) {
      // Without them statuses have the names with which they were read; the next look tries again.
      if (!isOtapiError(error)) onUnexpected(error);
      return false;
    }
  }

  async function readUntilCurrent(): Promise<void> {
    let isRead = true;
    // The language may have been changed again while the names were on their way.
    while (isRead && !stopping.signal.aborted && statusNames.language() !== language()) isRead = await readOnce();
  }

  return {
    look() {
      if (stopping.signal.aborted || !isOnline() || statusNames.language() === language()) return;
      reading ??= readUntilCurrent().finally(() => {
        reading = null;
      });
    },
    async stop() {
      stopping.abort();
      await reading;
    },
  };
}
