import { BadControlRequest, oneOf, text, textList } from './control-json.ts';
import type { JsonObject } from './control-json.ts';
import type { LoginControl } from './control-logins.ts';
import { LOGIN_ENDINGS, WAYS_OF_RETURN } from './login-site/login-plan.ts';
import type { LoginPlan } from './login-site/login-plan.ts';
import { PROVIDER_TYPES } from './world/providers.ts';

/** The actions of the control surface that are about provider logins; another action gives null. */
export function performLoginControl(control: LoginControl, action: string, input: JsonObject): unknown {
  switch (action) {
    case 'next-login':
      control.nextLogin(readPlan(input));
      return {};
    case 'login-defaults':
      control.loginDefaults(readPlan(input));
      return {};
    case 'expire-provider-session':
      control.expireProviderSession(text(input, 'name'));
      return {};
    case 'add-provider-session':
      return { session: control.addProviderSession({ providerType: oneOf(input, 'providerType', PROVIDER_TYPES), name: text(input, 'name') }) };
    case 'provider-sessions':
      return { sessions: control.providerSessions() };
    case 'login-site':
      return control.loginSite();
    default:
      return null;
  }
}

/** How each part of a plan is read. */
const PLAN_PARTS: { readonly [Part in keyof LoginPlan]: (input: JsonObject, name: Part) => LoginPlan[Part] } = {
  way: (input, name) => oneOf(input, name, WAYS_OF_RETURN),
  ending: (input, name) => oneOf(input, name, LOGIN_ENDINGS),
  errorText: text,
  otherAccount: text,
  leavesFor: text,
  probes: textList,
};

function readPlan(input: JsonObject): Partial<LoginPlan> {
  const entries = Object.keys(input).map((name) => {
    if (!Object.hasOwn(PLAN_PARTS, name)) throw new BadControlRequest(`a login has no ${name}`);
    const read: (input: JsonObject, name: never) => unknown = PLAN_PARTS[name as keyof LoginPlan];
    return [name, read(input, name as never)];
  });
  return Object.fromEntries(entries) as Partial<LoginPlan>;
}
