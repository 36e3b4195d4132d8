import { useCallback, useMemo, useState, type Dispatch, type SetStateAction } from 'react';
import type { OrderFilter } from '../../preload/contract/orders.ts';
import { noFilter } from './list/order-filter.ts';
import { firstOrdersPage, type GoTo, type OrdersPage } from './orders-page.ts';
import { withoutLastPage, withPage } from './page-stack.ts';

/** What the place of orders shows. It is kept while a person looks at another place. */
export interface OrdersState {
  way: readonly OrdersPage[];
  page: OrdersPage;
  goTo: GoTo;
  back: () => void;
  filter: OrderFilter;
  onFilter: Dispatch<SetStateAction<OrderFilter>>;
  /** The order that was opened last; the list shows it when one comes back. */
  lastOpened: string | null;
}

/** Page and filter of the place of orders, for the frame, which outlives the place. */
export function useOrdersState(): OrdersState {
  const [way, setWay] = useState<readonly OrdersPage[]>([firstOrdersPage]);
  const [filter, onFilter] = useState<OrderFilter>(noFilter);
  const [lastOpened, setLastOpened] = useState<string | null>(null);
  const goTo = useCallback((asked: OrdersPage) => {
    // A new order has its id from the beginning, so that it is the same one after a look at another place.
    const page = asked.name === 'draft' && asked.draftId === null ? { ...asked, draftId: crypto.randomUUID() } : asked;
    setWay((before) => withPage(before, page));
    if (page.name === 'order') setLastOpened(page.orderId);
  }, []);
  const back = useCallback(() => setWay(withoutLastPage), []);
  return useMemo(
    () => ({ way, page: way.at(-1) ?? firstOrdersPage, goTo, back, filter, onFilter, lastOpened }),
    [way, goTo, back, filter, lastOpened],
  );
}
