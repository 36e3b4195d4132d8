import { expect, test } from 'vitest';
import { createClosing } from '../../../main/shell/close.ts';
import { createOpening } from '../../../main/shell/opening.ts';

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {}, registerSecret: () => {} };
const opening = () => createOpening(createClosing({ stop: async () => {}, limitMs: 100, log }));

test('calls wait until the station is open', async () => {
  const done: string[] = [];
  const { admit, open } = opening();
  const early = admit(async () => done.push('early call'));
  await open(async () => void done.push('opened'));
  await early;
  await admit(async () => done.push('late call'));
  expect(done).toEqual(['opened', 'early call', 'late call']);
});

test('calls are refused, and never made, when it cannot be opened', async () => {
  const { admit, open } = opening();
  let calls = 0;
  const both = await Promise.allSettled([admit(async () => (calls += 1)), open(() => Promise.reject(new Error('no disk')))]);
  expect(both.map((outcome) => outcome.status === 'rejected' && String(outcome.reason))).toEqual(['Error: no disk', 'Error: no disk']);
  expect(calls).toBe(0);
});
