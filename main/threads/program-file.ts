/**
 * The program of a thread: a module beside the one that starts it. The bundle has one file for each, under the same name
 * (`scripts/electron.vite.config.ts`).
 * @param starter `import.meta.url` of the module that starts the thread.
 */
export function programFile(name: string, starter: string): URL {
  return new URL(starter.endsWith('.ts') ? `./${name}.ts` : `./${name}.js`, starter);
}
