import type { LoginPlan } from './login-site/login-plan.ts';
import type { LoginSite } from './login-site/login-site.ts';
import type { LoginSiteRequest } from './login-site/site-log.ts';
import type { ProviderSession, ProviderSessions } from './provider-logins/sessions.ts';
import type { ProviderType } from './world/providers.ts';

/** What has been going on at the login site. */
export interface LoginSiteReport {
  readonly origin: string;
  /** The newest requests, oldest first. */
  readonly requests: readonly LoginSiteRequest[];
  /** Number of requests by method and path, such as `GET /taobao/login`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** What a test or a demonstration may do to provider logins. */
export interface LoginControl {
  /**
   * Plans the next login that is begun; several plans wait in line. What is left out comes from the defaults. Throws a
   * RangeError when the ending lacks what it needs.
   */
  nextLogin(plan: Partial<LoginPlan>): void;
  /** Sets how logins go that nothing is planned for, and forgets what was planned; `{}` is a success by 302. */
  loginDefaults(plan: Partial<LoginPlan>): void;
  /** Ends the session of the account with this nickname now; throws a RangeError when there is none. */
  expireProviderSession(name: string): void;
  /** A session that was made elsewhere appears. */
  addProviderSession(session: { readonly providerType: ProviderType; readonly name: string }): ProviderSession;
  /** Every provider session that is not over, with its id. */
  providerSessions(): readonly ProviderSession[];
  loginSite(): LoginSiteReport;
}

export function createLoginControl(site: LoginSite, sessions: ProviderSessions): LoginControl {
  return {
    nextLogin: (plan) => site.plans.add(plan),
    loginDefaults: (plan) => site.plans.setDefaults(plan),
    expireProviderSession(name) {
      if (!sessions.expire(name)) throw new RangeError(`There is no provider session of ${name}`);
    },
    addProviderSession({ providerType, name }) {
      if (name.trim() === '') throw new RangeError('A provider session has the name of an account');
      return sessions.open({ providerType, name, operatorId: null });
    },
    providerSessions: () => sessions.running(),
    loginSite: () => ({ origin: site.origin, requests: site.log.requests, counts: site.log.counts }),
  };
}
