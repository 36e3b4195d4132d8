import { basename, dirname } from 'node:path';
import { createActivities } from '../activities/index.ts';
import { createOrdering } from '../ordering/index.ts';
import { createLineCache, createOrderCache, startCacheWriting } from '../orders/index.ts';
import { createBulkReader, createOtapiClient, type OtapiClient, type OtapiCredentials, type OtapiLogRecord } from '../otapi/index.ts';
import { createReceiving } from '../receiving/index.ts';
import { createAccounts, type SessionWarning } from '../sessions/index.ts';
import { keepCheckpoints, type Database } from '../storage/index.ts';
import { createOutboxStore, createSync, scheduleByTimer } from '../sync/index.ts';
import { createClientWithoutLogin, type NoLogin } from './client-without-login.ts';
import { customerPasswords } from './customer-passwords.ts';
import type { Instance } from './instance.ts';
import { keepJournalCopies } from './journal-copies.ts';
import type { StationLog, StationSurroundings } from './surroundings.ts';
import { createOrderNews } from './order-news.ts';
import { createThrottle } from './throttle.ts';

export interface InstanceParts {
  /** Journal and cache of the instance. Closed with it. */
  database: Database;
  /** Where there is none, the instance works offline. */
  login: OtapiCredentials | NoLogin;
  mode: 'practice' | 'instance';
  surroundings: Pick<StationSurroundings, 'profile' | 'settings' | 'secrets' | 'log' | 'emit' | 'now' | 'loginSurface' | 'desktop'>;
  /** Lets the logins of a provider open one more site from now on. */
  allowSite: (providerType: string, host: string) => void;
  /** Provider sessions end soon or have ended. */
  onSessionWarning: (warning: SessionWarning, names: string[]) => void;
  /** Something of the status may be another. */
  onChange: () => void;
  /** No copy of the journal could be made for hours. */
  onJournalNotCopied: () => void;
}

const outboxIntervalMs = 100;
/** Twenty activities at work change several times a second; a page needs to hear of it a few times. */
const activitiesIntervalMs = 200;
const orderingIntervalMs = 200;

