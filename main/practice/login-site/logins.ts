import type { ProviderAccount } from '../provider-logins/accounts.ts';
import { UNKNOWN_FACTS } from '../unknown-facts.ts';
import type { LoginPlan, LoginPlans } from './login-plan.ts';
import type { LoginRequest } from './login-request.ts';
import type { LoginOutcome } from './outcome.ts';
import { isSameSecret, secretText } from './secret-text.ts';

/** A login that has begun: one browser, one way through the pages. */
export interface Login {
  readonly id: string;
  readonly request: LoginRequest;
  readonly plan: LoginPlan;
  /** The browser's device cookie: nobody else can go on with this login. */
  readonly deviceId: string;
  /** What every form of this login carries, and no other page can know. */
  readonly formToken: string;
  readonly endsAt: number;
  /** Where the login stands, and what is known there. */
  state: LoginState;
}

/** `login` asks for name and password, `slider` for a movement, `consent` for a permission; then it is over. */
export type LoginState =
  | { readonly step: 'login' }
  | { readonly step: 'slider'; readonly account: ProviderAccount }
  | { readonly step: 'consent'; readonly account: ProviderAccount }
  | { readonly step: 'over'; readonly outcome: LoginOutcome };

/** The logins that were asked for and those that have begun. */
export class Logins {
  readonly #plans: LoginPlans;
  readonly #now: () => Date;
  /** By the ticket of the login address. */
  readonly #asked = new Map<string, { readonly request: LoginRequest; readonly endsAt: number }>();
  readonly #begun = new Map<string, Login>();

  constructor(plans: LoginPlans, now: () => Date) {
    this.#plans = plans;
    this.#now = now;
  }

  /** Gives the ticket with which this login can be begun, once and for some minutes. */
  issueTicket(request: LoginRequest): string {
    this.#forgetOld();
    const ticket = secretText();
    this.#asked.set(ticket, { request, endsAt: this.#endAfter(UNKNOWN_FACTS.loginAddressMinutes) });
    return ticket;
  }

  /** Takes the ticket and begins its login in this browser; null when the ticket was used, is too old, or is none. */
  begin(ticket: string, deviceId: string): Login | null {
    this.#forgetOld();
    const asked = this.#asked.get(ticket);
    if (asked === undefined) return null;
    this.#asked.delete(ticket);
    const login: Login = {
      id: secretText(),
      request: asked.request,
      plan: this.#plans.take(),
      deviceId,
      formToken: secretText(),
      endsAt: this.#endAfter(UNKNOWN_FACTS.loginMinutes),
      state: { step: 'login' },
    };
    this.#begun.set(login.id, login);
    return login;
  }

  /** The login with this id that has begun in this browser and is not too old; null when there is none. */
  find(id: string, deviceId: string | null): Login | null {
    this.#forgetOld();
    const login = this.#begun.get(id);
    return login !== undefined && deviceId !== null && isSameSecret(login.deviceId, deviceId) ? login : null;
  }

  #endAfter(minutes: number): number {
    return this.#now().getTime() + minutes * 60_000;
  }

  #forgetOld(): void {
    const now = this.#now().getTime();
    for (const [ticket, { endsAt }] of this.#asked) if (endsAt <= now) this.#asked.delete(ticket);
    for (const [id, { endsAt }] of this.#begun) if (endsAt <= now) this.#begun.delete(id);
  }
}
