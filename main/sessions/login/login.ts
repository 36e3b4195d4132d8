import {
  settingsOfProvider,
  type AccountSettings,
  type LoginEnding,
  type LoginPlace,
  type LoginView,
  type StationError,
} from '../../../preload/contract/index.ts';
import { describeError, type OtapiClient, type ProviderSession } from '../../otapi/index.ts';
import type { StoredAccount } from '../accounts/account-store.ts';
import { isSameName } from '../accounts/account-name.ts';
import type { Schedule } from '../schedule.ts';
import { isSafeLoginAddress, localOriginOf } from './login-address.ts';
import { knownSites } from './known-sites.ts';
import { openLoopbackReturn } from './loopback-return.ts';
import { readReturn, type LoginReturn } from './read-return.ts';
import { recogniseSession } from './recognise-session.ts';
import { createReturnAddress, returnUrl } from './return-address.ts';
import type { LoginSurface, LoginWindow, LoginWindowEvent } from './surface.ts';

/** What every login needs around it. */
export interface LoginSurroundings {
  client: Pick<OtapiClient, 'providerSessions'>;
  surface: LoginSurface;
  settings: () => AccountSettings;
  /** In practice the providers' login site is on this machine. */
  isPractice: boolean;
  now: () => number;
  schedule: Schedule;
  /** Keeps a text out of the log from now on. */
  registerSecret: (secret: string) => void;
  onUnexpected: (error: unknown) => void;
}

export interface LoginParts extends LoginSurroundings {
  account: StoredAccount;
  /** The view is another. */
  onChange: () => void;
}

/** What a login came to. `session` is the one it has got, also when that is of another account. */
export interface LoginResult {
  ending: LoginEnding;
  session: ProviderSession | null;
  /** The list as it was read after the return; null when it was not. */
  sessions: ProviderSession[] | null;
  /** A page of the provider was open in the account's partition. */
  usedWindow: boolean;
}

/** One login of one provider account, from the question where to log in to the list of sessions. */
export interface Login {
  readonly accountId: string;
  view(): LoginView;
  /** Never rejects. */
  finished: Promise<LoginResult>;
  cancel(how: 'closed' | 'skipped'): void;
  raise(): void;
  /** The host the page wants to go to, or null when it is not stopped. */
  stoppedAt(): string | null;
  answerStop(answer: 'back' | 'go-on'): void;
}

/** A list of sessions may take a moment to know of a new one; it is read again after these times, in milliseconds. */
const readAgainAfterMs = [1_000, 3_000];

type Ended = Pick<LoginEnding, 'kind'> & Partial<LoginEnding>;

