import { build, Platform } from 'electron-builder';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../set-up/project.mjs';

/** Lets electron-builder lay out the application for Linux, without an installer. Answers with its folder. */
export async function layOut(electronDist, output) {
  rmSync(output, { recursive: true, force: true });
  await build({
    projectDir: projectRoot,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: { extends: 'electron-builder.yml', electronDist, directories: { output } },
  });
  return join(output, process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked');
}

/** Packages for the system that this runs on. Answers with the files that came of it. */
export async function buildPackages() {
  return build({ projectDir: projectRoot, targets: hostPlatform().createTarget(), publish: 'never' });
}

/** Packages of another system need its own keychain module, which npm installs there only. */
export function hostPlatform() {
  if (process.platform === 'win32') return Platform.WINDOWS;
  return process.platform === 'darwin' ? Platform.MAC : Platform.LINUX;
}
