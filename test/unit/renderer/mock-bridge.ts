import type { AccountsView } from '../../../preload/contract/accounts.ts';
import type { Result, StationError } from '../../../preload/contract/call.ts';
import type { StationBridge } from '../../../preload/contract/channels.ts';
import type { ConnectionTest, ConnectionView } from '../../../preload/contract/connection.ts';
import type { StationEvent, StationEvents } from '../../../preload/contract/events.ts';
import type { StationSettings } from '../../../preload/contract/settings.ts';
import type { StationStatus } from '../../../preload/contract/status.ts';
import { createMockAccounts } from './mock-accounts.ts';
import { createMockReceiving } from './mock-receiving.ts';
import { sampleAccountSettings, sampleAccountsView } from './sample-accounts.ts';
import { ago, sampleOperations } from './sample-world.ts';

/** What a test or a picture may set before or while it runs. */
export interface MockWorld {
  settings: StationSettings;
  status: StationStatus;
  connection: ConnectionView;
  connectionTest: ConnectionTest;
  accounts: AccountsView;
  /** What the clipboard holds. */
  copied: string;
  /** The next call named here, such as `receiving.scan`, answers with this error. */
  failures: Map<string, StationError>;
  /** Every call takes so long. */
  delayMs: number;
}

export interface MockBridge {
  bridge: StationBridge;
  world: MockWorld;
  /** Tells the pages something, as main does. */
  emit<Name extends StationEvent>(name: Name, value: StationEvents[Name]): void;
  calls: { name: string; argument: unknown }[];
}

const mockSettings: StationSettings = {
  language: 'en',
  theme: 'light',
  textSize: 100,
  stationName: 'Station 1',
  receiverName: 'Ivan Orlov',
  sound: false,
  soundVolume: 0.5,
  scanner: { maximumGapMs: 100, quietMs: 200, minimumLength: 4, prefix: '', suffix: '' },
  doubleTriggerMs: 1500,
  refreshMinutes: 5,
  accounts: sampleAccountSettings,
  recipient: null,
};

