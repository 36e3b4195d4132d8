// Runs every check of the project and closes with `N passed, N failed` over all of them.
//   npm test                     everything
//   npm test -- --only e2e,unit  some suites (lint, types, unit, integration, e2e)
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setUp } from './set-up/index.mjs';

const reports = join('out', 'test');

/** A suite answers with what it counted; a check without tests of its own counts as one. */
const suites = {
  lint: (environment) => asOneTest('lint', ['scripts/lint.mjs'], environment),
  types: (environment) => asOneTest('types', ['scripts/typecheck.mjs'], environment),
  unit: (environment) => vitest('unit', environment),
  integration: (environment) => vitest('integration', environment),
  e2e: (environment) => playwright(environment),
};

const wanted = readWanted(process.argv.slice(2));
const { electronEnvironment } = await setUp({ forTests: wanted.some((name) => name === 'integration' || name === 'e2e') });
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const total = { passed: 0, failed: 0 };
for (const name of wanted) {
  console.log(`\n== ${name}`);
  const startedAt = Date.now();
  const { passed, failed } = await suites[name]({ ...process.env, ...electronEnvironment });
  console.log(`== ${name}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - startedAt) / 1000)} s)`);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

function readWanted(args) {
  const only = args.indexOf('--only');
  if (only < 0) return Object.keys(suites);
  const names = (args[only + 1] ?? '').split(',');
  const unknown = names.filter((name) => !(name in suites));
  if (unknown.length > 0) {
    console.error(`Unknown suite: ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
    process.exit(2);
  }
  return names;
}

async function asOneTest(name, args, environment) {
  const code = await run(args, environment);
  if (code !== 0) console.log(`${name} found something, see above.`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(project, environment) {
  const report = join(reports, `${project}.json`);
  const code = await run(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config=test/vitest.config.ts',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    environment,
  );
  const result = readReport(report);
  if (result === null) return { passed: 0, failed: 1 };
  // A file that cannot be loaded fails as a suite without a single test: it counts as one failure.
  const brokenFiles = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = result.numFailedTests + brokenFiles;
  return { passed: result.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

async function playwright(environment) {
  // Absolute: Playwright takes a relative one from the folder of its configuration.
  const report = resolve(reports, 'e2e.json');
  const code = await run(
    ['node_modules/@playwright/test/cli.js', 'test', '--config=test/e2e/playwright.config.ts', '--reporter=list,json'],
    { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
  const result = readReport(report);
  if (result === null) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = result.stats;
  if (skipped > 0) console.log(`${skipped} end-to-end tests did not run; they count as failed.`);
  const failed = unexpected + flaky + skipped + result.errors.length;
  return { passed: expected, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Runs a script with the Node that set-up has chosen. Answers with the exit code. */
function run(args, environment) {
  return new Promise((resolve) => {
    const child = spawn(environment.STATION_NODE ?? process.execPath, args, { stdio: 'inherit', env: environment });
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
  });
}
