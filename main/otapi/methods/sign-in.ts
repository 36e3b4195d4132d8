import type { CustomerLogin, OtapiCredentials } from '../client.ts';
import { field } from '../decode/decoder.ts';
import { id } from '../decode/values.ts';
import type { MethodCall } from '../exchange.ts';
import { UnreadableAnswer } from '../xml/unreadable-answer.ts';

/**
 * The sign-in calls of section 2; they answer the session's id. They count as reading: a second session does no harm when
 * the answer of the first was lost.
 */
const signingIn: Pick<MethodCall<string>, 'kind' | 'decode'> = {
  kind: 'reading',
  decode(root, report) {
    const sessionId = field('SessionId', id)(root, report);
    if (sessionId === '') throw new UnreadableAnswer('incomplete', 'the answer has no SessionId');
    return sessionId;
  },
};

export function operatorSignIn({ operatorLogin, operatorPassword }: OtapiCredentials): MethodCall<string> {
  const parameters = { userLogin: operatorLogin, userPassword: operatorPassword };
  return { method: 'AuthenticateInstanceOperator', parameters, session: 'none', ...signingIn };
}

/** With a password as the customer does it, without an earlier anonymous session; else by the operator's session. */
export function customerSignIn({ login, password }: CustomerLogin): MethodCall<string> {
  if (password === null) {
    return { method: 'AuthenticateAsUser', parameters: { userLogin: login }, session: 'operator', ...signingIn };
  }
  const parameters = { userLogin: login, userPassword: password, rememberMe: false, sessionId: '' };
  return { method: 'Authenticate', parameters, session: 'none', ...signingIn };
}
