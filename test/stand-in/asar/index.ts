import { readInsideArchives } from './file-system.ts';
import { loadModulesFromArchives } from './modules.ts';
import { supportArchivesInThreads } from './threads.ts';

/** From now on archives are folders, to `fs`, `import` and `require`, in threads too. Call it before anything of the app is loaded. */
export function supportArchives(): void {
  readInsideArchives();
  loadModulesFromArchives();
  supportArchivesInThreads();
}