/** Puts the domains to work on one instance: client, cache, receiving, and what goes on in the background. */
export function openInstance(parts: InstanceParts): Instance {
  const { database, login, surroundings, onChange, onJournalNotCopied } = parts;
  const { settings, log, emit, now } = surroundings;
  const stationSettings = () => settings.read().station;
  const person = () => ({ name: stationSettings().receiverName, station: stationSettings().stationName });
  const onUnexpected = (error: unknown): void => log.error({ error }, 'Work in the background failed');

  const { journal, cache } = database.files;
  const checkpoints = keepCheckpoints([journal, cache], onUnexpected);
  const copies = keepJournalCopies({ journal, now, log, onKeepsFailing: onJournalNotCopied });
  const bulkReader = createBulkReader();
  const client = typeof login === 'string' ? createClientWithoutLogin(login) : createClient(login);
  const lineCache = createLineCache(database, { now });
  const writing = startCacheWriting(database);
  const outbox = createOutboxStore(database, { now });
  const outboxNews = createThrottle(outboxIntervalMs, () => {
    emit('outbox.changed', outbox.summary());
    onChange();
  });
  outbox.onChange(() => outboxNews.touch());

  const receiving = createReceiving({
    database,
    lineCache,
    outbox,
    client: () => (typeof login === 'string' ? null : client),
    settings: stationSettings,
    now,
    emit,
    onUnexpected,
  });
  const changedOrders = createOrderNews((orderIds) => emit('orders.changed', { orderIds }));
  const sync = createSync({
    database,
    outbox,
    lineCache,
    writing,
    client,
    now,
    refreshMinutes: () => stationSettings().refreshMinutes,
    language: () => stationSettings().language,
    openWaybills: () => receiving.unknownWaybills(),
    onOperation: () => outboxNews.touch(),
    onLines(change) {
      receiving.cacheChanged(change);
      onChange();
    },
    onOrders: (orderIds) => changedOrders.add(orderIds),
    onStatusNames: () => emit('orders.changed', { orderIds: [] }),
    onStatus() {
      const isOnline = sync.network().state === 'online';
      accounts.online(isOnline);
      activities.online(isOnline);
      ordering.online(isOnline);
      onChange();
    },
    onUnexpected,
  });
  const accounts = createAccounts({
    database,
    client,
    surface: surroundings.loginSurface,
    settings: () => stationSettings().accounts,
    allowSite: parts.allowSite,
    isPractice: parts.mode === 'practice',
    now,
    schedule: scheduleByTimer,
    registerSecret: (secret) => log.registerSecret(secret),
    warn: parts.onSessionWarning,
    onChange: (view) => emit('accounts.changed', view),
    onUnexpected,
  });
  const activitiesNews = createThrottle(activitiesIntervalMs, () => emit('activities.changed', activities.view()));
  const activities = createActivities({
    database,
    client,
    accounts,
    lineCache,
    readOrder: (orderId) => sync.readOrder(orderId),
    refreshCache: () => sync.refreshCache(),
    openInBrowser: async (address) => (await surroundings.desktop.openInBrowser(address)).opened,
    person,
    now,
    schedule: scheduleByTimer,
    onChange: () => activitiesNews.touch(),
    onQuestions(reason, count) {
      emit('questions.waiting', { reason, count });
      surroundings.desktop.notify({ code: 'questions-waiting', count });
    },
    onUnexpected,
  });
  const orderingNews = createThrottle(orderingIntervalMs, () => void tellOrdering());
  const changedRuns = new Set<string>();
  const runNews = createThrottle(orderingIntervalMs, tellOfRuns);
  const folder = dirname(database.files.journal);
  const ordering = createOrdering({
    database,
    folder,
    client,
    lineCache,
    orderCache: createOrderCache(database, { now }),
    sync,
    inOutbox: (lineIds) => new Set([...outbox.pendingPieces(lineIds).keys(), ...outbox.piecesToTakeBack(lineIds).keys()]),
    passwords: customerPasswords({ profile: surroundings.profile, instanceId: basename(folder), secrets: surroundings.secrets, log }),
    saveFile: (name, bytes) => surroundings.desktop.saveFile(name, bytes),
    language: () => stationSettings().language,
    csvSeparator: () => (stationSettings().language === 'ru' ? ';' : ','),
    person,
    now,
    schedule: scheduleByTimer,
    onChange: () => orderingNews.touch(),
    onRun(runId) {
      changedRuns.add(runId);
      runNews.touch();
    },
    onUnexpected,
  });
  sync.start();
  ordering.start();

  async function tellOrdering(): Promise<void> {
    try {
      emit('ordering.changed', await ordering.view());
    } catch (error) {
      onUnexpected(error);
    }
  }

  function tellOfRuns(): void {
    const runIds = [...changedRuns];
    changedRuns.clear();
    for (const id of runIds) emit('imports.changed', ordering.run(id));
  }

  function createClient(credentials: OtapiCredentials): OtapiClient {
    return createOtapiClient({
      credentials,
      language: () => stationSettings().language,
      clock: { now: () => new Date(now()) },
      onContact: (outcome) => sync.contact(outcome),
      log: (record) => writeRecord(log, record),
      bulkReader,
      onReaderFailed: onUnexpected,
    });
  }

  return {
    handlers: {
      receiving: receivingCalls(),
      lookup: receiving.lookup,
      outbox: outboxCalls(),
      accounts: accounts.calls,
      activities: activities.calls,
      ...ordering.calls,
    },
    network() {
      const { state, error, lastContactAt } = sync.network();
      return { state, error, lastContactAt: lastContactAt === null ? null : new Date(lastContactAt).toISOString() };
    },
    cache: () => sync.cache(),
    outbox: () => outbox.summary(),
    unknownParcels: () => receiving.unknownCounts(),
    refreshCache: () => sync.refreshCache(),
    pauseFill: () => sync.pauseFill(),
    resumeFill: () => sync.resumeFill(),
    settingsChanged() {
      accounts.look();
      sync.settingsChanged();
    },
    wake() {
      sync.wake();
      accounts.look();
    },
    pictureAddress: (lineId) => lineCache.find([lineId])[0]?.pictureUrl || null,
    async close() {
      await Promise.all([accounts.close(), activities.close(), ordering.close()]);
      await sync.stop();
      client.close();
      await receiving.settled();
      outboxNews.stop();
      activitiesNews.stop();
      orderingNews.stop();
      changedOrders.stop();
      runNews.stop();
      await Promise.all([copies.stop(), checkpoints.stop(), writing.stop(), bulkReader.stop()]);
      database.close();
    },
  };

  /** A scan may find an unknown parcel, which the status counts; the answer to the page goes first. */
  function receivingCalls(): Instance['handlers']['receiving'] {
    const counted = <T>(answer: T): T => {
      setImmediate(onChange);
      return answer;
    };
    const { scan, closeUnknownParcel, ...rest } = receiving.calls;
    return {
      ...rest,
      scan(argument) {
        sync.scanned();
        return counted(scan(argument));
      },
      closeUnknownParcel: (argument) => counted(closeUnknownParcel(argument)),
    };
  }

  function outboxCalls(): Instance['handlers']['outbox'] {
    return {
      list: (query) => outbox.list(query),
      retry: ({ id }) => outbox.retry(id),
      setAside: ({ id }) => outbox.setAside(id),
      acknowledge: ({ id }) => outbox.acknowledge(id),
    };
  }
}

/** Failed calls and strange answers are for the log; calls that went well are only for whoever looks closely. */
function writeRecord(log: StationLog, record: OtapiLogRecord): void {
  if (record.event === 'misfit') log.warn({ otapi: record }, 'OT Platform answered with something that was not expected');
  else if (record.outcome === 'ok') log.debug({ otapi: record }, 'Called OT Platform');
  else log.info({ otapi: record }, 'A call to OT Platform failed');
}
