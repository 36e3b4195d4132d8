// Lint: oxlint with the rules of the house (scripts/lint), and what nobody uses.
import { spawnSync } from 'node:child_process';

const checks = [
  ['node_modules/oxlint/bin/oxlint', '--max-warnings', '0', '--type-aware'],
  ['node_modules/knip/bin/knip.js', '--config', 'scripts/lint/knip.config.mjs', '--no-progress'],
];
const failed = checks.filter((check) => spawnSync(process.execPath, check, { stdio: 'inherit' }).status !== 0);
process.exitCode = failed.length === 0 ? 0 : 1;
