import type { DeliveryAddress } from '../model.ts';
import { field, record, type Decoder } from './decoder.ts';
import { text } from './values.ts';

const address = record<DeliveryAddress>({
  lastName: field('Familyname', text),
  firstName: field('Name', text),
  middleName: field('Patername', text),
  country: field(['Country', 'CountryCode'], text),
  region: field('RegionName', text),
  city: field('City', text),
  address: field('Address', text),
  postalCode: field('PostalCode', text),
  phone: field('Phone', text),
});

/** Section 5.4, `DeliveryAddress`; one that is empty is none. */
export const deliveryAddress: Decoder<DeliveryAddress | null> = (element, report) => {
  if (element === undefined) return null;
  const decoded = address(element, report);
  return Object.values(decoded).some((part) => part.trim() !== '') ? decoded : null;
};
