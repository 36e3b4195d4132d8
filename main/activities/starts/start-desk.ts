import { conflict, notFound, StationFault, type ActivityAddress, type StartDoubt, type StartRequest } from '../../../preload/contract/index.ts';
import { numberOfOrderId } from '../../orders/index.ts';
import { describeError, isOtapiError, type OrderDetails, type OtapiClient } from '../../otapi/index.ts';
import type { AccountChoice, Accounts, LiveSession } from '../../sessions/index.ts';
import { activityLines } from '../known/activity-line.ts';
import type { ConcernedOrder } from '../known/known-activity.ts';
import type { Registry } from '../known/registry.ts';
import type { Person } from '../person.ts';
import { obstacleOf } from './obstacles.ts';
import { activitiesOf, readOrderOrFail, type PreparationParts } from './preparation.ts';
import type { StartStore, StoredStart } from './start-store.ts';

/** What an activity is about, as far as its start tells. */
export type Concerned = Parameters<Registry['adopt']>[1];

/** Starts activities, each request once. */
export interface StartDesk {
  /**
   * Sends a start to OT Platform; null when it is not known whether OT Platform has begun. The same request again gives
   * what became of the first. Faults: `account-gone`, `order-gone`, `no-session`, `lines-blocked`, `start-settled`,
   * `closing`, a doubt that `despite` does not name. Rejects with `OtapiError` when it
   * was refused; then it may come again.
   */
  start(request: StartRequest): Promise<ActivityAddress | null>;
  /** Resolves when nothing is left to come of starts that were sent. */
  idle(): Promise<void>;
}

export interface StartDeskParts extends PreparationParts {
  client: Pick<OtapiClient, 'activities'>;
  accounts: Pick<Accounts, 'list' | 'liveSession'>;
  store: StartStore;
  person: () => Person;
  now: () => number;
  /** Aborted when the station ends: nothing is sent any more. */
  signal: AbortSignal;
  /** A start has become an activity; writes both down. */
  onBegun: (start: StoredStart, activity: ActivityAddress, concerned: Concerned) => void;
  /** Nobody knows whether this start has begun: the list of activities may tell. */
  onUnknown: (start: StoredStart) => void;
  onChange: () => void;
  onUnexpected: (error: unknown) => void;
}

