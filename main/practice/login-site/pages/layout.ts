import type { SiteLook } from '../looks.ts';
import { both, html, Html } from './html.ts';
import { STYLES } from './styles.ts';

/** One page of the site before it has its frame. */
export interface Page {
  readonly titleZh: string;
  readonly titleEn: string;
  /** What stands in the card below the title. */
  readonly content: Html;
  /** A script of the site's own, or nothing. */
  readonly script?: string;
  /** An address to which the page refreshes at once. */
  readonly refreshTo?: string;
  /**
   * Whether the page may send forms and frames elsewhere: a form-action of the policy would hold for redirects, too.
   * Pages that ask for a name and a password never may.
   */
  readonly leaves: boolean;
}

const PARCEL = new Html(
  '<svg viewBox="0 0 320 240" aria-hidden="true"><g fill="none" stroke-linejoin="round"><path d="M60 92 160 50 260 92 160 134Z" fill="#ffe2c4"/><path d="M60 92v92l100 42v-92Z" fill="#f6b877"/><path d="M260 92v92l-100 42v-92Z" fill="#dd9650"/><path d="M99 75.6 121 66.4 221 108.4V138.4L199 147.6V117.6Z" fill="#fff" opacity=".75"/><path d="M78 162l26 11v16l-26-11Z" fill="#fff" opacity=".7"/></g><g stroke="#fff" stroke-width="5" stroke-linecap="round" opacity=".8"><path d="M24 120h22M18 146h28M26 172h20"/><path d="M274 120h22M274 146h28M274 172h20"/></g></svg>',
);

const FACTORY = new Html(
  '<svg viewBox="0 0 320 220" aria-hidden="true"><path d="M30 190V96l62 36V96l62 36V96l62 36V40h30l8 150Z" fill="#5b7fd0"/><path d="M30 190h260v10H30Z" fill="#a9bfea"/><g fill="#dbe6fb"><path d="M52 152h24v22H52ZM98 152h24v22H98ZM144 152h24v22h-24ZM190 152h24v22h-24Z"/></g><path d="M231 28c0-14 18-10 18-20" stroke="#a9bfea" stroke-width="7" stroke-linecap="round" fill="none"/></svg>',
);

const MARK = new Html(
  '<svg viewBox="0 0 36 36" aria-hidden="true"><rect width="36" height="36" rx="9" fill="var(--accent)"/><path d="M9 14 18 9l9 5v9l-9 5-9-5Z M9 14l9 5 9-5 M18 19v9" fill="none" stroke="#fff" stroke-width="2.2" stroke-linejoin="round"/></svg>',
);

/** The page as it is sent; `nonce` is what its policy allows style and script by. */
export function renderPage(look: SiteLook, page: Page, nonce: string): string {
  const { titleZh, titleEn, content, script, refreshTo } = page;
  const isTaobao = look.folder === 'taobao';
  const document = html`<html lang="zh-CN" class="${isTaobao ? 'taobao' : 'site-1688'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refreshTo === undefined ? null : html`<meta http-equiv="refresh" content="0;url=${refreshTo}">`}
<title>${titleZh} ${titleEn} - ${look.nameZh}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${new Html(STYLES)}</style>
</head>
<body>
<aside class="practice-bar" aria-label="练习 Practice">${both(`练习网站，不是真正的${isTaobao ? '淘宝' : '1688'}，请勿输入真实密码`, `Practice site, not the real ${isTaobao ? 'Taobao' : '1688'}: never type a real password here`)}</aside>
<header class="top">${MARK}<div><strong>${look.nameZh}</strong> <span class="en" lang="en">${look.nameEn}</span></div></header>
<main class="stage">
<div class="art">${isTaobao ? PARCEL : FACTORY}<p>${both(look.sloganZh, look.sloganEn)}</p></div>
<section class="card">
<h1>${both(titleZh, titleEn)}</h1>
${content}
</section>
</main>
<footer class="foot">${both('练习平台的一部分，只在本机运行', 'Part of the practice platform, on this computer only')}</footer>
${script === undefined ? null : html`<script nonce="${nonce}">${new Html(script)}</script>`}
</body>
</html>`;
  return `<!DOCTYPE html>\n${document.text}\n`;
}

/** What the browser may do on a page: nothing but what the page itself brings, unless the page leaves. */
export function contentPolicy({ leaves }: Page, nonce: string): string {
  const own = `style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'`;
  return leaves ? own : `default-src 'none'; img-src data:; form-action 'self'; ${own}`;
}
