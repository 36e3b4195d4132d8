import { describe, expect, test } from 'vitest';
import type { AccountsView } from '../../../preload/contract/accounts.ts';
import { roundProgress } from '../../../renderer/accounts/round-progress.ts';
import { unwrap } from '../../../renderer/bridge/station.ts';
import { createMockBridge } from './mock-bridge.ts';

function world() {
  const mock = createMockBridge();
  const told: AccountsView[] = [];
  mock.bridge.on('accounts.changed', (view) => told.push(view));
  return { accounts: mock.bridge.accounts, told, mock };
}

describe('a round of the mock bridge', () => {
  test('goes through all accounts that need it and tells each step', async () => {
    const { accounts, told } = world();
    const begun = await unwrap(accounts.startRound({}));
    expect(begun.login?.accountId).toBe(begun.needLogin[0]);
    expect(roundProgress(begun.round!)).toMatchObject({ position: 1, total: 3 });
    await accounts.skip({});
    const paused = await unwrap(accounts.cancelLogin({}));
    expect(paused).toMatchObject({ login: null, round: { state: 'paused' } });
    await accounts.continueRound({});
    const over = await unwrap(accounts.skip({}));
    expect(over.round?.entries.map(({ state }) => state)).toEqual(['skipped', 'failed', 'skipped']);
    expect(over.round?.state).toBe('over');
    expect(told.at(-1)).toEqual(over);
    expect(told).toHaveLength(5);
  });
});

test('an account that was removed comes back with what it was', async () => {
  const { accounts, mock } = world();
  const [first] = mock.world.accounts.accounts;
  const removed = await unwrap(accounts.remove({ id: first!.id }));
  expect(removed.accounts).not.toContainEqual(first);
  expect((await unwrap(accounts.restore({ id: first!.id }))).accounts).toContainEqual(first);
});

test('what is copied is on the clipboard', async () => {
  const { mock } = world();
  expect(await unwrap(mock.bridge.desktop.copyText({ text: '王伟' }))).toEqual({ copied: true });
  expect(mock.world.copied).toBe('王伟');
});
