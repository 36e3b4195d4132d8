import type { LoginSurface, SessionWarning } from '../sessions/index.ts';
import type {
  CallArgument,
  CallValue,
  ConnectionMode,
  StationAbout,
  StationCalls,
  StationError,
  StationEvent,
  StationEvents,
  StationSettings,
} from '../../preload/contract/index.ts';

/** One handler per call of the contract; an error is thrown as `StationFault`. */
export type StationHandlers = HandlersOf<Exclude<keyof StationCalls, 'administration'>>;

/** The calls about the program itself, which the shell answers. */
export type AdministrationHandlers = HandlersOf<'administration'>['administration'];

type HandlersOf<Domains extends keyof StationCalls> = {
  [Domain in Domains]: {
    [Name in keyof StationCalls[Domain]]: (
      argument: CallArgument<StationCalls[Domain][Name]>,
    ) => CallValue<StationCalls[Domain][Name]> | Promise<CallValue<StationCalls[Domain][Name]>>;
  };
};

/** Whom the station was connected to last; the secrets that belong to it are in the keychain. */
export interface StoredConnection {
  mode: ConnectionMode;
  apiAddress: string;
  operatorLogin: string;
  operatorName: string;
  /** Names the folder and the keychain entry of the instance; empty until the first connection. */
  instanceId: string;
}

/** What settings.json holds for the station. */
export interface StoredSettings {
  station: StationSettings;
  connection: StoredConnection;
}

/** Some of the station's settings, as a page gives them. */
export type SettingsChange = CallArgument<StationCalls['settings']['change']>;

/** Small settings that outlive the run. Reading is cheap; a change is on disk when the method returns. */
export interface SettingsStore {
  read(): StoredSettings;
  /** Throws when a value does not fit its schema; what is undefined stays as it was. */
  changeStation(change: SettingsChange): StationSettings;
  changeConnection(change: Partial<StoredConnection>): StoredConnection;
  /** Name of the file to which an unreadable settings file was moved at the start, or null. */
  readonly setAsideTo: string | null;
}

/** Secrets by account. Never rejects: where the keychain fails, memory takes its place for this run. */
export interface SecretStore {
  /** Finds out whether the keychain answers. */
  check(): Promise<void>;
  read(account: string): Promise<string | null>;
  write(account: string, secret: string): Promise<void>;
  remove(account: string): Promise<void>;
  /** Where secrets are kept, as far as is known by now. */
  keptIn(): 'keychain' | 'memory';
  /** Why the keychain cannot be used, or null. */
  problem(): StationError | null;
}

/** Structured log. Whatever is given is redacted before it is written. */
export interface StationLog {
  debug(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
  /** From now on this text is never written, wherever it turns up. */
  registerSecret(secret: string): void;
}

/** What must not be interrupted by an update. */
export interface WorkInHand {
  /** Operations that OT Platform has not been told of yet and that the station goes on sending; null while not known. */
  operationsToSend: number | null;
  /** Somebody is in the middle of receiving a parcel. */
  receiptOpen: boolean;
}

/** What a notification of the system tells. */
export type StationNotification =
  | { code: SessionWarning; names: readonly string[] }
  /** So many questions of background activities wait for an answer. */
  | { code: 'questions-waiting'; count: number };

/** What the desktop does for the station. */
export interface StationDesktop {
  /** Puts text on the clipboard; `copied` is false when the desktop did not take it. */
  copyText(text: string): Promise<{ copied: boolean }>;
  /** Opens the print dialog for the station's page; `printed` is false when the person cancelled it, or there is no printer. */
  print(): Promise<{ printed: boolean }>;
  /**
   * A notification of the system, in the station's language; nothing where the system has none. Of questions nothing is
   * notified while one of our windows is in front, since every screen shows them.
   */
  notify(notification: StationNotification): void;
  /**
   * Lets the person choose where a file is to lie, and writes it. Answers with the name that it got, or null when they
   * cancelled; rejects with the fault `not-saved`.
   */
  saveFile(name: string, bytes: Uint8Array): Promise<string | null>;
  /** Opens a web address in the browser of the system; `opened` is false when it could not be opened. */
  openInBrowser(address: string): Promise<{ opened: boolean }>;
}

/** What the station needs from the program around it. It knows no Electron. */
export interface StationSurroundings {
  /** Folder with all data of this profile. */
  profile: string;
  settings: SettingsStore;
  secrets: SecretStore;
  log: StationLog;
  desktop: StationDesktop;
  loginSurface: LoginSurface;
  emit: <Name extends StationEvent>(name: Name, value: StationEvents[Name]) => void;
  /** Milliseconds since 1970, UTC. */
  now: () => number;
  about: StationAbout;
  /** How the person asked to start: as last time, in practice mode, or with a practice platform that runs already. */
  start: {
    practice: boolean;
    practiceUrl: string | null;
    /** False where the administrator does not want practice mode on this computer; without it, it is allowed. */
    practiceAllowed?: boolean;
  };
}
