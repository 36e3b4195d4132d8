import { describe, expect, it } from 'vitest';
import { fillInStation } from '../../../main/shell/settings-repair.ts';
import type { StationSettings } from '../../../preload/contract/index.ts';

const accounts = {
  roundHours: 10,
  providers: {},
  return: { host: 'return.example.org', sessionNames: ['sessionId'], errorNames: ['error'] },
};
const defaults = { textSize: 100, accounts, recipient: null } as unknown as StationSettings;
const provider = { sessionHours: 20, loginMinutes: 5, loginPlace: 'system-browser', moreSites: ['sso.example.org'] };
const recipient = { name: '王伟', mobile: '13800138000', regionCode: '440106', postalCode: '510000', address: '广州市天河区体育西路1号' };

describe('settings of accounts and of the recipient', () => {
  it('are the defaults where the file has none', () => {
    expect(fillInStation({ textSize: 120 }, defaults)).toEqual({ textSize: 120, accounts, recipient: null });
  });

  it('stay as they are when they are right', () => {
    const stored = { accounts: { ...accounts, roundHours: 6, providers: { Taobao: provider } }, recipient };
    expect(fillInStation(stored, defaults)).toEqual({ textSize: 100, ...stored });
  });

  it('are filled in on every level', () => {
    const stored = { accounts: { providers: { Taobao: { sessionHours: 20 } }, return: { host: 'other.example.org' } } };
    expect(fillInStation(stored, defaults)['accounts']).toEqual({
      roundHours: 10,
      providers: { Taobao: { sessionHours: 20, loginMinutes: 15, loginPlace: 'own-window', moreSites: [] } },
      return: { ...accounts.return, host: 'other.example.org' },
    });
  });

  it('lose only what is wrong', () => {
    const wrong = { ...provider, sessionHours: -1, moreSites: ['https://not a host/'] };
    const stored = {
      textSize: 120,
      accounts: { roundHours: 'ten', providers: { Taobao: wrong, '': provider, Alibaba1688: provider }, return: { host: 'x', sessionNames: [], errorNames: ['fault'] } },
      recipient: { ...recipient, mobile: '1' },
    };
    expect(fillInStation(stored, defaults)).toEqual({
      textSize: 120,
      accounts: {
        roundHours: 10,
        providers: { Taobao: { ...provider, sessionHours: 24, moreSites: [] }, Alibaba1688: provider },
        return: { ...accounts.return, errorNames: ['fault'] },
      },
      recipient: null,
    });
  });

  it.each([['a text', 'x'], ['a list', []], ['nothing', null], ['a number', 1]])('are the defaults where the file has %s', (_what, value) => {
    expect(fillInStation({ accounts: value, recipient: value }, defaults)).toMatchObject({ accounts, recipient: null });
  });
});
