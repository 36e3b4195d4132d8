import { describe, expect, it } from 'vitest';
import { describeError, OtapiError, otapiLanguage, type OtapiFailure } from '../../../main/otapi/index.ts';
import { createRedaction } from '../../../main/otapi/redaction.ts';

const failed = (failure: Partial<OtapiFailure>) =>
  describeError(new OtapiError({ kind: 'api', method: 'M', outcomeUnknown: false, reason: 'why', ...failure }));

describe('the description of an error', () => {
  it('carries what OT Platform said', () => {
    const failure = { errorCode: 'NotFound', subErrorCode: 'Line', requestId: 'r-1', serverText: 'No such line' };
    expect(failed(failure)).toEqual({
      code: 'api',
      details: { method: 'M' },
      apiCode: 'NotFound',
      apiSubCode: 'Line',
      requestId: 'r-1',
      serverText: 'No such line',
    });
  });

  it.each([
    [{ kind: 'network', networkCode: 'ECONNREFUSED' }, { code: 'network', details: { method: 'M', networkCode: 'ECONNREFUSED' } }],
    [{ kind: 'timeout' }, { code: 'timeout', details: { method: 'M' } }],
    [{ kind: 'server', httpStatus: 502 }, { code: 'server', details: { method: 'M', status: 502 } }],
    [{ kind: 'answer', answerProblem: 'html' }, { code: 'server', details: { method: 'M', answer: 'html' } }],
    [{ kind: 'aborted' }, { code: 'unexpected', details: { method: 'M' } }],
    [{ kind: 'api', signInRefused: true }, { code: 'session-refused', details: { method: 'M' } }],
    [
      { kind: 'api', customerRefused: true, errorCode: 'AccessDenied', serverText: 'Wrong password' },
      {
        code: 'api',
        details: { method: 'M', reason: 'customer-refused' },
        apiCode: 'AccessDenied',
        serverText: 'Wrong password',
      },
    ],
  ] as const)('of %o', (failure, description) => {
    expect(failed(failure)).toEqual(description);
  });

  it.each([new Error('secret in here'), 'text', null, undefined])('of anything else gives nothing away', (error) => {
    expect(describeError(error)).toEqual({ code: 'unexpected' });
  });
});

describe('the language of a call', () => {
  it.each([
    ['en', 'en'],
    ['ru', 'ru'],
    ['zh', 'zh-chs'],
    ['zh-CN', 'zh-chs'],
    ['ru-RU', 'ru'],
  ])('%s is %s', (station, otapi) => {
    expect(otapiLanguage(station)).toBe(otapi);
  });
});

describe('redaction', () => {
  it('takes out every secret, the longest first, and its URL form', () => {
    const redaction = createRedaction();
    for (const secret of ['abc', 'abc def/1', '', null]) redaction.learn(secret);
    expect(redaction.clean('abc def/1, abc%20def%2F1 and abc; xyz')).toBe('***, *** and ***; xyz');
  });
});
