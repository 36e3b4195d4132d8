import type { SiteLook } from './looks.ts';
import type { Page } from './pages/layout.ts';

/** What the site answers, before it goes over the wire. */
export type SiteAnswer = (
  | { readonly kind: 'page'; readonly status: number; readonly look: SiteLook; readonly page: Page }
  | { readonly kind: 'redirect'; readonly status: 302 | 303 | 307; readonly location: string }
  | { readonly kind: 'file'; readonly name: string; readonly body: string }
  /** A status and a few words, for what no person sees. */
  | { readonly kind: 'plain'; readonly status: number; readonly text: string }
) & {
  /** The id that the browser's device cookie gets. */
  readonly deviceId?: string;
};

export function redirectTo(location: string, status: 302 | 303 | 307 = 303): SiteAnswer {
  return { kind: 'redirect', status, location };
}

export function showPage(look: SiteLook, page: Page, status = 200): SiteAnswer {
  return { kind: 'page', status, look, page };
}

export function plainAnswer(status: number, text: string): SiteAnswer {
  return { kind: 'plain', status, text };
}
