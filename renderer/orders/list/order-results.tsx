import { Button } from '@mantine/core';
import { IconArrowUp, IconShoppingCart, IconZoomQuestion } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter } from '../../../preload/contract/orders.ts';
import { ordersTogether, useOrderList } from '../../bridge/orders.ts';
import { toStationError } from '../../bridge/station.ts';
import { useFormat } from '../../i18n/format.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { OrdersTable } from './orders-table.tsx';
import classes from './orders-screen.module.css';
import { useHeldOrders } from './use-held-orders.ts';

interface OrderResultsProps {
  filter: OrderFilter;
  isLimited: boolean;
  lastOpened: string | null;
  onClear: () => void;
  onOpen: (orderId: string) => void;
}

/** What matches, page after page below each other; of very many a part at a time, so that the page stays quick. */
export function OrderResults({ filter, isLimited, lastOpened, onClear, onOpen }: OrderResultsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const filterKey = JSON.stringify(filter);
  const parts = useParts(filterKey);
  const list = useOrderList(filter, parts.start);
  const of = list.isPlaceholderData ? null : `${filterKey} ${parts.start}`;
  const { orders, heldBack, release, handlers } = useHeldOrders(of, list.data?.pages.flatMap((page) => page.orders) ?? []);
  const total = list.data?.pages.at(-1)?.total;
  const next = list.data?.pages.at(-1)?.next ?? null;
  const top = useRef<HTMLDivElement>(null);
  if (list.error && !list.data) return <ErrorNote error={toStationError(list.error)} />;
  if (!total) return <p className={classes.count}>{t('orders.searching')}</p>;
  if (orders.length === 0 && heldBack === 0) {
    return isLimited ? (
      <EmptyState icon={IconZoomQuestion} title={t('orders.nothing')} text={t('orders.nothingHint')}>
        <Button variant="default" onClick={onClear}>
          {t('orders.filter.clear')}
        </Button>
      </EmptyState>
    ) : (
      <EmptyState icon={IconShoppingCart} title={t('orders.empty')} text={t('orders.emptyHint')} />
    );
  }

  function goTo(part: () => void): void {
    part();
    top.current?.scrollIntoView();
  }

  const from = (parts.number - 1) * ordersTogether + 1;
  const count = total.more
    ? t('orders.countMore', { number: format.number(total.count) })
    : t('orders.count', { count: total.count, number: format.number(total.count) });
  return (
    <div ref={top} className={classes.found} aria-busy={list.isPlaceholderData}>
      <div className={classes.head}>
        <p className={classes.count} aria-live="polite">
          {count}
          {parts.number > 1 && ` · ${t('orders.range', { from: format.number(from), to: format.number(from + orders.length - 1) })}`}
        </p>
        {heldBack > 0 && (
          <Button size="compact-sm" variant="light" leftSection={<IconArrowUp size="1rem" />} onClick={release}>
            {t('orders.newer', { count: heldBack })}
          </Button>
        )}
      </div>
      {list.error && <ErrorNote error={toStationError(list.error)} />}
      {parts.back !== null && (
        <Button className={classes.more ?? ''} variant="default" onClick={() => goTo(() => parts.back?.())}>
          {t('orders.earlierPart')}
        </Button>
      )}
      <div {...handlers}>
        <OrdersTable orders={orders} lastOpened={lastOpened} onOpen={onOpen} />
      </div>
      {list.hasNextPage ? (
        <MoreButton isReading={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      ) : (
        next !== null && (
          <Button className={classes.more ?? ''} variant="default" onClick={() => goTo(() => parts.on(next))}>
            {t('orders.nextPart', { count: ordersTogether })}
          </Button>
        )
      )}
    </div>
  );
}

/** Which part of a long list is shown; another filter begins with its first. */
function useParts(filterKey: string) {
  const [state, setState] = useState<{ of: string; starts: readonly (string | null)[] }>({ of: filterKey, starts: [null] });
  const starts = state.of === filterKey ? state.starts : [null];
  const show = (next: readonly (string | null)[]): void => setState({ of: filterKey, starts: next });
  return {
    start: starts.at(-1) ?? null,
    number: starts.length,
    back: starts.length > 1 ? () => show(starts.slice(0, -1)) : null,
    on: (next: string) => show([...starts, next]),
  };
}

/** Brings the next page when it comes into sight, or when it is pressed. */
function MoreButton({ isReading, onMore }: { isReading: boolean; onMore: () => void }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  useEffect(() => {
    // Looked at again after each page: the button may still be in sight.
    if (!button.current || isReading) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) more.current();
    });
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [isReading]);
  return (
    <Button ref={button} className={classes.more ?? ''} variant="default" loading={isReading} onClick={onMore}>
      {t('orders.more')}
    </Button>
  );
}
