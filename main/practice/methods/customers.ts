import { refusals } from '../refusal.ts';
import { customerAt, customerIndexOf } from '../world/people.ts';
import type { Customer } from '../world/people.ts';
import { COUNTRY, profilesOf } from '../world/profiles.ts';
import type { PracticeWorld } from '../world/world.ts';
import type { XmlNode } from '../xml-parameters.ts';
import { element } from '../xml-writer.ts';
import type { XmlElement } from '../xml-writer.ts';
import { frameOf } from './frame.ts';
import { operatorMethod } from './method.ts';
import type { MethodContext, MethodDefinition, OperatorCall } from './method.ts';

/** The customer with this login, or null. Every login ends in the customer's id. */
export function customerWithLogin({ world }: Pick<MethodContext, 'world'>, login: string): Customer | null {
  const index = customerIndexOf(/_(\d+)$/.exec(login)?.[1] ?? '');
  if (index === null || index >= world.layout.customerCount) return null;
  const customer = customerAt(world.origin.seed, index);
  return customer.login === login ? customer : null;
}

/** The place of the customer that a parameter names. */
export function customerIndexFrom({ context, parameters }: OperatorCall, parameter: string): number {
  const index = customerIndexOf(parameters.required(parameter));
  if (index === null || index >= context.world.layout.customerCount) throw refusals.customerNotFound();
  return index;
}

/** The number of a customer's account. */
export function accountNumberOf({ id }: Customer): string {
  return `PA-${id.padStart(8, '0')}`;
}

function baseFields(customer: Customer): XmlElement[] {
  return [
    element('Id', customer.id),
    element('Login', customer.login),
    element('Email', customer.email),
    element('IsActive', true),
    element('FirstName', customer.firstName),
    element('LastName', customer.lastName),
    element('MiddleName', customer.middleName),
    element('PersonalAccountId', accountNumberOf(customer)),
    element('Phone', customer.phone),
  ];
}

function homeFields(customer: Customer): XmlElement[] {
  return [
    element('CountryCode', COUNTRY.code),
    element('Country', COUNTRY.name),
    element('Region', customer.region),
    element('City', customer.city),
    element('Address', customer.address),
    element('PostalCode', customer.postalCode),
  ];
}

/** The places of the customers that a `<UserFilterParameters>` leaves (otapi.md 7.5); null = no filter. */
function searchCustomers({ origin, layout }: PracticeWorld, filter: XmlNode | null): number[] {
  const ids = filter?.textOf('IdList')?.split(';').map((id) => customerIndexOf(id.trim()) ?? -1) ?? null;
  const parts = (['Login', 'Email', 'Phone'] as const).map((name) => [name, filter?.textOf(name)?.toLowerCase() ?? null] as const);
  const all = Array.from({ length: layout.customerCount }, (_, index) => index);
  return all.filter((index) => {
    if (ids !== null && !ids.includes(index)) return false;
    const { login, email, phone } = customerAt(origin.seed, index);
    const texts = { Login: login, Email: email, Phone: phone };
    return parts.every(([name, part]) => part === null || texts[name].toLowerCase().includes(part));
  });
}

/** Customers as an operator sees them (otapi.md 7.5). */
export const customerMethods: Readonly<Record<string, MethodDefinition>> = {
  FindBaseUserInfoListFrame: operatorMethod('BaseUserInfoListFrameAnswer', ({ parameters, context }) => {
    const { world } = context;
    const isLimited = parameters.text('userFilter').trim() !== '';
    const found = searchCustomers(world, isLimited ? parameters.xml('userFilter', 'UserFilterParameters') : null);
    return frameOf(parameters, found, (index) => element('Item', baseFields(customerAt(world.origin.seed, index))));
  }),

  GetUserInfoForOperator: operatorMethod('UserInfoAnswer', (call) => {
    const customer = customerAt(call.context.world.origin.seed, customerIndexFrom(call, 'userId'));
    return [element('UserInfo', [...baseFields(customer), ...homeFields(customer)])];
  }),

  GetUserProfileInfoListForOperator: operatorMethod('UserProfileInfoListAnswer', (call) => {
    const { seed } = call.context.world.origin;
    const profiles = profilesOf(seed, customerAt(seed, customerIndexFrom(call, 'userId')));
    const items = profiles.map((profile) =>
      element('Item', [
        element('Id', profile.id),
        element('FirstName', profile.name),
        element('LastName', profile.familyName),
        element('MiddleName', profile.middleName),
        element('CountryCode', profile.countryCode),
        element('Country', profile.country),
        element('Region', profile.region),
        element('City', profile.city),
        element('Address', profile.address),
        element('Phone', profile.phone),
        element('PostalCode', profile.postalCode),
      ]),
    );
    return [element('Result', [element('Content', items)])];
  }),
};
