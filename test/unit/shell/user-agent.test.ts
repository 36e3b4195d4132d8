import { describe, expect, it } from 'vitest';
import { browserUserAgent } from '../../../main/shell/login-window/user-agent.ts';

const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';

describe('the user agent of a login', () => {
  it.each([
    ['names the app and Electron', chrome.replace('Chrome/', 'WarehouseStation/0.1.0 Chrome/').replace('Safari', 'Electron/45.4.1 Safari')],
    ['names an app with a dash', chrome.replace('Chrome/', 'warehouse-station/0.1.0-beta.1 Chrome/').replace('Safari', 'Electron/45.4.1 Safari')],
    ['names an app in another script', chrome.replace('Chrome/', '仓库站/0.1.0 Chrome/').replace('Safari', 'Electron/45.4.1 Safari')],
    ['is a browser already', chrome],
  ])('is that of Chromium alone when it %s', (_what, userAgent) => {
    expect(browserUserAgent(userAgent)).toBe(chrome);
  });

  it('keeps the name of the system', () => {
    expect(browserUserAgent('Mozilla/5.0 (Windows NT 10.0; Win64; x64) App/1 Electron/45.4.1')).toBe('Mozilla/5.0 (Windows NT 10.0; Win64; x64)');
  });
});
