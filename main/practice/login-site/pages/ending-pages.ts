import { both, html } from './html.ts';
import type { Page } from './layout.ts';
import { PERMISSION_SCRIPT, PROBE_SCRIPT } from './page-scripts.ts';

/** A page that stays. */
export function neverPage(): Page {
  return {
    titleZh: '正在处理',
    titleEn: 'Working on it',
    leaves: false,
    content: html`<div class="wheel" aria-hidden="true"></div><p id="stays">${both('请稍候，正在处理您的请求……', 'Please wait while your request is worked on ...')}</p>`,
  };
}

/** Asks for permissions; the results stand in `got-geolocation`, `got-notifications` and `got-camera`. */
export function permissionPage(): Page {
  const row = (zh: string, en: string, name: string): Page['content'] =>
    html`<tr><th scope="row">${both(zh, en)}</th><td id="got-${name}">…</td></tr>`;
  return {
    titleZh: '权限申请',
    titleEn: 'What this page was given',
    leaves: true,
    script: PERMISSION_SCRIPT,
    content: html`<table><tbody>${row('位置', 'Position', 'geolocation')}${row('通知', 'Notifications', 'notifications')}${row('摄像头', 'Camera', 'camera')}</tbody></table>`,
  };
}

const PROBE_WAYS = ['fetch', 'image', 'iframe', 'websocket'] as const;

/**
 * Tries addresses. A row has `data-way`, `data-address` and, when it is done, `data-result`: `reached`, `failed`,
 * `no answer`; a frame has a `load event` also when it shows an error, so only the server asked knows whether it was reached.
 */
export function probePage(addresses: readonly string[]): Page {
  const rows = addresses.flatMap((address) =>
    PROBE_WAYS.map((way) => html`<tr data-way="${way}" data-address="${address}"><td>${way}</td><td class="address">${address}</td><td class="result">…</td></tr>`),
  );
  return {
    titleZh: '连接测试',
    titleEn: 'What this page could reach',
    leaves: true,
    script: PROBE_SCRIPT,
    content: html`<table id="probes"><tbody>${rows}</tbody></table><div id="frames" hidden></div>`,
  };
}

/** What the site does not let happen, and why. */
export function refusedPage(zh: string, en: string): Page {
  return {
    titleZh: '无法继续登录',
    titleEn: 'This login cannot go on',
    leaves: false,
    content: html`<div class="message" id="message" role="alert">${both(zh, en)}</div><p>${both('请回到 OT Platform 重新登录。', 'Please begin again from OT Platform.')}</p>`,
  };
}
