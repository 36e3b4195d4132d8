import type { LineCache } from '../../../main/orders/index.ts';
import type { Station } from '../../../main/station/index.ts';
import { keepCheckpoints } from '../../../main/storage/index.ts';
import { createBenchStation } from '../bench-station.ts';
import { linesFrom, linesOfOrder, ordersFrom } from '../goods.ts';
import { until } from '../until.ts';
import { filesOf, newProfile, withCache } from './profile.ts';

/**
 * A profile whose station has met the platform, has read some hundred of its lines, and was told to pause its fill.
 * Nobody has it open; what is measured works on it, or on a copy.
 */
export interface LargeCache {
  profile: string;
  /**
   * Brings the cache to so many lines with goods of the practice world under titles as long as sellers make them, five
   * to an order, by the cache's own code; only its transactions are larger than those of a fill.
   */
  growTo(lines: number): Promise<void>;
}

/** Lines that the station itself has read from the platform. */
const linesFromPlatform = 600;
const linesAtOnce = 500;
/** Their orders' and waybills' numbers are none of the platform's. */
const firstOfGoods = 5_000_000;

export async function beginLargeCache(origin: string): Promise<LargeCache> {
  const profile = newProfile();
  const station = createBenchStation(profile, origin);
  await station.open();
  await fillUntil(station, linesFromPlatform);
  await station.stop();
  let next = firstOfGoods;

  async function storeSome(lineCache: LineCache, count: number): Promise<void> {
    lineCache.store(linesFrom(next, count), Date.now());
    const firstOrder = Math.ceil(next / linesOfOrder);
    next += count;
    lineCache.storeOrders(ordersFrom(firstOrder, Math.ceil(next / linesOfOrder) - firstOrder), Date.now());
    await new Promise((resolve) => setImmediate(resolve));
  }

  return {
    profile,
    async growTo(lines) {
      const files = filesOf(profile);
      const checkpoints = keepCheckpoints([files.journal, files.cache], (error) => process.stderr.write(String(error)));
      await withCache(files, async ({ lineCache }) => {
        for (let left = lines - lineCache.count(); left > 0; left -= linesAtOnce) {
          await storeSome(lineCache, Math.min(linesAtOnce, left));
        }
        // Else a station would read every awaited line again, and find that the platform has none of these goods.
        lineCache.progress.write('sync.fresh-at', String(Date.now()));
      });
      await checkpoints.stop();
    },
  };
}

/** Goes on with a station's fill until it has so many lines, and pauses it. */
export async function fillUntil({ handlers }: Station, lines: number): Promise<void> {
  await handlers.status.resumeFill({});
  await until(async () => (await handlers.status.read({})).cache.lines >= lines, 5);
  await handlers.status.pauseFill({});
}
