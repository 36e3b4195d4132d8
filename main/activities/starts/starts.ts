import {
  conflict,
  StationFault,
  type Activity,
  type ActivityAddress,
  type ActivityLine,
  type OrderChoice,
  type StartRecord,
  type StationCalls,
} from '../../../preload/contract/index.ts';
import { lineStatus, numberOfOrderId, pictureAddress, type LineCache } from '../../orders/index.ts';
import type { Database } from '../../storage/index.ts';
import type { ActivitiesCalls } from '../activities.ts';
import { cachedActivityLine } from '../known/activity-line.ts';
import type { KnownActivity } from '../known/known-activity.ts';
import type { Registry } from '../known/registry.ts';
import { createLostStarts } from './lost-starts.ts';
import { accountsOf, prepareStart } from './preparation.ts';
import { createStartDesk, type Concerned, type StartDeskParts } from './start-desk.ts';
import { createStartStore, type StoredStart } from './start-store.ts';

type StartCalls = Pick<
  StationCalls['activities'],
  'orderChoices' | 'prepareStart' | 'startAccounts' | 'start' | 'settleStart'
>;

export interface StartsParts extends Omit<StartDeskParts, 'store' | 'onBegun'> {
  database: Database;
  registry: Registry;
  lineCache: Pick<LineCache, 'orderChoices' | 'find'>;
  /** An activity has begun: it is followed from now on. */
  onStarted: (address: ActivityAddress) => void;
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
  /** Resolves when nothing is left to come of starts that were sent. */
  idle(): Promise<void>;
}

/** `bought`: on their way, ordered or in quality control. */
const statusesOfList = {
  'to-buy': [lineStatus.paid, lineStatus.confirmation],
  bought: [lineStatus.ordered, lineStatus.qualityControl],
} as const;

export function createStarts(parts: StartsParts): Starts {
  const { database, lineCache, accounts, registry, now, onChange, onStarted, onUnknown } = parts;
  const store = createStartStore(database);
  const lostStarts = createLostStarts({ store, registry, now, onFound: settle });
  const desk = createStartDesk({
    ...parts,
    store,
    onBegun: begun,
    onUnknown(start) {
      lostStarts.lost(start);
      onUnknown(start);
    },
  });

  /** The journal has both or neither: the start that has begun, and its activity. */
  function begun(start: StoredStart, { type, id }: ActivityAddress, concerned: Concerned): void {
    database.transaction(() => {
      store.end(start.id, { state: 'started', error: null, activity: { type, id } });
      registry.adopt({ type, id }, concerned);
    });
    onStarted({ type, id });
  }

  function settle(start: StoredStart, activity: KnownActivity): void {
    begun(start, activity, { orders: start.orders, lines: linesOf(start, activity) });
  }

  /** Those it was sent for: the cache has them, since the order was read before; all when it was sent for all. */
  function linesOf({ lineIds }: StoredStart, { lines }: KnownActivity): ActivityLine[] {
    if (lineIds.length === 0) return lines;
    const read = lines.filter(({ lineId }) => lineIds.includes(lineId));
    return read.length > 0 ? read : lineCache.find(lineIds).map(cachedActivityLine);
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
      candidates: lostStarts.candidatesOf(start)?.map(candidate) ?? null,
    };
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
      const start = lostStarts.find(id);
      if (start === null) throw new StationFault(conflict('start-settled'));
      const candidates = lostStarts.candidatesOf(start);
      // Whoever says that it has not begun will start it again: OT Platform must have been asked first.
      if (candidates === null) throw new StationFault(conflict('not-asked-yet'));
      if (activity === null) {
        store.end(id, { state: 'not-begun', error: start.error, activity: null });
      } else {
        const known = candidates.find(({ type, id: activityId }) => type === activity.type && activityId === activity.id);
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
    searched: (askedAt) => lostStarts.searched(askedAt),
    idle: () => desk.idle(),
  };
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
