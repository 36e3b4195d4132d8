import type { CacheChange } from '../orders/index.ts';
import type { ReadText } from './read-text.ts';
import type { Parcels, ParcelState } from './parcels.ts';
import type { ReceivingParts } from './parts.ts';

/** Parcels that were shown lately. When one of them changes, the pages are told. */
export interface RecentParcels {
  /**
   * Remembers a parcel under the waybill by which the screen knows it.
   * @param text what leads to its lines: the scan, or the waybill.
   */
  shown(waybill: string, text: string, state: ParcelState): void;
  /** Tells the pages how the parcel is now. */
  update(waybill: string, state: ParcelState): void;
  /** Tells the pages of every remembered parcel that the change concerns. */
  cacheChanged(change: CacheChange): void;
}

interface RecentParcel {
  text: string;
  state: ParcelState;
  /** As they were shown last: a line may leave the parcel. */
  lineIds: string[];
}

const mostRemembered = 8;

export function createRecentParcels(
  { emit }: Pick<ReceivingParts, 'emit'>,
  readText: ReadText,
  parcels: Parcels,
): RecentParcels {
  const recent = new Map<string, RecentParcel>();

  /** The waybill stays the one that the screen knows, also when the lines were found under another reading of it. */
  function tell(waybill: string, parcel: RecentParcel): void {
    const { lines } = readText(parcel.text);
    parcel.lineIds = lines.map((line) => line.id);
    emit('receiving.parcelUpdated', parcels.of(waybill, lines, parcel.state));
  }

  function isConcerned({ text, lineIds }: RecentParcel, { changedLineIds, newKeys }: CacheChange): boolean {
    const changed = new Set(changedLineIds);
    if (lineIds.some((lineId) => changed.has(lineId))) return true;
    const { candidates, lines } = readText(text);
    return lines.some((line) => changed.has(line.id)) || candidates.some(({ key }) => newKeys.includes(key));
  }

  return {
    shown(waybill, text, state) {
      recent.delete(waybill);
      recent.set(waybill, { text, state, lineIds: readText(text).lines.map((line) => line.id) });
      const [oldest] = recent.keys();
      if (recent.size > mostRemembered && oldest !== undefined) recent.delete(oldest);
    },
    update(waybill, state) {
      const parcel = recent.get(waybill);
      if (!parcel) return;
      parcel.state = state;
      tell(waybill, parcel);
    },
    cacheChanged(change) {
      for (const [waybill, parcel] of recent) {
        if (isConcerned(parcel, change)) tell(waybill, parcel);
      }
    },
  };
}
