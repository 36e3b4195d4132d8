import type {
  AccountsView,
  LoginEnding,
  LoginView,
  ProviderAccount,
  RoundView,
} from '../../../preload/contract/accounts.ts';
import type { AccountSettings } from '../../../preload/contract/providers.ts';
import type { Recipient } from '../../../preload/contract/recipient.ts';
import { ago } from './sample-world.ts';

const hour = 60;

/** An account whose session has so many hours left; no session without them. */
export function sampleAccount(index: number, part: Partial<ProviderAccount> & { hoursLeft?: number } = {}): ProviderAccount {
  const { hoursLeft, ...rest } = part;
  return {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    providerType: 'Taobao',
    name: `account_${index}`,
    session:
      hoursLeft === undefined
        ? null
        : { obtainedAt: ago((24 - hoursLeft) * hour), obtainedHere: true, endsAt: ago(-hoursLeft * hour) },
    balance: null,
    lastEnding: null,
    deviceRemembered: true,
    ...rest,
  };
}

export function sampleEnding(part: Partial<LoginEnding> = {}): LoginEnding {
  return { kind: 'closed', at: ago(7), text: null, host: null, networkCode: null, otherName: null, where: 'own-window', error: null, ...part };
}

function sampleAccounts(): ProviderAccount[] {
  const wang = sampleAccount(1, { name: 'wang_01', hoursLeft: 21.4, balance: { amount: 1520.5, currency: 'CNY' } });
  const lin = sampleAccount(2, { name: 'lin_88', hoursLeft: 1.3 });
  return [
    wang,
    { ...lin, session: lin.session && { ...lin.session, obtainedHere: false } },
    sampleAccount(3, {
      name: 'zhao_wh',
      hoursLeft: -2,
      lastEnding: sampleEnding({ kind: 'different-account', otherName: 'chen_7', host: 'login.taobao.com' }),
    }),
    sampleAccount(4, {
      name: '',
      deviceRemembered: false,
      lastEnding: sampleEnding({ kind: 'refused', text: '账号存在安全风险，请稍后再试', host: 'login.taobao.com' }),
    }),
    sampleAccount(5, { name: '义乌仓库采购', providerType: 'Alibaba1688', hoursLeft: 11 }),
  ];
}

export function sampleLogin(part: Partial<LoginView> = {}): LoginView {
  return {
    accountId: sampleAccount(3).id,
    accountName: 'zhao_wh',
    providerType: 'Taobao',
    phase: 'page',
    where: 'own-window',
    host: 'login.taobao.com',
    isSecure: true,
    stoppedAt: null,
    startedAt: ago(3),
    limitAt: ago(-12.3),
    ...part,
  };
}

export function sampleRound(states: readonly RoundView['entries'][number]['state'][], state: RoundView['state']): RoundView {
  return { entries: states.map((entry, index) => ({ accountId: sampleAccount(index + 2).id, state: entry })), state };
}

export function sampleAccountsView(part: Partial<AccountsView> = {}): AccountsView {
  return {
    revision: 1,
    providers: [
      { type: 'Taobao', displayName: 'Taobao', isSessionRequired: true },
      { type: 'Alibaba1688', displayName: '1688', isSessionRequired: false },
    ],
    accounts: sampleAccounts(),
    login: null,
    round: null,
    readAt: ago(4),
    readError: null,
    isReading: false,
    needLogin: [2, 3, 4].map((index) => sampleAccount(index).id),
    ...part,
  };
}

export const sampleAccountSettings: AccountSettings = {
  roundHours: 4,
  providers: {
    Taobao: { sessionHours: 24, loginMinutes: 15, loginPlace: 'own-window', moreSites: ['passport.alipay.com'] },
  },
  return: {
    host: 'warehouse-station.invalid',
    sessionNames: ['sessionId', 'providerSessionId', 'id', 'session'],
    errorNames: ['error', 'errorDescription', 'message'],
  },
};

export const sampleRecipient: Recipient = {
  name: '王伟',
  mobile: '13800138000',
  regionCode: '440111',
  postalCode: '510440',
  address: '广东省广州市白云区石井街道石沙路 12 号 3 号仓（YT-7781）',
};
