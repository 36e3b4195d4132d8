import { errorCodes, type StationError } from './call.ts';

/** Thrown in main by a domain to answer a call with this very error. Anything else that is thrown becomes `unexpected`. */
export class StationFault extends Error {
  override readonly name = 'StationFault';
  readonly error: StationError;

  constructor(error: StationError, options?: ErrorOptions) {
    super(error.code, options);
    this.error = error;
  }
}

/** True for a fault, also one that went through a bundle's second copy of the class. */
export function isStationFault(thrown: unknown): thrown is StationFault {
  return thrown instanceof Error && thrown.name === 'StationFault' && 'error' in thrown && isStationError(thrown.error);
}

function isStationError(value: unknown): value is StationError {
  return typeof value === 'object' && value !== null && 'code' in value && errorCodes.some((code) => code === value.code);
}
