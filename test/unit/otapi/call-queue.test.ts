import { describe, expect, it } from 'vitest';
import { createCallQueue } from '../../../main/otapi/call-queue.ts';

/** A task that ends when the test says so. */
function heldTask(started: string[], name: string) {
  let finish = () => {};
  const end = new Promise<void>((resolve) => (finish = resolve));
  const run = () => {
    started.push(name);
    return end;
  };
  return { run, finish };
}

const never = new AbortController().signal;
const turnOfEvents = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue of calls', () => {
  it('starts the waiting in the order of their arrival', async () => {
    const queue = createCallQueue(1);
    const started: string[] = [];
    const tasks = ['a', 'b', 'c'].map((name) => heldTask(started, name));
    const runs = tasks.map((task) => queue.run(task.run, never));
    await turnOfEvents();
    expect(started).toEqual(['a']);
    tasks[0]?.finish();
    await turnOfEvents();
    expect(started).toEqual(['a', 'b']);
    for (const task of tasks) task.finish();
    await Promise.all(runs);
    expect(started).toEqual(['a', 'b', 'c']);
  });

  it('gives the place of a failed task on', async () => {
    const queue = createCallQueue(1);
    await expect(queue.run(() => Promise.reject(new Error('no')), never)).rejects.toThrow('no');
    expect(await queue.run(() => Promise.resolve('yes'), never)).toBe('yes');
  });

  it('never starts a task that was given up while it waited, nor loses a place over it', async () => {
    const queue = createCallQueue(1);
    const started: string[] = [];
    const [first, second, third] = [heldTask(started, 'a'), heldTask(started, 'b'), heldTask(started, 'c')];
    const control = new AbortController();
    const firstRun = queue.run(first.run, never);
    const secondRun = queue.run(second.run, control.signal);
    const thirdRun = queue.run(third.run, never);
    control.abort(new Error('given up'));
    await expect(secondRun).rejects.toThrow('given up');
    first.finish();
    third.finish();
    await Promise.all([firstRun, thirdRun]);
    expect(started).toEqual(['a', 'c']);
  });

  it('takes no task that was given up before', async () => {
    const queue = createCallQueue(1);
    const given = queue.run(() => Promise.resolve('ran'), AbortSignal.abort(new Error('given up')));
    await expect(given).rejects.toThrow('given up');
  });
});
