// Type-checks every room with its own tsconfig: what a room may use (DOM, Node, Electron) differs.
import { spawnSync } from 'node:child_process';

const rooms = ['main', 'preload', 'renderer', 'test'];
let failed = false;
for (const room of rooms) {
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', room], { stdio: 'inherit' });
  if (status !== 0) failed = true;
}
process.exitCode = failed ? 1 : 0;
