import { lineColumns, withOrder } from '../../../main/orders/line-rows.ts';
import { createReadText } from '../../../main/receiving/read-text.ts';
import { candidates } from '../../../main/waybills/index.ts';
import type { OpenCache } from '../cache/profile.ts';
import { interleaved, type RoundPlan } from '../rounds.ts';
import { atMostTimes, rowOf, type BenchRow, type Round } from '../row.ts';

const scanner = { maximumGapMs: 150, quietMs: 220, minimumLength: 4, prefix: '', suffix: '' };

/** Turn by turn the station's look-up of a scanned text and the SELECT that it cannot do without, of other parcels. */
export function lookupRounds({ database, lineCache }: OpenCache, plan: RoundPlan): Round[] {
  const settings = (): { receiverName: string; stationName: string; scanner: typeof scanner; doubleTriggerMs: number } => ({
    receiverName: '',
    stationName: '',
    scanner,
    doubleTriggerMs: 0,
  });
  const readText = createReadText({ lineCache, settings });
  // One connection as the station's own, and the same text, prepared once more.
  const select = database.prepare(
    `SELECT ${lineColumns}
     FROM cache.line_waybills key JOIN cache.order_lines line ON line.number = key.line ${withOrder}
     WHERE key.waybill_key = ? ORDER BY line.order_id, line.line_number`,
  );
  const scans = someWaybills({ database, lineCache }, 2 * (plan.rounds + 1) * plan.samplesPerRound);
  const keys = scans.map((text) => candidates(text, { prefix: '', suffix: '' })[0]?.key ?? '');
  return interleaved(
    plan,
    (index) => {
      if (readText(scans[(2 * index) % scans.length] ?? '').lines.length === 0) throw new Error('A parcel was not found');
    },
    (index) => {
      if (select.all(keys[(2 * index + 1) % keys.length] ?? '').length === 0) throw new Error('A row was not found');
    },
  );
}

/**
 * Look-up in main, p50: from the scanned text to the cached lines of its parcel (candidates, keys, indexed read, lines as
 * objects), against the bare prepared SELECT of the same lines by a key that is known to be right.
 */
export function lookupRow(open: OpenCache, quick: boolean): BenchRow {
  const plan = quick ? { rounds: 3, samplesPerRound: 300 } : { rounds: 7, samplesPerRound: 1_000 };
  return rowOf({
    name: 'look-up in main, p50',
    unit: 'ms',
    target: atMostTimes(2),
    method:
      'From a scanned text to the cached lines of its parcel (candidates, keys, indexed read, lines as objects), against the prepared SELECT of the same columns by a key known to be right, turn by turn, each time another parcel from anywhere in the cache.',
    whyMissed: 'making candidates of the text and turning rows into lines costs more than the read itself.',
    samples: plan.rounds * plan.samplesPerRound,
    rounds: lookupRounds(open, plan),
  });
}

/** Waybills of lines from all over the cache, each as it stands in its line; again from the start when there are too few. */
export function someWaybills({ database }: OpenCache, count: number): string[] {
  const last = database.prepare<{ last: number }>('SELECT max(number) AS last FROM cache.order_lines').get()?.last ?? 0;
  const at = database.prepare<{ waybill: string }>("SELECT waybill FROM cache.order_lines WHERE number >= ? AND waybill GLOB 'YT*' LIMIT 1");
  // A step that shares no divisor with any round number of lines: neighbours in the list are far apart in the file.
  const step = Math.max(1, Math.floor(last * 0.618_034));
  const found: string[] = [];
  for (let place = 1; found.length < count; place = ((place + step) % last) + 1) {
    const row = at.get(place) ?? at.get(1);
    if (row === undefined) throw new Error('The cache has no waybills');
    if (/^YT\d+$/.test(row.waybill)) found.push(row.waybill);
  }
  return found;
}
