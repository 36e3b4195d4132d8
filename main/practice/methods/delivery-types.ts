import { UNKNOWN_FACTS } from '../unknown-facts.ts';
import { DELIVERY_MODES } from '../world/delivery-modes.ts';
import type { DeliveryMode } from '../world/delivery-modes.ts';
import type { Language } from '../world/language.ts';
import { INTERNAL_CURRENCY } from '../world/money.ts';
import { element } from '../xml-writer.ts';
import type { XmlElement } from '../xml-writer.ts';
import { operatorMethod } from './method.ts';
import type { MethodDefinition } from './method.ts';

function modeElement({ id, name, description, pricePerKg, providerTypes }: DeliveryMode, place: number, language: Language): XmlElement {
  return element('Item', [
    element('Id', id),
    element('Name', name[language]),
    element('Description', description[language]),
    element('Formula', UNKNOWN_FACTS.deliveryFormula(pricePerKg)),
    element('CurrencyCode', INTERNAL_CURRENCY.code),
    element('Order', place + 1),
    element('IntegrationType'),
    element('ProviderTypes', providerTypes.map((type) => element(UNKNOWN_FACTS.deliveryProviderType, type))),
  ]);
}

/** Delivery modes (otapi.md 7.4). */
export const deliveryTypeMethods: Readonly<Record<string, MethodDefinition>> = {
  GetExternalDeliveryTypeList: operatorMethod('ExternalDeliveryTypeListAnswer', ({ language }) => [
    element('Result', [element('Content', DELIVERY_MODES.map((mode, place) => modeElement(mode, place, language)))]),
  ]),
};
