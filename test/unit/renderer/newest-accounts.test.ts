import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { takeAccounts } from '../../../renderer/bridge/accounts.ts';
import { queryKeys } from '../../../renderer/bridge/queries.ts';
import { sampleAccountsView } from './sample-accounts.ts';

it('a view of the accounts that comes late does not replace a newer one', () => {
  const client = new QueryClient();
  const kept = () => client.getQueryData<{ revision: number }>(queryKeys.accounts)?.revision;
  takeAccounts(client, sampleAccountsView({ revision: 4 }));
  takeAccounts(client, sampleAccountsView({ revision: 6 }));
  takeAccounts(client, sampleAccountsView({ revision: 5 }));
  expect(kept()).toBe(6);
  takeAccounts(client, sampleAccountsView({ revision: 7 }));
  expect(kept()).toBe(7);
});
