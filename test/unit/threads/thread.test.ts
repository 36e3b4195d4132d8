import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createThread, programFile, type Thread } from '../../../main/threads/index.ts';

let thread: Thread<string, string>;

beforeEach(() => {
  thread = createThread(programFile('echo-thread', import.meta.url), { data: 'given' });
});
afterEach(() => thread.stop());

describe('a thread', () => {
  test('answers in the order of the questions, with what it was given at its start', async () => {
    expect(await Promise.all([thread.ask('one'), thread.ask('two')])).toEqual(['given 1 one', 'given 1 two']);
  });

  test('hands on what its work threw, and goes on', async () => {
    await expect(thread.ask('throw')).rejects.toThrow(/as it was told/);
    expect(await thread.ask('after')).toBe('given 1 after');
  });

  test('that ends in the middle fails all that wait for it; the next question starts another', async () => {
    const both = await Promise.allSettled([thread.ask('end'), thread.ask('lost')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await thread.ask('again')).toBe('given 1 again');
  });

  test('answers what it was asked before it stops, and nothing after', async () => {
    const last = thread.ask('last');
    await thread.stop();
    expect(await last).toBe('given 1 last');
    await expect(thread.ask('late')).rejects.toThrow(/stopped/);
  });

  test('refuses what cannot be handed over, and goes on', async () => {
    const anything = thread as Thread<unknown, string>;
    await expect(anything.ask(() => 'a function')).rejects.toThrow(/could not be cloned/);
    expect(await thread.ask('after')).toBe('given 1 after');
  });
});

test('a thread without questions ends, and another is begun by the next one', async () => {
  const restless = createThread<string, string>(programFile('echo-thread', import.meta.url), { idleMs: 1 });
  const first = await restless.ask('which');
  // Looks again after longer than it rests.
  await vi.waitFor(async () => expect(await restless.ask('which')).not.toBe(first), { timeout: 20_000 });
  await restless.stop();
});

test('a program that is not there fails what is asked', async () => {
  const nobody = createThread<string, string>(programFile('no-such-program', import.meta.url));
  await expect(nobody.ask('one')).rejects.toThrow(/no-such-program/);
  await nobody.stop();
});
