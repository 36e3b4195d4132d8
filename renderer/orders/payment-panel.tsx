import { Button } from '@mantine/core';
import { IconCoin, IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderPayment } from '../../preload/contract/order-sending.ts';
import { useOrder, usePayments } from '../bridge/orders.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import type { GoTo } from './orders-page.ts';
import { PaymentDialog } from './payment-dialog.tsx';
import classes from './payment-panel.module.css';
import { PaymentProgress } from './payment-progress.tsx';
import { isOpenPayment } from './payment-state.ts';

interface PaymentPanelProps {
  orderId: string;
  /** Leads to the order; absent on the page of the order itself. */
  goTo?: GoTo;
  /** A payment of which nothing is awaited is told in a word; its steps are shown at a wish. */
  isCompact?: boolean;
}

/** The simulated payment of an order: how it stands, and the way to begin one. No real money moves (reference 5.3). */
export function PaymentPanel({ orderId, goTo, isCompact = false }: PaymentPanelProps) {
  const { t } = useTranslation();
  const order = useOrder(orderId).data?.order;
  const payments = usePayments(orderId);
  const [isAsking, setIsAsking] = useState(false);
  const [last, ...earlier] = payments.data ?? [];
  const isPaid = order !== undefined && (order.isPaid || order.remaining === 0);
  const isPayable = order !== undefined && !isPaid && !order.isCancelled && payments.data !== undefined && !(last && isOpenPayment(last));
  return (
    <section className={classes.panel} aria-label={t('payment.title')}>
      <header className={classes.head}>
        <h2>{t('payment.title')}</h2>
        <span className={classes.simulation}>
          <IconFlask size="1rem" aria-hidden="true" />
          {t('payment.simulation')}
        </span>
      </header>
      {payments.error && <ErrorNote error={toStationError(payments.error)} />}
      {last && (isCompact && last.state === 'paid' ? <SettledPayment payment={last} /> : <PaymentProgress payment={last} />)}
      {!last && order && <p className={classes.soft}>{t(isPaid ? 'payment.paidAlready' : order.isCancelled ? 'payment.cancelled' : 'payment.none')}</p>}
      {(isPayable || goTo) && (
        <div className={classes.buttons}>
          {isPayable && (
            <Button leftSection={<IconCoin size="1.125rem" />} variant={last ? 'default' : 'filled'} onClick={() => setIsAsking(true)}>
              {t('payment.pay')}
            </Button>
          )}
          {goTo && (
            <Button variant="default" onClick={() => goTo({ name: 'order', orderId })}>
              {t('payment.openOrder')}
            </Button>
          )}
        </div>
      )}
      {earlier.length > 0 && (
        <details className={classes.earlier}>
          <summary>{t('payment.earlier', { count: earlier.length })}</summary>
          {earlier.map((payment) => (
            <PaymentProgress key={payment.id} payment={payment} />
          ))}
        </details>
      )}
      {isAsking && <PaymentDialog orderId={orderId} onClose={() => setIsAsking(false)} />}
    </section>
  );
}

function SettledPayment({ payment }: { payment: OrderPayment }) {
  const { t } = useTranslation();
  return (
    <details className={classes.earlier}>
      <summary>{t(`payment.state.${payment.state}.name`)}</summary>
      <PaymentProgress payment={payment} />
    </details>
  );
}
