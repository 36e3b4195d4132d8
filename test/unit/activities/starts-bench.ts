import type { ActivitiesView, StartRequest } from '../../../preload/contract/index.ts';
import { createActivities, type Activities } from '../../../main/activities/index.ts';
import { createLineCache, type LineCache } from '../../../main/orders/index.ts';
import type { OrderDetails } from '../../../main/otapi/index.ts';
import type { AccountChoice, LiveSession } from '../../../main/sessions/index.ts';
import { openDatabase, type Database } from '../../../main/storage/index.ts';
import { orderInfo, orderLine } from '../receiving/order-lines.ts';
import { createManualTime, type ManualTime } from '../sync/manual-time.ts';
import { createActivitiesPlatform, refusal, type ActivitiesPlatform } from './activities-platform.ts';

/** All of background activities, with everything around them in memory; time goes when the test says so. */
export interface StartsBench {
  platform: ActivitiesPlatform;
  database: Database;
  lineCache: LineCache;
  time: ManualTime;
  activities: Activities;
  accounts: AccountChoice[];
  /** Sessions that OT Platform lists, by account. */
  sessions: Map<string, LiveSession>;
  orders: Map<string, OrderDetails>;
  /** Questions that were made known, as `reason count`. */
  heard: string[];
  opened: string[];
  unexpected: unknown[];
  view(): ActivitiesView;
  account(id: string): AccountChoice;
  put(orderId: string, ...lines: ({ id: string } & Parameters<typeof orderLine>[1])[]): void;
  settle(): Promise<void>;
  pass(ms: number): Promise<void>;
  restart(): Promise<void>;
}

const hourMs = 3_600_000;

export async function createStartsBench(): Promise<StartsBench> {
  const platform = createActivitiesPlatform();
  const time = createManualTime();
  const database = openDatabase({ journal: ':memory:', cache: ':memory:' });
  const lineCache = createLineCache(database, { now: time.now });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };

  const start = (): Activities =>
    createActivities({
      database,
      client: platform.client,
      accounts: {
        list: () => bench.accounts,
        liveSession: async (id) => bench.sessions.get(id) ?? null,
      },
      lineCache,
      async readOrder(orderId) {
        const details = bench.orders.get(orderId);
        if (details === undefined) throw refusal('NotFound');
        return structuredClone(details);
      },
      refreshCache: async () => true,
      openInBrowser: async (address) => {
        bench.opened.push(address);
        return true;
      },
      person: () => ({ name: 'Li Wei', station: 'Bench' }),
      now: time.now,
      schedule: time.schedule,
      onChange: () => {},
      onQuestions: (reason, count) => void bench.heard.push(`${reason} ${count}`),
      onUnexpected: (error) => void bench.unexpected.push(error),
    });

  const bench: StartsBench = {
    platform,
    database,
    lineCache,
    time,
    activities: undefined as unknown as Activities,
    accounts: [account('wang_01', time.now() + 20 * hourMs), account('lin_88', time.now() + 5 * hourMs)],
    sessions: new Map(),
    orders: new Map(),
    heard: [],
    opened: [],
    unexpected: [],
    view: () => bench.activities.view(),
    account(id) {
      const found = bench.accounts.find((each) => each.id === id);
      if (found === undefined) throw new Error(`There is no account ${id}`);
      return found;
    },
    put(orderId, ...lines) {
      const made = lines.map(({ id, ...change }, index) =>
        orderLine(id, {
          orderId,
          lineNumber: index + 1,
          providerType: 'Taobao',
          providerOrderId: '',
          canBePurchased: true,
          statusId: 2,
          waybill: '',
          ...change,
        }),
      );
      bench.orders.set(orderId, { order: orderInfo(orderId), lines: made });
      lineCache.storeDetails({ order: orderInfo(orderId), lines: made }, time.now());
    },
    settle,
    async pass(ms) {
      for (let passed = 0; passed < ms; passed += 250) {
        time.advance(250);
        await settle();
      }
    },
    async restart() {
      await bench.activities.close();
      bench.activities = start();
      bench.activities.online(true);
      await settle();
    },
  };
  for (const { id, endsAt } of bench.accounts) bench.sessions.set(id, { id: `secret-of-${id}`, endsAt });
  bench.activities = start();
  bench.activities.online(true);
  await settle();
  return bench;
}

function account(name: string, endsAt: number): AccountChoice {
  return { id: name, name, providerType: 'Taobao', providerName: 'Taobao', isSessionRequired: true, endsAt };
}

type RequestOf<Kind extends StartRequest['kind']> = Extract<StartRequest, { kind: Kind }>;

let requests = 0;

function common(): Pick<StartRequest, 'requestId' | 'accountId' | 'despite'> {
  requests += 1;
  return { requestId: `00000000-0000-4000-8000-${String(requests).padStart(12, '0')}`, accountId: 'wang_01', despite: [] };
}

/** A request for an export of a whole order with wang_01, unless said otherwise. */
export function exportRequest(change: Partial<RequestOf<'export'>> = {}): RequestOf<'export'> {
  return { kind: 'export', ...common(), orderId: 'ORD-0000012345', lineIds: [], ...change };
}

/** A request for a synchronisation of all orders with wang_01, unless said otherwise. */
export function synchroniseRequest(change: Partial<RequestOf<'synchronise'>> = {}): RequestOf<'synchronise'> {
  return { kind: 'synchronise', ...common(), orderIds: [], ...change };
}

/** The reason of the fault with which something fails; `none` when it does not. */
export function reasonOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (fault: { error?: { details?: { reason?: string } } }) => fault.error?.details?.reason ?? JSON.stringify(fault),
  );
}

/** The calls that change something at OT Platform, in their order. */
export function sentBy({ platform }: Pick<StartsBench, 'platform'>): string[] {
  return platform.calls.filter((call) => !call.startsWith('search') && !call.startsWith('info'));
}
