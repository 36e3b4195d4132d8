import { defineConfig } from '@playwright/test';

/** Every test has its own profile folder and its own practice platform, so two can run side by side. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../out/test/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
});
