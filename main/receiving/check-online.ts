import type { CacheChange, CachedLine } from '../orders/index.ts';
import { lineStatusGroup } from '../orders/index.ts';
import { isOtapiError, type OtapiClient } from '../otapi/index.ts';
import type { ReadText, Reading } from './read-text.ts';
import type { Parcels } from './parcels.ts';
import type { ReceivingParts } from './parts.ts';
import type { ReceiptBook } from './receipt-book.ts';
import { receiptInLog } from './read-process-log.ts';

/** Asks OT Platform about a parcel after the cache has answered. */
export interface OnlineCheck {
  /** Never rejects. @returns false when OT Platform could not be asked. */
  check(text: string): Promise<boolean>;
}

export interface OnlineCheckParts extends Pick<ReceivingParts, 'lineCache' | 'client' | 'now' | 'onUnexpected'> {
  readText: ReadText;
  parcels: Parcels;
  receipts: ReceiptBook;
  onCacheChange: (change: CacheChange) => void;
}

const firstPage = { position: 0, size: 100 };
/** A parcel is of interest while it lies on the desk. */
const patienceMs = 15_000;
/** Readings beyond the first few are parts of a long QR text. */
const mostWaybillsAsked = 12;
const longestWaybillAsked = 64;
const mostOrdersRead = 5;
const mostLogsRead = 5;

export function createOnlineCheck(parts: OnlineCheckParts): OnlineCheck {
  const { lineCache, now, readText, parcels, receipts, onCacheChange } = parts;

  /** The answer of the search tells of the lines that have the waybill now, not of one that has lost it. */
  async function searchLines(client: OtapiClient, reading: Reading, text: string): Promise<void> {
    const readAt = now();
    const waybills = waybillsToAsk(reading, text);
    const page = await client.lines.search({ waybills }, firstPage, { timeoutMs: patienceMs });
    onCacheChange(lineCache.store(page.items, readAt));
  }

  /** Reads the orders whose customer is not known yet, and those of cached lines that the search did not give. */
  async function readOrders(client: OtapiClient, before: Reading, text: string): Promise<void> {
    const lines = lineCache.find([...before.lines, ...readText(text).lines].map((line) => line.id));
    const readBefore = new Map(before.lines.map((line) => [line.id, line.readAt]));
    const unseen = lines.filter((line) => line.order === null || line.readAt === readBefore.get(line.id));
    const orderIds = [...new Set(unseen.map((line) => line.orderId))].slice(0, mostOrdersRead);
    await Promise.all(
      orderIds.map(async (orderId) => {
        const readAt = now();
        const details = await client.orders.details(orderId, { timeoutMs: patienceMs });
        onCacheChange(lineCache.storeDetails(details, readAt));
      }),
    );
  }

  /** Lines received elsewhere: OT Platform's log knows by whom. Not asked when this station has received the parcel. */
  async function readLogs(client: OtapiClient, text: string): Promise<void> {
    const { waybill, lines } = readText(text);
    const isReceivedHere = receipts.earlier(waybill, lines.map((line) => line.id)).some((receipt) => !receipt.undone);
    if (isReceivedHere) return;
    const unexplained = lines.filter(
      (line) => lineStatusGroup(line.status.id) === 'received' && !parcels.isKnownElsewhere(line.id),
    );
    await Promise.all(unexplained.slice(0, mostLogsRead).map((line) => readLog(client, line)));
  }

  async function readLog(client: OtapiClient, line: CachedLine): Promise<void> {
    const records = await client.lines.processLog(line.orderId, line.id, { timeoutMs: patienceMs });
    const receipt = receiptInLog(records, line);
    if (receipt) parcels.noteElsewhere(line.id, receipt);
  }

  return {
    async check(text) {
      const client = parts.client();
      if (!client) return false;
      try {
        const before = readText(text);
        await searchLines(client, before, text);
        await readOrders(client, before, text);
        await readLogs(client, text);
        return true;
      } catch (error) {
        // The state of the network is watched and shown elsewhere.
        if (!isOtapiError(error)) parts.onUnexpected?.(error);
        return false;
      }
    },
  };
}

/** Whether OT Platform compares whole numbers is not known (otapi.md 6.2), so the forms in the field are asked for, too. */
function waybillsToAsk({ candidates, lines }: Reading, text: string): string[] {
  const asked = [text.trim(), ...lines.map((line) => line.waybill), ...candidates.map((candidate) => candidate.key)];
  const distinct = new Set(asked.filter((waybill) => waybill !== '' && waybill.length <= longestWaybillAsked));
  return [...distinct].slice(0, mostWaybillsAsked);
}
