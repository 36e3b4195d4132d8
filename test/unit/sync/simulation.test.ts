import { expect, test } from 'vitest';
import { createSendingStation } from './sending-station.ts';
import { createWorld, failure, orderLine } from './world-in-memory.ts';

/** Numbers between 0 and 1, the same ones for the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const seeds = Array.from({ length: 100 }, (_, index) => index + 1);

/**
 * Two orders, each with two lines of the same goods, so that every split could be taken for another one's. A shift of
 * receipts and undos in which every third request is lost on the way there or back, and the station is restarted in
 * between. When all is sent, OT Platform must have received exactly the pieces of the receipts that still stand.
 */
test.each(seeds)('a wild shift ends with exactly what was received (seed %i)', async (seed) => {
  const random = seededRandom(seed);
  const lines = ['501', '502', '601', '602'].map((id) => orderLine(id, { orderId: `ORD-${id[0]}`, quantity: 6 }));
  const station = createSendingStation(createWorld(lines));
  const standing = new Map<string, { lineId: string; pieces: number }>();
  const left = new Map(lines.map((line) => [line.id, line.quantity]));
  let receipts = 0;
  let stormy = true;

  function bookSomething(): void {
    const [lineId, pieces] = [...left].filter(([, count]) => count > 0)[Math.floor(random() * left.size)] ?? [];
    if (lineId === undefined || pieces === undefined) return;
    const booked = 1 + Math.floor(random() * Math.min(3, pieces));
    receipts += 1;
    station.book(`r${receipts}`, booked, lineId);
    left.set(lineId, pieces - booked);
    standing.set(`r${receipts}`, { lineId, pieces: booked });
  }

  function undoSomething(): void {
    const receiptId = [...standing.keys()][Math.floor(random() * standing.size)];
    if (receiptId === undefined) return;
    station.undo(receiptId);
    standing.delete(receiptId);
  }

  station.world.meanwhile = (call) => {
    if (!stormy) return;
    if (random() < 0.06) undoSomething();
    if (random() < 0.33) {
      const moment = random() < 0.5 ? 'before' : 'after';
      const kind = random() < 0.2 ? 'aborted' : 'network';
      station.world.mishaps.push({ call, moment, error: failure(kind, { outcomeUnknown: true }) });
    }
  };
  for (let hour = 0; hour < 12; hour += 1) {
    bookSomething();
    bookSomething();
    await station.sender.idle();
    if (random() < 0.2) undoSomething();
    if (random() < 0.2) await station.restart();
    station.time.advance(Math.floor(random() * 30_000));
  }
  stormy = false;
  for (let calm = 0; calm < 10; calm += 1) {
    await station.sender.idle();
    station.time.advance(120_000);
  }

  expect(station.unexpected).toEqual([]);
  expect(station.outbox.summary()).toMatchObject({ waiting: 0, sending: 0, failed: 0, setAside: 0 });
  expect(receivedPieces(station.world.lines)).toEqual(piecesByOrder([...standing.values()]));
  const done = station.outbox.list({ show: 'all', offset: 0, limit: 500 }).operations.filter((each) => each.state === 'done');
  expect(new Set(done.map((operation) => operation.remark))).toEqual(
    new Set(done.some((operation) => operation.remark !== null) ? [null, 'split-remains'] : [null]),
  );
});

/** Received pieces by the first digit of the order. */
function receivedPieces(lines: { orderId: string; quantity: number; status: { id: number } }[]): Record<string, number> {
  const received: Record<string, number> = {};
  for (const line of lines) {
    if (line.status.id === 6) received[line.orderId] = (received[line.orderId] ?? 0) + line.quantity;
  }
  return received;
}

function piecesByOrder(receipts: { lineId: string; pieces: number }[]): Record<string, number> {
  const pieces: Record<string, number> = {};
  for (const receipt of receipts) {
    const orderId = `ORD-${receipt.lineId[0]}`;
    pieces[orderId] = (pieces[orderId] ?? 0) + receipt.pieces;
  }
  return pieces;
}
