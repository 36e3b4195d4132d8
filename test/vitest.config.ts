import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = new URL('..', import.meta.url).pathname;

/** Files that take a minute or more each: begun last, one of them would run when all else is done. */
const longest = /\/(receiving\/kill|sync\/kill|station\/ordering)\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => longest.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Two projects: `unit` is pure and fast, and its time limit is for machines that are not; `integration` opens sockets, files and processes. */
export default defineConfig({
  root,
  test: {
    sequence: { sequencer: LongestFirst },
    // Most tests of `integration` wait for timers and other processes: one more than there are cores.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          testTimeout: 30_000,
          // Nothing of it keeps a state between files; reading the modules anew for each took two thirds of its time.
          isolate: false,
        },
      },
      {
        root,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts', 'test/faults/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
