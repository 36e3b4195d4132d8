import { PROVIDER_CURRENCY } from '../world/money.ts';
import type { ProviderType } from '../world/providers.ts';

/** Money of a provider account, as ProviderSessionInfo tells it (otapi.md 3.1). */
export interface Balance {
  readonly amount: number;
  readonly currencyCode: string;
}

/** Somebody's account at a provider: its nickname is the login name and the name of its session. */
export interface ProviderAccount {
  readonly providerType: ProviderType;
  readonly name: string;
  /** Null when the provider does not tell it. */
  readonly balance: Balance | null;
}

/** The password of every practice account: no secret, the login page itself tells it. */
export const PROVIDER_ACCOUNT_PASSWORD = 'practice';

function account(providerType: ProviderType, name: string, amount: number | null): ProviderAccount {
  return { providerType, name, balance: amount === null ? null : { amount, currencyCode: PROVIDER_CURRENCY.code } };
}

export const PROVIDER_ACCOUNTS: readonly ProviderAccount[] = [
  account('Taobao', 'wang_01', 12_480.5),
  account('Taobao', 'lin_88', 356),
  account('Taobao', 'zhao_wh', null),
  account('Taobao', '小林采购', 0),
  account('Alibaba1688', 'yiwu_sourcing', 98_040.25),
  account('Alibaba1688', '广州仓_02', null),
];

export function accountsOf(providerType: ProviderType): readonly ProviderAccount[] {
  return PROVIDER_ACCOUNTS.filter((account) => account.providerType === providerType);
}

/** The account with this login name, blanks around it and letter case aside; null when there is none. */
export function accountNamed(providerType: ProviderType, loginName: string): ProviderAccount | null {
  const wanted = loginName.trim().toLowerCase();
  return accountsOf(providerType).find(({ name }) => name.toLowerCase() === wanted) ?? null;
}

/** Whether somebody typed a mobile number of 11 digits where a login name belongs; blanks and dashes aside. */
export function isPhoneNumber(loginName: string): boolean {
  return /^\d{11}$/.test(loginName.replaceAll(/[\s-]/g, ''));
}
