import { randomUUID } from 'node:crypto';
import type { ScanAnswer, ScanSource, UnknownParcel } from '../../preload/contract/index.ts';
import { guessCarriers } from '../waybills/index.ts';
import type { ReadText } from './read-text.ts';
import { isoTime } from './iso-time.ts';
import { oldestReading, type Parcels } from './parcels.ts';
import type { ReceivingParts } from './parts.ts';
import { createScanBook } from './scan-book.ts';
import { scanOutcome } from './scan-outcome.ts';
import type { UnknownParcels } from './unknown-parcels.ts';

export interface ScanParts extends Pick<ReceivingParts, 'database' | 'client' | 'settings' | 'now'> {
  readText: ReadText;
  parcels: Parcels;
  unknownParcels: UnknownParcels;
  /** The answer is on its way; now OT Platform may be asked. */
  onAnswered: (answer: ScanAnswer) => void;
}

/** The scan that a double trigger of the scanner would repeat. */
interface LastScan {
  raw: string;
  at: number;
  scanId: string;
  unknownParcel: UnknownParcel | null;
}

/** Looks a scan up in the cache and answers once it is in the journal, on disk. Every text gives an answer. */
export function createScan(parts: ScanParts): (scan: { raw: string; source: ScanSource }) => ScanAnswer {
  const { database, settings, now, readText, parcels, unknownParcels } = parts;
  const writeScan = createScanBook(database);
  let last: LastScan | null = null;

  function isDoubleTrigger(raw: string, at: number): boolean {
    if (last?.raw !== raw) return false;
    const elapsed = at - last.at;
    return elapsed >= 0 && elapsed < settings().doubleTriggerMs;
  }

  return ({ raw, source }) => {
    const at = now();
    const { candidates, waybill, lines } = readText(raw);
    const isRepeated = isDoubleTrigger(raw, at);
    // OT Platform was asked after the first of them.
    const checking = parts.client() !== null && candidates.length > 0 && !isRepeated;
    const parcel = lines.length === 0 ? null : parcels.of(waybill, lines, { source: 'cache', checking });
    const outcome = scanOutcome(candidates.length > 0, parcel?.lines ?? []);
    const shown = { raw, outcome, carriers: guessCarriers(waybill), parcel };
    if (last && isRepeated) {
      const { scanId, unknownParcel } = last;
      return { ...shown, scanId, at: isoTime(last.at), unknownParcel, repeated: true };
    }

    const scanId = randomUUID();
    const { receiverName: receiver, stationName: station } = settings();
    const pieces = (parcel?.lines ?? []).reduce((sum, line) => sum + line.awaited, 0);
    const unknownParcel = database.transaction(() => {
      const linesReadAt = oldestReading(lines);
      writeScan({ id: scanId, at, raw, source, waybill, outcome, lines: lines.length, pieces, linesReadAt, receiver, station });
      return outcome === 'unknown' ? unknownParcels.scanned({ raw, candidates, receiver, at }) : null;
    });
    last = { raw, at, scanId, unknownParcel };
    const answer = { ...shown, scanId, at: isoTime(at), unknownParcel, repeated: false };
    parts.onAnswered(answer);
    return answer;
  };
}
