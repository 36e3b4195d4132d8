import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isStationFault, type PackageKind } from '../../../../preload/contract/index.ts';
import { createUpdates, type Updater, type Updates } from '../../../../main/shell/updates/updates.ts';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn(), registerSecret: vi.fn() };
const hour = 60 * 60_000;

let work: { operationsToSend: number | null; receiptOpen: boolean };
let scheduled: { work: () => void; afterMs: number } | null;
let install: ReturnType<typeof vi.fn<Updater['install']>>;
let quit: ReturnType<typeof vi.fn<() => void>>;
let check: ReturnType<typeof vi.fn<Updater['check']>>;
let download: ReturnType<typeof vi.fn<Updater['download']>>;

beforeEach(() => {
  vi.clearAllMocks();
  work = { operationsToSend: 0, receiptOpen: false };
  scheduled = null;
  install = vi.fn<Updater['install']>(() => true);
  quit = vi.fn<() => void>();
  check = vi.fn<Updater['check']>(async () => '2.0.0');
  download = vi.fn<Updater['download']>(async () => {});
});

function make(options: { address?: string | null; packageKind?: PackageKind } = {}): Updates {
  const { address = 'https://updates.example.com/', packageKind = 'nsis' } = options;
  return createUpdates({
    version: '1.0.0',
    packageKind,
    address,
    loadUpdater: async () => ({ check, download, install }),
    workInHand: () => work,
    schedule(later, afterMs) {
      scheduled = { work: later, afterMs };
      return () => {
        scheduled = null;
      };
    },
    now: () => Date.UTC(2026, 0, 2),
    onChange: () => {},
    quit,
    log,
  });
}

async function makeReady(): Promise<Updates> {
  const updates = make();
  updates.start();
  await vi.waitFor(() => expect(updates.view().state).toBe('ready'));
  return updates;
}

function reasonOf(ask: () => unknown): unknown {
  try {
    ask();
    return null;
  } catch (error) {
    return isStationFault(error) ? error.error.details?.['reason'] : error;
  }
}

describe('looking for updates', () => {
  it('asks nobody without an address', async () => {
    const updates = make({ address: null });
    updates.start();
    expect((await updates.check()).state).toBe('off');
    expect(check).not.toHaveBeenCalled();
    expect(scheduled).toBeNull();
  });

  it.each(['portable', 'deb', 'mac', 'unpacked', 'unpackaged'] as const)('asks nobody where a %s package cannot use the answer', async (packageKind) => {
    const updates = make({ packageKind });
    updates.start();
    expect((await updates.check()).state).toBe('cannot');
    expect(check).not.toHaveBeenCalled();
  });

  it('asks at the start, and again after some hours', async () => {
    check.mockResolvedValue(null);
    const updates = make();
    updates.start();
    await vi.waitFor(() => expect(scheduled).not.toBeNull());
    expect(updates.view()).toMatchObject({ state: 'waiting', checkedAt: '2026-01-02T00:00:00.000Z' });
    expect(scheduled?.afterMs).toBe(4 * hour);
    scheduled?.work();
    await vi.waitFor(() => expect(check).toHaveBeenCalledTimes(2));
  });

  it('tells of the version that is being fetched, how far, and when it is ready', async () => {
    let finish = (): void => {};
    download.mockImplementation((onPercent) => {
      onPercent(41.7);
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    const updates = make();
    await updates.check();
    expect(updates.view()).toMatchObject({ state: 'downloading', newVersion: '2.0.0', percent: 41 });
    finish();
    await vi.waitFor(() => expect(updates.view()).toMatchObject({ state: 'ready', newVersion: '2.0.0', percent: null }));
  });

  it('asks once for all who ask at the same time, and not again for what is ready', async () => {
    const updates = make();
    await Promise.all([updates.check(), updates.check()]);
    await vi.waitFor(() => expect(updates.view().state).toBe('ready'));
    await updates.check();
    expect(check).toHaveBeenCalledTimes(1);
  });

  it.each([
    [Object.assign(new Error('x'), { code: 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND' }), 'nothing-there'],
    [Object.assign(new Error('x'), { code: 'ERR_CHECKSUM_MISMATCH' }), 'damaged'],
    [Object.assign(new Error('x'), { code: 'ENOSPC' }), 'disk'],
    [Object.assign(new Error('x'), { statusCode: 403 }), 'refused'],
    [new Error('net::ERR_INTERNET_DISCONNECTED'), 'unreachable'],
    [new Error('whatever'), 'other'],
  ])('tells of a failure by its kind, and tries again sooner: %s', async (error, fault) => {
    check.mockRejectedValue(error);
    const updates = make();
    expect(await updates.check()).toMatchObject({ state: 'failed', fault });
    expect(scheduled?.afterMs).toBe(hour / 2);
  });

  it('tells of a download that fails', async () => {
    download.mockRejectedValue(Object.assign(new Error('x'), { code: 'ERR_CHECKSUM_MISMATCH' }));
    const updates = make();
    await updates.check();
    await vi.waitFor(() => expect(updates.view()).toMatchObject({ state: 'failed', fault: 'damaged' }));
  });
});

describe('installing an update', () => {
  it('happens at the end of a run that a person has ended, without a new start', async () => {
    const updates = await makeReady();
    expect(quit).not.toHaveBeenCalled();
    updates.closing();
    updates.installNow();
    expect(install).toHaveBeenCalledExactlyOnceWith({ startAgain: false });
  });

  it('happens by the button: the app ends, and the new version starts', async () => {
    const updates = await makeReady();
    updates.installAndStartAgain();
    expect(quit).toHaveBeenCalledTimes(1);
    expect(install).not.toHaveBeenCalled();
    updates.closing();
    updates.installNow();
    expect(install).toHaveBeenCalledExactlyOnceWith({ startAgain: true });
  });

  it.each([
    [{ operationsToSend: 1, receiptOpen: false }, 'outbox-not-empty'],
    [{ operationsToSend: null, receiptOpen: false }, 'outbox-not-empty'],
    [{ operationsToSend: 0, receiptOpen: true }, 'receipt-open'],
  ])('never happens with %j in hand', async (inHand, reason) => {
    const updates = await makeReady();
    work = inHand;
    expect(updates.view().hindrance).toBe(reason);
    expect(reasonOf(() => updates.installAndStartAgain())).toBe(reason);
    expect(quit).not.toHaveBeenCalled();
    updates.closing();
    updates.installNow();
    expect(install).not.toHaveBeenCalled();
  });

  it('goes by what was in hand when the app began to close: later nobody knows it', async () => {
    const updates = await makeReady();
    work = { operationsToSend: 3, receiptOpen: false };
    updates.closing();
    work = { operationsToSend: 0, receiptOpen: false };
    updates.installNow();
    expect(install).not.toHaveBeenCalled();
  });

  it('does not happen while the computer goes down', async () => {
    const updates = await makeReady();
    updates.forgo();
    updates.closing();
    updates.installNow();
    expect(install).not.toHaveBeenCalled();
  });

  it('is refused while none is ready', () => {
    const updates = make();
    expect(reasonOf(() => updates.installAndStartAgain())).toBe('no-update-ready');
    updates.closing();
    updates.installNow();
    expect(install).not.toHaveBeenCalled();
  });
});
