import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { AccountsView } from '../../preload/contract/accounts.ts';
import type { Result } from '../../preload/contract/call.ts';
import type { StationBridge } from '../../preload/contract/channels.ts';
import { queryKeys } from './queries.ts';
import { station, unwrap } from './station.ts';

/** Providers, accounts, the login under way and the round; main tells every change. */
export function useAccounts() {
  const client = useQueryClient();
  return useQuery({
    queryKey: queryKeys.accounts,
    queryFn: async () => newest(client, await unwrap(station().accounts.view({}))),
  });
}

/** Takes a view over, unless what the pages have is newer. */
export function takeAccounts(client: QueryClient, view: AccountsView): void {
  client.setQueryData(queryKeys.accounts, newest(client, view));
}

function newest(client: QueryClient, view: AccountsView): AccountsView {
  const known = client.getQueryData<AccountsView>(queryKeys.accounts);
  return known !== undefined && known.revision > view.revision ? known : view;
}

type AccountsAct = (accounts: StationBridge['accounts']) => Promise<Result<AccountsView>>;

/** Does something with accounts or logins: `act.mutate((accounts) => accounts.logIn({ id }))`. */
export function useAccountsAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: AccountsAct) => unwrap(act(station().accounts)),
    onSuccess: (view) => takeAccounts(client, view),
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
