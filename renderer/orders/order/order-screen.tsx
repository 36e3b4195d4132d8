import { Button } from '@mantine/core';
import { IconArrowLeft, IconCloudDownload, IconPlayerPlay } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityAddress } from '../../../preload/contract/activities.ts';
import type { OrderPage } from '../../../preload/contract/order-page.ts';
import { useOrder, useReadOrder } from '../../bridge/orders.ts';
import { toStationError } from '../../bridge/station.ts';
import type { StartRequested } from '../../starts/start-draft.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { orderNumber } from '../../ui/order-number.ts';
import { useShortcuts } from '../../ui/scanner-context.ts';
import { Screen } from '../../ui/screen.tsx';
import type { GoTo } from '../orders-page.ts';
import { PaymentPanel } from '../payment-panel.tsx';
import { ChangeNote } from './change-note.tsx';
import { LinesTable } from './lines-table.tsx';
import { OrderActivities } from './order-activities.tsx';
import { OrderAmounts } from './order-amounts.tsx';
import { OrderEndings } from './order-endings.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OrderHead } from './order-head.tsx';
import { OrderLogSection } from './order-log.tsx';
import classes from './order-screen.module.css';
import { useOrderChanges, type OrderChanges } from './use-order-changes.ts';

interface OrderScreenProps {
  orderId: string;
  goTo: GoTo;
  onBack: () => void;
  onOpenParcel: (waybill: string) => void;
  onOpenActivity: (activity: ActivityAddress) => void;
  onStart: (requested: StartRequested) => void;
}

/** One order in full: shown at once as the cache has it, then as OT Platform tells it. */
export function OrderScreen(props: OrderScreenProps) {
  const { orderId, onBack, onStart } = props;
  const { t } = useTranslation();
  const cached = useOrder(orderId);
  const { mutate: readAgain, isPending: isReading, error: readError } = useReadOrder(orderId);
  const page = cached.data;
  const changes = useOrderChanges(page?.lines ?? []);
  useEffect(() => readAgain(), [readAgain]);

  function read(): void {
    if (!isReading) readAgain(undefined, { onSuccess: changes.wasRead });
  }

  const start = (): void => onStart({ orders: [orderId], wantedLines: {} });
  useShortcuts({
    Escape: onBack,
    KeyR: read,
    KeyS: start,
  });
  const controls = (
    <div className={classes.buttons}>
      <Button variant="default" leftSection={<IconPlayerPlay size="1.125rem" />} rightSection={<KeyCap>S</KeyCap>} onClick={start}>
        {t('orders.start')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconCloudDownload size="1.125rem" />}
        rightSection={<KeyCap>R</KeyCap>}
        loading={isReading}
        onClick={read}
      >
        {t('orders.readAgain')}
      </Button>
      <Button variant="default" leftSection={<IconArrowLeft size="1.125rem" />} rightSection={<KeyCap>{t('key.esc')}</KeyCap>} onClick={onBack}>
        {t('orders.back')}
      </Button>
    </div>
  );
  // An order that was never read is told of by the reading itself, when OT Platform does not know it either.
  const error = readError ?? (page || isReading ? null : cached.error);
  return (
    <Screen title={t('receive.card.order', { number: page?.order.number ?? orderNumber({ orderId }) })} controls={controls} hasShortTitle>
      {error && <ErrorNote error={toStationError(error)} {...(page ? { title: t('orders.unread') } : {})} />}
      {page ? <Content {...props} page={page} changes={changes} isReading={isReading} /> : isReading && <p className={classes.soft}>{t('orders.readingOne')}</p>}
    </Screen>
  );
}

type ContentProps = OrderScreenProps & { page: OrderPage; changes: OrderChanges; isReading: boolean };

function Content({ orderId, page, changes, isReading, goTo, onOpenParcel, onOpenActivity }: ContentProps) {
  return (
    <>
      <OrderHead page={page} isReading={isReading} goTo={goTo} />
      <ChangeNote changes={changes} />
      <div className={classes.overview}>
        <OrderFacts page={page} changes={changes} />
        <div className={classes.side}>
          <OrderAmounts order={page.order} />
          <PaymentPanel orderId={orderId} isCompact />
        </div>
      </div>
      <LinesTable page={page} changes={changes} onOpenParcel={onOpenParcel} />
      <OrderActivities orderId={orderId} onOpen={onOpenActivity} />
      <OrderLogSection orderId={orderId} />
      <OrderEndings page={page} changes={changes} />
    </>
  );
}
