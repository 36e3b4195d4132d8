import { describe, expect, it } from 'vitest';
import { createReturnAddress, matchReturn, returnUrl } from '../../../main/sessions/login/return-address.ts';

const expected = { host: 'return.example', path: `/provider-session/${'a'.repeat(43)}` };
const ours = returnUrl(expected);

describe('a return address', () => {
  it('is https on the given host, with 256 random bits in its path', () => {
    const address = createReturnAddress('return.example');
    expect(address.host).toBe('return.example');
    expect(address.path).toMatch(/^\/provider-session\/[\w-]{43}$/);
    expect(returnUrl(address)).toBe(`https://return.example${address.path}`);
  });

  it('is another one for each login, and fits only itself', () => {
    const [one, other] = [createReturnAddress('return.example'), createReturnAddress('return.example')];
    expect(one.path).not.toBe(other.path);
    expect(matchReturn(returnUrl(one), one)).toBe('ours');
    expect(matchReturn(returnUrl(one), other)).toBe('foreign');
  });

  it.each([
    ['as it is', ours],
    ['with parameters', `${ours}?sessionId=1&token=2`],
    ['with a hash', `${ours}#sessionId=1`],
    ['with its default port', ours.replace('.example', '.example:443')],
    ['in upper case where case does not matter', ours.replace('https://return.example', 'HTTPS://RETURN.Example')],
    ['with backslashes, as pages may write them', ours.replaceAll('/', '\\')],
    ['after blanks and line breaks, as pages may write it', ` \n${ours}`],
    ['of just the greatest length', `${ours}?${'x'.repeat(8_192 - ours.length - 1)}`],
  ])('is known %s', (_how, address) => {
    expect(matchReturn(address, expected)).toBe('ours');
  });

  it.each([
    ['http', ours.replace('https', 'http')],
    ['a web socket', ours.replace('https', 'wss')],
    ['a scheme of an app', ours.replace('https', 'taobao')],
    ['a scheme of an app, in upper case', ours.replace('https://return.example', 'taobao://RETURN.EXAMPLE')],
    ['another port', ours.replace('.example', '.example:8443')],
    ['a user name', ours.replace('return.', 'wang@return.')],
    ['a password alone', ours.replace('return.', ':secret@return.')],
    ['another state', ours.replace(/a$/, 'b')],
    ['a shorter state', ours.slice(0, -1)],
    ['a longer state', `${ours}a`],
    ['a slash at its end', `${ours}/`],
    ['another spelling of its path', ours.replace(/a$/, '%61')],
    ['a path below', `${ours}/x`],
    ['a path that climbs', `https://return.example/x/..${expected.path}x`],
    ['no path', 'https://return.example'],
    ['the state in the query', `https://return.example/?${expected.path}`],
    ['a dot after the host', ours.replace('.example', '.example.')],
    ['two dots after the host', ours.replace('.example', '.example..')],
    ['too many characters', `${ours}?${'x'.repeat(8_192 - ours.length)}`],
  ])('is foreign when the return host is called with %s', (_how, address) => {
    expect(matchReturn(address, expected)).toBe('foreign');
  });

  it.each([
    ['another host', 'https://login.taobao.com/'],
    ['a host below', ours.replace('return.', 'x.return.')],
    ['a host above', ours.replace('return.', '')],
    ['a host that only begins like it', ours.replace('.example', '.example.evil.com')],
    ['a host that only ends like it', ours.replace('return.', 'noreturn.')],
    ['the return address in a query', `https://login.taobao.com/?redirect=${encodeURIComponent(ours)}`],
    ['the return address in a query, as it is', `https://login.taobao.com/?redirect=${ours}`],
    ['the return address in a path', `https://login.taobao.com/${ours}`],
    ['the return address as a user name', `https://return.example@login.taobao.com${expected.path}`],
    ['a very long address elsewhere', `https://login.taobao.com/?${'x'.repeat(20_000)}`],
    ['an empty page', 'about:blank'],
    ['an empty text', ''],
    ['no address at all', 'return.example'],
    ['a script', `javascript:location='${ours}'`],
    ['a page in the address itself', `data:text/html,${ours}`],
  ])('is nowhere in %s', (_what, address) => {
    expect(matchReturn(address, expected)).toBe('none');
  });

  it('is known by its punycode, however either side writes it', () => {
    const [unicode, punycode] = [{ ...expected, host: 'bücher.example' }, { ...expected, host: 'xn--bcher-kva.example' }];
    expect(matchReturn(returnUrl(unicode), punycode)).toBe('ours');
    expect(matchReturn(returnUrl(punycode), unicode)).toBe('ours');
  });
});
