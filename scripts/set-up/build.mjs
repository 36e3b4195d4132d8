import { join } from 'node:path';
import { buildIsCurrent } from './build-state.mjs';
import { projectNode, projectPath, projectRoot } from './project.mjs';
import { run, say, SetUpError } from './run.mjs';

/** Builds the app when a source has changed. Needs the packages. */
export async function ensureBuild() {
  if (buildIsCurrent()) return;
  say('Building the app.');
  const { code } = await run(projectNode(), [join(projectRoot, 'scripts', 'build.mjs')], {
    show: true,
    environment: { ...process.env, PATH: projectPath() },
  });
  if (code !== 0) throw new SetUpError('The app could not be built; the messages are above.');
}
