import { IconBan, IconCircle, IconCircleCheck, IconCoin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ListedOrder } from '../../preload/contract/orders.ts';
import { useFormat } from '../i18n/format.ts';
import classes from './signs.module.css';

type Stated = Pick<ListedOrder, 'status' | 'isCancelled' | 'isCompleted'>;

/** The status of an order in OT Platform's words; form and colour tell whether anything is still to come. */
export function StatusSign({ order: { status, isCancelled, isCompleted } }: { order: Stated }) {
  const tone = isCancelled ? 'quiet' : isCompleted ? 'good' : 'open';
  const SignIcon = isCancelled ? IconBan : isCompleted ? IconCircleCheck : IconCircle;
  return (
    <span className={classes.sign} data-tone={tone}>
      <SignIcon className={classes.icon} aria-hidden="true" />
      <span className={classes.word}>{status.name}</span>
    </span>
  );
}

type Payable = Pick<ListedOrder, 'isPaid' | 'isCancelled' | 'remaining' | 'currency'>;

/** What is still to be paid, or that nothing is; `isLabelled` where no column says what the amount is. */
export function PaidSign({ order: { isPaid, isCancelled, remaining, currency }, isLabelled = false }: { order: Payable; isLabelled?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (isPaid) {
    return (
      <span className={classes.sign} data-tone="good">
        <IconCoin className={classes.icon} aria-hidden="true" />
        {t('orders.payment.paid')}
      </span>
    );
  }
  if (isCancelled || remaining === 0) return <span className={classes.sign}>{t('common.none')}</span>;
  const amount = remaining === null ? t('orders.payment.unpaid') : format.money(remaining, currency);
  const words = isLabelled && remaining !== null ? t('orders.payment.toPay', { amount }) : amount;
  return (
    <span className={classes.sign} data-tone="due">
      {words}
    </span>
  );
}
