import { networkInterfaces } from 'node:os';
import type { ConnectionFault } from '../../preload/contract/index.ts';
import { clockErrorCodes, transientErrorCodes, type OtapiError } from '../otapi/index.ts';

/** What a connection test had asked for when it failed. */
export type TestStep = 'key' | 'login' | 'rights';

/** The first two: the key has a secret, and the call had none. */
const secretCodes = ['MissingTimestamp', 'MissingSignature', 'InvalidSignature'];

/** Which part of the connection a failed step points at; the codes are those of sections 1.3 and 1.7. */
export function connectionFault(step: TestStep, error: OtapiError, isOnline = hasNetwork): ConnectionFault {
  switch (error.kind) {
    case 'network':
      return networkFault(error, isOnline);
    case 'timeout':
      return error.outcomeUnknown ? 'server' : 'network';
    case 'server':
      return isWrongAddress(error.httpStatus ?? 0) ? 'address' : 'server';
    case 'answer':
      return answerFault(error);
    case 'api':
      return apiFault(step, error);
    case 'aborted':
      return 'network';
  }
}

/** Windows reports an unknown name also when there is no network at all; the machine's own addresses tell which it is. */
function networkFault(error: OtapiError, isOnline: () => boolean): ConnectionFault {
  switch (error.networkCode) {
    case 'ENOTFOUND':
      return isOnline() ? 'address' : 'network';
    case 'ECONNREFUSED':
    case 'ERR_INVALID_URL':
    case 'EPROTO':
      return 'address';
    case 'CERT_NOT_YET_VALID':
      return 'clock';
    default:
      return isCertificateProblem(error.networkCode) ? 'server' : 'network';
  }
}

function isCertificateProblem(code: string | null): boolean {
  return code !== null && /CERT|SIGNATURE|ERR_TLS|SELF_SIGNED/.test(code);
}

/** A redirect or a client's fault: something answers there, but not OTAPI. */
function isWrongAddress(status: number): boolean {
  return (status >= 300 && status < 400) || status === 400 || status === 404 || status === 405 || status === 410;
}

function answerFault(error: OtapiError): ConnectionFault {
  const isSomethingElse = ['html', 'json', 'not-otapi', 'empty'].includes(error.answerProblem ?? '');
  return isSomethingElse ? 'address' : 'server';
}

function apiFault(step: TestStep, error: OtapiError): ConnectionFault {
  const is = (codes: readonly string[]) => codes.some((code) => error.hasCode(code));
  if (is(secretCodes)) return 'secret';
  if (is(clockErrorCodes)) return 'clock';
  if (is(transientErrorCodes)) return 'server';
  if (error.hasCode('InstanceKeyBan')) return 'instance-key';
  return step === 'key' ? 'instance-key' : 'login';
}

function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some((address) => !address.internal));
}
