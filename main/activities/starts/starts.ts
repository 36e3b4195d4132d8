import {
  conflict,
  StationFault,
  type Activity,
  type ActivityAddress,
  type OrderChoice,
  type StartRecord,
  type StationCalls,
} from '../../../preload/contract/index.ts';
import { lineStatus, pictureAddress, type LineCache } from '../../orders/index.ts';
import type { Database } from '../../storage/index.ts';
import type { ActivitiesCalls } from '../activities.ts';
import { numberOfOrderId, type KnownActivity } from '../known/known-activity.ts';
import { createStartDesk, type StartDeskParts } from './start-desk.ts';
import { createStartStore, type StoredStart } from './start-store.ts';
import { accountsOf, prepareStart } from './preparation.ts';

type StartCalls = Pick<
  StationCalls['activities'],
  'orderChoices' | 'prepareStart' | 'startAccounts' | 'start' | 'settleStart'
>;

export interface StartsParts extends Omit<StartDeskParts, 'store'> {
  database: Database;
  lineCache: Pick<LineCache, 'orderChoices'>;
}

/** How activities are started, and what becomes of starts whose answer was lost. */
export interface Starts {
  calls: Pick<ActivitiesCalls, keyof StartCalls>;
  /** Starts that are under way, or of which nobody knows how they went. */
  records(): StartRecord[];
  /** With which account and by whom an activity was started here; null when it was elsewhere. */
  startOf(address: ActivityAddress): (NonNullable<Activity['start']> & { providerType: string }) | null;
  /** The list of activities has told, which was asked for at that time. */
  searched(askedAt: number): void;
}

/** Ended activities among which one that was just started is looked for. */
const mostLookedAt = 100;

/** `bought`: on their way, ordered or in quality control. */
const statusesOfList = {
  'to-buy': [lineStatus.paid, lineStatus.confirmation],
  bought: [lineStatus.ordered, lineStatus.qualityControl],
} as const;

export function createStarts(parts: StartsParts): Starts {
  const { database, lineCache, accounts, registry, onChange, onStarted } = parts;
  const store = createStartStore(database);
  const desk = createStartDesk({ ...parts, store });
  /** Starts since which OT Platform was asked for its activities. */
  const searchedFor = new Set<string>();

  function unknownStarts(): StoredStart[] {
    return store.unsettled().filter(({ state }) => state === 'unknown');
  }

  function settle(start: StoredStart, activity: KnownActivity): void {
    store.end(start.id, { state: 'started', error: null, activity: { type: activity.type, id: activity.id } });
    registry.adopt(activity, { orders: start.orders, lines: activity.lines });
    onStarted(activity);
  }

  /** Activities of its kind that came up since it was sent, and that no other start has. */
  function candidatesOf(start: StoredStart): KnownActivity[] {
    return [...registry.underWay(), ...registry.ended(mostLookedAt)].filter(
      (activity) => activity.kind === start.kind && activity.knownSince >= start.at && store.ofActivity(activity) === null,
    );
  }

  function record(start: StoredStart): StartRecord {
    return {
      id: start.id,
      kind: start.kind,
      orders: start.orders,
      accountName: start.accountName,
      by: start.by,
      at: new Date(start.at).toISOString(),
      state: start.state === 'sending' ? 'sending' : 'unknown',
      error: start.error,
      candidates: searchedFor.has(start.id) ? candidatesOf(start).map(candidate) : null,
    };
  }

  function settleByName(start: StoredStart): void {
    searchedFor.add(start.id);
    const [only, ...others] = candidatesOf(start).filter((activity) => namesOrdersOf(activity, start));
    if (only !== undefined && others.length === 0) settle(start, only);
  }

  const calls: Starts['calls'] = {
    orderChoices({ list, text, limit }) {
      const { orders, more } = lineCache.orderChoices({ statusIds: statusesOfList[list], isBound: list === 'bought', text, limit });
      return { orders: orders.flatMap(orderChoice), more };
    },
    prepareStart: ({ kind, order }) => prepareStart(parts, kind, order),
    startAccounts: () => ({ accounts: accountsOf(accounts, null) }),
    start: async (request) => ({ activity: await desk.start(request) }),
    settleStart({ id, activity }) {
      const start = unknownStarts().find((each) => each.id === id);
      if (start === undefined) throw new StationFault(conflict('start-settled'));
      if (activity === null) {
        store.end(id, { state: 'not-begun', error: start.error, activity: null });
      } else {
        const known = candidatesOf(start).find(({ type, id: activityId }) => type === activity.type && activityId === activity.id);
        if (known === undefined) throw new StationFault(conflict('start-settled'));
        settle(start, known);
      }
      onChange();
      return { settled: true };
    },
  };

  return {
    calls,
    records: () => store.unsettled().map(record),
    startOf(address) {
      const start = store.ofActivity(address);
      if (start === null) return null;
      const { accountName, by, station, at, providerType } = start;
      return { accountName, by, station, at: new Date(at).toISOString(), providerType };
    },
    searched(askedAt) {
      for (const start of unknownStarts()) if (start.at <= askedAt) settleByName(start);
    },
  };
}

/** Its words name every order that the start was for; those of a start for all orders cannot tell it from another. */
function namesOrdersOf({ orders }: KnownActivity, start: StoredStart): boolean {
  return start.orders.length > 0 && start.orders.every(({ id }) => orders.some((order) => order.id === id));
}

function candidate({ type, id, told }: KnownActivity): NonNullable<StartRecord['candidates']>[number] {
  return { type, id, description: told.description, startTime: told.startTime };
}

function orderChoice({ orderId, lines }: ReturnType<LineCache['orderChoices']>['orders'][number]): OrderChoice[] {
  const [first] = lines;
  if (first === undefined) return [];
  return [
    {
      orderId,
      number: first.order?.displayId ?? numberOfOrderId(orderId),
      customerName: first.order?.customerName ?? '',
      providerType: first.providerType,
      lines: lines.length,
      pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      title: { original: first.titleOriginal, translated: first.titleTranslated },
      pictureUrl: pictureAddress(first),
    },
  ];
}
