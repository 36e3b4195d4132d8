import type { CustomerLogin } from '../client.ts';
import type { OtapiError } from '../error.ts';
import type { Redaction } from '../redaction.ts';
import { callerErrorCodes } from '../uncertain.ts';
import { createSharedSession, isRefusal, type SharedSession } from './shared-session.ts';

/** The sessions of customers. */
export interface CustomerSessions {
  /** That of this login; the same login with another password has another. */
  of(customer: CustomerLogin): SharedSession;
}

/** `authenticate` signs a customer in once and resolves to the session's id. */
export function createCustomerSessions(
  authenticate: (customer: CustomerLogin) => Promise<string>,
  redaction: Redaction,
): CustomerSessions {
  const sessions = new Map<string, SharedSession>();
  return {
    of({ login, password }) {
      const key = JSON.stringify([login, password]);
      const known = sessions.get(key);
      if (known !== undefined) return known;
      redaction.learn(password);
      const made = createSharedSession({
        authenticate: () => authenticate({ login, password }),
        refusalOf: customerRefusal,
      });
      sessions.set(key, made);
      return made;
    },
  };
}

/**
 * What says that the operator, whose session acts for the customer, could not be signed in is no refusal of the customer;
 * nor is what is said of the caller.
 */
function customerRefusal(error: OtapiError): OtapiError | null {
  const isOfCaller = error.signInRefused || callerErrorCodes.some((code) => error.hasCode(code));
  if (isOfCaller || !isRefusal(error)) return null;
  return error.with({ reason: 'OT Platform refused to sign the customer in', customerRefused: true });
}
