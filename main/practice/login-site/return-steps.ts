import { redirectTo, plainAnswer, showPage } from './answer.ts';
import type { SiteAnswer } from './answer.ts';
import { SITE_LOOKS } from './looks.ts';
import type { Login } from './logins.ts';
import type { LoginOutcome } from './outcome.ts';
import { neverPage, permissionPage, probePage } from './pages/ending-pages.ts';
import { framePage, pageOfWay } from './pages/return-pages.ts';
import { pathOf } from './paths.ts';
import type { SitePage } from './paths.ts';

type ReturnStation = Extract<SitePage, 'return' | 'return/hop' | 'return/frame'>;

/** What the consent form is answered with: the return address at once, or a page of the site's own on the way to it. */
export function leave(login: Login, outcome: LoginOutcome): SiteAnswer {
  if (outcome.kind === 'page') return redirectTo(pathOf(login, 'return'));
  switch (login.plan.way) {
    case 'redirect-302':
    case 'popup-later':
      return redirectTo(outcome.address, 302);
    case 'redirect-303':
      return redirectTo(outcome.address, 303);
    case 'redirect-307':
      // A 307 repeats the method: given at once, it would send the form itself to the return address.
      return redirectTo(pathOf(login, 'return/hop'));
    default:
      return redirectTo(pathOf(login, 'return'));
  }
}

/** A page or a redirect on the way back, after the consent. */
export function returnAnswer(login: Login, outcome: LoginOutcome, station: ReturnStation): SiteAnswer {
  const look = SITE_LOOKS[login.request.providerType];
  if (outcome.kind === 'page') return endingAnswer(login, outcome.page);
  const { way } = login.plan;
  const { address } = outcome;
  switch (way) {
    case 'redirect-302':
    case 'redirect-303':
    case 'popup-later':
      return plainAnswer(404, 'Not found');
    case 'redirect-307':
      return station === 'return/hop' ? redirectTo(address, 307) : plainAnswer(404, 'Not found');
    case 'iframe-top':
    case 'iframe-self':
      return showPage(look, station === 'return/frame' ? framePage(way, address) : pageOfWay(way, login, address));
    default:
      return showPage(look, pageOfWay(way, login, address));
  }
}

function endingAnswer({ request, plan }: Login, page: Extract<LoginOutcome, { kind: 'page' }>['page']): SiteAnswer {
  const look = SITE_LOOKS[request.providerType];
  switch (page) {
    case 'never':
      return showPage(look, neverPage());
    case 'permission':
      return showPage(look, permissionPage());
    case 'probe':
      return showPage(look, probePage(plan.probes));
    case 'download':
      return { kind: 'file', name: 'practice-statement.csv', body: 'account,amount\r\npractice,0.00\r\n' };
  }
}
