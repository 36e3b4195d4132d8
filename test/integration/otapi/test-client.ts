import { createOtapiClient, isOtapiError, type OtapiClientOptions, type OtapiError } from '../../../main/otapi/index.ts';

export const secrets = {
  instanceKey: 'key-7d1c0e5a',
  secret: 'secret-91ab',
  operatorPassword: 'pass word/密码',
};

/** A client with quick repeats against `address`. */
export function testClient(address: string, options: Partial<OtapiClientOptions> = {}) {
  return createOtapiClient({
    credentials: { address, operatorLogin: 'olga', ...secrets, secret: null },
    language: () => 'en',
    repeatDelaysMs: [1, 1],
    ...options,
  });
}

/** The error with which a call fails; throws when it does not fail, or with anything else. */
export async function failureOf(call: Promise<unknown>): Promise<OtapiError> {
  const outcome: unknown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (isOtapiError(outcome)) return outcome;
  throw new Error('The call did not fail with an OtapiError', { cause: outcome });
}