export function createStartDesk(parts: StartDeskParts): StartDesk {
  const { client, registry, accounts, store, person, now, signal, onBegun, onUnknown, onChange, onUnexpected } = parts;
  const sending = new Map<string, Promise<ActivityAddress | null>>();
  /** Those of `sending` of which OT Platform may have heard. */
  const sent = new Set<Promise<unknown>>();

  function accountOf({ accountId }: StartRequest): AccountChoice {
    const account = accounts.list().find(({ id }) => id === accountId);
    if (account === undefined) throw new StationFault(notFound('account-gone'));
    return account;
  }

  async function sessionOf({ id, name }: AccountChoice): Promise<LiveSession> {
    const session = await accounts.liveSession(id);
    if (session === null) throw new StationFault(conflict('no-session', { account: name }));
    return session;
  }

  /** What a person has to say yes to first; the gravest comes first. */
  function doubtsOf(request: StartRequest, account: AccountChoice, session: LiveSession): StartDoubt[] {
    const orderIds = ordersOf(request);
    const doubts: StartDoubt[] = [];
    const touches = ({ kind, orders, providerType }: StoredStart): boolean => {
      // A synchronisation changes no bond: it may run beside whatever buys, binds or unbinds.
      if ((kind === 'synchronise') !== (request.kind === 'synchronise')) return false;
      const isOfAll = orderIds.length === 0 || orders.length === 0;
      return isOfAll ? providerType === account.providerType : orders.some(({ id }) => orderIds.includes(id));
    };
    if (store.unsettled().some(touches)) doubts.push('not-known');
    if (isUnderWay(request, account)) doubts.push('under-way');
    if (session.endsAt !== null && session.endsAt <= now()) doubts.push('session-over');
    return doubts.filter((doubt) => !request.despite.includes(doubt));
  }

  /** One of the same order, or, for a synchronisation of all orders, another one of all of them with the same provider. */
  function isUnderWay(request: StartRequest, account: AccountChoice): boolean {
    const orderIds = ordersOf(request);
    if (orderIds.length > 0) return activitiesOf(registry, orderIds).length > 0;
    return registry.underWay().some((known) => {
      const start = known.kind === 'synchronise' ? store.ofActivity(known) : null;
      return start?.orders.length === 0 && start.providerType === account.providerType;
    });
  }

  async function concernedOf(request: StartRequest): Promise<Concerned> {
    if (request.kind === 'synchronise') return { orders: request.orderIds.map(orderById), lines: [] };
    const details = await readOrderOrFail(parts, request.orderId);
    checkLines(request, details);
    const chosen = new Set(request.lineIds);
    const lines = activityLines(details).filter(({ lineId }) => chosen.size === 0 || chosen.has(lineId));
    return { orders: [{ id: details.order.id, number: details.order.displayId }], lines };
  }

  async function begin(request: StartRequest): Promise<ActivityAddress | null> {
    const account = accountOf(request);
    const [concerned] = await Promise.all([concernedOf(request), parts.readList()]);
    const session = await sessionOf(account);
    if (signal.aborted) throw new StationFault(conflict('closing'));
    const [doubt] = doubtsOf(request, account, session);
    if (doubt !== undefined) throw new StationFault(conflict(doubt, { account: account.name }));
    const { name: by, station } = person();
    const start = store.begin({
      id: request.requestId,
      kind: request.kind,
      providerType: account.providerType,
      accountName: account.name,
      orders: concerned.orders,
      lineIds: request.kind === 'synchronise' ? [] : request.lineIds,
      providerOrderIds: request.kind === 'link' ? request.providerOrderIds : [],
      by,
      station,
      at: now(),
    });
    onChange();
    const underWay = send(request, start, { concerned, sessionId: session.id });
    sent.add(underWay);
    try {
      return await underWay;
    } finally {
      sent.delete(underWay);
    }
  }

  async function send(request: StartRequest, start: StoredStart, { concerned, sessionId }: { concerned: Concerned; sessionId: string }): Promise<ActivityAddress | null> {
    try {
      const activity = await run(request, { providerType: start.providerType, providerSessionId: sessionId });
      onBegun(start, activity, concerned);
      return activity;
    } catch (error) {
      return failed(start, error);
    }
  }

  /** Whatever is not a refusal, such as an activity of a type that nobody knows, may have begun. */
  function failed(start: StoredStart, failure: unknown): null {
    const isRefused = isOtapiError(failure) && !failure.outcomeUnknown;
    store.end(start.id, { state: isRefused ? 'refused' : 'unknown', error: signal.aborted ? conflict('stopped-while-sending') : describeError(failure), activity: null });
    if (isRefused) throw failure;
    if (!isOtapiError(failure)) onUnexpected(failure);
    onUnknown(start);
    return null;
  }

  function run(request: StartRequest, with_: { providerType: string; providerSessionId: string }): Promise<ActivityAddress> {
    const { activities } = client;
    const options = { signal };
    switch (request.kind) {
      case 'export':
        return activities.exportOrder({ ...with_, orderId: request.orderId, lineIds: request.lineIds }, options);
      case 'synchronise':
        return activities.synchronise({ ...with_, orderIds: request.orderIds }, options);
      case 'link':
        return activities.link(
          { ...with_, orderId: request.orderId, lineIds: request.lineIds, providerOrderIds: request.providerOrderIds },
          options,
        );
      case 'unlink':
        return activities.unlink({ ...with_, orderId: request.orderId, lineIds: request.lineIds }, options);
    }
  }

  /** What became of a request that came before; undefined when it may be sent: it never came, or was refused. */
  function earlier(requestId: string): ActivityAddress | null | undefined {
    const before = store.find(requestId);
    if (before === null || before.state === 'refused') return undefined;
    if (before.state === 'not-begun') throw new StationFault(conflict('start-settled'));
    return before.activity;
  }

  return {
    async start(request) {
      const underWay = sending.get(request.requestId);
      if (underWay !== undefined) return underWay;
      const before = earlier(request.requestId);
      if (before !== undefined) return before;
      const work = begin(request);
      sending.set(request.requestId, work);
      try {
        return await work;
      } finally {
        sending.delete(request.requestId);
        onChange();
      }
    },
    async idle() {
      await Promise.allSettled(sent);
    },
  };
}

/** Other stations work on the order too: a line may be bound, or gone, since it was chosen. */
function checkLines(request: Exclude<StartRequest, { kind: 'synchronise' }>, { lines }: OrderDetails): void {
  const free = lines.filter((line) => !obstacleOf(line, request.kind).isBlocked).map(({ id }) => id);
  const isWhole = request.lineIds.length === 0;
  const isRight = isWhole ? free.length > 0 : request.lineIds.every((id) => free.includes(id));
  if (!isRight) throw new StationFault(conflict('lines-blocked'));
}

/** Empty: all orders. */
function ordersOf(request: StartRequest): string[] {
  return request.kind === 'synchronise' ? request.orderIds : [request.orderId];
}

function orderById(id: string): ConcernedOrder {
  return { id, number: numberOfOrderId(id) };
}
