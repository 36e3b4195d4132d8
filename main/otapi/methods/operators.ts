import type { OtapiClient } from '../client.ts';
import { operatorInfo } from '../decode/lists.ts';
import type { Caller } from '../exchange.ts';
import type { SignedInCaller } from '../signed-in-caller.ts';
import { reading } from './calls.ts';

/** Section 2: the signed-in operator. */
export function operatorMethods(call: Caller, signIn: SignedInCaller['signIn']): OtapiClient['operators'] {
  return {
    signIn,
    info: (options) => call(reading('GetOperatorInfo', {}, operatorInfo), options),
  };
}
