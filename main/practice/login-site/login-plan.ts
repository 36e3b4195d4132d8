/** How the login site sends the browser back to the return address. */
export const WAYS_OF_RETURN = [
  /** The consent form is answered with 302. */
  'redirect-302',
  /** The consent form is answered with 303. */
  'redirect-303',
  /** Over an address of the site's own that answers 307. */
  'redirect-307',
  /** A page whose script replaces itself. */
  'script',
  /** A page with a link to click. */
  'link',
  /** A page with a POST form that sends itself; the parameters are in the address. */
  'form-post',
  /** A page with a GET form that sends itself. */
  'form-get',
  /** A page that refreshes to the return address. */
  'meta-refresh',
  /** A page with a button that opens the return address in a window of its own. */
  'popup-direct',
  /** The consent is given in a window of its own, which then goes back by 302. */
  'popup-later',
  /** A frame sends the whole page back. */
  'iframe-top',
  /** A frame goes to the return address itself; the page around it stays. */
  'iframe-self',
] as const;

export type WayOfReturn = (typeof WAYS_OF_RETURN)[number];

/** What a login comes to once its consent is given. */
export const LOGIN_ENDINGS = [
  /** A session is made, and its id comes back. */
  'success',
  /** No session; an error text comes back. */
  'error',
  /** A session is made; the return address comes back as it was. */
  'no-parameters',
  /** A session is made; the parameter comes back twice, the second time with an id of nothing. */
  'doubled-parameters',
  /** A session is made; the browser comes back to an address with another last path segment. */
  'wrong-state',
  /** No session; a page that stays. */
  'never',
  /** The session that is made belongs to another account than the one that logged in. */
  'other-account',
  /** No session; the browser is sent to another address instead. */
  'leaves-for',
  /** No session; a file is downloaded. */
  'download',
  /** No session; a page that asks for position, notifications and camera, and tells what it got. */
  'permission',
  /** No session; a page that tries to reach addresses, and tells which it reached. */
  'probe',
] as const;

export type LoginEnding = (typeof LOGIN_ENDINGS)[number];

/** Error texts worth trying: a plain one, a long one, and one with markup and Chinese. */
export const LOGIN_ERROR_TEXTS = {
  plain: 'The account is locked for purchases',
  long: `The marketplace did not accept this login. ${'Please complete the security check in its own app and try again later. '.repeat(30)}`.trim(),
  markup: '<b onclick="alert(1)">登录失败</b> & <img src=x onerror=alert(2)> "账号存在风险" ’\u202E?sessionId=1',
} as const;

/** How one login goes. */
export interface LoginPlan {
  readonly way: WayOfReturn;
  readonly ending: LoginEnding;
  /** What comes back with the ending `error`. */
  readonly errorText: string;
  /** Whose session is made with the ending `other-account`; null for the provider's next practice account. */
  readonly otherAccount: string | null;
  /** Where the ending `leaves-for` leads: any absolute URL. */
  readonly leavesFor: string | null;
  /** The addresses that the ending `probe` tries. */
  readonly probes: readonly string[];
}

const PLAIN_LOGIN: LoginPlan = {
  way: 'redirect-302',
  ending: 'success',
  errorText: LOGIN_ERROR_TEXTS.plain,
  otherAccount: null,
  leavesFor: null,
  probes: [],
};

function checked(plan: LoginPlan): LoginPlan {
  const { ending, leavesFor, probes } = plan;
  if (leavesFor !== null && !URL.canParse(leavesFor)) throw new RangeError('leavesFor must be an absolute URL');
  if (ending === 'leaves-for' && leavesFor === null) throw new RangeError('The ending leaves-for needs leavesFor');
  if (ending === 'probe' && probes.length === 0) throw new RangeError('The ending probe needs probes');
  return plan;
}

/** How the logins to come go: each has a plan of its own, or follows the defaults. */
export class LoginPlans {
  #waiting: LoginPlan[] = [];
  #defaults: LoginPlan = PLAIN_LOGIN;

  /** Plans the next login that nothing is planned for; what is left out comes from the defaults. */
  add(plan: Partial<LoginPlan>): void {
    this.#waiting.push(checked({ ...this.#defaults, ...plan }));
  }

  /** Sets how logins go that are not planned, and forgets the planned ones; `{}` is a success by 302. */
  setDefaults(plan: Partial<LoginPlan>): void {
    this.#defaults = checked({ ...PLAIN_LOGIN, ...plan });
    this.#waiting = [];
  }

  /** The plan for a login that begins now. */
  take(): LoginPlan {
    return this.#waiting.shift() ?? this.#defaults;
  }
}
