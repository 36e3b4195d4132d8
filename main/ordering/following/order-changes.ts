import {
  conflict,
  notFound,
  StationFault,
  type CallArgument,
  type OrderChange,
  type OrderChangeOutcome,
  type StationCalls,
} from '../../../preload/contract/index.ts';
import { isOtapiError, type OrderDetails, type OrderLine, type OtapiClient } from '../../otapi/index.ts';
import { callFailure } from '../call-failure.ts';

/** Changes orders and lines at OT Platform: each reads the order before, so that the question is one of now, and after. */
export interface OrderChanges {
  /** Rejects with `OtapiError` when OT Platform refuses, and with the faults of `orders.change`. */
  change(change: CallArgument<StationCalls['orders']['change']>): Promise<OrderChangeOutcome>;
}

export interface OrderChangesParts {
  client: Pick<OtapiClient, 'orders' | 'lines'>;
  /** Reads a whole order into the cache. */
  readOrder: (orderId: string) => Promise<OrderDetails>;
  /** Those of these lines of which the outbox still has something to tell OT Platform. */
  inOutbox: (lineIds: string[]) => ReadonlySet<string>;
  signal: AbortSignal;
}

type LineChange = Extract<OrderChange, { lineId: string }>;

export function createOrderChanges({ client, readOrder, inOutbox, signal }: OrderChangesParts): OrderChanges {
  async function readOrFail(orderId: string): Promise<OrderDetails> {
    try {
      return await readOrder(orderId);
    } catch (error) {
      if (isOtapiError(error) && error.hasCode('NotFound')) throw new StationFault(notFound('order-gone'));
      throw error;
    }
  }

  function lineOf(change: LineChange, { lines }: OrderDetails): OrderLine {
    const line = lines.find(({ id }) => id === change.lineId);
    if (line === undefined) throw new StationFault(notFound('line-gone'));
    // What a receiver has booked must not meet a line that is another by then.
    if (touchesReceipts(change) && inOutbox([line.id]).has(line.id)) throw new StationFault(conflict('line-in-outbox'));
    return line;
  }

  function ask(change: OrderChange, before: OrderDetails): Promise<void> {
    const { orderId } = change;
    const options = { signal };
    switch (change.kind) {
      case 'order-weight':
        return client.orders.update(orderId, { weight: change.weight }, options);
      case 'order-note':
        return client.orders.update(orderId, { additionalInfo: change.note }, options);
      case 'order-delivery':
        return client.orders.update(orderId, { deliveryModeId: change.deliveryModeId }, options);
      case 'cancel-order':
        return client.orders.cancel(orderId, options);
      case 'close-order':
        return client.orders.close(orderId, options);
      case 'line-status':
        return client.lines.update(orderId, change.lineId, { statusId: change.statusId }, options);
      case 'line-weight':
        return client.lines.update(orderId, change.lineId, { weight: change.weight }, options);
      case 'line-comment': {
        const { status, quantity } = lineOf(change, before);
        // An empty comment is ignored; one blank clears it (otapi.md 6.3).
        const comment = change.comment === '' ? ' ' : change.comment;
        return client.lines.changeStatus({ orderId, lineId: change.lineId, statusId: status.id, comment, quantity }, options);
      }
      case 'line-purchase': {
        const { providerOrderId, waybill } = change;
        return client.lines.setPurchase(orderId, change.lineId, { providerOrderId, waybill }, options);
      }
      case 'split-line':
        return client.lines.split(orderId, change.lineId, change.pieces, options);
      case 'cancel-line':
        return client.orders.cancelLine(orderId, change.lineId, options);
      case 'restore-line':
        return client.orders.restoreLine(orderId, change.lineId, options);
    }
  }

  return {
    async change(change) {
      const before = await readOrFail(change.orderId);
      const line = 'lineId' in change ? lineOf(change, before) : null;
      if (!isAllowed(change, before, line)) throw new StationFault(conflict('not-allowed-now'));
      let isLost = false;
      try {
        await ask(change, before);
      } catch (error) {
        if (callFailure(error) !== 'lost') throw error;
        isLost = true;
      }
      let after: OrderDetails;
      try {
        after = await readOrder(change.orderId);
      } catch (error) {
        if (!isOtapiError(error)) throw error;
        return isLost ? 'unread' : 'done';
      }
      if (!isLost) return 'done';
      return isDone(change, before, after) ? 'seen-done' : 'seen-undone';
    },
  };
}

function touchesReceipts({ kind }: LineChange): boolean {
  // A comment is written together with the status (otapi.md 6.3), hence over one that the outbox has just set.
  return kind !== 'line-weight';
}

/** What OT Platform's own flags say, as they were read just now (otapi.md 5.4, 6.1). */
function isAllowed(change: OrderChange, { order, lines }: OrderDetails, line: OrderLine | null): boolean {
  switch (change.kind) {
    case 'cancel-order':
      return order.can.cancel;
    case 'close-order':
      return order.can.close;
    case 'line-status':
      return line !== null && (line.status.id === change.statusId || line.availableStatuses.some(({ id }) => id === change.statusId));
    case 'split-line':
      return line !== null && change.pieces < line.quantity;
    case 'cancel-line':
      return line !== null && !line.isCancelled;
    case 'restore-line':
      return line !== null && line.isCancelled && lines.includes(line);
    case 'order-weight':
    case 'order-note':
    case 'order-delivery':
    case 'line-weight':
    case 'line-comment':
    case 'line-purchase':
      return true;
  }
}

/** Whether the order shows what was asked for. */
function isDone(change: OrderChange, before: OrderDetails, { order, lines }: OrderDetails): boolean {
  const line = 'lineId' in change ? lines.find(({ id }) => id === change.lineId) : undefined;
  switch (change.kind) {
    case 'order-weight':
      return order.weight === change.weight;
    case 'order-note':
      return order.additionalInfo.trim() === change.note;
    case 'order-delivery':
      return order.deliveryModeId === change.deliveryModeId;
    case 'cancel-order':
      return order.isCancelled;
    case 'close-order':
      return order.isCompleted || order.status.id !== before.order.status.id;
    case 'line-status':
      return line?.status.id === change.statusId;
    case 'line-weight':
      return line?.weight === change.weight;
    case 'line-comment':
      return line?.operatorComment.trim() === change.comment;
    case 'line-purchase':
      return line?.providerOrderId === change.providerOrderId && line.waybill === change.waybill;
    case 'split-line':
      return lines.length > before.lines.length;
    case 'cancel-line':
      return line?.isCancelled === true;
    case 'restore-line':
      return line?.isCancelled === false;
  }
}
