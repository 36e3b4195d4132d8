import type { ActivityKind } from '../../preload/contract/activities.ts';
import { withIds } from './provider-order-ids.ts';

/** What a person has chosen so far for a start. It is kept when they look at another screen meanwhile. */
export interface StartDraft {
  kind: ActivityKind;
  /** Only for a synchronisation: all orders instead of chosen ones. */
  isEverything: boolean;
  /** Order ids, or the numbers that people typed. */
  orders: readonly string[];
  /** Lines with which the person came, by order id; orders that are not named: all lines. */
  wantedLines: Readonly<Record<string, readonly string[]>>;
  /** Lines as the person has chosen them, by order id; orders that are not named: those without an obstacle. */
  chosenLines: Readonly<Record<string, readonly string[]>>;
  /** Chosen accounts by provider type; providers that are not named: the one that main suggests. */
  accounts: Readonly<Record<string, string>>;
  /** For a synchronisation of all orders. */
  accountForAll: string | null;
  /** For linking. */
  providerOrderIds: readonly string[];
}

/** What a person comes with from another screen. */
export interface StartRequested {
  /** Absent: the kind that was chosen last. */
  kind?: ActivityKind;
  orders: readonly string[];
  wantedLines: StartDraft['wantedLines'];
}

export type StartDraftAction =
  | ({ type: 'begun' } & StartRequested)
  | { type: 'kind-chosen'; kind: ActivityKind }
  | { type: 'everything-chosen'; isEverything: boolean }
  | { type: 'order-toggled'; order: string }
  | { type: 'lines-chosen'; orderId: string; lineIds: readonly string[] }
  | { type: 'account-chosen'; providerType: string; accountId: string }
  | { type: 'account-for-all-chosen'; accountId: string }
  | { type: 'ids-added'; text: string }
  | { type: 'id-removed'; id: string };

export const emptyStartDraft: StartDraft = {
  kind: 'export',
  isEverything: true,
  orders: [],
  wantedLines: {},
  chosenLines: {},
  accounts: {},
  accountForAll: null,
  providerOrderIds: [],
};

/** Linking and unlinking are about one order; the others take several. */
function takesSeveralOrders(kind: ActivityKind): boolean {
  return kind === 'export' || kind === 'synchronise';
}

export function startDraftReducer(draft: StartDraft, action: StartDraftAction): StartDraft {
  switch (action.type) {
    case 'begun': {
      const kind = action.kind ?? draft.kind;
      return { ...emptyStartDraft, kind, isEverything: action.orders.length === 0, orders: fitting(kind, action.orders), wantedLines: action.wantedLines };
    }
    case 'kind-chosen':
      // Other obstacles hold for another kind, so the lines are chosen anew.
      return { ...draft, kind: action.kind, orders: fitting(action.kind, draft.orders), chosenLines: {} };
    case 'everything-chosen':
      return { ...draft, isEverything: action.isEverything };
    case 'order-toggled':
      return { ...draft, orders: toggled(draft, action.order) };
    case 'lines-chosen':
      return { ...draft, chosenLines: { ...draft.chosenLines, [action.orderId]: action.lineIds } };
    case 'account-chosen':
      return { ...draft, accounts: { ...draft.accounts, [action.providerType]: action.accountId } };
    case 'account-for-all-chosen':
      return { ...draft, accountForAll: action.accountId };
    case 'ids-added':
      return { ...draft, providerOrderIds: withIds(draft.providerOrderIds, action.text) };
    case 'id-removed':
      return { ...draft, providerOrderIds: draft.providerOrderIds.filter((id) => id !== action.id) };
    default:
      return action satisfies never;
  }
}

/** The orders that the draft is about: none when it is about all of them. */
export function ordersOf({ kind, isEverything, orders }: StartDraft): readonly string[] {
  return kind === 'synchronise' && isEverything ? [] : orders;
}

function fitting(kind: ActivityKind, orders: readonly string[]): readonly string[] {
  return takesSeveralOrders(kind) ? orders : orders.slice(-1);
}

function toggled({ kind, orders }: StartDraft, order: string): readonly string[] {
  if (orders.includes(order)) return orders.filter((other) => other !== order);
  return takesSeveralOrders(kind) ? [...orders, order] : [order];
}
