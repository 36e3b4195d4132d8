import {
  OtapiError,
  type Frame,
  type OrderInfo,
  type OrderLine,
  type OrderLineSearch,
  type OtapiClient,
  type OtapiErrorKind,
  type Page,
} from '../../../main/otapi/index.ts';
import { unusedClient } from '../otapi/unused-client.ts';
import { orderInfo, orderLine } from '../receiving/order-lines.ts';

/** What goes wrong with one call, and when: before OT Platform has carried it out, or after. */
export interface Mishap {
  call: string;
  moment: 'before' | 'after';
  error: OtapiError;
}

/** A small honest OT Platform: a split makes a line, a status stays set, and every change is in its log. */
export interface World {
  client: OtapiClient;
  lines: OrderLine[];
  /** Changes that were carried out, e.g. `split 501 2 -> 9001`, `status 501 6`. */
  changes: string[];
  /** Every call that reached it, e.g. `details ORD-0000012345`. */
  calls: string[];
  mishaps: Mishap[];
  /** Runs before a call is carried out; holds the call up when it answers with a promise. */
  meanwhile: ((call: string) => void | Promise<void>) | null;
  statusesOffered: number[];
}

export function failure(kind: OtapiErrorKind, values: { outcomeUnknown?: boolean; errorCode?: string } = {}): OtapiError {
  return new OtapiError({
    kind,
    method: 'Test',
    reason: kind,
    outcomeUnknown: values.outcomeUnknown ?? (kind !== 'api' && kind !== 'aborted'),
    errorCode: values.errorCode,
  });
}

export function createWorld(lines: OrderLine[]): World {
  let nextLineId = 9001;
  const world: World = {
    lines,
    changes: [],
    calls: [],
    mishaps: [],
    meanwhile: null,
    statusesOffered: [4, 5, 6],
    client: {
      ...unusedClient,
      operators: {
        signIn: () => call('signIn', () => {}),
        info: () => call('info', () => ({ operatorId: '1', firstName: '', middleName: '', lastName: '' })),
      },
      orders: {
        ...unusedClient.orders,
        search: (_search, frame) => call('searchOrders', () => pageOf(ordersOf(world.lines), frame)),
        details: (orderId) =>
          call(`details ${orderId}`, () => ({
            order: orderOf(orderId),
            lines: structuredClone(world.lines.filter((line) => line.orderId === orderId)),
          })),
      },
      lines: {
        ...unusedClient.lines,
        search: (search, frame) =>
          call(`search ${frame.position}`, () => pageOf(structuredClone(world.lines.filter(matches(search))), frame)),
        update: (_orderId, lineId, update) =>
          call('status', () => {
            find(lineId).status = { id: update.statusId ?? 0, name: `status ${update.statusId}` };
            world.changes.push(`status ${lineId} ${update.statusId}`);
          }),
        split: (_orderId, lineId, pieces) =>
          call('split', () => {
            const original = find(lineId);
            const part = { ...structuredClone(original), id: String(nextLineId), quantity: pieces };
            nextLineId += 1;
            original.quantity -= pieces;
            world.lines.push(part);
            world.changes.push(`split ${lineId} ${pieces} -> ${part.id}`);
          }),
        availableStatuses: (_orderId, lineId) =>
          call(`available ${lineId}`, () => world.statusesOffered.map((id) => ({ id, name: `status ${id}` }))),
      },
    },
  };

  async function call<T>(name: string, carryOut: () => T): Promise<T> {
    world.calls.push(name);
    await world.meanwhile?.(name);
    stumble(name, 'before');
    const answer = carryOut();
    stumble(name, 'after');
    return answer;
  }

  function stumble(name: string, moment: Mishap['moment']): void {
    const index = world.mishaps.findIndex((mishap) => name.startsWith(mishap.call) && mishap.moment === moment);
    if (index === -1) return;
    const [mishap] = world.mishaps.splice(index, 1);
    if (mishap) throw mishap.error;
  }

  function find(lineId: string): OrderLine {
    const line = world.lines.find((candidate) => candidate.id === lineId);
    if (!line) throw failure('api', { errorCode: 'NotFound' });
    return line;
  }

  return world;
}


function matches(search: OrderLineSearch): (line: OrderLine) => boolean {
  return (line) =>
    (!search.statusIds || search.statusIds.includes(line.status.id)) &&
    (!search.waybills || search.waybills.includes(line.waybill)) &&
    (!search.order?.orderIds || search.order.orderIds.includes(line.orderId));
}

function pageOf<T>(items: T[], frame: Frame): Page<T> {
  return { items: items.slice(frame.position, frame.position + frame.size), total: items.length };
}

function ordersOf(lines: OrderLine[]): OrderInfo[] {
  return [...new Set(lines.map((line) => line.orderId))].map(orderOf);
}

function orderOf(id: string): OrderInfo {
  return orderInfo(id, { customerName: `customer of ${id}`, customerComment: 'fragile' });
}

export { orderLine };
