import type { EarlierReceipt } from '../../preload/contract/index.ts';
import { lineStatus, type CachedLine } from '../orders/index.ts';
import type { ProcessLogRecord } from '../otapi/index.ts';

/**
 * Who received a line elsewhere, and when, by OT Platform's log of it; null when the log does not tell.
 *
 * The reference names the log's fields (otapi.md 5.2) and not their values: a status may stand there by its number or
 * by its name, which differs by language and installation. The name is known when the line still has that status.
 */
export function receiptInLog(
  records: readonly ProcessLogRecord[],
  line: Pick<CachedLine, 'quantity' | 'status'>,
): EarlierReceipt | null {
  const received = String(lineStatus.received);
  const name = line.status.id === lineStatus.received ? line.status.name.trim() : received;
  const record = records.findLast(
    ({ newStatus, newValue, previousStatus }) =>
      newStatus.trim() !== previousStatus.trim() && [received, name].some((status) => [newStatus.trim(), newValue.trim()].includes(status)),
  );
  if (!record) return null;
  return {
    receiptId: null,
    at: timeOf(record),
    receiver: record.operatorName.trim(),
    station: '',
    pieces: line.quantity,
    undone: false,
  };
}

/** The log's times have no zone (otapi.md 1.6); they are taken as UTC. Null when they are written in another way. */
function timeOf({ date, time }: ProcessLogRecord): string | null {
  const text = date.includes('T') || time === '' ? date : `${date}T${time}`;
  if (!/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.test(text)) return null;
  const milliseconds = Date.parse(text.includes('T') ? `${text}Z` : text);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}
