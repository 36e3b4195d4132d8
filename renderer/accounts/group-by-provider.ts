import type { AccountsView, ProviderAccount } from '../../preload/contract/accounts.ts';

interface ProviderGroup {
  providerType: string;
  accounts: ProviderAccount[];
}

/** Accounts by provider, in the order of the providers; those of providers no longer offered come last. */
export function groupByProvider({ providers, accounts }: Pick<AccountsView, 'providers' | 'accounts'>): ProviderGroup[] {
  const types = new Set([...providers.map(({ type }) => type), ...accounts.map(({ providerType }) => providerType)]);
  return [...types]
    .map((type) => ({ providerType: type, accounts: accounts.filter(({ providerType }) => providerType === type) }))
    .filter((group) => group.accounts.length > 0);
}
