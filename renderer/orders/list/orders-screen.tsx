import { useRef, type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter } from '../../../preload/contract/orders.ts';
import { useRefreshOrders } from '../../bridge/orders.ts';
import { moveChoice } from '../../ui/move-choice.ts';
import { useShortcuts } from '../../ui/scanner-context.ts';
import { useFieldScans } from '../../ui/use-field-scans.ts';
import { Screen } from '../../ui/screen.tsx';
import { usePaste } from '../../ui/use-paste.ts';
import type { GoTo } from '../orders-page.ts';
import { FilterBar } from './filter-bar.tsx';
import { FilterChips } from './filter-chips.tsx';
import { isSameFilter, noFilter } from './order-filter.ts';
import { OrderResults } from './order-results.tsx';
import { OrdersControls } from './orders-controls.tsx';
import classes from './orders-screen.module.css';
import { ReadingNote } from './reading-note.tsx';
import { useTypedText } from './use-typed-text.ts';

const longestText = 400;

interface OrdersScreenProps {
  filter: OrderFilter;
  onFilter: Dispatch<SetStateAction<OrderFilter>>;
  lastOpened: string | null;
  goTo: GoTo;
}

/** Orders of the cache: searched by one field, limited by filters, opened one by one. */
export function OrdersScreen({ filter, onFilter, lastOpened, goTo }: OrdersScreenProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const refresh = useRefreshOrders();
  const search = useTypedText(filter.text, (text) => onFilter((before) => ({ ...before, text })));
  const take = (text: string): void => search.set(text.slice(0, longestText));
  const move = (by: 1 | -1): void => moveChoice(by, list.current, field.current);

  function read(): void {
    if (!refresh.isPending) refresh.mutate(filter);
  }

  useFieldScans(({ raw }) => take(raw));
  usePaste(take);
  useShortcuts({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    KeyF: () => field.current?.focus(),
    Slash: () => field.current?.focus(),
    KeyN: () => goTo({ name: 'draft', draftId: null }),
    KeyR: read,
    Escape: () => take(''),
  });
  return (
    <Screen
      title={t('orders.title')}
      controls={<OrdersControls isReading={refresh.isPending} onNew={() => goTo({ name: 'draft', draftId: null })} onRead={read} />}
    >
      <search className={classes.search} aria-label={t('orders.search')}>
        <FilterBar field={field} search={search} maxLength={longestText} filter={filter} onFilter={onFilter} onDown={() => move(1)} />
        <FilterChips filter={filter} onFilter={onFilter} />
      </search>
      <ReadingNote refresh={refresh} />
      <div ref={list} className={classes.results}>
        <OrderResults
          filter={filter}
          isLimited={!isSameFilter(filter, noFilter)}
          lastOpened={lastOpened}
          onClear={() => onFilter(noFilter)}
          onOpen={(orderId) => goTo({ name: 'order', orderId })}
        />
      </div>
    </Screen>
  );
}
