import type { Login } from './logins.ts';
import { SITE_LOOKS } from './looks.ts';

/** Where every login begins: the path of a RedirectUrl. */
export const AUTHORIZE_PATH = '/authorize';

/** The pages of one provider's site. `return/hop` and `return/frame` are stations of some ways of return. */
export const SITE_PAGES = ['login', 'slider', 'consent', 'return', 'return/hop', 'return/frame'] as const;

export type SitePage = (typeof SITE_PAGES)[number];

/** The address of a page within a login; relative to the site's origin. */
export function pathOf({ id, request }: Login, page: SitePage, query: Readonly<Record<string, string>> = {}): string {
  return `/${SITE_LOOKS[request.providerType].folder}/${page}?${new URLSearchParams({ login: id, ...query }).toString()}`;
}
