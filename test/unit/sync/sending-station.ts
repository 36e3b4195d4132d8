import type { Operation } from '../../../preload/contract/index.ts';
import { createCacheIntake } from '../../../main/sync/cache/intake.ts';
import { createPerformer } from '../../../main/sync/outbox/perform.ts';
import { createOutboxQueue } from '../../../main/sync/outbox/queue.ts';
import { createOutboxSender, type OutboxSender } from '../../../main/sync/outbox/sender.ts';
import { createOutboxStore, type OutboxStore } from '../../../main/sync/outbox/store.ts';
import { createLineCache } from '../../../main/orders/index.ts';
import type { Database } from '../../../main/storage/index.ts';
import { openInMemory, writeReceipt } from './journal-in-memory.ts';
import { createManualTime, type ManualTime } from './manual-time.ts';
import { createWorld, orderLine, type World } from './world-in-memory.ts';

/** A station that sends to a world in memory, and whose clock goes by hand. */
export interface SendingStation {
  database: Database;
  world: World;
  outbox: OutboxStore;
  time: ManualTime;
  /** Every state that an operation went through, as `receive sending`. */
  history: string[];
  unexpected: unknown[];
  sender: OutboxSender;
  /** Books pieces of a line under a receipt of its own; answers with the operation's id. */
  book(receiptId: string, pieces: number, lineId?: string): string;
  undo(receiptId: string): { withdrawn: number; toReverse: number };
  operation(id: string): Operation;
  reverseOf(inverseReceiptId: string): Operation;
  /** Stops the sender in the middle, as a kill would, and starts another on the same database. */
  restart(): Promise<void>;
}

export function createSendingStation(world: World = createWorld([orderLine('501', { quantity: 5 })])): SendingStation {
  const database = openInMemory();
  const time = createManualTime();
  const outbox = createOutboxStore(database, { now: time.now });
  const queue = createOutboxQueue(database, { now: time.now });
  const history: string[] = [];
  const unexpected: unknown[] = [];

  function startSender(): OutboxSender {
    const performer = createPerformer({
      database,
      queue,
      client: world.client,
      intake: createCacheIntake(createLineCache(database, { now: time.now }), { onChange: () => {}, onOrders: () => {} }),
      now: time.now,
    });
    const sender = createOutboxSender({
      store: outbox,
      queue,
      performer,
      now: time.now,
      schedule: time.schedule,
      onChange: (operation) => history.push(`${operation.kind} ${operation.state}`),
      onUnexpected: (error) => unexpected.push(error),
    });
    sender.start();
    return sender;
  }

  function operations(): Operation[] {
    return outbox.list({ show: 'all', offset: 0, limit: 500 }).operations;
  }

  function only(matches: (operation: Operation) => boolean): Operation {
    const operation = operations().find(matches);
    if (!operation) throw new Error('no such operation');
    return operation;
  }

  const station: SendingStation = {
    database,
    world,
    outbox,
    time,
    history,
    unexpected,
    sender: startSender(),
    book(receiptId, pieces, lineId = '501') {
      const orderId = world.lines.find((line) => line.id === lineId)?.orderId ?? 'ORD-0000012345';
      writeReceipt(database, receiptId);
      outbox.enqueue(receiptId, [{ orderId, lineId, waybill: 'YT8812345678901', title: 'Cup', pieces }]);
      return only((operation) => operation.receiptId === receiptId).id;
    },
    undo(receiptId) {
      writeReceipt(database, `undo ${receiptId}`);
      return outbox.takeBack(receiptId, `undo ${receiptId}`);
    },
    operation: (id) => only((operation) => operation.id === id),
    reverseOf: (inverseReceiptId) => only((operation) => operation.receiptId === inverseReceiptId),
    async restart() {
      await station.sender.stop();
      station.sender = startSender();
    },
  };
  return station;
}
