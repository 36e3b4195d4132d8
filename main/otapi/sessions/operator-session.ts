import type { OtapiError } from '../error.ts';
import { createSharedSession, isRefusal, type SharedSession } from './shared-session.ts';

/** The operator's session; `authenticate` signs in once, `onRefused` hears of each refused login. */
export function createOperatorSession(
  authenticate: () => Promise<string>,
  onRefused: (refusal: OtapiError) => void = () => {},
): SharedSession {
  return createSharedSession({ authenticate, refusalOf: operatorRefusal, onRefused });
}

function operatorRefusal(error: OtapiError): OtapiError | null {
  if (!isRefusal(error)) return null;
  return error.with({ reason: 'OT Platform refused to sign the operator in', signInRefused: true });
}
