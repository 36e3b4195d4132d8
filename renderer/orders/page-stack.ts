import { firstOrdersPage, type OrdersPage } from './orders-page.ts';

/** Pages that the navigation of the place leads to, in its order. */
export const ordersRoots = ['list', 'draft', 'sent-list', 'imports'] as const;
export type OrdersRoot = (typeof ordersRoots)[number];

const longestWay = 20;

/** The way to a page: a page of the navigation begins anew, every other one stands on those before it, once. */
export function withPage(way: readonly OrdersPage[], page: OrdersPage): readonly OrdersPage[] {
  if (rootOf(page) !== null) return [page];
  const known = way.findIndex((one) => JSON.stringify(one) === JSON.stringify(page));
  if (known >= 0) return known === way.length - 1 ? way : way.slice(0, known + 1);
  return [...way.slice(-longestWay), page];
}

/** The way back by one page. */
export function withoutLastPage(way: readonly OrdersPage[]): readonly OrdersPage[] {
  return way.length > 1 ? way.slice(0, -1) : [firstOrdersPage];
}

/** Which page of the navigation a way belongs to: that of its first page, but what was sent is no new order any more. */
export function rootOfWay(way: readonly OrdersPage[]): OrdersRoot {
  const first = homeOf(way[0] ?? firstOrdersPage);
  return first === 'draft' ? homeOf(way.at(-1) ?? firstOrdersPage) : first;
}

function homeOf(page: OrdersPage): OrdersRoot {
  switch (page.name) {
    case 'order':
      return 'list';
    case 'sent':
      return 'sent-list';
    case 'import-file':
    case 'import-run':
      return 'imports';
    case 'list':
    case 'draft':
    case 'sent-list':
    case 'imports':
      return page.name;
  }
}

function rootOf(page: OrdersPage): OrdersRoot | null {
  return ordersRoots.find((root) => root === page.name) ?? null;
}
