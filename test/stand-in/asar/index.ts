import { readInsideArchives } from './file-system.ts';
import { loadModulesFromArchives } from './modules.ts';

/** From now on archives are folders, to `fs`, `import` and `require`. Call it before anything of the app is loaded. */
export function supportArchives(): void {
  readInsideArchives();
  loadModulesFromArchives();
}
