import { Button, Loader } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrderPage } from '../../../preload/contract/order-page.ts';
import { useFormat } from '../../i18n/format.ts';
import { providerName } from '../../ordering/provider-name.ts';
import { useNow } from '../../ui/use-now.ts';
import { useOrderDates } from '../order-dates.ts';
import type { GoTo } from '../orders-page.ts';
import { PaidSign, StatusSign } from '../signs.tsx';
import classes from './order-screen.module.css';

/** How the order stands, its ids, and how old this is. */
export function OrderHead({ page: { order, sentId }, isReading, goTo }: { page: OrderPage; isReading: boolean; goTo: GoTo }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dates = useOrderDates();
  const now = useNow();
  const age = format.relative(order.readAt, Math.max(now, Date.parse(order.readAt)));
  return (
    <div className={classes.head}>
      <div className={classes.signs}>
        <StatusSign order={order} />
        <PaidSign order={order} isLabelled />
        {order.providerType !== '' && <span className={classes.soft}>{providerName(t, order.providerType)}</span>}
        <span className={classes.soft}>{t('orders.createdAt', { when: dates.moment(order.createdAt) })}</span>
        <span className={classes.age} aria-live="polite">
          {isReading ? (
            <>
              <Loader size="0.875rem" /> {t('orders.readingOne')}
            </>
          ) : (
            t('orders.readAt', { when: age })
          )}
        </span>
      </div>
      {sentId !== null && (
        <Button size="compact-sm" variant="default" leftSection={<IconArrowsDiff size="1rem" />} onClick={() => goTo({ name: 'sent', sentId })}>
          {t('orders.comparison')}
        </Button>
      )}
    </div>
  );
}
