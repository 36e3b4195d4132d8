import { accountsOf, PROVIDER_ACCOUNT_PASSWORD } from '../../provider-logins/accounts.ts';
import type { ProviderAccount } from '../../provider-logins/accounts.ts';
import type { Login } from '../logins.ts';
import { pathOf } from '../paths.ts';
import { both, html } from './html.ts';
import type { Html } from './html.ts';
import type { Page } from './layout.ts';
import { POPUP_SCRIPT, SLIDER_SCRIPT } from './page-scripts.ts';

/** The value of the slider at its right end: what the site wants. */
export const SLIDER_END = 100;

/** Why a form came back, in both languages. */
export interface FormMessage {
  readonly zh: string;
  readonly en: string;
}

function messageBox(message: FormMessage | null): Html | null {
  return message === null ? null : html`<div class="message" id="message" role="alert">${both(message.zh, message.en)}</div>`;
}

/** The fields by which a form shows that it is ours. */
function hiddenFields({ id, formToken }: Login): Html {
  return html`<input type="hidden" name="login" value="${id}"><input type="hidden" name="formToken" value="${formToken}">`;
}

/** Asks for name and password; tells the practice accounts and their password. */
export function loginPage(login: Login, loginName: string, message: FormMessage | null): Page {
  const names = accountsOf(login.request.providerType).map(({ name }) => html`<code>${name}</code> `);
  const isNameKnown = loginName !== '' && message === null;
  return {
    titleZh: '密码登录',
    titleEn: 'Log in with your password',
    leaves: false,
    content: html`${messageBox(message)}
<form method="post" action="${pathOf(login, 'login')}">
${hiddenFields(login)}
<label for="login-name">${both('会员名', 'Login name')}</label>
<input type="text" id="login-name" name="loginName" value="${loginName}" autocomplete="username" autocapitalize="none" spellcheck="false" required${isNameKnown ? null : AUTOFOCUS}>
<label for="password">${both('登录密码', 'Password')}</label>
<input type="password" id="password" name="password" autocomplete="current-password" required${isNameKnown ? AUTOFOCUS : null}>
<button class="button" id="log-in">${both('登录', 'Log in')}</button>
</form>
<div class="hint">
<p>${both('练习账号：', 'Practice accounts:')}</p><p>${names}</p>
<p>${both('密码都是', 'The password of all is')} <code id="practice-password">${PROVIDER_ACCOUNT_PASSWORD}</code></p>
</div>`,
  };
}

const AUTOFOCUS = html` autofocus`;

/** Wants the knob at the right end of its track. */
export function sliderPage(login: Login, message: FormMessage | null): Page {
  return {
    titleZh: '安全验证',
    titleEn: 'Security check: this browser is new to the account',
    leaves: false,
    script: SLIDER_SCRIPT,
    content: html`${messageBox(message)}
<p id="slider-help">${both('请按住滑块，拖动到最右边；用键盘请按 End 键。', 'Drag the knob to the right end; on the keyboard, press End.')}</p>
<form method="post" action="${pathOf(login, 'slider')}">
${hiddenFields(login)}
<div class="track"><span class="say" aria-hidden="true"><span>${both('向右滑动验证', 'Slide to the right')}</span></span>
<input type="range" id="slider" name="slider" min="0" max="${SLIDER_END}" value="0" aria-label="滑块 Slider" aria-describedby="slider-help" autocomplete="off"></div>
<button class="button quiet" id="verify">${both('验证', 'Check')}</button>
</form>`,
  };
}

/** Asks the owner of the account for the permission, and says where the answer goes. */
export function consentPage(login: Login, account: ProviderAccount, isOwnWindow: boolean): Page {
  const { operator, returnAddress } = login.request;
  return {
    titleZh: '授权确认',
    titleEn: 'Give OT Platform the permission',
    leaves: true,
    content: html`<div class="account"><span class="avatar" aria-hidden="true">${account.name.charAt(0).toUpperCase()}</span>
<div><strong id="account-name">${account.name}</strong>${both('已登录', 'is logged in')}</div></div>
<p>${both('OT Platform（练习）申请在 24 小时内：', 'OT Platform (practice) asks, for 24 hours, to')}</p>
<ul class="rights">
<li>${both('用此账号下单', 'place orders with this account')}</li>
<li>${both('读取订单和物流状态', 'read its orders and their parcels')}</li>
<li>${both('读取账户余额', 'read its balance')}</li>
</ul>
<form method="post" action="${pathOf(login, 'consent')}">
${hiddenFields(login)}
<div class="choice">
<button class="button quiet" id="refuse" name="decision" value="refuse">${both('拒绝', 'Refuse')}</button>
<button class="button" id="allow" name="decision" value="allow">${both('同意授权', 'Allow')}</button>
</div>
</form>
<p class="where">${both('操作员', 'Operator')} ${operator.login} · ${both('完成后返回', 'then back to')} <span id="return-host">${returnAddress.host}</span>${isOwnWindow ? html` · ${both('此窗口', 'in this window')}` : null}</p>`,
  };
}

/** Stands in the place of the consent page when the consent is given in a window of its own. */
export function openConsentPage(login: Login): Page {
  return {
    titleZh: '授权确认',
    titleEn: 'Give OT Platform the permission',
    leaves: true,
    script: POPUP_SCRIPT,
    content: html`<p>${both('请在新窗口中确认授权。', 'The permission is given in a window of its own.')}</p>
<button class="button" id="open-window" type="button" data-address="${pathOf(login, 'consent', { window: 'own' })}">${both('打开授权窗口', 'Open the window')}</button>`,
  };
}
