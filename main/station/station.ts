import { basename } from 'node:path';
import {
  conflict,
  hostNamePattern,
  settingsOfProvider,
  StationFault,
  type StationNotice,
  type StationSettings,
  type StationStatus,
} from '../../preload/contract/index.ts';
import type { SessionWarning } from '../sessions/index.ts';
import { connectionCalls } from './connection-calls.ts';
import { createConnections, type Destination } from './connections.ts';
import { createCredentials } from './credentials.ts';
import { domainCalls } from './domain-calls.ts';
import { createNotices } from './notices.ts';
import { openInstance } from './open-instance.ts';
import { watchReceipts } from './open-receipt.ts';
import { createStatusPublisher, readStatus } from './status.ts';
import type { SettingsChange, StationHandlers, StationSurroundings, WorkInHand } from './surroundings.ts';

/** The app without its windows: every call of the contract, and what the shell needs besides. */
export interface Station {
  handlers: StationHandlers;
  /** Opens what was open last, or what the start asks for. Rejects when its journal cannot be read. */
  open(): Promise<void>;
  /** The computer has slept: tries the network at once. */
  wake(): void;
  /** Address of a line's picture as the cache has it; null when there is none. */
  pictureAddress(lineId: string): string | null;
  /** What must not be interrupted now. */
  workInHand(): WorkInHand;
  /** Shows a notice until it is dismissed. */
  tell(code: StationNotice['code'], details?: StationNotice['details']): void;
  /** Origin of the practice platform in use, or null. */
  practiceOrigin(): string | null;
  /** Lets what is under way end and closes everything. What is still to be sent stays in the outbox. */
  stop(): Promise<void>;
}

/** Puts the domains together. It knows no Electron: everything of the program around it is handed in. */
export function createStation(surroundings: StationSurroundings): Station {
  const { profile, settings, secrets, log, desktop, emit, about, start } = surroundings;
  const credentials = createCredentials(profile, secrets, log);
  const notices = createNotices(() => status.touch());
  const connections = createConnections({
    profile,
    stored: () => settings.read().connection,
    credentials,
    secrets,
    openInstance: (database, login, mode) =>
      openInstance({
        database,
        login,
        mode,
        surroundings,
        allowSite,
        onSessionWarning: warnOfSessions,
        onChange: () => status.touch(),
        onJournalNotCopied: () => notices.add('journal-not-copied'),
      }),
    onCacheRebuilt: () => notices.add('cache-rebuilt'),
    onPracticeSetAside: (file) => notices.add('practice-storage', { file: basename(file) }),
    onChange: () => status.touch(),
  });
  const status = createStatusPublisher(currentStatus, (value) => emit('status.changed', value));

  function currentStatus(): StationStatus {
    return readStatus(connections, notices);
  }

  const practiceAllowed = start.practiceAllowed ?? true;

  function destination(): Destination {
    const wanted = wantedDestination();
    return wanted.mode === 'practice' && !practiceAllowed ? { mode: 'none' } : wanted;
  }

  function wantedDestination(): Destination {
    if (start.practiceUrl !== null) return { mode: 'practice', url: start.practiceUrl };
    const mode = start.practice ? 'practice' : settings.read().connection.mode;
    return mode === 'practice' ? { mode, url: null } : { mode };
  }

  async function open(): Promise<void> {
    if (settings.setAsideTo !== null) notices.add('settings-set-aside', { file: settings.setAsideTo });
    if (!practiceAllowed && wantedDestination().mode === 'practice') notices.add('practice-not-allowed');
    else if (start.practice) settings.changeConnection({ mode: 'practice' });
    const checked = secrets.check();
    await connections.goTo(destination());
    if (connections.mode() === 'practice') giveReceiverName();
    void checked.then(tellOfKeychain);
  }

  function tellOfKeychain(): void {
    if (connections.mode() === 'instance' && secrets.keptIn() === 'memory') notices.add('keychain-missing');
  }

  /** Practising begins at once, without a form. */
  function giveReceiverName(): void {
    if (settings.read().station.receiverName === '') changeSettings({ receiverName: 'Li Wei' });
  }

  function allowSite(providerType: string, host: string): void {
    const { accounts } = settings.read().station;
    const provider = settingsOfProvider(accounts, providerType);
    // One without a name, such as an address of IPv6, is let through this once only.
    if (provider.moreSites.includes(host) || !hostNamePattern.test(host)) return;
    const providers = { ...accounts.providers, [providerType]: { ...provider, moreSites: [...provider.moreSites, host] } };
    changeSettings({ accounts: { ...accounts, providers } });
  }

  function warnOfSessions(code: SessionWarning, names: string[]): void {
    notices.add(code, { names: names.join(', '), count: names.length });
    desktop.notify({ code, names });
  }

  function changeSettings(change: SettingsChange): StationSettings {
    const changed = settings.changeStation(change);
    emit('settings.changed', changed);
    connections.ready()?.settingsChanged();
    return changed;
  }

  const connection = connectionCalls({ surroundings, connections, credentials });
  const calls = domainCalls(connections, log);
  const receipts = watchReceipts(calls.receiving, surroundings.now);
  const handlers: StationHandlers = {
    ...calls,
    receiving: receipts.handlers,
    connection: {
      ...connection,
      async connect(argument) {
        const result = await connection.connect(argument);
        tellOfKeychain();
        return result;
      },
      async practise(argument) {
        if (!practiceAllowed) throw new StationFault(conflict('practice-not-allowed'));
        const view = await connection.practise(argument);
        giveReceiverName();
        return view;
      },
    },
    desktop: {
      copyText: ({ text }) => desktop.copyText(text),
      print: () => desktop.print(),
    },
    settings: {
      read: () => settings.read().station,
      change: changeSettings,
    },
    status: {
      async read() {
        await connections.settled();
        return currentStatus();
      },
      about: () => about,
      dismissNotice({ id }) {
        notices.dismiss(id);
        return currentStatus();
      },
      async refreshCache() {
        await (await connections.instance()).refreshCache();
        return currentStatus();
      },
      async pauseFill() {
        (await connections.instance()).pauseFill();
        return currentStatus();
      },
      async resumeFill() {
        (await connections.instance()).resumeFill();
        return currentStatus();
      },
    },
  };

  return {
    handlers,
    open,
    wake: () => connections.ready()?.wake(),
    pictureAddress: (lineId) => connections.ready()?.pictureAddress(lineId) ?? null,
    workInHand() {
      const { waiting, sending } = currentStatus().outbox;
      const isKnown = connections.mode() === 'none' || connections.ready() !== null;
      return { operationsToSend: isKnown ? waiting + sending : null, receiptOpen: receipts.isOpen() };
    },
    tell: (code, details) => notices.add(code, details),
    practiceOrigin: () => connections.practiceOrigin(),
    async stop() {
      status.stop();
      await connections.close();
    },
  };
}
