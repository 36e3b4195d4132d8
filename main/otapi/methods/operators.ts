import type { CallOptions, OtapiClient, OtapiCredentials } from '../client.ts';
import { field } from '../decode/decoder.ts';
import { operatorInfo } from '../decode/lists.ts';
import { id } from '../decode/values.ts';
import type { Caller, MethodCall } from '../exchange.ts';
import { UnreadableAnswer } from '../xml/unreadable-answer.ts';
import { reading } from './calls.ts';

/**
 * AuthenticateInstanceOperator (section 2); answers the session's id. It counts as reading: a second session does no
 * harm when the answer of the first was lost.
 */
export function authenticateCall(credentials: OtapiCredentials): MethodCall<string> {
  return {
    method: 'AuthenticateInstanceOperator',
    parameters: { userLogin: credentials.operatorLogin, userPassword: credentials.operatorPassword },
    session: 'none',
    kind: 'reading',
    decode(root, report) {
      const sessionId = field('SessionId', id)(root, report);
      if (sessionId === '') throw new UnreadableAnswer('incomplete', 'the answer has no SessionId');
      return sessionId;
    },
  };
}

/** Section 2: sign-in methods. */
export function operatorMethods(
  call: Caller,
  signIn: (options?: CallOptions) => Promise<void>,
): OtapiClient['operators'] {
  return {
    signIn,
    info: (options) => call(reading('GetOperatorInfo', {}, operatorInfo), options),
  };
}
