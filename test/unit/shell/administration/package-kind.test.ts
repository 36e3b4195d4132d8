import { describe, expect, it } from 'vitest';
import { canUpdateItself, packageKindOf } from '../../../../main/shell/updates/package-kind.ts';

const installed = (name: string): string | null => (name === 'app-update.yml' ? 'provider: generic' : null);
const deb = (name: string): string | null => (name === 'package-type' ? 'deb\n' : null);
const nothing = (): null => null;

describe('the kind of package', () => {
  it.each([
    ['nsis', 'win32', {}, installed],
    ['portable', 'win32', { PORTABLE_EXECUTABLE_FILE: 'D:\\station.exe' }, installed],
    ['unpacked', 'win32', {}, nothing],
    ['appimage', 'linux', { APPIMAGE: '/home/li/station.AppImage' }, installed],
    ['deb', 'linux', {}, deb],
    ['unpacked', 'linux', {}, installed],
    ['mac', 'darwin', {}, installed],
  ] as const)('is %s on %s with %j', (kind, platform, env, resource) => {
    expect(packageKindOf({ platform, env, resource, isPackaged: true })).toBe(kind);
  });

  it('is none for a start from the sources', () => {
    expect(packageKindOf({ platform: 'win32', env: {}, resource: installed, isPackaged: false })).toBe('unpackaged');
  });

  it('decides whether the app can put a newer version in the place of itself', () => {
    const kinds = ['nsis', 'portable', 'appimage', 'deb', 'mac', 'unpacked', 'unpackaged'] as const;
    expect(kinds.filter(canUpdateItself)).toEqual(['nsis', 'appimage']);
  });
});
