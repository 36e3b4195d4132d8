import {
  type CallArgument,
  type CallValue,
  type ImportRun,
  type OrderingView,
  type StationCalls,
} from '../../preload/contract/index.ts';
import { orderIdOf, type LineCache, type OrderCache } from '../orders/index.ts';
import { isOtapiError, type OrderDetails, type OtapiClient } from '../otapi/index.ts';
import type { Database } from '../storage/index.ts';
import type { Schedule, Sync } from '../sync/index.ts';
import { createChoices } from './customer/choices.ts';
import { createCustomer, customerFault, type CustomerPasswords } from './customer/customer.ts';
import { createDraftDesk } from './drafts/draft-desk.ts';
import { createDraftStore } from './drafts/draft-store.ts';
import { createOrdersDesk } from './following/orders-desk.ts';
import { createFileStore } from './imports/file-store.ts';
import { createImportDesk, type FileSaver } from './imports/import-desk.ts';
import { createRunDesk } from './imports/run-desk.ts';
import { createRunStore } from './imports/run-store.ts';
import { createOrderingMemory } from './memory.ts';
import { createPayer } from './payments/payer.ts';
import { createPaymentDesk } from './payments/payment-desk.ts';
import { createPaymentStore } from './payments/payment-store.ts';
import type { Person } from './person.ts';
import { createOrderSender } from './sending/order-sender.ts';
import { createSendingDesk } from './sending/sending-desk.ts';
import type { SentRecord } from './sending/sent-record.ts';
import { createSentStore } from './sending/sent-store.ts';
import { createUnderWay } from './under-way.ts';
import { usualTiming, type OrderingTiming } from './timing.ts';

type Handlers<Domain extends keyof StationCalls> = {
  [Name in keyof StationCalls[Domain]]: (
    argument: CallArgument<StationCalls[Domain][Name]>,
  ) => CallValue<StationCalls[Domain][Name]> | Promise<CallValue<StationCalls[Domain][Name]>>;
};

export interface OrderingParts {
  database: Database;
  /** The instance's folder: files of orders are kept in it. */
  folder: string;
  client: OtapiClient;
  lineCache: LineCache;
  orderCache: OrderCache;
  /** Reads whole orders, and lists of them, into the cache. */
  sync: Pick<Sync, 'readOrder' | 'readOrders'>;
  /** Those of these lines of which the outbox still has something to tell OT Platform. */
  inOutbox: (lineIds: string[]) => ReadonlySet<string>;
  passwords: CustomerPasswords;
  saveFile: FileSaver;
  csvSeparator: () => ',' | ';';
  /** In which OT Platform names things. */
  language: () => string;
  person: () => Person;
  now: () => number;
  schedule: Schedule;
  timing?: OrderingTiming;
  /** The view of ordering may be another. */
  onChange: () => void;
  /** A run has come further. */
  onRun: (runId: string) => void;
  onUnexpected: (error: unknown) => void;
}

/** Adding orders, following and paying them, and whole files of them. */
export interface Ordering {
  calls: { ordering: Handlers<'ordering'>; orders: Handlers<'orders'>; imports: Handlers<'imports'> };
  /** Goes on with what the last stop of the station has left. */
  start(): void;
  view(): Promise<OrderingView>;
  run(id: string): ImportRun;
  online(isOnline: boolean): void;
  /** Ends what is under way; resolves when nothing is left to come. */
  close(): Promise<void>;
}

/** As many of those that need nobody's eye stand in the view. */
const settledShown = 10;
const openShown = 50;

