import { accountsOf } from '../provider-logins/accounts.ts';
import type { ProviderAccount } from '../provider-logins/accounts.ts';
import type { ProviderSessions } from '../provider-logins/sessions.ts';
import { UNKNOWN_FACTS } from '../unknown-facts.ts';
import type { LoginPlan } from './login-plan.ts';
import type { LoginRequest } from './login-request.ts';
import { withOtherLastSegment, withParameters } from './return-address.ts';
import { secretText } from './secret-text.ts';

/** What a login has come to: an address to go to by the planned way, or a page that is the end. */
export type LoginOutcome =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'page'; readonly page: 'never' | 'download' | 'permission' | 'probe' };

/** What a person is told, and the platform with him, who does not give the permission. */
export const REFUSED_TEXT = '用户拒绝授权 The owner of the account did not give the permission';

const { session: SESSION, error: ERROR } = UNKNOWN_FACTS.returnParameters;

/** Ends a login whose permission was not given: no session is made. */
export function refusedOutcome({ returnAddress }: LoginRequest): LoginOutcome {
  return goTo(withParameters(returnAddress, [[ERROR, REFUSED_TEXT]]));
}

/** Ends a login whose permission was given, as it was planned; makes the session if that ending has one. */
export function allowedOutcome(request: LoginRequest, plan: LoginPlan, account: ProviderAccount, sessions: ProviderSessions): LoginOutcome {
  const { providerType, operator, returnAddress } = request;
  const openSession = (name: string): string => sessions.open({ providerType, name, operatorId: operator.id }).id;
  switch (plan.ending) {
    case 'success':
      return goTo(withParameters(returnAddress, [[SESSION, openSession(account.name)]]));
    case 'other-account':
      return goTo(withParameters(returnAddress, [[SESSION, openSession(plan.otherAccount ?? nextAccount(account))]]));
    case 'no-parameters':
      openSession(account.name);
      return goTo(returnAddress);
    case 'doubled-parameters':
      return goTo(
        withParameters(returnAddress, [
          [SESSION, openSession(account.name)],
          [SESSION, secretText()],
        ]),
      );
    case 'wrong-state':
      return goTo(withParameters(withOtherLastSegment(returnAddress), [[SESSION, openSession(account.name)]]));
    case 'error':
      return goTo(withParameters(returnAddress, [[ERROR, plan.errorText]]));
    case 'leaves-for':
      return { kind: 'address', address: plan.leavesFor ?? returnAddress.href };
    case 'never':
    case 'download':
    case 'permission':
    case 'probe':
      return { kind: 'page', page: plan.ending };
  }
}

function goTo(address: URL): LoginOutcome {
  return { kind: 'address', address: address.href };
}

/** The practice account after this one, at the same provider. */
function nextAccount({ providerType, name }: ProviderAccount): string {
  const names = accountsOf(providerType).map((account) => account.name);
  return names[(names.indexOf(name) + 1) % names.length] ?? name;
}