/** A bridge whose main is this page: enough of the domains to draw every screen and to try the receive screen. */
export function createMockBridge(part: Partial<MockWorld> = {}): MockBridge {
  const world: MockWorld = {
    settings: { ...mockSettings },
    status: mockStatus(),
    connection: mockConnection(),
    connectionTest: { ok: true, operatorName: 'Warehouse 1', roundTripMs: 84, lines: 41_208 },
    accounts: sampleAccountsView(),
    copied: '',
    failures: new Map(),
    delayMs: 0,
    ...part,
  };
  const listeners = new Map<string, Set<(value: never) => void>>();
  const calls: MockBridge['calls'] = [];

  function emit<Name extends StationEvent>(name: Name, value: StationEvents[Name]): void {
    for (const listener of listeners.get(name) ?? []) listener(value as never);
  }

  /** Makes a call of the bridge out of a function: noted, delayed, failing when a test asks for it. */
  function call<Argument, Value>(name: string, answer: (argument: Argument) => Value) {
    return async (argument: Argument): Promise<Result<Value>> => {
      calls.push({ name, argument });
      await new Promise((resolve) => setTimeout(resolve, world.delayMs));
      const error = world.failures.get(name);
      world.failures.delete(name);
      return error ? { ok: false, error } : { ok: true, value: answer(argument) };
    };
  }

  const receiving = createMockReceiving();
  const accounts = createMockAccounts(
    () => world.accounts,
    (view) => {
      world.accounts = view;
      emit('accounts.changed', view);
    },
  );
  const operations = sampleOperations();
  const operation = (id: string) => operations.find((candidate) => candidate.id === id) ?? operations[0]!;

  function changeStatus(change: Partial<StationStatus>): StationStatus {
    world.status = { ...world.status, ...change };
    emit('status.changed', world.status);
    return world.status;
  }

  const bridge = {
    receiving: {
      scan: call('receiving.scan', receiving.scan),
      parcel: call('receiving.parcel', receiving.parcel),
      receive: call('receiving.receive', receiving.receive),
      undoLast: call('receiving.undoLast', receiving.undoLast),
      journal: call('receiving.journal', receiving.journal),
      totals: call('receiving.totals', receiving.totals),
      unknownParcels: call('receiving.unknownParcels', receiving.unknownParcels),
      noteUnknownParcel: call('receiving.noteUnknownParcel', receiving.noteUnknownParcel),
      closeUnknownParcel: call('receiving.closeUnknownParcel', receiving.closeUnknownParcel),
    },
    lookup: {
      search: call('lookup.search', receiving.search),
      searchOnline: call('lookup.searchOnline', receiving.search),
      awaited: call('lookup.awaited', receiving.awaited),
    },
    outbox: {
      list: call('outbox.list', ({ show = 'open' }: { show?: 'open' | 'all' | undefined }) => {
        const closed = ['withdrawn', 'done'];
        const shown = operations.filter(({ state, remark }) => show === 'all' || remark !== null || !closed.includes(state));
        return { operations: shown, total: shown.length };
      }),
      retry: call('outbox.retry', ({ id }: { id: string }) => operation(id)),
      setAside: call('outbox.setAside', ({ id }: { id: string }) => operation(id)),
      acknowledge: call('outbox.acknowledge', ({ id }: { id: string }) => operation(id)),
    },
    accounts: Object.fromEntries(
      Object.entries(accounts).map(([name, answer]) => [name, call(`accounts.${name}`, answer as (argument: never) => unknown)]),
    ),
    connection: {
      view: call('connection.view', () => world.connection),
      test: call('connection.test', () => world.connectionTest),
      connect: call('connection.connect', () => world.connectionTest),
      practise: call('connection.practise', () => {
        changeStatus({ mode: 'practice' });
        return world.connection;
      }),
      disconnect: call('connection.disconnect', () => {
        changeStatus({ mode: 'none' });
        return world.connection;
      }),
    },
    settings: {
      read: call('settings.read', () => world.settings),
      change: call('settings.change', (change: Partial<StationSettings>) => {
        world.settings = { ...world.settings, ...change };
        emit('settings.changed', world.settings);
        return world.settings;
      }),
    },
    status: {
      read: call('status.read', () => world.status),
      about: call('status.about', () => ({
        version: '0.1.0',
        runtime: 'Electron 45.4.1, Chromium 152',
        profile: 'C:\\Users\\warehouse\\AppData\\Roaming\\Warehouse Station',
      })),
      dismissNotice: call('status.dismissNotice', ({ id }: { id: string }) =>
        changeStatus({ notices: world.status.notices.filter((notice) => notice.id !== id) }),
      ),
      refreshCache: call('status.refreshCache', () => world.status),
      pauseFill: call('status.pauseFill', () => world.status),
      resumeFill: call('status.resumeFill', () => world.status),
    },
    desktop: {
      copyText: call('desktop.copyText', ({ text }: { text: string }) => {
        world.copied = text;
        return { copied: true };
      }),
      print: call('desktop.print', () => ({ printed: true })),
    },
    on(name: string, listener: (value: never) => void) {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known);
      known.add(listener);
      return () => void known.delete(listener);
    },
  } as unknown as StationBridge;

  return { bridge, world, emit, calls };
}

function mockStatus(): StationStatus {
  return {
    mode: 'practice',
    network: 'online',
    networkError: null,
    lastContactAt: ago(0.3),
    cache: { lines: 41_208, freshAt: ago(2), fill: null },
    outbox: { waiting: 2, sending: 1, failed: 1, setAside: 1, remarks: 1, oldestAt: ago(40) },
    unknownParcels: { open: 3, matched: 1 },
    notices: [],
  };
}

function mockConnection(): ConnectionView {
  return {
    mode: 'practice',
    apiAddress: 'https://otapi.net/service/',
    operatorLogin: '',
    operatorName: '',
    hasInstanceKey: false,
    hasSecret: false,
    hasPassword: false,
    secretsKeptIn: 'keychain',
    keychainProblem: null,
  };
}
