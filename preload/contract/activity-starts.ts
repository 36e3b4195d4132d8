import { z } from 'zod';
import type { ActivityAddress, ActivityKind } from './activities.ts';
import { defineCall, type StationError } from './call.ts';
import type { BilingualText } from './receiving.ts';

/**
 * Why a line does not go into an activity. For an export: `not-paid`, `bound` (to a provider order already), `tmall` (such
 * goods are bought by hand and linked), `not-purchasable` (OT Platform says so). For linking: `bound`. For unlinking:
 * `not-bound`, `received`.
 */
export const lineObstacles = ['not-paid', 'bound', 'tmall', 'not-purchasable', 'not-bound', 'received'] as const;
export type LineObstacle = (typeof lineObstacles)[number];

/** A line of an order for which an activity is about to be started. */
export interface StartLine {
  lineId: string;
  lineNumber: number;
  title: BilingualText;
  configuration: BilingualText;
  pictureUrl: string | null;
  quantity: number;
  status: { id: number; name: string };
  sellerName: string;
  providerOrderId: string;
  obstacle: LineObstacle | null;
  /** False: a person may choose it all the same, since the obstacle is our own conclusion. */
  isBlocked: boolean;
}

/** An account that may do it. */
export interface StartAccount {
  id: string;
  name: string;
  providerType: string;
  providerName: string;
  /** When its session ends; ISO 8601, UTC. Null: there is none. */
  sessionEndsAt: string | null;
}

/** Everything a person has to know before an activity starts, read from OT Platform now. */
export interface StartPreparation {
  kind: ActivityKind;
  order: { id: string; number: string; customerName: string; statusName: string; providerType: string; isPaid: boolean };
  lines: StartLine[];
  /** Those of the order's provider. */
  accounts: StartAccount[];
  preselected: string | null;
  /** Activities of the order that are under way. */
  underWay: (ActivityAddress & { kind: ActivityKind; description: string })[];
}

/**
 * What speaks against a start until a person says so. `session-over`: by our count the session has ended, although OT
 * Platform lists it. `under-way`: an activity of the same order is not finished. `not-known`: whether an earlier start
 * for the order has begun is not known.
 */
export const startDoubts = ['session-over', 'under-way', 'not-known'] as const;
export type StartDoubt = (typeof startDoubts)[number];

/** A start of which the station does not know how it went. */
export interface StartRecord {
  id: string;
  kind: ActivityKind;
  orders: { id: string; number: string }[];
  accountName: string;
  by: string;
  at: string;
  /** `sending`: under way. `unknown`: no answer came; OT Platform may have begun. */
  state: 'sending' | 'unknown';
  /** Why no answer came. */
  error: StationError | null;
  /** Activities that came up since and could be this one; null before OT Platform was asked for them. */
  candidates: (ActivityAddress & { description: string; startTime: string })[] | null;
}

/** An order in the lists to choose from. */
export interface OrderChoice {
  orderId: string;
  number: string;
  customerName: string;
  providerType: string;
  /** Lines of the order that the list is about, with their pieces. */
  lines: number;
  pieces: number;
  title: BilingualText;
  pictureUrl: string | null;
}

const id = z.string().trim().min(1).max(200);
const ids = z.array(id).max(500);
const common = { requestId: z.uuid(), accountId: id, despite: z.array(z.enum(startDoubts)).default([]) };
const ofOrder = { ...common, orderId: id, lineIds: ids };

/** `lineIds` empty: the whole order. `orderIds` empty: all orders. */
export const startRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('export'), ...ofOrder }),
  z.object({ kind: z.literal('synchronise'), ...common, orderIds: ids }),
  z.object({ kind: z.literal('link'), ...ofOrder, providerOrderIds: ids.min(1) }),
  z.object({ kind: z.literal('unlink'), ...ofOrder }),
]);
export type StartRequest = z.infer<typeof startRequest>;

export const startCalls = {
  /**
   * Orders of the cache: `to-buy` have lines that are paid and not bought yet, `bought` have lines that are on their way.
   * With a text only those whose number, provider order id, waybill, item or customer it names; newest first.
   */
  orderChoices: defineCall<{ orders: OrderChoice[]; more: boolean }>()(
    z.object({ list: z.enum(['to-buy', 'bought']), text: z.string().trim().max(200).default(''), limit: z.number().int().min(1).max(500).default(100) }),
  ),
  /** `order` is an order id or the number that people see. Faults: `order-gone`. */
  prepareStart: defineCall<StartPreparation>()(z.object({ kind: z.enum(['export', 'synchronise', 'link', 'unlink']), order: id })),
  /** Accounts for a synchronisation of all orders, with their sessions. */
  startAccounts: defineCall<{ accounts: StartAccount[] }>()(z.object({})),
  /**
   * Starts an activity; the same `requestId` never starts two. Faults: `account-gone`, `order-gone`, `no-session`,
   * `lines-blocked` (a chosen line is bound or gone by now), `start-settled`, `closing`, and the doubts of `startDoubts`
   * that `despite` does not name. A start whose answer was lost stands in `starts` of the view and answers with null.
   */
  start: defineCall<{ activity: ActivityAddress | null }>()(startRequest),
  /** A person knows how a start went: it is this activity, or (null) OT Platform has not begun. Faults: `start-settled`, `not-asked-yet`. */
  settleStart: defineCall<{ settled: true }>()(
    z.object({ id: z.uuid(), activity: z.object({ type: id, id }).nullable() }),
  ),
};
