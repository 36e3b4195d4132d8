import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { fileURLToPath } from 'node:url';
import { collectLicences } from './licences/collect-licences.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const path = (relative: string): string => `${root}${relative}`;

/** How long each plugin took is of interest to who works on the build, not to who starts the app. */
const quiet = { pluginTimings: false };

const licences = collectLicences(path('out/app/licences.txt'), [path('node_modules/keytar')]);

/**
 * Three bundles under out/app. Main and preload carry everything they need; left outside are Electron, Node's own
 * modules and keytar, whose native file cannot be bundled.
 */
export default defineConfig({
  main: {
    root,
    plugins: [licences],
    build: {
      outDir: path('out/app/main'),
      externalizeDeps: false,
      rollupOptions: {
        checks: quiet,
        // The program, and those of its threads: all files lie beside each other, see main/threads.
        input: {
          index: path('main/index.ts'),
          'answer-reader': path('main/otapi/reading/answer-reader.ts'),
          'cache-writer': path('main/orders/writing/cache-writer.ts'),
        },
        external: [/^electron(\/|$)/, /^keytar(\/|$)/],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    root,
    plugins: [licences],
    build: {
      outDir: path('out/app/preload'),
      externalizeDeps: false,
      rollupOptions: {
        checks: quiet,
        input: { station: path('preload/station.ts') },
        // A sandboxed preload script can only be one CommonJS file (Electron: docs/tutorial/sandbox).
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path('renderer'),
    base: './',
    plugins: [react(), licences],
    build: {
      outDir: path('out/app/renderer'),
      emptyOutDir: true,
      minify: true,
      // Files of their own: the content security policy allows no data: addresses for scripts, styles, fonts and sounds.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      // The station's own window, and the frame around a provider's page in the login window.
      rollupOptions: {
        checks: quiet,
        input: { index: path('renderer/index.html'), login: path('renderer/login.html') },
        // A file for each screen (renderer/screens.ts), and one for what several of them need, not one for each of its parts.
        output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } },
      },
    },
  },
});
