import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityAddress } from '../../preload/contract/activities.ts';
import { useOrdersKeptFresh } from '../bridge/orders.ts';
import { ImportFileScreen, ImportRunScreen, ImportsScreen } from '../imports/index.ts';
import { DraftScreen, SentListScreen, SentScreen } from '../ordering/index.ts';
import type { StartRequested } from '../starts/start-draft.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import { OrdersScreen } from './list/orders-screen.tsx';
import { OrderScreen } from './order/order-screen.tsx';
import { OrdersNavigation } from './orders-navigation.tsx';
import classes from './orders-place.module.css';
import { rootOfWay } from './page-stack.ts';
import type { OrdersState } from './use-orders-state.ts';

interface OrdersPlaceProps {
  orders: OrdersState;
  /** Opens a parcel on the receive screen. */
  onOpenParcel: (waybill: string) => void;
  onOpenActivity: (activity: ActivityAddress) => void;
  /** Opens the page on which an activity is started, with what is known of it. */
  onStart: (requested: StartRequested) => void;
}

/** The place of orders: the list, one order, a new one, what was sent from here, and files of orders. */
export function OrdersPlace(props: OrdersPlaceProps) {
  const { t } = useTranslation();
  const { way, goTo } = props.orders;
  usePlaceTitle('orders');
  useOrdersKeptFresh();
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  return (
    <div ref={place} className={classes.place}>
      <OrdersNavigation root={rootOfWay(way)} label={t('orders.pages')} goTo={goTo} />
      <Page {...props} />
    </div>
  );
}

function Page({ orders, onOpenParcel, onOpenActivity, onStart }: OrdersPlaceProps) {
  const { page, goTo, back } = orders;
  switch (page.name) {
    case 'list':
      return <OrdersScreen filter={orders.filter} onFilter={orders.onFilter} lastOpened={orders.lastOpened} goTo={goTo} />;
    case 'order':
      return (
        <OrderScreen
          key={page.orderId}
          orderId={page.orderId}
          goTo={goTo}
          onBack={back}
          onOpenParcel={onOpenParcel}
          onOpenActivity={onOpenActivity}
          onStart={onStart}
        />
      );
    case 'draft':
      return <DraftScreen key={page.draftId} draftId={page.draftId} goTo={goTo} />;
    case 'sent-list':
      return <SentListScreen goTo={goTo} />;
    case 'sent':
      return <SentScreen key={page.sentId} sentId={page.sentId} goTo={goTo} />;
    case 'imports':
      return <ImportsScreen goTo={goTo} />;
    case 'import-file':
      return <ImportFileScreen goTo={goTo} />;
    case 'import-run':
      return <ImportRunScreen key={page.runId} runId={page.runId} goTo={goTo} />;
  }
}
