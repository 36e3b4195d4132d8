import { readReturnAddress } from '../login-site/return-address.ts';
import { accountNamed } from '../provider-logins/accounts.ts';
import type { ProviderSession } from '../provider-logins/sessions.ts';
import { refusals } from '../refusal.ts';
import { PROVIDER_TYPES, PROVIDERS } from '../world/providers.ts';
import type { ProviderType } from '../world/providers.ts';
import { decimal, element } from '../xml-writer.ts';
import type { XmlElement } from '../xml-writer.ts';
import { operatorMethod } from './method.ts';
import type { CallParameters, MethodDefinition } from './method.ts';

/** The provider of a call; refused when its orders are not integrated (otapi.md 7.3). */
export function integratedProvider(parameters: CallParameters): ProviderType {
  const type = parameters.required('providerType');
  const provider = PROVIDERS.find((candidate) => candidate.type === type);
  if (provider === undefined) throw refusals.providerNotFound();
  const { isAvailable, isEnabled } = provider.ordersIntegration;
  const providerType = PROVIDER_TYPES.find((candidate) => candidate === type);
  if (!isAvailable || !isEnabled || providerType === undefined) throw refusals.ordersNotIntegrated();
  return providerType;
}

/** ProviderSessionInfo (otapi.md 3.1). */
function sessionElement({ id, name, providerType }: ProviderSession): XmlElement {
  const balance = accountNamed(providerType, name)?.balance ?? null;
  return element('Item', [
    element('Id', id),
    element('Name', name),
    balance === null ? null : element('Balance', [element('Amount', decimal(balance.amount)), element('CurrencyCode', balance.currencyCode)]),
  ]);
}

/** Provider sessions of Autopurchase (otapi.md 3.1). */
export const providerSessionMethods: Readonly<Record<string, MethodDefinition>> = {
  GetProviderOrdersIntegrationSessionAuthenticationInfo: operatorMethod('ProviderAuthenticationInfoAnswer', ({ parameters, operator, context }) => {
    const providerType = integratedProvider(parameters);
    const returnAddress = readReturnAddress(parameters.required('returnUrl'));
    if (returnAddress === null) throw refusals.badParameter('returnUrl');
    const address = context.loginSite.addressFor({ operator, providerType, returnAddress });
    return [element('Result', [element('RedirectUrl', address)])];
  }),

  GetProviderOrdersIntegrationSessionInfoList: operatorMethod('ProviderSessionInfoListAnswer', ({ parameters, context }) => {
    const sessions = context.providerSessions.runningOf(integratedProvider(parameters));
    return [element('Result', [element('Content', sessions.map(sessionElement))])];
  }),
};
