import type { ProviderLogins } from '../provider-logins/provider-logins.ts';
import { PROVIDER_TYPES } from '../world/providers.ts';
import type { ProviderType } from '../world/providers.ts';
import { plainAnswer, redirectTo, showPage } from './answer.ts';
import type { SiteAnswer } from './answer.ts';
import { sendForm } from './form-steps.ts';
import { SITE_LOOKS } from './looks.ts';
import type { Login, Logins } from './logins.ts';
import { refusedPage } from './pages/ending-pages.ts';
import { consentPage, loginPage, openConsentPage, sliderPage } from './pages/form-pages.ts';
import { AUTHORIZE_PATH, pathOf, SITE_PAGES } from './paths.ts';
import type { SitePage } from './paths.ts';
import { returnAnswer } from './return-steps.ts';
import { isSameSecret, secretText } from './secret-text.ts';
import type { Visit } from './visit.ts';

/** What the pages work with. */
export interface SiteParts {
  readonly logins: Logins;
  readonly providerLogins: ProviderLogins;
  /** Whether an `Origin` header names this site. */
  readonly isOwnOrigin: (origin: string) => boolean;
}

/** Keeps the browser's device id; by it the site knows browsers, and a login its browser. */
export const DEVICE_COOKIE = 'practice_device';

/** Where a path leads on the site. */
type SiteRoute = { readonly kind: 'authorize' } | { readonly kind: 'page'; readonly providerType: ProviderType; readonly page: SitePage };

const ROUTES: ReadonlyMap<string, SiteRoute> = new Map([
  [AUTHORIZE_PATH, { kind: 'authorize' }],
  ...PROVIDER_TYPES.flatMap((providerType) =>
    SITE_PAGES.map((page): [string, SiteRoute] => [`/${SITE_LOOKS[providerType].folder}/${page}`, { kind: 'page', providerType, page }]),
  ),
]);

export function isSitePath(path: string): boolean {
  return ROUTES.has(path);
}

/** Answers one request of a browser. */
export function answerVisit(parts: SiteParts, visit: Visit): SiteAnswer {
  const route = ROUTES.get(visit.path);
  if (route === undefined) return plainAnswer(404, 'Not found');
  if (visit.method !== 'GET' && visit.method !== 'POST') return plainAnswer(405, 'GET or POST');
  const deviceId = deviceIdOf(visit);
  if (route.kind === 'authorize') return visit.method === 'GET' ? begin(parts, visit, deviceId ?? secretText()) : plainAnswer(405, 'GET');
  const look = SITE_LOOKS[route.providerType];
  const fields = visit.method === 'GET' ? visit.query : visit.form;
  const login = parts.logins.find(fields.get('login') ?? '', deviceId);
  if (login === null || login.request.providerType !== route.providerType) {
    return showPage(look, refusedPage('登录已过期，或不是在此浏览器中开始的', 'This login is too old, or was not begun in this browser'), 403);
  }
  if (visit.method === 'GET') return showStep(login, parts, route.page, visit);
  if (!isOwnForm(parts, visit, login)) return showPage(look, refusedPage('表单不是来自本站', 'The form did not come from this site'), 403);
  return sendForm(login, parts, route.page, visit.form);
}

/** The id in the device cookie, or null when it has none that the site could have given. */
function deviceIdOf({ cookies }: Visit): string | null {
  const id = cookies.get(DEVICE_COOKIE);
  return id !== undefined && /^[\w-]{32}$/.test(id) ? id : null;
}

/** Another page can send a form here, but it does not know the token, and the browser tells on it. */
function isOwnForm({ isOwnOrigin }: SiteParts, { form, origin }: Visit, { formToken }: Login): boolean {
  return (origin === null || isOwnOrigin(origin)) && isSameSecret(form.get('formToken') ?? '', formToken);
}

function begin({ logins }: SiteParts, visit: Visit, deviceId: string): SiteAnswer {
  const login = logins.begin(visit.query.get('ticket') ?? '', deviceId);
  if (login === null) {
    return showPage(SITE_LOOKS.Taobao, refusedPage('登录链接无效、已使用或已过期', 'This login address is wrong, was used already, or is too old'), 410);
  }
  return { ...redirectTo(pathOf(login, 'login')), deviceId };
}

/** Shows the page that was asked for if the login stands there; else leads to where it stands. */
function showStep(login: Login, { providerLogins }: SiteParts, page: SitePage, visit: Visit): SiteAnswer {
  const { request, plan, state, deviceId } = login;
  const look = SITE_LOOKS[request.providerType];
  if (state.step === 'over') {
    if (page === 'return' || page === 'return/hop' || page === 'return/frame') return returnAnswer(login, state.outcome, page);
    return showPage(look, refusedPage('此次登录已结束', 'This login is over'), 410);
  }
  if (page !== state.step) return redirectTo(pathOf(login, state.step));
  switch (state.step) {
    case 'login':
      return showPage(look, loginPage(login, providerLogins.devices.lastLogin(deviceId, request.providerType) ?? '', null));
    case 'slider':
      return showPage(look, sliderPage(login, null));
    case 'consent': {
      const isOwnWindow = visit.query.get('window') === 'own';
      const opensWindow = plan.way === 'popup-later' && !isOwnWindow;
      return showPage(look, opensWindow ? openConsentPage(login) : consentPage(login, state.account, isOwnWindow));
    }
  }
}
