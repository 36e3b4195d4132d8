import { describe, expect, it } from 'vitest';
import { isKnownSite, knownSites } from '../../../main/sessions/login/known-sites.ts';

const sites = ['taobao.com', 'pass.example.org', '127.0.0.1', '[::1]'];

describe('a known site', () => {
  it.each([
    ['the site itself', 'taobao.com'],
    ['a host below it', 'login.taobao.com'],
    ['a host far below it', 'a.b.c.taobao.com'],
    ['another spelling of its case', 'Login.TaoBao.com'],
    ['the site with a dot at its end', 'login.taobao.com.'],
    ['a site that is itself below another', 'pass.example.org'],
    ['an address that is named', '127.0.0.1'],
    ['an IPv6 address that is named', '[::1]'],
  ])('is %s', (_what, host) => {
    expect(isKnownSite(host, sites)).toBe(true);
  });

  it.each([
    ['a host that only ends in the same letters', 'eviltaobao.com'],
    ['a host with the site in front', 'taobao.com.evil.example'],
    ['a host with the site as one label', 'taobao-com.example'],
    ['the site above', 'com'],
    ['a sister', 'example.org'],
    ['a name below an address', 'x.127.0.0.1'],
    ['another address', '27.0.0.1'],
    ['an address that ends in the same digits', '1.127.0.0.1'],
    ['an address in brackets that is another', '[::2]'],
    ['nothing', ''],
    ['a dot', '.'],
  ])('is not %s', (_what, host) => {
    expect(isKnownSite(host, sites)).toBe(false);
  });

  it('is none when no site is known, or only an empty one', () => {
    expect(isKnownSite('taobao.com', [])).toBe(false);
    expect(isKnownSite('taobao.com', [''])).toBe(false);
    expect(isKnownSite('', [''])).toBe(false);
  });

  it('is each of the providers and of OT Platform', () => {
    for (const host of ['login.taobao.com', 'login.1688.com', 'passport.alibaba.com', 'auth.alipay.com', 'pass.tmall.com', 'otapi.net', 'my.otcommerce.com', 'demo.opentao.net']) {
      expect(isKnownSite(host, knownSites)).toBe(true);
    }
  });
});
