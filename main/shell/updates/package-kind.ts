import type { PackageKind } from '../../../preload/contract/index.ts';

/** What of the system tells how the app was installed. */
export interface PackageSigns {
  platform: NodeJS.Platform;
  /** Electron's `app.isPackaged`. */
  isPackaged: boolean;
  env: NodeJS.ProcessEnv;
  /** A file beside the archive, in `process.resourcesPath`; null when it is not there. */
  resource: (name: string) => string | null;
}

/** How the app came onto this computer, by the signs that electron-builder leaves in each kind of package. */
export function packageKindOf({ platform, isPackaged, env, resource }: PackageSigns): PackageKind {
  if (!isPackaged) return 'unpackaged';
  // electron-builder writes it into everything that can be updated.
  const isInstalled = resource('app-update.yml') !== null;
  switch (platform) {
    case 'win32':
      // Set by the portable program for what it has unpacked.
      if (env['PORTABLE_EXECUTABLE_FILE']) return 'portable';
      return isInstalled ? 'nsis' : 'unpacked';
    case 'darwin':
      return 'mac';
    default:
      if (env['APPIMAGE']) return 'appimage';
      return resource('package-type')?.trim() === 'deb' ? 'deb' : 'unpacked';
  }
}

/** True for packages that can put a newer version in the place of themselves. */
export function canUpdateItself(kind: PackageKind): kind is 'nsis' | 'appimage' {
  return kind === 'nsis' || kind === 'appimage';
}
