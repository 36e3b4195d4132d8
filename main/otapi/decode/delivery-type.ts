import type { DeliveryType } from '../model.ts';
import { providerTypeSeparators } from '../uncertain.ts';
import { childrenOf, type XmlElement } from '../xml/xml-element.ts';
import { field, record, type Field } from './decoder.ts';
import { integer, id, text } from './values.ts';

function textsIn(element: XmlElement): string[] {
  return element.children.length === 0 ? element.text.split(providerTypeSeparators) : element.children.flatMap(textsIn);
}

/** A list of any form (section 1.6), or one text. */
const providerTypes: Field<string[]> = (deliveryType) =>
  childrenOf(deliveryType, 'ProviderTypes')
    .flatMap(textsIn)
    .map((type) => type.trim())
    .filter((type) => type !== '');

/** Section 7.4, GetExternalDeliveryTypeList. */
export const deliveryType: Field<DeliveryType> = record<DeliveryType>({
  id: field('Id', id),
  name: field('Name', text),
  description: field('Description', text),
  formula: field('Formula', text),
  currencyCode: field('CurrencyCode', text),
  order: field('Order', integer),
  providerTypes,
});
