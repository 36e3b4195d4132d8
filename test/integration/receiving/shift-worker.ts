import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createLineCache } from '../../../main/orders/index.ts';
import { createReceiving } from '../../../main/receiving/index.ts';
import { openDatabase } from '../../../main/storage/index.ts';
import { createOutboxStore } from '../../../main/sync/index.ts';
import { orderLine } from '../../unit/receiving/order-lines.ts';
import { linesPerParcel, parcelCount, piecesPerLine, waybillOf, type Report, type ReceiptRequest } from './shift.ts';

/**
 * A station without a network that scans, receives and undoes until it is killed. It says on stdout what it is about
 * to ask, and what was answered once it was answered.
 *
 * Arguments: folder of the database, seed, and the request whose answer the process before may not have got.
 */
const [folder = '', seed = '1', unanswered = ''] = process.argv.slice(2);

const database = openDatabase({ journal: join(folder, 'journal.db'), cache: join(folder, 'cache.db') });
const now = () => Date.now();
const lineCache = createLineCache(database, { now });
const { calls } = createReceiving({
  database,
  lineCache,
  outbox: createOutboxStore(database, { now }),
  client: () => null,
  settings: () => ({
    receiverName: 'Li',
    stationName: 'station 1',
    scanner: { maximumGapMs: 50, quietMs: 100, minimumLength: 3, prefix: '', suffix: '' },
    doubleTriggerMs: 0,
  }),
  now,
  emit: () => {},
});

function report(message: Report): void {
  writeSync(1, `${JSON.stringify(message)}\n`);
}

/** A linear congruential generator; the same seed gives the same shift. */
let state = Number(seed);
function random(below: number): number {
  state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return Math.floor((state / 2 ** 32) * below);
}

function scan(): void {
  const raw = random(4) === 0 ? `ZZ${random(50)}0000000` : waybillOf(random(parcelCount));
  const { scanId, unknownParcel } = calls.scan({ raw, source: 'scanner' });
  report({ kind: 'scanned', scanId, raw, unknownNumber: unknownParcel?.number ?? null });
}

function receive(request: ReceiptRequest): void {
  report({ kind: 'asking', request });
  const { receipt } = calls.receive({ ...request, scanId: null, overReceiptConfirmed: false });
  report({ kind: 'received', receipt });
}

function receiveSomething(): void {
  const waybill = waybillOf(random(parcelCount));
  const lines = (calls.parcel({ waybill })?.lines ?? [])
    .filter((line) => line.awaited > 0)
    .map((line) => ({ lineId: line.lineId, pieces: 1 + random(line.awaited) }));
  if (lines.length > 0) receive({ requestId: randomUUID(), waybill, lines });
}

function undo(): void {
  const answer = calls.undoLast({ requestId: randomUUID() });
  if (answer) report({ kind: 'undone', receipt: answer.receipt });
}

function work(): void {
  const dice = random(10);
  if (dice < 4) scan();
  else if (dice < 8) receiveSomething();
  else undo();
  setImmediate(work);
}

if (lineCache.count() === 0) {
  const parcels = Array.from({ length: parcelCount }, (_, parcel) => parcel);
  const lines = parcels.flatMap((parcel) =>
    Array.from({ length: linesPerParcel }, (_, line) =>
      orderLine(`${parcel}-${line}`, { waybill: waybillOf(parcel), quantity: piecesPerLine }),
    ),
  );
  lineCache.store(lines, now());
}
if (unanswered !== '') receive(JSON.parse(unanswered) as ReceiptRequest);
work();
