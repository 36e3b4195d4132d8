import type { Activities } from '../background-activities/activities.ts';
import type { ActivityStarter } from '../background-activities/activity-starter.ts';
import type { LoginRequest } from '../login-site/login-request.ts';
import type { ProviderSessions } from '../provider-logins/sessions.ts';
import type { Sessions } from '../sessions.ts';
import { refusals } from '../refusal.ts';
import type { WaybillMatch } from '../unknown-facts.ts';
import { hundredths } from '../world/amounts.ts';
import type { ChangeBy } from '../world/changes.ts';
import type { Language } from '../world/language.ts';
import type { Customer, Operator } from '../world/people.ts';
import type { PracticeWorld } from '../world/world.ts';
import { readXmlParameter } from '../xml-parameters.ts';
import type { XmlNode } from '../xml-parameters.ts';
import type { XmlElement } from '../xml-writer.ts';
import type { RecentSearches } from './recent-searches.ts';

/** What the methods work with. */
export interface MethodContext {
  readonly world: PracticeWorld;
  readonly sessions: Sessions<Operator>;
  readonly customerSessions: Sessions<Customer>;
  readonly providerSessions: ProviderSessions;
  /** Gives the addresses at which provider logins begin. */
  readonly loginSite: { addressFor(request: LoginRequest): string };
  readonly activities: Activities;
  readonly activityStarter: ActivityStarter;
  readonly now: () => Date;
  /** `http://127.0.0.1:PORT`, for the addresses of pictures. */
  readonly origin: string;
  readonly operatorPassword: string;
  /** The password of every customer. */
  readonly customerPassword: string;
  readonly waybillMatch: WaybillMatch;
  readonly lineSearches: RecentSearches;
  readonly orderSearches: RecentSearches;
}

/** A method of the platform. It answers its payload elements, or throws a Refusal. */
export type MethodDefinition = OpenMethod | OperatorMethod | CustomerMethod;

interface OpenMethod {
  readonly session: 'none';
  readonly answerType: string;
  readonly run: (call: MethodCall) => readonly XmlElement[];
}

interface OperatorMethod {
  readonly session: 'operator';
  readonly answerType: string;
  readonly run: (call: OperatorCall) => readonly XmlElement[];
}

interface CustomerMethod {
  readonly session: 'customer';
  readonly answerType: string;
  readonly run: (call: CustomerCall) => readonly XmlElement[];
}

export interface MethodCall {
  readonly parameters: CallParameters;
  readonly language: Language;
  readonly context: MethodContext;
}

export interface OperatorCall extends MethodCall {
  readonly operator: Operator;
}

export interface CustomerCall extends MethodCall {
  readonly customer: Customer;
}

/** A method that anybody with the instance key may call. */
export function openMethod(answerType: string, run: OpenMethod['run']): MethodDefinition {
  return { session: 'none', answerType, run };
}

/** A method that needs an operator session. */
export function operatorMethod(answerType: string, run: OperatorMethod['run']): MethodDefinition {
  return { session: 'operator', answerType, run };
}

/** A method that needs a customer session. */
export function customerMethod(answerType: string, run: CustomerMethod['run']): MethodDefinition {
  return { session: 'customer', answerType, run };
}

/** When and by whom a call changes something. */
export function byOperator({ context, operator }: OperatorCall): ChangeBy {
  return { at: context.now(), operatorId: operator.id };
}

export function byCustomer({ context, customer }: CustomerCall): ChangeBy {
  return { at: context.now(), operatorId: null, customerId: customer.id };
}

/** Answers that carry nothing but the envelope. */
export const VOID_ANSWER = 'VoidOtapiAnswer';

/** The parameters of one call, read with the refusals that belong to them. */
export class CallParameters {
  readonly #values: ReadonlyMap<string, string>;

  constructor(values: ReadonlyMap<string, string>) {
    this.#values = values;
  }

  /** The value, or an empty text when the parameter was not sent. */
  text(name: string): string {
    return this.#values.get(name) ?? '';
  }

  required(name: string): string {
    const value = this.text(name).trim();
    if (value === '') throw refusals.missingParameter(name);
    return value;
  }

  /** A whole number from 0 on. */
  count(name: string): number {
    const value = this.required(name);
    if (!/^\d{1,9}$/.test(value)) throw refusals.badParameter(name);
    return Number(value);
  }

  /** An amount of money above 0 in hundredths: a decimal with a dot and two digits after it at most (otapi.md 1.1). */
  money(name: string): number {
    const value = this.required(name);
    if (!/^\d{1,10}(?:\.\d{1,2})?$/.test(value) || Number(value) === 0) throw refusals.badParameter(name);
    return hundredths(Number(value));
  }

  /** `true` or `false` (otapi.md 1.1). */
  truth(name: string): boolean {
    const value = this.required(name);
    if (value !== 'true' && value !== 'false') throw refusals.badParameter(name);
    return value === 'true';
  }

  xml(name: string, rootName: string): XmlNode {
    return readXmlParameter(name, this.required(name), rootName);
  }
}
