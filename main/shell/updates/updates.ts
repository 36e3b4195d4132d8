import {
  conflict,
  StationFault,
  type PackageKind,
  type UpdateHindrance,
  type UpdatesView,
  type UpdateState,
} from '../../../preload/contract/index.ts';
import type { StationLog, WorkInHand } from '../../station/index.ts';
import { canUpdateItself } from './package-kind.ts';
import { updateFaultOf } from './update-fault.ts';

/** What finds, fetches and installs: electron-updater, or a test's own. */
export interface Updater {
  /** The newer version that the address has, or null. */
  check(): Promise<string | null>;
  /** Fetches and verifies what `check` has found. */
  download(onPercent: (percent: number) => void): Promise<void>;
  /** Starts the installer of what was fetched; false when it could not be started. The app has closed all its files. */
  install(options: { startAgain: boolean }): boolean;
}

export interface UpdateParts {
  version: string;
  packageKind: PackageKind;
  /** Null: none is set. */
  address: string | null;
  /** Called once, and only where the package can update itself from an address. */
  loadUpdater: () => Promise<Updater>;
  workInHand: () => WorkInHand;
  /** Runs `work` once, later; answers with the function that takes it back. */
  schedule: (work: () => void, afterMs: number) => () => void;
  now: () => number;
  onChange: (view: UpdatesView) => void;
  /** Closes the app in good order; `installNow` is asked at its end. */
  quit: () => void;
  log: StationLog;
}

export interface Updates {
  view(): UpdatesView;
  /** Asks at once, and from then on every few hours. */
  start(): void;
  /** Asks now. Resolves when it is known whether there is something newer; the download goes on. */
  check(): Promise<UpdatesView>;
  /** Closes the app in order to install; throws a fault while something hinders it. */
  installAndStartAgain(): UpdatesView;
  /** The app begins to close: asks for no more updates, and looks at what is in hand now, since later nobody knows it. */
  closing(): void;
  /** The computer goes down: nothing is installed any more in this run. */
  forgo(): void;
  /** The app has closed everything: installs what is ready and may be installed. Does nothing otherwise. */
  installNow(): void;
}

const intervalMs = 4 * 60 * 60_000;
const intervalAfterFaultMs = 30 * 60_000;

/**
 * Updates from the administrator's address. They are fetched by themselves and put in when the station is closed anyway,
 * or when a person asks; never by a restart of their own, and never while operations wait or a receipt is open.
 */
export function createUpdates(parts: UpdateParts): Updates {
  const { version, packageKind, address, now, log } = parts;
  const isPossible = address !== null && canUpdateItself(packageKind);
  let state: UpdateState = firstState();
  let found: Pick<UpdatesView, 'newVersion' | 'percent' | 'checkedAt' | 'fault'> = { newVersion: null, percent: null, checkedAt: null, fault: null };
  let updater: Promise<Updater> | null = null;
  let checking: Promise<UpdatesView> | null = null;
  let takeBack: (() => void) | null = null;
  let stopped = false;
  let forgone = false;
  let startAgain = false;
  let mayInstall: Updater | null = null;
  let loaded: Updater | null = null;

  function firstState(): UpdateState {
    if (!canUpdateItself(packageKind)) return 'cannot';
    return address === null ? 'off' : 'waiting';
  }

  function hindrance(): UpdateHindrance | null {
    const { operationsToSend, receiptOpen } = parts.workInHand();
    if (operationsToSend !== 0) return 'outbox-not-empty';
    return receiptOpen ? 'receipt-open' : null;
  }

  function view(): UpdatesView {
    return { state, version, packageKind, address, ...found, hindrance: state === 'ready' ? hindrance() : null };
  }

  function become(next: UpdateState, change: Partial<typeof found> = {}): void {
    state = next;
    found = { ...found, percent: null, fault: null, ...change };
    parts.onChange(view());
  }

  function fail(thrown: unknown): void {
    log.warn({ error: thrown }, 'An update could not be had');
    become('failed', { fault: updateFaultOf(thrown) });
  }

  function checkLater(): void {
    takeBack?.();
    if (!stopped) takeBack = parts.schedule(() => void check(), state === 'failed' ? intervalAfterFaultMs : intervalMs);
  }

  async function load(): Promise<Updater> {
    updater ??= parts.loadUpdater();
    loaded = await updater;
    return loaded;
  }

  async function checkOnce(): Promise<UpdatesView> {
    try {
      become('checking');
      const using = await load();
      const newVersion = await using.check();
      const checkedAt = new Date(now()).toISOString();
      if (newVersion === null) become('waiting', { newVersion, checkedAt });
      else {
        become('downloading', { newVersion, checkedAt, percent: 0 });
        void download(using);
      }
    } catch (error) {
      fail(error);
    }
    checkLater();
    return view();
  }

  async function download(using: Updater): Promise<void> {
    try {
      await using.download((percent) => {
        const whole = Math.floor(percent);
        if (state === 'downloading' && whole !== found.percent) become('downloading', { percent: whole });
      });
      log.info({ version: found.newVersion }, 'An update is ready');
      become('ready');
    } catch (error) {
      fail(error);
      checkLater();
    }
  }

  /** One at a time; what is being fetched or is ready is not asked for again. */
  function check(): Promise<UpdatesView> {
    if (!isPossible || state === 'downloading' || state === 'ready') {
      return Promise.resolve(view());
    }
    checking ??= checkOnce().finally(() => {
      checking = null;
    });
    return checking;
  }

  return {
    view,
    start: () => void check(),
    check,
    installAndStartAgain() {
      if (state !== 'ready') throw new StationFault(conflict('no-update-ready'));
      const reason = hindrance();
      if (reason !== null) throw new StationFault(conflict(reason));
      startAgain = true;
      parts.quit();
      return view();
    },
    closing() {
      stopped = true;
      takeBack?.();
      mayInstall = state === 'ready' && hindrance() === null ? loaded : null;
    },
    installNow() {
      if (mayInstall === null || forgone) return;
      log.info({ version: found.newVersion, startAgain }, 'Installing an update');
      if (!mayInstall.install({ startAgain })) log.warn({}, 'The update could not be installed; it stays for the next time');
    },
    forgo() {
      forgone = true;
    },
  };
}
