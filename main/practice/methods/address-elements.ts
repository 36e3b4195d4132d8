import type { DeliveryAddress } from '../world/order.ts';
import type { XmlNode } from '../xml-parameters.ts';
import { element } from '../xml-writer.ts';
import type { XmlElement } from '../xml-writer.ts';

/** The names of the parts of an address in an order info (otapi.md 5.4), in their order there. */
export const ADDRESS_PARTS: readonly (readonly [part: keyof DeliveryAddress, name: string])[] = [
  ['id', 'Id'],
  ['familyName', 'Familyname'],
  ['name', 'Name'],
  ['middleName', 'Patername'],
  ['countryCode', 'CountryCode'],
  ['country', 'Country'],
  ['region', 'RegionName'],
  ['city', 'City'],
  ['cityCode', 'CityCode'],
  ['address', 'Address'],
  ['postalCode', 'PostalCode'],
  ['phone', 'Phone'],
  ['passportNumber', 'PassportNumber'],
  ['registrationAddress', 'RegistrationAddress'],
  ['inn', 'INN'],
  ['pickupPointCode', 'PickupPointCode'],
];

export function addressElements(address: DeliveryAddress): XmlElement[] {
  return ADDRESS_PARTS.map(([part, name]) => element(name, address[part]));
}

/** The address with the parts that a `DeliveryAddress` element brings; its id stays, and so does what is missing there. */
export function changedAddress(address: DeliveryAddress, node: XmlNode): DeliveryAddress {
  const brought = ADDRESS_PARTS.filter(([part, name]) => part !== 'id' && node.child(name) !== null);
  return { ...address, ...Object.fromEntries(brought.map(([part, name]) => [part, node.child(name)?.text.trim() ?? ''])) };
}
