import type { Language, Translated } from '../world/language.ts';
import { LINE_STATUSES } from '../world/line-status.ts';
import { PROVIDER_CURRENCY } from '../world/money.ts';
import { ORDER_STATUSES } from '../world/order-status.ts';
import { PROVIDERS } from '../world/providers.ts';
import type { ProviderInfo } from '../world/providers.ts';
import { element } from '../xml-writer.ts';
import type { XmlElement } from '../xml-writer.ts';
import { openMethod, operatorMethod } from './method.ts';
import type { MethodDefinition } from './method.ts';

/** `Id` and `Name` of statuses under the given element name (otapi.md 7.1, 7.2). */
export function statusElements(
  elementName: string,
  statuses: Iterable<readonly [id: number, name: Translated]>,
  language: Language,
): XmlElement[] {
  return Array.from(statuses, ([id, name]) => element(elementName, [element('Id', id), element('Name', name[language])]));
}

/** The line statuses with these ids. */
export function lineStatusElements(ids: readonly number[], language: Language): XmlElement[] {
  const named = ids.flatMap((id) => {
    const name = LINE_STATUSES.get(id);
    return name === undefined ? [] : [[id, name] as const];
  });
  return statusElements('SalesLineStatusInfo', named, language);
}

/** As recorded: a provider without promotions or image search has no such element. */
function promotionTypes({ promotionTypes: ids }: ProviderInfo): XmlElement | null {
  const types = ids.map((id) => element('ProviderPromotionTypeInfo', [element('Id', id), element('Name', id)]));
  return types.length === 0 ? null : element('PromotionTypes', types);
}

function imageSearch({ hasImageSearch }: ProviderInfo): XmlElement | null {
  return hasImageSearch ? element('ImageSearch', [element('IsAvailable', true), element('IsEnabled', false)]) : null;
}

function providerElement(provider: ProviderInfo, language: Language): XmlElement {
  const { ordersIntegration } = provider;
  const isWarehouse = provider.type === 'Warehouse';
  return element('Item', [
    element('Type', provider.type),
    element('Alias', provider.alias),
    element('CurrencyCode', PROVIDER_CURRENCY.code),
    element('CurrencySign', PROVIDER_CURRENCY.sign),
    element('Language', 'zh-chs'),
    element('DisplayName', provider.displayName[language]),
    element('IconImageUrl'),
    element('RootCategoryId', provider.rootCategoryId),
    element('IsEnabled', true),
    element('CanSearchRootCategory', isWarehouse),
    element('Prefix', provider.prefix),
    element('HasSettings', true),
    promotionTypes(provider),
    element('HasInternalDelivery', !isWarehouse),
    element('HasItemReviews', !isWarehouse),
    imageSearch(provider),
    element('IsHiddenItemUrls', false),
    element('OrdersIntegration', [
      element('IsAvailable', ordersIntegration.isAvailable),
      element('IsEnabled', ordersIntegration.isEnabled),
      element('IsSessionRequired', ordersIntegration.isSessionRequired),
      element('AllowCancelOrders', ordersIntegration.allowCancelOrders),
    ]),
    element('RequireInventoryControl', isWarehouse),
    element('IsAllConfigurationsLotQuantity', provider.type === 'Alibaba1688'),
  ]);
}

/** Reference lists (otapi.md 7.1 to 7.3). */
export const referenceListMethods: Readonly<Record<string, MethodDefinition>> = {
  GetOrderStatusList: operatorMethod('SalesStatusInfoListAnswer', ({ language }) => [
    element('Result', statusElements('SalesStatusInfo', ORDER_STATUSES, language)),
  ]),

  GetOrderLineStatusList: operatorMethod('SalesLineStatusInfoListAnswer', ({ language }) => [
    element('Result', lineStatusElements([...LINE_STATUSES.keys()], language)),
  ]),

  GetProviderInfoList: openMethod('ProviderInfoListAnswer', ({ language }) => [
    element('Result', [element('Content', PROVIDERS.map((provider) => providerElement(provider, language)))]),
  ]),
};
