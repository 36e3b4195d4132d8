import { z } from 'zod';
import { defineCall, type StationError } from './call.ts';
import type { LoginPlace } from './provider-settings.ts';

/** A provider at which OT Platform can buy: its orders integration is available and enabled. */
export interface Provider {
  type: string;
  displayName: string;
  /** A login names the account by itself; without a session nothing can be bought. */
  isSessionRequired: boolean;
}

/** The right to act for a provider account, as the station knows it. OT Platform tells no times (reference 3.1). */
export interface ProviderSessionView {
  /** When it was got; ISO 8601, UTC. For one made elsewhere: when this station first saw it. */
  obtainedAt: string;
  /** False: made elsewhere, so it may be older than it looks. */
  obtainedHere: boolean;
  /** `obtainedAt` and the lifetime that the settings give its provider. */
  endsAt: string;
}

/** How a login ended. The words are in the locale files under `accounts.ending.<kind>`. */
export const loginEndings = [
  /** OT Platform lists the session. */
  'done',
  /** OT Platform could not be asked where to log in; `error` tells why. */
  'not-started',
  /** The provider or OT Platform sent back an error; `text` has its words. */
  'refused',
  /** A return came that does not belong to this login; it was thrown away. */
  'state-mismatch',
  /** The operator closed the window, or ended the login. */
  'closed',
  /** The operator put the account off to a later round. */
  'skipped',
  'load-failed',
  'certificate',
  'crashed',
  /** No return within the time limit. */
  'timed-out',
  /** Logged in as another account than the one asked for; `otherName` has its name. */
  'different-account',
  /** The provider returned, but OT Platform lists no new session for this account. */
  'no-session',
  /** The provider returned, but the list of sessions could not be read; it will be. */
  'list-unread',
  /** OT Platform gave an address to open that is not safe to open. */
  'address-refused',
  /** The browser of the system could not be opened. */
  'browser-failed',
] as const;
export type LoginEndingKind = (typeof loginEndings)[number];

export interface LoginEnding {
  kind: LoginEndingKind;
  /** ISO 8601, UTC. */
  at: string;
  /** The provider's own words, shortened; plain text, never markup. */
  text: string | null;
  /** The site at which it ended. */
  host: string | null;
  /** Chromium's name of the error, such as `ERR_NAME_NOT_RESOLVED`. */
  networkCode: string | null;
  /** With `different-account`: who logged in. Null once a person has decided about it. */
  otherName: string | null;
  /** Where it took place: only one in our own window leaves browser data with the account. */
  where: LoginPlace;
  /** With `not-started` and `list-unread`: what the call to OT Platform failed of. */
  error: StationError | null;
}

export interface ProviderAccount {
  id: string;
  providerType: string;
  /** The nickname at the provider; empty until the first login tells it. */
  name: string;
  session: ProviderSessionView | null;
  balance: { amount: number; currency: string } | null;
  /** How its last login here ended; null when there was none, or when a person has read it. */
  lastEnding: LoginEnding | null;
  /** The browser data of its logins is kept on this computer, so that the provider knows the device again. */
  deviceRemembered: boolean;
}

/** `opening`: OT Platform is asked where to log in. `page`: the provider's page is open. `stopped`: it wants to leave the known sites. `checking`: it returned; the list of sessions is read. */
export type LoginPhase = 'opening' | 'page' | 'stopped' | 'checking';

/** The login under way. There is one at a time. */
export interface LoginView {
  accountId: string;
  accountName: string;
  providerType: string;
  phase: LoginPhase;
  where: LoginPlace;
  /** Host (and port, if it is not the usual one) of the page that is open; empty before the first. */
  host: string;
  /** The page came over a connection that was checked. */
  isSecure: boolean;
  /** With `stopped`: the host it wants to go to. */
  stoppedAt: string | null;
  startedAt: string;
  /** When it is given up. */
  limitAt: string;
}

export type RoundEntryState = 'waiting' | 'current' | 'done' | 'failed' | 'skipped';

/** A morning round: the accounts that need a login, one after the other. */
export interface RoundView {
  entries: { accountId: string; state: RoundEntryState }[];
  /** `paused`: the operator closed a window; the others wait for a word. */
  state: 'running' | 'paused' | 'over';
}

export interface AccountsView {
  /** Grows from view to view: an answer may reach a page after an event that tells of something newer. */
  revision: number;
  providers: Provider[];
  accounts: ProviderAccount[];
  login: LoginView | null;
  round: RoundView | null;
  /** When the list of sessions was last read from OT Platform; null: not in this run. */
  readAt: string | null;
  /** Why the last reading failed, or null. */
  readError: StationError | null;
  isReading: boolean;
  /** Accounts a round would take now: no session, or less left than the settings ask for. */
  needLogin: string[];
}

const accountId = z.object({ id: z.uuid() });
export const maximumAccountName = 100;

export const accountsCalls = {
  view: defineCall<AccountsView>()(z.object({})),
  /** Reads providers and sessions from OT Platform now. */
  refresh: defineCall<AccountsView>()(z.object({})),
  /** An empty name is filled in by the first login. Faults: `conflict` with the reason `account-exists`. */
  add: defineCall<ProviderAccount>()(
    z.object({ providerType: z.string().min(1).max(60), name: z.string().trim().max(maximumAccountName) }),
  ),
  /** Takes an account off the list and clears its browser data. Its session at OT Platform is left alone. */
  remove: defineCall<AccountsView>()(accountId),
  /** Takes a removal back. */
  restore: defineCall<AccountsView>()(accountId),
  /** Clears what the provider's pages keep on this computer for this account: the next login is as on a new device. */
  forgetDevice: defineCall<AccountsView>()(accountId),
  /** Begins the login of one account. Faults: `conflict` with the reason `login-under-way`, or `decide-first`. */
  logIn: defineCall<AccountsView>()(accountId),
  /** Begins a round through all accounts that need a login. Faults as `logIn`; `nothing-to-log-in`. */
  startRound: defineCall<AccountsView>()(z.object({})),
  /** Puts the current account of the round off and goes on with the next. */
  skip: defineCall<AccountsView>()(z.object({})),
  /** Goes on with a paused round. */
  continueRound: defineCall<AccountsView>()(z.object({})),
  /** Ends the round, and the login under way with it; also clears away the result of one that is over. */
  endRound: defineCall<AccountsView>()(z.object({})),
  /** Ends the login under way. */
  cancelLogin: defineCall<AccountsView>()(z.object({})),
  /** Puts the login window in front. */
  raiseLogin: defineCall<AccountsView>()(z.object({})),
  /** After `stopped`: back to the page before, on to the site this once, or on to it from now on. */
  answerStop: defineCall<AccountsView>()(z.object({ answer: z.enum(['back', 'once', 'always']) })),
  /** After `different-account`: keep that account under its own name, or leave it. */
  answerDifferent: defineCall<AccountsView>()(accountId.extend({ keep: z.boolean() })),
  /** The person has read how the last login of an account ended. Faults: `decide-first`. */
  dismissEnding: defineCall<AccountsView>()(accountId),
};
