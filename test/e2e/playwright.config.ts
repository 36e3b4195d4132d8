import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

const realKeys = 'scanner.spec.ts';

/** Every test has an app, a profile and a platform of its own, or shares them with others that leave them as they were (shared-app.ts). */
export default defineConfig({
  testDir: '.',
  outputDir: '../../out/test/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: Math.min(4, availableParallelism()),
  retries: 0,
  forbidOnly: true,
  projects: [
    { name: 'app', testIgnore: realKeys },
    // Alone: a second app would stretch the gaps between a scanner's keys.
    { name: 'real-keys', testMatch: realKeys, workers: 1, dependencies: ['app'] },
  ],
});
