import type { WayOfReturn } from '../login-plan.ts';
import type { Login } from '../logins.ts';
import { pathOf } from '../paths.ts';
import { both, html } from './html.ts';
import type { Html } from './html.ts';
import type { Page } from './layout.ts';
import { POPUP_SCRIPT, REPLACE_SCRIPT, REPLACE_TOP_SCRIPT, SUBMIT_SCRIPT } from './page-scripts.ts';

/** The ways of return that need a page; the others are redirects. */
export type PageWay = Exclude<WayOfReturn, 'redirect-302' | 'redirect-303' | 'redirect-307' | 'popup-later'>;

function returnPage(content: Html, more: Partial<Page> = {}): Page {
  return { titleZh: '正在返回', titleEn: 'Going back', leaves: true, content, ...more };
}

/** The address for a script of the page to read. */
function carried(address: string): Html {
  return html`<p id="return-address" data-address="${address}">${both('正在返回 OT Platform……', 'Going back to OT Platform ...')}</p>`;
}

/** The page that sends the browser to the address in this way. */
export function pageOfWay(way: PageWay, login: Login, address: string): Page {
  switch (way) {
    case 'script':
      return returnPage(carried(address), { script: REPLACE_SCRIPT });
    case 'link':
      return returnPage(html`<a class="button" id="return-link" href="${address}">${both('返回 OT Platform', 'Back to OT Platform')}</a>`);
    case 'form-post':
      return returnPage(returnForm('post', address, null), { script: SUBMIT_SCRIPT });
    case 'form-get':
      return returnPage(returnForm('get', withoutQuery(address), fieldsOf(address)), { script: SUBMIT_SCRIPT });
    case 'meta-refresh':
      return returnPage(html`<p>${both('正在返回 OT Platform……', 'Going back to OT Platform ...')}</p>`, { refreshTo: address });
    case 'popup-direct':
      return returnPage(
        html`<button class="button" id="open-window" type="button" data-address="${address}">${both('返回 OT Platform', 'Back to OT Platform')}</button>`,
        { script: POPUP_SCRIPT },
      );
    case 'iframe-top':
    case 'iframe-self':
      return returnPage(html`<iframe id="return-frame" title="返回 Going back" src="${pathOf(login, 'return/frame')}"></iframe>`);
  }
}

/** What stands in the frame of the two ways that have one. */
export function framePage(way: 'iframe-top' | 'iframe-self', address: string): Page {
  return returnPage(carried(address), { script: way === 'iframe-top' ? REPLACE_TOP_SCRIPT : REPLACE_SCRIPT });
}

function returnForm(method: 'get' | 'post', action: string, fields: Html | null): Html {
  return html`<form id="return-form" method="${method}" action="${action}">${fields}<button class="button">${both('返回 OT Platform', 'Back to OT Platform')}</button></form>`;
}

/** A GET form makes the query of its action anew from its fields. */
function fieldsOf(address: string): Html {
  const fields = [...new URL(address).searchParams].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return html`${fields}`;
}

function withoutQuery(address: string): string {
  const url = new URL(address);
  url.search = '';
  return url.href;
}
