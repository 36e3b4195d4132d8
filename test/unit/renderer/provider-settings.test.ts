import { describe, expect, test } from 'vitest';
import { accountSettings, providerSettings } from '../../../preload/contract/providers.ts';
import { defaultProviderSettings, settingsOfProvider } from '../../../preload/contract/provider-settings.ts';
import { toHostName } from '../../../renderer/settings/host-name.ts';
import { toParameterName, withWord } from '../../../renderer/settings/word-list.ts';
import { sampleAccountSettings } from './sample-accounts.ts';

describe('a site', () => {
  test.each([
    ['passport.alipay.com', 'passport.alipay.com'],
    [' Passport.Alipay.COM ', 'passport.alipay.com'],
    ['https://login.taobao.com/member/login.jhtml?from=x', 'login.taobao.com'],
    ['login.taobao.com:8443/path', 'login.taobao.com'],
    ['*.taobao.com', 'taobao.com'],
    ['taobao.com.', 'taobao.com'],
    ['münchen.de', 'xn--mnchen-3ya.de'],
  ])('is read out of "%s"', (typed, host) => {
    expect(toHostName(typed)).toBe(host);
  });

  test.each(['', '   ', 'taobao', 'not a host', 'https://', '127.0.0.1', '[::1]', 'a..b', '-a.com', 'javascript:alert(1)', `${'a.'.repeat(127)}com`])(
    'is not "%s"',
    (typed) => {
      expect(toHostName(typed)).toBeNull();
    },
  );

  test.each(['passport.alipay.com', '淘宝.中国', 'HTTPS://LOGIN.1688.COM/'])('read out of "%s" is what the contract takes', (typed) => {
    const moreSites = [toHostName(typed)];
    expect(providerSettings.safeParse({ ...defaultProviderSettings, moreSites }).success).toBe(true);
  });
});

describe('a list of words', () => {
  const rules = { read: toHostName, most: 2 };

  test('takes a new word, as it is kept', () => {
    expect(withWord(['a.com'], 'https://B.com/', rules)).toEqual({ words: ['a.com', 'b.com'] });
  });

  test.each([
    ['invalid', ['a.com'], 'nothing'],
    ['there', ['a.com'], 'A.com'],
    ['full', ['a.com', 'b.com'], 'c.com'],
  ])('says why it does not grow: %s', (fault, words, typed) => {
    expect(withWord(words, typed, rules)).toEqual({ fault });
  });

  test('of parameters keeps their letter case', () => {
    expect(withWord([], ' sessionId ', { read: toParameterName, most: 2 })).toEqual({ words: ['sessionId'] });
    expect(toParameterName('x'.repeat(61))).toBeNull();
  });
});

test('a provider that nobody has set has the defaults, which the contract takes', () => {
  expect(settingsOfProvider(sampleAccountSettings, 'Alibaba1688')).toEqual(defaultProviderSettings);
  expect(settingsOfProvider(sampleAccountSettings, 'Taobao').moreSites).toEqual(['passport.alipay.com']);
  const providers = { Alibaba1688: defaultProviderSettings };
  expect(accountSettings.safeParse({ ...sampleAccountSettings, providers }).success).toBe(true);
});
