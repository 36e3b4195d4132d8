import { describe, expect, it } from 'vitest';
import { createLog } from '../../../main/shell/log.ts';

const password = 'p"a&s<s wörd/1\\';
const instanceKey = 'b7f4c1d2-0000-4a4a-9999-1234567890ab';

/** A log whose lines can be looked at. */
function recordingLog() {
  const lines: string[] = [];
  const log = createLog({ write: (line: string) => void lines.push(line) });
  return { log, text: () => lines.join('') };
}

describe('what is known to be a secret', () => {
  const spellings: [string, Record<string, unknown>][] = [
    ['a field', { anything: password }],
    ['a nested list', { outer: { inner: [{ deep: `before ${password} after` }] } }],
    ['an error', { error: new Error(`Cannot sign in with ${password}`) }],
    ['the cause of an error', { error: new Error('failed', { cause: new Error(`because of ${password}`) }) }],
    ['an address', { url: `https://otapi.net/service/X?a=${encodeURIComponent(password)}` }],
    ['a form', { body: new URLSearchParams({ value: password }).toString() }],
    ['JSON in text', { body: JSON.stringify({ value: password }) }],
    ['XML in text', { body: '<Value>p&quot;a&amp;s&lt;s wörd/1\\</Value>' }],
  ];

  it.each(spellings)('is not written as part of %s', (_where, fields) => {
    const { log, text } = recordingLog();
    log.registerSecret(password);
    log.warn(fields, 'A call failed');
    expect(text()).toContain('[redacted]');
    expect(text()).not.toMatch(/w(ö|%C3%B6)rd/i);
  });

  it('is not written in the message', () => {
    const { log, text } = recordingLog();
    log.registerSecret(instanceKey);
    log.info({}, `Connected with ${instanceKey}`);
    expect(text()).not.toContain(instanceKey);
  });

  it('leaves a line that is still JSON', () => {
    const { log, text } = recordingLog();
    log.registerSecret(password);
    log.error({ error: new Error(password), body: JSON.stringify({ password, pin: 1 }), waybill: 'YT8812345678901' }, 'Failed');
    expect(JSON.parse(text())).toMatchObject({ msg: 'Failed', waybill: 'YT8812345678901' });
  });
});

describe('what is a secret by its name', () => {
  const fields: [string, Record<string, unknown>][] = [
    ['a field', { sessionId: 'TOPSECRET' }],
    ['a field of a longer name', { request: { operatorPassword: 'TOPSECRET' } }],
    ['a number', { password: 7_770_777 }],
    ['a list', { headers: { 'set-cookie': ['TOPSECRET; path=/', 'TOPSECRET'] } }],
    ['an address', { url: 'https://otapi.net/service/GetOperatorInfo?instanceKey=TOPSECRET&signature=TOPSECRET&x=1' }],
    ['the text of an error', { error: new Error('POST /AuthenticateInstanceOperator password=TOPSECRET&sessionId=TOPSECRET') }],
    ['JSON in text', { body: '{"UserLogin":"a","Password":"TOP\\"SECRET"}' }],
    ['JSON in JSON in text', { body: JSON.stringify({ inner: JSON.stringify({ providerSessionId: 'TOP"SECRET' }) }) }],
    ['XML in text', { body: '<Data><OperatorSessionId>TOPSECRET</OperatorSessionId></Data>' }],
    ['a header', { error: new Error('Cookie: TOPSECRET=1; b=2') }],
  ];

  it.each(fields)('is not written as %s', (_where, value) => {
    const { log, text } = recordingLog();
    log.error(value, 'A call failed');
    expect(text()).not.toMatch(/SECRET|7770777/);
    expect(JSON.parse(text())).toMatchObject({ msg: 'A call failed' });
  });

  it('does not touch what stands beside it', () => {
    const { log, text } = recordingLog();
    log.info({ url: 'https://otapi.net/?instanceKey=TOPSECRET&language=ru', method: 'SearchOrderLines', attempts: 3 }, 'Called');
    expect(JSON.parse(text())).toMatchObject({
      url: 'https://otapi.net/?instanceKey=[redacted]&language=ru',
      method: 'SearchOrderLines',
      attempts: 3,
    });
  });
});
