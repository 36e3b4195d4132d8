import { fileURLToPath } from 'node:url';
import { emptyWindow, timedStart } from '../app/timed-start.ts';
import { copyProfile, newProfile, removeProfile } from '../cache/profile.ts';
import { atMostTimes, rowOf, type BenchRow, type Round } from '../row.ts';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Start to READY with a profile that was opened before: from the start of the process to the frame in which the Receive
 * screen says that it is ready, against an app of one window with one word, on the same runtime, turn by turn.
 */
export async function startRow(origin: string, profile: string, quick: boolean): Promise<BenchRow> {
  const rounds = quick ? 3 : 9;
  const copy = copyProfile(profile);
  const emptyProfile = newProfile();
  const app = () => timedStart(checkout, [`--profile=${copy}`, `--practice-url=${origin}`]);
  const empty = () => timedStart(emptyWindow, [`--profile=${emptyProfile}`]);
  const measured: Round[] = [];
  try {
    await app();
    await empty();
    for (let round = 0; round < rounds; round += 1) {
      const first = round % 2 === 0 ? await app() : await empty();
      const second = round % 2 === 0 ? await empty() : await app();
      measured.push(round % 2 === 0 ? { value: first, reference: second } : { value: second, reference: first });
    }
  } finally {
    removeProfile(copy);
    removeProfile(emptyProfile);
  }
  return rowOf({
    name: 'start to READY, second start',
    unit: 'ms',
    target: atMostTimes(1.5),
    method:
      'From the start of the process to the frame in which the Receive screen says that it is ready, with the full cache and a profile that was opened before, against an app of one window with one word on the same runtime, turn by turn.',
    whyMissed:
      'above the empty window come the program of main, and the page: its scripts and styles (1.4 MB without those of other screens) pass through the map of own schemes of this runtime, are run and drawn once before the first paint; journal and cache are opened meanwhile.',
    samples: rounds,
    rounds: measured,
  });
}
