import type { ParcelSample } from '../../../main/practice/index.ts';
import type { Demo } from './demo.ts';

export interface DayResult {
  parcelsScanned: number;
  linesReceived: number;
  piecesReceived: number;
  unknownParcels: number;
  undone: number;
}

/** A receiver's day in small: each kind of parcel once, a quarter of an hour without network, a row of twenty. */
export async function receivingDay(demo: Demo): Promise<DayResult> {
  await demo.untilState('ready');
  await demo.picture('cache-filling');
  const lines = demo.platform.world.lineCount;
  await demo.untilStatus('a full cache', ({ cache }) => cache.lines >= lines && cache.fill === null);
  await demo.page.evaluate(async () => window.station.settings.change({ receiverName: 'Anna', doubleTriggerMs: 0 }));
  await demo.picture('ready');
  let scanned = 0;

  demo.say('A parcel with one line: scan, Enter.');
  await demo.scan(demo.parcel('single-line').label, 'found');
  await demo.picture('found');
  await demo.accept();
  await demo.picture('received');
  scanned += 1;

  demo.say('A parcel with several lines: the second scan accepts all.');
  const several = demo.parcel('several-lines');
  await demo.scan(several.label, 'found');
  await demo.picture('several-lines');
  await demo.scan(several.label, 'received');
  await demo.press('Escape', 'ready');
  await demo.scan(several.label, 'already-received');
  await demo.picture('already-received');
  scanned += 1;

  demo.say('Part of a line: the rest stays awaited.');
  const partly = withPieces(demo, 3);
  await demo.scan(partly.label, 'found');
  await demo.press('1');
  await demo.page.locator('input[data-typing="true"]').waitFor();
  await demo.press('Enter');
  await demo.page.locator('input[data-set="true"]').waitFor();
  await demo.picture('quantity');
  await demo.press('r', 'received');
  await demo.untilStatus('an empty outbox', ({ outbox }) => outbox.waiting + outbox.sending === 0);
  await demo.press('Escape', 'ready');
  await demo.scan(partly.label, 'partly-received');
  await demo.picture('partly-received');
  scanned += 1;

  demo.say('A parcel that nobody knows yet, and its waybill a little later.');
  const stranger = demo.parcel('not-yet-known');
  await demo.scan(stranger.label, 'unknown');
  await demo.picture('unknown');
  demo.platform.control.revealParcels([stranger.label]);
  await demo.page.evaluate(async () => window.station.status.refreshCache({}));
  await demo.untilStatus('a known parcel', ({ unknownParcels }) => unknownParcels.matched === 1);
  await demo.picture('now-known');
  await demo.press('Escape', 'ready');
  await demo.scan(stranger.label, 'found');
  await demo.accept();
  await demo.scan(demo.parcel('not-yet-known').label, 'unknown');
  scanned += 2;

  demo.say('Cancelled lines.');
  await demo.scan(demo.parcel('cancelled').label, 'attention');
  await demo.picture('needs-attention');
  scanned += 1;

  demo.say('No network: receiving goes on, the outbox fills.');
  demo.platform.control.addFault({ method: '*', times: 1_000_000, effect: { kind: 'reset' } });
  for (const parcel of demo.platform.control.parcels({ kind: 'single-line', limit: 3 })) {
    await demo.scan(parcel.label, 'found');
    await demo.accept();
    scanned += 1;
  }
  await demo.untilStatus('offline', ({ network }) => network === 'offline');
  await demo.picture('offline');
  await openPlace(demo, 'Outbox');
  await demo.picture('outbox-waiting');
  demo.platform.control.clearFaults();
  await demo.untilStatus('an empty outbox', ({ outbox }) => outbox.waiting + outbox.sending === 0);
  await demo.picture('outbox-empty');
  await openPlace(demo, 'Receive');

  demo.say('Undo of the last receipt.');
  await demo.press('u', 'undone');
  await demo.picture('undone');
  await demo.press('Escape', 'ready');

  demo.say('Twenty parcels in a row, keys only.');
  const row = [
    ...demo.platform.control.parcels({ kind: 'single-line', limit: 15 }),
    ...demo.platform.control.parcels({ kind: 'several-orders', limit: 5 }),
  ];
  for (const parcel of row) {
    await demo.scan(parcel.label, 'found');
    await demo.accept();
    scanned += 1;
  }
  await demo.picture('twenty-parcels');
  await demo.untilStatus('an empty outbox', ({ outbox }) => outbox.waiting + outbox.sending === 0);

  const totals = await demo.page.evaluate(async () => window.station.receiving.totals({}));
  if (!totals.ok) throw new Error(`The station did not tell its totals: ${totals.error.code}`);
  const { lines: linesReceived, pieces: piecesReceived, unknown, undone } = totals.value;
  return { parcelsScanned: scanned, linesReceived, piecesReceived, unknownParcels: unknown, undone };
}

/** Goes to a place by its entry on the left. */
export async function openPlace(demo: Demo, name: string): Promise<void> {
  await demo.page.getByRole('navigation').getByText(name, { exact: true }).click();
}

function withPieces(demo: Demo, pieces: number): ParcelSample {
  const parcel = demo.platform.control
    .parcels({ kind: 'single-line', limit: 100 })
    .find(({ lineIds }) => (demo.platform.world.lineById(lineIds[0] ?? '')?.qty ?? 0) >= pieces);
  if (!parcel) throw new Error(`The practice world has no line of ${pieces} pieces or more`);
  return parcel;
}
