import { accountNamed, isPhoneNumber, PROVIDER_ACCOUNT_PASSWORD } from '../provider-logins/accounts.ts';
import type { ProviderAccount } from '../provider-logins/accounts.ts';
import type { ProviderLogins } from '../provider-logins/provider-logins.ts';
import { plainAnswer, redirectTo, showPage } from './answer.ts';
import type { SiteAnswer } from './answer.ts';
import { SITE_LOOKS } from './looks.ts';
import type { Login } from './logins.ts';
import { allowedOutcome, refusedOutcome } from './outcome.ts';
import { refusedPage } from './pages/ending-pages.ts';
import { loginPage, SLIDER_END, sliderPage } from './pages/form-pages.ts';
import type { FormMessage } from './pages/form-pages.ts';
import { pathOf } from './paths.ts';
import type { SitePage } from './paths.ts';
import { leave } from './return-steps.ts';

interface FormParts {
  readonly providerLogins: ProviderLogins;
}

const PHONE_NUMBER: FormMessage = {
  zh: '手机号不能作为会员名登录，请输入会员名',
  en: 'A phone number is not a login name: type the login name of the account',
};
const WRONG_PASSWORD: FormMessage = { zh: '会员名或密码错误', en: 'The login name or the password is wrong' };
const NOT_AT_THE_END: FormMessage = { zh: '请把滑块拖到最右边', en: 'The knob is not at the right end yet' };

/** Takes a form of a login: it goes on, or the page comes back and says why. */
export function sendForm(login: Login, parts: FormParts, page: SitePage, form: URLSearchParams): SiteAnswer {
  const { state, request } = login;
  if (state.step === 'over') return showPage(SITE_LOOKS[request.providerType], refusedPage('此次登录已结束', 'This login is over'), 410);
  if (page !== state.step) return redirectTo(pathOf(login, state.step));
  switch (state.step) {
    case 'login':
      return takePassword(login, parts, form);
    case 'slider':
      return takeSlider(login, parts, state.account, form);
    case 'consent':
      return takeDecision(login, parts, state.account, form);
  }
}

function takePassword(login: Login, { providerLogins }: FormParts, form: URLSearchParams): SiteAnswer {
  const loginName = form.get('loginName') ?? '';
  const { providerType } = login.request;
  const again = (message: FormMessage): SiteAnswer => showPage(SITE_LOOKS[providerType], loginPage(login, loginName.trim(), message));
  if (isPhoneNumber(loginName)) return again(PHONE_NUMBER);
  const account = accountNamed(providerType, loginName);
  if (account === null || form.get('password') !== PROVIDER_ACCOUNT_PASSWORD) return again(WRONG_PASSWORD);
  if (!providerLogins.devices.knows(login.deviceId, account)) {
    login.state = { step: 'slider', account };
    return redirectTo(pathOf(login, 'slider'));
  }
  return askConsent(login, providerLogins, account);
}

function takeSlider(login: Login, { providerLogins }: FormParts, account: ProviderAccount, form: URLSearchParams): SiteAnswer {
  if (form.get('slider') !== String(SLIDER_END)) return showPage(SITE_LOOKS[login.request.providerType], sliderPage(login, NOT_AT_THE_END));
  return askConsent(login, providerLogins, account);
}

function askConsent(login: Login, { devices }: ProviderLogins, account: ProviderAccount): SiteAnswer {
  devices.remember(login.deviceId, account);
  login.state = { step: 'consent', account };
  return { ...redirectTo(pathOf(login, 'consent')), deviceId: login.deviceId };
}

function takeDecision(login: Login, { providerLogins }: FormParts, account: ProviderAccount, form: URLSearchParams): SiteAnswer {
  const decision = form.get('decision');
  if (decision !== 'allow' && decision !== 'refuse') return plainAnswer(400, 'decision must be allow or refuse');
  const { request, plan } = login;
  const outcome = decision === 'allow' ? allowedOutcome(request, plan, account, providerLogins.sessions) : refusedOutcome(request);
  login.state = { step: 'over', outcome };
  return leave(login, outcome);
}
