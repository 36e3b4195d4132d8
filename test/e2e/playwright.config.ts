import { defineConfig } from '@playwright/test';

/** One test at a time: on two cores a second app would stretch the gaps between a scanner's keys. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../out/test/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
});
