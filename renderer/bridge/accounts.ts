import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AccountsView } from '../../preload/contract/accounts.ts';
import type { Result } from '../../preload/contract/call.ts';
import type { StationBridge } from '../../preload/contract/channels.ts';
import { newestView, takeNewest } from './newest-view.ts';
import { queryKeys } from './queries.ts';
import { station, unwrap } from './station.ts';

/** Providers, accounts, the login under way and the round; main tells every change. */
export function useAccounts() {
  const client = useQueryClient();
  return useQuery({
    queryKey: queryKeys.accounts,
    queryFn: async () => newestView(client, queryKeys.accounts, await unwrap(station().accounts.view({}))),
  });
}

type AccountsAct = (accounts: StationBridge['accounts']) => Promise<Result<AccountsView>>;

/** Does something with accounts or logins: `act.mutate((accounts) => accounts.logIn({ id }))`. */
export function useAccountsAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: AccountsAct) => unwrap(act(station().accounts)),
    onSuccess: (view) => takeNewest(client, queryKeys.accounts, view),
  });
}

/** Puts a new account on the list; its login is another step. */
export function useAddAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (account: { providerType: string; name: string }) => unwrap(station().accounts.add(account)),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.accounts }),
  });
}