export function startLogin(parts: LoginParts): Login {
  const { account, client, surface, now, schedule, registerSecret, onChange } = parts;
  // As they are at its beginning: what a person changes meanwhile counts for the next login.
  const settings = parts.settings();
  const { loginMinutes, loginPlace, moreSites } = settingsOfProvider(settings, account.providerType);
  const startedAt = now();
  const limitMs = loginMinutes * 60_000;
  const giveUp = new AbortController();
  const ended = Promise.withResolvers<Ended>();
  const cleanUp: (() => void)[] = [];
  let window: LoginWindow | null = null;
  let usedWindow = false;
  let view: LoginView = {
    accountId: account.id,
    accountName: account.name,
    providerType: account.providerType,
    phase: 'opening',
    where: loginPlace,
    host: '',
    isSecure: false,
    stoppedAt: null,
    startedAt: new Date(startedAt).toISOString(),
    limitAt: new Date(startedAt + limitMs).toISOString(),
  };

  function change(to: Partial<LoginView>): void {
    view = { ...view, ...to };
    onChange();
  }

  /** At once for the calls under way: nothing may open any more. */
  function interrupt(how: Ended): void {
    ended.resolve(how);
    giveUp.abort();
  }

  const cancelLimit = schedule(limitMs, () => interrupt({ kind: 'timed-out', host: view.host }));
  cleanUp.push(cancelLimit);

  /** The return address as it was called. Ends the login when the window does. */
  async function returnOfWindow(before: Promise<ProviderSession[] | null>): Promise<string | Ended> {
    const returnAddress = createReturnAddress(settings.return.host);
    const url = returnUrl(returnAddress);
    registerSecret(returnAddress.path);
    const address = await askWhereToLogIn(url);
    if (typeof address !== 'string') return address;
    await before;
    // A person may have ended the login meanwhile; then no window opens any more.
    if (giveUp.signal.aborted) return { kind: 'closed' };
    const came = Promise.withResolvers<string | Ended>();
    window = surface.openWindow({
      partition: account.partition,
      address,
      returnAddress,
      sites: [...knownSites, ...moreSites],
      localOrigin: parts.isPractice ? localOriginOf(address) : null,
      onEvent: (event) => takeEvent(event, came.resolve),
    });
    usedWindow = true;
    return came.promise;
  }

  function takeEvent(event: LoginWindowEvent, came: (what: string | Ended) => void): void {
    switch (event.kind) {
      case 'page':
        return change({ phase: 'page', host: event.host, isSecure: event.isSecure, stoppedAt: null });
      case 'stopped':
        return change({ phase: 'stopped', stoppedAt: event.host });
      case 'returned':
        return came(event.address);
      case 'foreign-return':
        return came({ kind: 'state-mismatch', host: view.host });
      case 'closed':
        return came({ kind: 'closed' });
      case 'load-failed':
      case 'certificate':
        return came({ kind: event.kind, host: event.host, networkCode: event.networkCode });
      case 'crashed':
        return came({ kind: 'crashed', host: view.host });
    }
  }

  async function returnOfBrowser(before: Promise<ProviderSession[] | null>): Promise<string | Ended> {
    const loopback = await openLoopbackReturn(surface.returnedPage());
    // Whoever ended the login meanwhile has cleaned up already.
    if (giveUp.signal.aborted) loopback.close();
    else cleanUp.push(() => loopback.close());
    registerSecret(loopback.url);
    const address = await askWhereToLogIn(loopback.url);
    if (typeof address !== 'string') return address;
    await before;
    if (giveUp.signal.aborted) return { kind: 'closed' };
    try {
      await surface.openInBrowser(address);
    } catch {
      return { kind: 'browser-failed' };
    }
    change({ phase: 'page', host: URL.parse(address)?.host ?? '' });
    return loopback.returned;
  }

  async function askWhereToLogIn(url: string): Promise<string | Ended> {
    try {
      const address = await client.providerSessions.loginAddress(account.providerType, url, { signal: giveUp.signal });
      registerSecret(address);
      if (giveUp.signal.aborted) return { kind: 'closed' };
      return isSafeLoginAddress(address, parts.isPractice) ? address : { kind: 'address-refused', host: URL.parse(address)?.host ?? null };
    } catch (error) {
      return { kind: 'not-started', error: describeError(error) };
    }
  }

  async function listSessions(): Promise<ProviderSession[] | { error: StationError }> {
    try {
      const sessions = await client.providerSessions.list(account.providerType, { signal: giveUp.signal });
      for (const { id } of sessions) registerSecret(id);
      return sessions;
    } catch (error) {
      return { error: describeError(error) };
    }
  }

  /** What became of the login, by the list, which may take a moment to know. */
  async function findSession(came: LoginReturn, before: ProviderSession[] | null): Promise<LoginResult> {
    for (const delayMs of [...readAgainAfterMs, null]) {
      const sessions = await listSessions();
      if ('error' in sessions) {
        if (delayMs === null || came.kind === 'error' || giveUp.signal.aborted) return result(endingOf(came, { kind: 'list-unread', error: sessions.error }));
      } else {
        const isLastReading = delayMs === null;
        const session = recogniseSession({ came, before, after: sessions, accountName: account.name, isLastReading });
        if (session !== null) return result(endingWith(session), session, sessions);
        if (delayMs === null || came.kind === 'error') return result(endingOf(came, { kind: 'no-session' }), null, sessions);
      }
      await new Promise<void>((resolve) => schedule(delayMs, resolve));
      if (giveUp.signal.aborted) break;
    }
    return result({ kind: 'no-session' });
  }

  function endingOf(came: LoginReturn, otherwise: Ended): Ended {
    return came.kind === 'error' ? { kind: 'refused', text: came.text } : otherwise;
  }

  function endingWith(session: ProviderSession): Ended {
    const isOther = account.name !== '' && !isSameName(session.name, account.name);
    return isOther ? { kind: 'different-account', otherName: session.name } : { kind: 'done' };
  }

  function result(end: Ended, session: ProviderSession | null = null, sessions: ProviderSession[] | null = null): LoginResult {
    return { ending: fullEnding(end, loginPlace, now()), session, sessions, usedWindow };
  }

  async function run(): Promise<LoginResult> {
    const before = listSessions().then((sessions) => ('error' in sessions ? null : sessions));
    const came = loginPlace === 'own-window' ? await returnOfWindow(before) : await returnOfBrowser(before);
    if (typeof came !== 'string') return result(came);
    cancelLimit();
    change({ phase: 'checking', stoppedAt: null });
    const read = readReturn(came, settings.return);
    if (read.kind === 'session') registerSecret(read.id);
    return findSession(read, await before);
  }

  async function finish(): Promise<LoginResult> {
    const interrupted = ended.promise.then((end) => result(end));
    try {
      return await Promise.race([run(), interrupted]);
    } catch (error) {
      parts.onUnexpected(error);
      return result({ kind: 'not-started', error: { code: 'unexpected' } });
    } finally {
      giveUp.abort();
      window?.close();
      for (const each of cleanUp) each();
    }
  }

  return {
    accountId: account.id,
    view: () => view,
    finished: finish(),
    cancel: (how) => interrupt({ kind: how }),
    raise: () => window?.raise(),
    stoppedAt: () => view.stoppedAt,
    answerStop(answer) {
      if (view.stoppedAt === null) return;
      if (answer === 'back') window?.goBack();
      else window?.goOn();
      change({ phase: 'page', stoppedAt: null });
    },
  };
}

function fullEnding(end: Ended, where: LoginPlace, at: number): LoginEnding {
  return {
    text: null,
    host: null,
    networkCode: null,
    otherName: null,
    error: null,
    ...end,
    where,
    at: new Date(at).toISOString(),
  };
}
