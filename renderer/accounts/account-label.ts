import type { TFunction } from 'i18next';
import type { Provider } from '../../preload/contract/accounts.ts';

/** The nickname, or words for an account whose name the first login will tell. */
export function accountLabel(t: TFunction, name: string): string {
  return name === '' ? t('accounts.unnamed') : name;
}

/** The provider's name; its type, if OT Platform does not list it (any more). */
export function providerLabel(providers: readonly Provider[], type: string): string {
  const name = providers.find((provider) => provider.type === type)?.displayName ?? '';
  return name === '' ? type : name;
}
