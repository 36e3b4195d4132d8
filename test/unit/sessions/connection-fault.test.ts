import { describe, expect, it } from 'vitest';
import type { ConnectionFault } from '../../../preload/contract/index.ts';
import { OtapiError, type OtapiFailure } from '../../../main/otapi/index.ts';
import { connectionFault, type TestStep } from '../../../main/sessions/index.ts';

type Case = [what: string, failure: Partial<OtapiFailure>, fault: ConnectionFault, step?: TestStep];

const cases: Case[] = [
  ['a server that is not there', { kind: 'network', networkCode: 'ECONNREFUSED' }, 'address'],
  ['a name that nobody has', { kind: 'network', networkCode: 'ENOTFOUND' }, 'address'],
  ['plain HTTP instead of TLS', { kind: 'network', networkCode: 'EPROTO' }, 'address'],
  ['no way to the server', { kind: 'network', networkCode: 'ENETUNREACH' }, 'network'],
  ['no name server', { kind: 'network', networkCode: 'EAI_AGAIN' }, 'network'],
  ['a lost connection', { kind: 'network', networkCode: 'ECONNRESET', outcomeUnknown: true }, 'network'],
  ['a certificate of tomorrow', { kind: 'network', networkCode: 'CERT_NOT_YET_VALID' }, 'clock'],
  ['a certificate of its own', { kind: 'network', networkCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'server'],
  ['no connection in time', { kind: 'timeout' }, 'network'],
  ['no answer in time', { kind: 'timeout', outcomeUnknown: true }, 'server'],
  ['a wrong path', { kind: 'server', httpStatus: 404 }, 'address'],
  ['a redirect', { kind: 'server', httpStatus: 302 }, 'address'],
  ['a broken server', { kind: 'server', httpStatus: 500 }, 'server'],
  ['a busy server', { kind: 'server', httpStatus: 503 }, 'server'],
  ['a web page', { kind: 'answer', answerProblem: 'html' }, 'address'],
  ['the JSON address', { kind: 'answer', answerProblem: 'json' }, 'address'],
  ['a damaged answer', { kind: 'answer', answerProblem: 'truncated' }, 'server'],
  ['an unknown key', { kind: 'api', errorCode: 'AccessDenied' }, 'instance-key', 'key'],
  ['a blocked key', { kind: 'api', errorCode: 'AccessDenied', subErrorCode: 'InstanceKeyBan' }, 'instance-key', 'login'],
  ['a call without the secret', { kind: 'api', errorCode: 'AccessDenied', subErrorCode: 'MissingTimestamp' }, 'secret'],
  ['a wrong secret', { kind: 'api', errorCode: 'AccessDenied', subErrorCode: 'InvalidSignature' }, 'secret'],
  ['a wrong clock', { kind: 'api', errorCode: 'AccessDenied', subErrorCode: 'InvalidTimestamp' }, 'clock'],
  ['a refused login', { kind: 'api', errorCode: 'AccessDenied', signInRefused: true }, 'login', 'login'],
  ['an operator without rights', { kind: 'api', errorCode: 'AccessDenied' }, 'login', 'rights'],
  ['a server at rest', { kind: 'api', errorCode: 'NotAvailable' }, 'server'],
];

describe('the fault of a connection', () => {
  it.each(cases)('%s', (_, failure, fault, step = 'key') => {
    const error = new OtapiError({ kind: 'network', method: 'M', outcomeUnknown: false, reason: 'why', ...failure });
    expect(connectionFault(step, error, () => true)).toBe(fault);
  });

  it('is the network when a name is unknown and the machine has no network', () => {
    const failure = { kind: 'network', networkCode: 'ENOTFOUND', method: 'M', outcomeUnknown: false, reason: 'why' } as const;
    expect(connectionFault('key', new OtapiError(failure), () => false)).toBe('network');
  });
});
