import { describe, expect, it } from 'vitest';
import { judgeNavigation, judgeRequest, type LoginRules, type NavigationVerdict, type RequestVerdict } from '../../../main/shell/login-window/login-rules.ts';

const returnAddress = { host: 'return.example', path: '/provider-session/state' };
const rules: LoginRules = { returnAddress, sites: ['taobao.com', '127.0.0.1'], localOrigin: null };
const practice: LoginRules = { ...rules, localOrigin: 'http://127.0.0.1:8080' };

describe('a navigation of a login', () => {
  const mainFrame: [string, string, NavigationVerdict][] = [
    ['a known site', 'https://login.taobao.com/member/login.jhtml?x=1', 'go'],
    ['a known site on another port', 'https://login.taobao.com:8443/', 'go'],
    ['an empty page', 'about:blank', 'go'],
    ['the return address', 'https://return.example/provider-session/state?sessionId=1', 'returned'],
    ['another address of the return host', 'https://return.example/provider-session/other', 'foreign-return'],
    ['the return address by http', 'http://return.example/provider-session/state', 'foreign-return'],
    ['a known site by http', 'http://www.taobao.com/', 'upgrade'],
    ['another site by http', 'http://evil.example/', 'upgrade'],
    ['another site', 'https://evil.example/', 'unknown-site'],
    ['a site with a known name in front', 'https://taobao.com.evil.example/', 'unknown-site'],
    ['a site with a known name as its user', 'https://login.taobao.com@evil.example/', 'unknown-site'],
    ['a public address', 'https://8.8.8.8/', 'unknown-site'],
    ['this machine', 'http://127.0.0.1:8080/', 'refused'],
    ['this machine by https, although it is named', 'https://127.0.0.1/', 'refused'],
    ['the network around', 'https://192.168.1.1/', 'refused'],
    ['a name without dots', 'https://intranet/', 'refused'],
    ['a file', 'file:///etc/passwd', 'refused'],
    ['an app', 'taobao://login', 'refused'],
    ['an app with a known host', 'intent://login.taobao.com/', 'refused'],
    ['our own pages', 'station://app/index.html', 'refused'],
    ['a page in the address itself', 'data:text/html,<h1>Taobao</h1>', 'refused'],
    ['a page made by a script', 'blob:https://login.taobao.com/4b1f', 'refused'],
    ['a script', 'javascript:alert(1)', 'refused'],
    ['a page of Chromium', 'chrome://settings/', 'refused'],
    ['ftp', 'ftp://taobao.com/', 'refused'],
    ['no address at all', 'nonsense', 'refused'],
  ];
  it.each(mainFrame)('of the main frame to %s', (_where, address, verdict) => {
    expect(judgeNavigation(address, true, rules)).toBe(verdict);
  });

  const subframe: [string, string, NavigationVerdict][] = [
    ['any site', 'https://captcha.example/', 'go'],
    ['an empty page', 'about:blank', 'go'],
    ['a page in an attribute', 'about:srcdoc', 'go'],
    ['a page in the address itself', 'data:text/html,x', 'go'],
    ['the return address', 'https://return.example/provider-session/state', 'returned'],
    ['another address of the return host', 'https://return.example/', 'foreign-return'],
    ['http', 'http://captcha.example/', 'refused'],
    ['this machine', 'https://localhost/', 'refused'],
    ['an app', 'alipay://pay', 'refused'],
  ];
  it.each(subframe)('of a frame inside to %s', (_where, address, verdict) => {
    expect(judgeNavigation(address, false, rules)).toBe(verdict);
  });

  const local: [string, string, NavigationVerdict][] = [
    ['its login site', 'http://127.0.0.1:8080/login', 'go'],
    ['another port of this machine', 'http://127.0.0.1:8081/', 'refused'],
    ['another name of this machine', 'http://localhost:8080/', 'refused'],
    ['another scheme of the same port', 'https://127.0.0.1:8080/', 'refused'],
  ];
  it.each(local)('in practice to %s', (_where, address, verdict) => {
    expect(judgeNavigation(address, true, practice)).toBe(verdict);
    expect(judgeNavigation(address, false, practice)).toBe(verdict);
  });
});

describe('a request of a login', () => {
  const requests: [string, string, RequestVerdict][] = [
    ['any site', 'https://cdn.example/picture.png', 'send'],
    ['a checked web socket', 'wss://push.example/', 'send'],
    ['data in the address itself', 'data:image/png;base64,AA==', 'send'],
    ['data made by a script', 'blob:https://login.taobao.com/4b1f', 'send'],
    ['the return address', 'https://return.example/provider-session/state', 'return-host'],
    ['the return host', 'wss://return.example/', 'return-host'],
    ['a site by http', 'http://cdn.example/', 'refused'],
    ['an open web socket', 'ws://push.example/', 'refused'],
    ['this machine', 'https://127.0.0.1:9222/', 'refused'],
    ['a web socket of this machine', 'wss://localhost/', 'refused'],
    ['a mapped address of this machine', 'https://[::ffff:7f00:1]/', 'refused'],
    ['the network around', 'https://10.1.2.3/', 'refused'],
    ['a file', 'file:///etc/passwd', 'refused'],
    ['our own pages', 'station://app/index.html', 'refused'],
    ['an extension', 'chrome-extension://abc/x.js', 'refused'],
  ];
  it.each(requests)('to %s', (_where, address, verdict) => {
    expect(judgeRequest(address, rules)).toBe(verdict);
  });

  it('reaches this machine in practice, at one origin only, with a web socket too', () => {
    expect(judgeRequest('http://127.0.0.1:8080/style.css', practice)).toBe('send');
    expect(judgeRequest('ws://127.0.0.1:8080/', practice)).toBe('send');
    for (const address of ['http://127.0.0.1:8081/', 'ws://127.0.0.1:8081/', 'http://127.0.0.1/', 'http://[::1]:8080/']) {
      expect(judgeRequest(address, practice)).toBe('refused');
    }
  });
});
