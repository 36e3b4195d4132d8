import type { StationHandlers } from './surroundings.ts';

/** After so long without a scan or a receipt nobody stands at the desk any more. */
const abandonedAfterMs = 15 * 60_000;

export interface OpenReceipt {
  /** The calls of receiving, watched. */
  handlers: StationHandlers['receiving'];
  /** A parcel with pieces still to be received was scanned or opened last, and its receipt is not complete. */
  isOpen(): boolean;
}

/** Knows whether somebody is in the middle of a receipt: quantities that are being entered are nowhere but on the page. */
export function watchReceipts(receiving: StationHandlers['receiving'], now: () => number): OpenReceipt {
  let openSince: number | null = null;
  const note = (parcel: { lines: readonly { awaited: number }[] } | null): void => {
    openSince = parcel?.lines.some(({ awaited }) => awaited > 0) ? now() : null;
  };
  return {
    handlers: {
      ...receiving,
      async scan(argument) {
        const answer = await receiving.scan(argument);
        note(answer.parcel);
        return answer;
      },
      async parcel(argument) {
        const parcel = await receiving.parcel(argument);
        note(parcel);
        return parcel;
      },
      async receive(argument) {
        const answer = await receiving.receive(argument);
        // What is still awaited comes with another parcel, or this receipt is corrected by a new scan.
        openSince = null;
        return answer;
      },
    },
    isOpen: () => openSince !== null && now() - openSince < abandonedAfterMs,
  };
}