export function createOrdering(parts: OrderingParts): Ordering {
  const { database, client, sync, person, now, schedule, onUnexpected } = parts;
  const timing = parts.timing ?? usualTiming;
  const closing = new AbortController();
  const { signal } = closing;
  const transaction = <T>(work: () => T): T => database.transaction(work);
  const readOrder = (orderId: string): Promise<OrderDetails> => sync.readOrder(orderId);
  const underWay = createUnderWay();
  let revision = 0;
  let isReached = false;

  const memory = createOrderingMemory(database);
  const customer = createCustomer({ client, memory, passwords: parts.passwords, signal });
  const choices = createChoices({ client, memory, language: parts.language, now, signal });
  const drafts = createDraftStore(database, now);
  const sentStore = createSentStore(database, now);
  const draftDesk = createDraftDesk(drafts, sentStore);
  const paymentStore = createPaymentStore(database);
  const runStore = createRunStore(database);

  const sender = createOrderSender({
    client,
    store: sentStore,
    customer: ({ customerLogin, customerWay }) => customer.loginOf(customerLogin, customerWay),
    customerId: (login) => (customer.chosen()?.login === login ? (customer.chosen()?.id ?? null) : null),
    onCustomerId: (login, id) => customer.learnId(login, id),
    readOrder,
    now,
    schedule,
    timing,
    signal,
    onChange: sentChanged,
    onUnexpected,
  });
  const payer = createPayer({
    client,
    store: paymentStore,
    readOrder,
    now,
    schedule,
    timing,
    signal,
    onChange({ orderId }, standing) {
      const record = sentStore.ofOrder(orderId);
      if (record !== null && standing !== null) {
        sentStore.change(record.id, { remaining: standing.remaining, isCancelled: standing.isCancelled });
      }
      if (record !== null && record.runId !== null && !signal.aborted) parts.onRun(record.runId);
      touched();
    },
    onUnexpected,
  });
  const payments = createPaymentDesk({ client, readOrder, store: paymentStore, payer, person, now, signal, onChange: touched });
  const runs = createRunDesk({ runs: runStore, sent: sentStore, sender, payments, transaction, now, onChange: runChanged });
  const desk = createSendingDesk({
    client,
    store: sentStore,
    sender,
    drafts,
    customer,
    choices,
    payments,
    readOrder,
    orderIdOf,
    transaction,
    person,
    now,
    signal,
    onChange: sentChanged,
    keptDraft: (id) => draftDesk.find(id),
  });
  const imports = createImportDesk({
    files: createFileStore(database, parts.folder, now),
    runs: runStore,
    sent: sentStore,
    sender,
    customer,
    choices,
    transaction,
    person,
    now,
    saveFile: parts.saveFile,
    csvSeparator: parts.csvSeparator,
    shownRun: (id) => runs.run(id),
    onChange: runChanged,
  });
  const orders = createOrdersDesk({ ...parts, sent: sentStore, underWay, signal });

  function touched(): void {
    revision += 1;
    if (!signal.aborted) parts.onChange();
  }

  function runChanged(runId: string): void {
    if (!signal.aborted) parts.onRun(runId);
    touched();
  }

  function sentChanged(record: SentRecord): void {
    runs.sentChanged(record);
    touched();
  }

  async function view(): Promise<OrderingView> {
    const at = revision;
    const open = sentStore.openAlone(openShown);
    const known = new Set(open.map(({ id }) => id));
    const others = sentStore.alone(settledShown, null).filter(({ id }) => !known.has(id));
    const sent = [...open, ...others].toSorted((one, other) => other.number - one.number);
    return {
      revision: at,
      customer: await customer.view(),
      drafts: draftDesk.kept(),
      sent: sent.map((record) => desk.summary(record)),
      counts: sentStore.counts(),
    };
  }

  async function chooseCustomer(choice: CallArgument<StationCalls['ordering']['chooseCustomer']>): Promise<OrderingView> {
    const before = customer.chosen()?.login;
    try {
      await customer.choose(choice);
    } catch (error) {
      throw customerFault(error);
    }
    if (before !== choice.login) choices.forgetProfiles();
    sender.wake();
    touched();
    return view();
  }

  const ordering: Handlers<'ordering'> = {
    view,
    findCustomers: async ({ text }) => ({ customers: await customer.find(text) }),
    chooseCustomer: (choice) => underWay.track(chooseCustomer(choice)),
    async forgetCustomer() {
      await customer.forget();
      choices.forgetProfiles();
      touched();
      return view();
    },
    async choices({ refresh }) {
      if (refresh || choices.areOld()) {
        try {
          await choices.refresh(customer.chosen()?.id ?? null);
        } catch (error) {
          // Who did not ask for newer ones goes on with those that are known.
          if (refresh || choices.view().readAt === null || !isOtapiError(error)) throw error;
        }
      }
      return choices.view();
    },
    usedReferences: ({ references }) => ({ used: sentStore.usedReferences(references) }),
    saveDraft({ id, draft }) {
      const saved = draftDesk.save(id, draft);
      touched();
      return saved;
    },
    discardDraft({ id }) {
      drafts.discard(id);
      touched();
      return view();
    },
    restoreDraft({ id }) {
      drafts.restore(id);
      touched();
      return view();
    },
    send: (request) => desk.send(request),
    sent: ({ id }) => desk.sent(id),
    history({ before, limit }) {
      const found = sentStore.all(limit + 1, before === null ? null : Number(before));
      const shown = found.slice(0, limit);
      const next = found.length > limit ? String(shown.at(-1)?.number ?? 0) : null;
      return { sent: shown.map((record) => desk.summary(record)), next };
    },
    accept: ({ id }) => desk.accept(id),
    correct: ({ id, cancel }) => underWay.track(desk.correct(id, cancel)),
    stop: ({ id }) => desk.stop(id),
    look: ({ id }) => desk.look(id),
    sendAgain: ({ id }) => desk.sendAgain(id),
    identify: ({ id, orderNumber }) => underWay.track(desk.identify(id, orderNumber)),
    preparePayment: ({ orderId }) => payments.prepare(orderId),
    pay: (request) => underWay.track(payments.pay(request)),
    payments: ({ orderId }) => ({ payments: payments.ofOrder(orderId) }),
    continuePayment: ({ id }) => payments.goOn(id),
    stopPayment: ({ id }) => payments.stop(id),
  };

  return {
    calls: {
      ordering,
      orders: orders.calls,
      imports: {
        ...imports.calls,
        runs: () => ({ runs: runs.runs() }),
        run: ({ id }) => runs.run(id),
        rows: (query) => runs.rows(query),
        pause: ({ id }) => runs.pause(id),
        resume: ({ id }) => runs.resume(id),
        stop: ({ id }) => runs.stop(id),
        accept: ({ id, sentIds }) => runs.accept(id, sentIds),
      },
    },
    start() {
      runs.payDue();
      sender.wake();
      payer.wake();
    },
    view,
    run: (id) => runs.run(id),
    online(isOnline) {
      // It is told again and again, and what OT Platform asks to wait for is not over by that.
      if (isOnline && !isReached) {
        sender.online();
        payer.online();
      }
      isReached = isOnline;
    },
    async close() {
      closing.abort();
      await Promise.all([sender.stop(), payer.stop(), underWay.idle()]);
    },
  };
}
