import { useTranslation } from 'react-i18next';
import type { OrderPage } from '../../../preload/contract/order-page.ts';
import { useFormat } from '../../i18n/format.ts';
import classes from './order-screen.module.css';

/** What the order costs, and how much of it is still to be paid. */
export function OrderAmounts({ order }: { order: OrderPage['order'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { goodsAmount, deliveryAmount, total, remaining, customerAvailable, currency } = order;
  const money = (amount: number | null): string => (amount === null ? t('common.none') : format.money(amount, currency));
  return (
    <section className={classes.card} aria-label={t('orders.amounts.title')}>
      <dl className={classes.amounts}>
        <Amount label={t('orders.amounts.goods')} value={money(goodsAmount)} />
        <Amount label={t('orders.amounts.delivery')} value={money(deliveryAmount)} />
        <Amount label={t('orders.amounts.total')} value={money(total)} isMain />
        <Amount label={t('orders.amounts.remaining')} value={money(remaining)} isMain />
        <Amount label={t('orders.amounts.available')} value={money(customerAvailable)} />
      </dl>
    </section>
  );
}

function Amount({ label, value, isMain = false }: { label: string; value: string; isMain?: boolean }) {
  return (
    <div className={classes.amount} data-main={isMain}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
