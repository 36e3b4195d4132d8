import { refusals } from '../refusal.ts';
import { SIGNED_IN_OPERATOR } from '../world/people.ts';
import { element } from '../xml-writer.ts';
import { customerWithLogin } from './customers.ts';
import { openMethod, operatorMethod } from './method.ts';
import type { MethodDefinition } from './method.ts';

/** Signing in (otapi.md 2). */
export const signInMethods: Readonly<Record<string, MethodDefinition>> = {
  AuthenticateInstanceOperator: openMethod('SessionIdAnswer', ({ parameters, context }) => {
    const login = parameters.required('userLogin');
    parameters.required('userPassword');
    // Blanks around a password are part of it.
    if (login !== SIGNED_IN_OPERATOR.login || parameters.text('userPassword') !== context.operatorPassword) throw refusals.wrongPassword();
    return [element('SessionId', [element('Value', context.sessions.open(SIGNED_IN_OPERATOR))])];
  }),

  Authenticate: openMethod('AuthenticateAnswer', ({ parameters, context }) => {
    const customer = customerWithLogin(context, parameters.required('userLogin'));
    parameters.required('userPassword');
    if (customer === null || parameters.text('userPassword') !== context.customerPassword) throw refusals.wrongPassword();
    return [element('SessionId', context.customerSessions.open(customer))];
  }),

  AuthenticateAsUser: operatorMethod('AuthenticateAsUserAnswer', ({ parameters, context }) => {
    const customer = customerWithLogin(context, parameters.required('userLogin'));
    if (customer === null) throw refusals.customerNotFound();
    return [element('SessionId', context.customerSessions.open(customer))];
  }),

  GetOperatorInfo: operatorMethod('OperatorInfoAnswer', ({ operator }) => [
    element('Result', [
      element('OperatorId', operator.id),
      element('FirstName', operator.firstName),
      element('MiddleName', operator.middleName),
      element('LastName', operator.lastName),
      element('IsSalesOperator', true),
    ]),
  ]),
};
