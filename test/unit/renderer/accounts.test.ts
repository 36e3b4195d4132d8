import { describe, expect, test } from 'vitest';
import { maximumAccountName } from '../../../preload/contract/accounts.ts';
import { providerLabel } from '../../../renderer/accounts/account-label.ts';
import { groupByProvider } from '../../../renderer/accounts/group-by-provider.ts';
import { looksLikePhoneNumber, maximumNickname } from '../../../renderer/accounts/nickname.ts';
import { hostSize } from '../../../renderer/login/host-size.ts';
import { sampleAccount, sampleAccountsView } from './sample-accounts.ts';

describe('accounts', () => {
  test('stand by provider in the order of the providers, those of providers no longer offered last', () => {
    const gone = sampleAccount(9, { providerType: 'Jd' });
    const view = sampleAccountsView();
    const groups = groupByProvider({ ...view, accounts: [gone, ...view.accounts.toReversed()] });
    expect(groups.map(({ providerType }) => providerType)).toEqual(['Taobao', 'Alibaba1688', 'Jd']);
    expect(groups.flatMap(({ accounts }) => accounts)).toHaveLength(view.accounts.length + 1);
  });

  test('have no group for a provider without any', () => {
    expect(groupByProvider(sampleAccountsView({ accounts: [] }))).toEqual([]);
  });

  test('of a provider that is not listed are shown under its type', () => {
    expect(providerLabel(sampleAccountsView().providers, 'Alibaba1688')).toBe('1688');
    expect(providerLabel([], 'Jd')).toBe('Jd');
    expect(providerLabel([{ type: 'Jd', displayName: '', isSessionRequired: true }], 'Jd')).toBe('Jd');
  });
});

describe('a nickname', () => {
  test.each(['13800138000', '138 0013 8000', '138-0013-8000', '+8613800138000', '008613800138000'])('is not "%s", a phone number', (typed) => {
    expect(looksLikePhoneNumber(typed)).toBe(true);
  });

  test.each(['', 'wang_01', '1380013800', '138001380001', 'tb13800138000', '义乌仓库采购'])('may be "%s"', (typed) => {
    expect(looksLikePhoneNumber(typed)).toBe(false);
  });

  test('may be as long as main takes', () => {
    expect(maximumNickname).toBe(maximumAccountName);
  });
});

test('a host is set the smaller the longer it is, up to the longest there can be', () => {
  expect(['login.taobao.com', 'login.taobao.com.verify-your-account.example', 'a.'.repeat(126)].map(hostSize)).toEqual([
    'usual',
    'long',
    'longest',
  ]);
});
