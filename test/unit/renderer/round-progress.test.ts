import { describe, expect, test } from 'vitest';
import { canRepeat, noRoundReason, roundProgress } from '../../../renderer/accounts/round-progress.ts';
import { sampleAccountsView, sampleLogin, sampleRound } from './sample-accounts.ts';

describe('the progress of a round', () => {
  test('counts the account that is being dealt with', () => {
    expect(roundProgress(sampleRound(['done', 'current', 'waiting'], 'running'))).toMatchObject({ position: 2, total: 3, finished: 1 });
  });

  test('while paused stands at the account that comes next', () => {
    expect(roundProgress(sampleRound(['done', 'failed', 'waiting'], 'paused'))).toMatchObject({ position: 3, finished: 2, failed: 1 });
  });

  test('when over says how many are logged in, and never leaves the list', () => {
    expect(roundProgress(sampleRound(['done', 'skipped', 'done'], 'over'))).toMatchObject({ position: 3, done: 2, finished: 3 });
  });
});

describe('no round can begin', () => {
  test.each([
    ['round-under-way', { round: sampleRound(['current'], 'running'), login: sampleLogin() }],
    ['round-under-way', { round: sampleRound(['failed', 'waiting'], 'paused') }],
    ['login-under-way', { login: sampleLogin() }],
    ['no-account', { accounts: [], needLogin: [] }],
    ['nothing-needed', { needLogin: [] }],
  ])('for the reason %s', (reason, part) => {
    expect(noRoundReason(sampleAccountsView(part))).toBe(reason);
  });
});

test('a round can begin when accounts need it, also after one that is over', () => {
  expect(noRoundReason(sampleAccountsView())).toBeNull();
  expect(noRoundReason(sampleAccountsView({ round: sampleRound(['failed'], 'over') }))).toBeNull();
});

describe('a round', () => {
  const round = sampleRound(['done', 'failed', 'skipped'], 'over');
  const [, failed, skipped] = round.entries.map(({ accountId }) => accountId);

  test('is offered again for accounts that failed or were put off', () => {
    expect(canRepeat(round, [failed!])).toBe(true);
    expect(canRepeat(round, [skipped!])).toBe(true);
  });

  test('is not offered again when they have been logged in since, or while it runs', () => {
    expect(canRepeat(round, [])).toBe(false);
    expect(canRepeat(sampleRound(['failed', 'current'], 'running'), [failed!])).toBe(false);
  });
});
