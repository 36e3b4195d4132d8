import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// electron-store asks for Electron; its package answers with a path where there is no app, and must not fetch anything.
vi.hoisted(() => (process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= 'nowhere'));
const { openSettings } = await import('../../../main/shell/settings-store.ts');

let folder: string;
const file = () => join(folder, 'settings.json');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'station-settings-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

describe('settings', () => {
  it('begin with defaults in the language of the system', () => {
    const settings = openSettings(folder, 'zh-CN');
    expect(settings.setAsideTo).toBeNull();
    expect(settings.read().station).toMatchObject({ language: 'zh', theme: 'system', textSize: 100 });
    expect(settings.read().connection).toMatchObject({ mode: 'none', apiAddress: 'https://otapi.net/service/' });
  });

  it('are there again at the next start', () => {
    const before = openSettings(folder, 'en');
    before.changeStation({ receiverName: 'Ольга', textSize: 150 });
    before.changeConnection({ mode: 'practice' });
    before.keepWindowPlace({ x: 1, y: 2, width: 800, height: 600, maximized: true });

    const after = openSettings(folder, 'en');
    expect(after.read()).toEqual(before.read());
    expect(after.windowPlace()).toEqual({ x: 1, y: 2, width: 800, height: 600, maximized: true });
  });

  it('do not take a value that the schema refuses', () => {
    const settings = openSettings(folder, 'en');
    expect(() => settings.changeStation({ textSize: 1000 })).toThrow(/textSize/);
    expect(settings.read().station.textSize).toBe(100);
    expect(openSettings(folder, 'en').read().station.textSize).toBe(100);
  });

  it('fill in what a file of an earlier build does not have', () => {
    openSettings(folder, 'en').changeStation({ receiverName: 'Li' });
    const stored = JSON.parse(readFileSync(file(), 'utf8'));
    delete stored.station.soundVolume;
    delete stored.window;
    writeFileSync(file(), JSON.stringify(stored));

    const settings = openSettings(folder, 'en');
    expect(settings.setAsideTo).toBeNull();
    expect(settings.read().station).toMatchObject({ receiverName: 'Li', soundVolume: 0.7 });
  });

  it.each([
    ['cut off', '{"version":1,"station":{"lang'],
    ['empty', ''],
    ['full of zeros', '\0'.repeat(500)],
    ['a list', '[]'],
    ['of a wrong type inside', JSON.stringify({ version: 1, station: { textSize: 'huge' } })],
    ['of a version that is not known', JSON.stringify({ version: 99, station: {} })],
  ])('that are %s are set aside, whole, and the defaults take their place', (_how, content) => {
    writeFileSync(file(), content);
    const settings = openSettings(folder, 'ru-RU');

    expect(settings.read().station.language).toBe('ru');
    expect(settings.setAsideTo).toMatch(/^settings\.json\.unreadable-.+\.bak$/);
    expect(readFileSync(join(folder, settings.setAsideTo ?? ''), 'utf8')).toBe(content);

    settings.changeStation({ receiverName: 'Li' });
    const next = openSettings(folder, 'en');
    expect(next.setAsideTo).toBeNull();
    expect(next.read().station.receiverName).toBe('Li');
  });

  it.skipIf(process.platform === 'win32')('are for the eyes of their user only', () => {
    openSettings(folder, 'en').changeStation({ receiverName: 'Li' });
    expect(statSync(file()).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });
});
