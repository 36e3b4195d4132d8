import type { DeliveryAddress } from './order.ts';
import { drawHome, drawName } from './people.ts';
import type { Customer } from './people.ts';
import { RandomDraw, SERIES } from './random.ts';

/** The country of the practice instance's customers. */
export const COUNTRY = { code: 'KZ', name: 'Казахстан' } as const;

const EMPTY_PARTS = { cityCode: '', passportNumber: '', registrationAddress: '', inn: '', pickupPointCode: '' } as const;

/**
 * The delivery profiles of a customer (otapi.md 7.5), the usual one first: the customer's own address. Every other
 * customer has a second one, with another recipient.
 */
export function profilesOf(seed: number, customer: Customer): readonly DeliveryAddress[] {
  const own = profileAt(`9${customer.id}`, customer, customer);
  if (Number(customer.id) % 2 === 1) return [own];
  const draw = new RandomDraw(seed, SERIES.profile, Number(customer.id));
  return [own, profileAt(`8${customer.id}`, drawName(draw), drawHome(draw))];
}

type Name = ReturnType<typeof drawName>;
type Home = ReturnType<typeof drawHome>;

function profileAt(id: string, { firstName, lastName, middleName }: Name, { city, region, address, postalCode, phone }: Home): DeliveryAddress {
  const place = { countryCode: COUNTRY.code, country: COUNTRY.name, region, city, address, postalCode, phone };
  return { id, familyName: lastName, name: firstName, middleName, ...place, ...EMPTY_PARTS };
}
