import { describe, expect, it } from 'vitest';
import { returnDefaults } from '../../../main/otapi/index.ts';
import { longestErrorText, readReturn } from '../../../main/sessions/login/read-return.ts';

const read = (query: string) => readReturn(`https://warehouse-station.invalid/provider-session/state${query}`, returnDefaults);

describe('the parameters of a return', () => {
  it.each([
    ['?sessionId=abc123', { kind: 'session', id: 'abc123' }],
    ['?SESSIONID=abc123', { kind: 'session', id: 'abc123' }],
    ['?providerSessionId=abc123', { kind: 'session', id: 'abc123' }],
    ['?session=abc123&unknown=1', { kind: 'session', id: 'abc123' }],
    ['?id=other&sessionId=abc123', { kind: 'session', id: 'abc123' }],
    ['?sessionId=a%2Bb%3D%3D', { kind: 'session', id: 'a+b==' }],
    ['?error=AccessDenied', { kind: 'error', text: 'AccessDenied' }],
    ['?error=17&errorDescription=Login+refused', { kind: 'error', text: '17: Login refused' }],
    ['?message=%E7%99%BB%E5%BD%95%E5%A4%B1%E8%B4%A5', { kind: 'error', text: '登录失败' }],
    ['?sessionId=abc123&error=refused', { kind: 'unreadable' }],
    ['?sessionId=abc123&message=OK', { kind: 'unreadable' }],
    ['?error=&sessionId=abc123', { kind: 'session', id: 'abc123' }],
    ['?error=a&error=b', { kind: 'error', text: 'a: b' }],
    ['?sessionId=', { kind: 'nothing' }],
    ['', { kind: 'nothing' }],
    ['?', { kind: 'nothing' }],
    ['#sessionId=abc123', { kind: 'nothing' }],
    ['?sessionId=abc&sessionId=abc', { kind: 'unreadable' }],
    ['?sessionId=abc&SessionId=def', { kind: 'unreadable' }],
    ['?sessionId=a%20b', { kind: 'unreadable' }],
    ['?sessionId=a%0Ab', { kind: 'unreadable' }],
  ])('%s are read as they are meant', (query, expected) => {
    expect(read(query)).toEqual(expected);
  });

  it('longer than any provider sends are not read', () => {
    expect(read(`?sessionId=${'x'.repeat(501)}`)).toEqual({ kind: 'unreadable' });
    expect(read(`?sessionId=abc&filler=${'x'.repeat(9_000)}`)).toEqual({ kind: 'unreadable' });
  });

  it('come under the names that the settings give', () => {
    const names = { sessionNames: ['token'], errorNames: ['fault'] };
    const address = 'https://h.invalid/p?token=T1&sessionId=S1';
    expect(readReturn(address, names)).toEqual({ kind: 'session', id: 'T1' });
    expect(readReturn('https://h.invalid/p?error=no', names)).toEqual({ kind: 'nothing' });
  });

  it('that hold an error become one line of plain text, cut where nobody reads on', () => {
    const text = `<b>no</b>\r\n\u202Eevil\u0000 ${'长'.repeat(600)}`;
    const came = read(`?error=${encodeURIComponent(text)}`);
    expect(came).toMatchObject({ kind: 'error' });
    const shown = came.kind === 'error' ? came.text : '';
    expect(shown.startsWith('<b>no</b> evil 长')).toBe(true);
    expect(Array.from(shown)).toHaveLength(longestErrorText);
    expect(shown.endsWith('…')).toBe(true);
  });
});
