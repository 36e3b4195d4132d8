import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isStationFault } from '../../../../preload/contract/index.ts';
import { lockSettings, policyFileOf, readPolicy, tellOfPolicy } from '../../../../main/shell/policy/index.ts';
import type { SettingsStore, StoredSettings } from '../../../../main/station/index.ts';

const scanner = { maximumGapMs: 50, quietMs: 100, minimumLength: 4, prefix: '', suffix: '' };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'station-policy-'));
  file = join(folder, 'policy.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function policyOf(content: unknown): ReturnType<typeof readPolicy> {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readPolicy(file);
}

describe('the policy file', () => {
  it.each([
    ['win32', { ProgramFiles: 'D:\\Programs', ProgramData: 'D:\\Data' }, /^D:\\Programs.Warehouse Station Policy.policy\.json$/],
    ['win32', { ProgramData: 'D:\\Data' }, /^C:\\Program Files.Warehouse Station Policy.policy\.json$/],
    ['linux', {}, /^\/etc\/warehouse-station\/policy\.json$/],
    ['darwin', {}, /^\/Library\/Application Support\/Warehouse Station\/policy\.json$/],
  ] as const)('lies on %s where only administrators write', (platform, env, place) => {
    expect(policyFileOf(platform, env)).toMatch(place);
  });

  it('lays nothing down where there is none', () => {
    expect(readPolicy(file)).toEqual({
      view: { file, locked: [], practiceAllowed: true, problem: null },
      settings: {},
      updateAddress: null,
    });
  });

  it('sets what it names, and nothing else', () => {
    const policy = policyOf({ updateAddress: 'https://updates.example.com/station', practiceAllowed: false, settings: { theme: 'dark', scanner } });
    expect(policy).toEqual({
      view: { file, locked: ['theme', 'scanner'], practiceAllowed: false, problem: null },
      settings: { theme: 'dark', scanner },
      updateAddress: 'https://updates.example.com/station',
    });
  });

  it('may begin with a byte order mark', () => {
    expect(policyOf(`\uFEFF${JSON.stringify({ settings: { language: 'zh' } })}`).settings).toEqual({ language: 'zh' });
  });

  it.each([
    ['{"settings": {"theme"', 'not-json', ''],
    ['', 'not-json', ''],
    [[], 'not-allowed', ''],
    [{ settings: { theme: 'pink', language: 'en' } }, 'not-allowed', 'settings.theme'],
    [{ settings: { colour: 'pink' }, other: 1 }, 'not-allowed', 'settings.colour, other'],
    [{ settings: { scanner: { prefix: 'x' } } }, 'not-allowed', 'settings.scanner.maximumGapMs'],
    [{ practiceAllowed: 'no' }, 'not-allowed', 'practiceAllowed'],
  ] as const)('with %j is not followed at all, and says why', (content, fault, places) => {
    const { view, settings, updateAddress } = policyOf(content);
    expect(view.problem?.fault).toBe(fault);
    expect(view.problem?.places).toContain(places);
    expect({ locked: view.locked, practiceAllowed: view.practiceAllowed, settings, updateAddress }).toEqual({
      locked: [],
      practiceAllowed: true,
      settings: {},
      updateAddress: null,
    });
  });

  it.each(['http://updates.example.com', 'https://user:secret@updates.example.com', 'https://updates.example.com/?key=secret', 'file:///tmp'])(
    'takes no updates from %s, and does not repeat it',
    (updateAddress) => {
      const { view } = policyOf({ updateAddress });
      expect(view.problem).toEqual({ fault: 'not-allowed', places: 'updateAddress' });
    },
  );

  it.each(['connection', 'apiAddress', 'instanceKey', 'operatorPassword'])('has no place for %s', (name) => {
    expect(policyOf({ [name]: 'x' }).view.problem).toEqual({ fault: 'not-allowed', places: name });
  });

  it('that cannot be read is told of', () => {
    mkdirSync(file);
    expect(readPolicy(file).view.problem?.fault).toBe('not-readable');
  });

  it('is told of in the log and in a notice when it has a fault', () => {
    const station = { tell: vi.fn() };
    const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn(), registerSecret: vi.fn() };
    tellOfPolicy(policyOf('nonsense'), station, log);
    expect(station.tell).toHaveBeenCalledWith('policy-broken', { file });
    expect(log.warn).toHaveBeenCalledTimes(1);

    station.tell.mockClear();
    tellOfPolicy(policyOf({}), station, log);
    expect(station.tell).not.toHaveBeenCalled();
  });
});

describe('settings under a policy', () => {
  function makeStore(): SettingsStore {
    let stored = { station: { theme: 'light', language: 'en', receiverName: 'Li' } } as unknown as StoredSettings;
    return {
      setAsideTo: null,
      read: () => stored,
      changeStation(change) {
        stored = { ...stored, station: { ...stored.station, ...change } as StoredSettings['station'] };
        return stored.station;
      },
      changeConnection: () => stored.connection,
    };
  }

  it('read as the policy has them, and keep the own values for later', () => {
    const store = makeStore();
    const locked = lockSettings(store, policyOf({ settings: { theme: 'dark' } }));
    expect(locked.read().station).toMatchObject({ theme: 'dark', language: 'en' });
    expect(locked.changeStation({ receiverName: 'Wang' })).toMatchObject({ theme: 'dark', receiverName: 'Wang' });
    expect(store.read().station).toMatchObject({ theme: 'light', receiverName: 'Wang' });
  });

  it('refuse a change of what is locked with a code, and change nothing of the rest', () => {
    const store = makeStore();
    const locked = lockSettings(store, policyOf({ settings: { theme: 'dark' } }));
    let thrown: unknown;
    try {
      locked.changeStation({ theme: 'light', receiverName: 'Wang' });
    } catch (error) {
      thrown = error;
    }
    expect(isStationFault(thrown) && thrown.error).toEqual({ code: 'conflict', details: { reason: 'set-by-administrator', settings: 'theme' } });
    expect(store.read().station.receiverName).toBe('Li');
  });

  it('take a change that leaves a locked value as it is', () => {
    const store = makeStore();
    const locked = lockSettings(store, policyOf({ settings: { theme: 'dark' } }));
    expect(locked.changeStation({ theme: 'dark', language: 'ru' })).toMatchObject({ theme: 'dark', language: 'ru' });
    expect(store.read().station.theme).toBe('light');
  });
});
