import { flipFuses, FuseState, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { join } from 'node:path';
import { fusesOf } from './fuses.mjs';

/**
 * electron-builder's afterPack: sets every fuse there is, and reads them back. `strictlyRequireAllFuses` fails the build when
 * a later Electron has a fuse that nobody has decided on. electron-builder sets those it knows once more, to the same values.
 */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const executable = executableOf(appOutDir, electronPlatformName, packager);
  const fuses = fusesOf(packager.config.electronFuses);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    ...fuses,
  });
  const wire = await getCurrentFuseWire(executable);
  for (const [number, isOn] of Object.entries(fuses)) {
    const expected = isOn ? FuseState.ENABLE : FuseState.DISABLE;
    if (wire[number] !== expected) throw new Error(`Fuse ${number} of ${executable} did not take its value.`);
  }
}

function executableOf(folder, platform, packager) {
  const name = packager.appInfo.productFilename;
  if (platform === 'darwin') return join(folder, `${name}.app`);
  return join(folder, platform === 'win32' ? `${name}.exe` : packager.executableName);
}
