/**
 * What nobody uses: files, exports and packages. What only a test uses counts as used.
 *
 * @type {import('knip').KnipConfig}
 */
export default {
  entry: [
    'scripts/*.{mjs,config.ts}',
    'scripts/package/set-fuses.mjs',
    'main/index.ts',
    // Programs of threads, see scripts/electron.vite.config.ts.
    'main/orders/writing/cache-writer.ts',
    'main/otapi/reading/answer-reader.ts',
    'preload/station.ts',
    'renderer/main.tsx',
    'renderer/login/main.tsx',
    // What tests and measurements start as processes and threads.
    'test/bench/{run,fill,search,practice-process}.ts',
    'test/e2e/demo/run.ts',
    'test/integration/receiving/shift-worker.ts',
    'test/integration/secrets/use-secrets.ts',
    'test/integration/stand-in/fixtures/**/*.mjs',
    'test/unit/threads/echo-thread.ts',
    'test/stand-in/boot/start.mjs',
    // Held to Electron's types by tsc alone.
    'test/stand-in/conformance.ts',
  ],
  project: ['{main,preload,renderer,scripts,test}/**/*.{ts,tsx,mjs,css}'],
  vitest: { config: ['test/vitest.config.ts'] },
  playwright: { config: ['test/e2e/playwright.config.ts'] },
  compilers: { css: (text) => [...text.matchAll(/@(import [^;]+)/g)].map(([, statement]) => statement).join('\n') },
  // A type that an exported function speaks of has its name outside of its file as well.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // What scripts/lint.mjs starts, and electron-builder's own parts of its own version.
  ignoreDependencies: ['oxlint', 'oxlint-tsgolint', 'app-builder-lib', 'builder-util'],
  ignoreBinaries: ['Xvfb', 'openssl'],
};
