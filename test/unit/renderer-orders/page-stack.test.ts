import { expect, it } from 'vitest';
import { firstOrdersPage, type OrdersPage } from '../../../renderer/orders/orders-page.ts';
import { rootOfWay, withoutLastPage, withPage } from '../../../renderer/orders/page-stack.ts';

const order: OrdersPage = { name: 'order', orderId: 'ORD-1' };
const sent: OrdersPage = { name: 'sent', sentId: 's1' };

it('leads back to the page from which a page was opened', () => {
  const way = [{ name: 'sent-list' as const }, sent, order].reduce(withPage, [firstOrdersPage] as readonly OrdersPage[]);
  expect(rootOfWay(way)).toBe('sent-list');
  expect(withoutLastPage(way).at(-1)).toEqual(sent);
  expect(withoutLastPage(withoutLastPage(way)).at(-1)).toEqual({ name: 'sent-list' });
});

it('begins anew with a page of the navigation', () => {
  expect(withPage([firstOrdersPage, order], { name: 'imports' })).toEqual([{ name: 'imports' }]);
});

it('leads back to the list from a page that stands alone', () => {
  expect(withoutLastPage([order])).toEqual([firstOrdersPage]);
  expect(withoutLastPage([firstOrdersPage])).toEqual([firstOrdersPage]);
});

it('does not grow when the same page is asked for again', () => {
  const way = withPage([firstOrdersPage], order);
  expect(withPage(way, { ...order })).toBe(way);
});

it('goes back to a page that stands in the way already', () => {
  const way = [sent, order].reduce(withPage, [{ name: 'import-run', runId: 'r' }] as readonly OrdersPage[]);
  expect(withPage(way, { ...sent })).toEqual([{ name: 'import-run', runId: 'r' }, sent]);
});

it('does not grow without end', () => {
  let way: readonly OrdersPage[] = [firstOrdersPage];
  for (let number = 0; number < 200; number += 1) way = withPage(way, { name: 'order', orderId: `ORD-${number}` });
  expect(way.length).toBeLessThan(50);
  expect(way.at(-1)).toEqual({ name: 'order', orderId: 'ORD-199' });
});

it('belongs to the page of the navigation under which it would be looked for', () => {
  expect(rootOfWay([sent])).toBe('sent-list');
  expect(rootOfWay([{ name: 'import-run', runId: 'r' }])).toBe('imports');
  expect(rootOfWay([{ name: 'draft', draftId: null }])).toBe('draft');
  expect(rootOfWay([])).toBe('list');
});
