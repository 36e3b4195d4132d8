import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ensureBuild } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureTestPackages } from './debian-packages.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureElectronBinary } from './electron-binary.mjs';
import { projectNode, projectPath, projectRoot, runtimeNodeMajor } from './project.mjs';
import { say, SetUpError } from './run.mjs';

/** Folder with the executable `electron` of the stand-in, as ELECTRON_OVERRIDE_DIST_PATH wants it. */
const standIn = join(projectRoot, 'test', 'stand-in', 'bin');

/**
 * Makes a clean checkout ready: packages, a runtime, for tests what they need besides, and the built app. Every step is
 * skipped when its work is done. Ends the process with a plain message when a person has to do something first.
 *
 * Answers with the runtime (`electron`, or the stand-in on Chromium), its executable, and the environment in which the
 * app and the tests run: STATION_NODE and PATH name the Node of Electron's major; ELECTRON_OVERRIDE_DIST_PATH and
 * STATION_CHROMIUM are there for the stand-in only.
 */
export async function setUp({ forTests }) {
  try {
    await ensureDependencies();
    const runtime = await chooseRuntime();
    if (forTests) await ensureTestPackages();
    await ensureBuild();
    return runtime;
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

async function chooseRuntime() {
  const nodeEnvironment = { STATION_NODE: projectNode(), PATH: projectPath() };
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const binary = override ? null : await ensureElectronBinary();
  if (binary !== null) return { runtime: 'electron', executable: binary, electronEnvironment: nodeEnvironment };

  requireRuntimeNode();
  const chromium = await ensureChromium();
  const folder = override ?? standIn;
  return {
    runtime: 'stand-in',
    executable: join(folder, 'electron'),
    chromium,
    electronEnvironment: { ...nodeEnvironment, ELECTRON_OVERRIDE_DIST_PATH: folder, STATION_CHROMIUM: chromium },
  };
}

/** The stand-in runs main on Node itself, so it has to be that of Electron's major. */
function requireRuntimeNode() {
  const version = spawnSync(projectNode(), ['--version'], { encoding: 'utf8' }).stdout.trim();
  const major = Number(/^v(\d+)/.exec(version)?.[1] ?? 0);
  if (major >= runtimeNodeMajor) return;
  throw new SetUpError(
    `Electron's binary cannot be fetched here, and running without it needs Node ${runtimeNodeMajor}; this is ${version}.`,
  );
}

export { say };
