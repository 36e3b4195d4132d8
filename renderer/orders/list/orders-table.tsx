import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedOrder } from '../../../preload/contract/orders.ts';
import { useFormat } from '../../i18n/format.ts';
import { providerName } from '../../ordering/provider-name.ts';
import { useOrderDates } from '../order-dates.ts';
import { PaidSign, StatusSign } from '../signs.tsx';
import classes from './orders-table.module.css';

interface OrdersTableProps {
  orders: readonly ListedOrder[];
  /** Has the keyboard when one comes back from it. */
  lastOpened: string | null;
  onOpen: (orderId: string) => void;
}

/** Orders, one in a row; the whole row opens it. */
export function OrdersTable({ orders, lastOpened, onOpen }: OrdersTableProps) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const cameFrom = useRef(lastOpened);
  useEffect(() => {
    if (cameFrom.current === null) return;
    const opened = table.current?.querySelector<HTMLElement>(`[data-order="${CSS.escape(cameFrom.current)}"]`);
    cameFrom.current = null;
    opened?.scrollIntoView({ block: 'center' });
    opened?.focus({ preventScroll: true });
  }, []);
  return (
    <table ref={table} className={classes.table} aria-label={t('orders.list')}>
      <thead>
        <tr>
          <th scope="col" className={classes.order}>
            {t('orders.column.order')}
          </th>
          <th scope="col">{t('orders.column.customer')}</th>
          <th scope="col" className={classes.status}>
            {t('orders.column.status')}
          </th>
          <th scope="col" className={classes.provider}>
            {t('orders.column.provider')}
          </th>
          <th scope="col" className={classes.items}>
            {t('orders.column.items')}
          </th>
          <th scope="col" className={classes.money}>
            {t('orders.column.total')}
          </th>
          <th scope="col" className={classes.money}>
            {t('orders.column.remaining')}
          </th>
          <th scope="col" className={classes.date}>
            {t('orders.column.created')}
          </th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <OrderRow key={order.id} order={order} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function OrderRow({ order, onOpen }: { order: ListedOrder; onOpen: (orderId: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dates = useOrderDates();
  const { id, number, reference, comment, customerName, customerLogin, total, currency, items, createdAt } = order;
  return (
    <tr className={classes.row} data-cancelled={order.isCancelled}>
      <td>
        <button type="button" className={classes.open} data-choice data-order={id} title={id} aria-label={t('receive.card.order', { number })} onClick={() => onOpen(id)}>
          {number}
        </button>
        {reference !== '' && (
          <p className={classes.reference} title={t('orders.reference')} translate="no">
            {reference}
          </p>
        )}
      </td>
      <td>
        <p className={classes.clipped}>{customerName || customerLogin || order.customerId}</p>
        {comment !== '' && (
          <p className={`${classes.clipped} ${classes.soft}`} title={comment}>
            {comment}
          </p>
        )}
      </td>
      <td>
        <StatusSign order={order} />
      </td>
      <td className={`${classes.clipped} ${classes.provider}`}>{providerName(t, order.providerType)}</td>
      <td className={classes.items}>{items === null ? t('common.none') : format.number(items)}</td>
      <td className={classes.money}>{total === null ? t('common.none') : format.money(total, currency)}</td>
      <td className={classes.money}>
        <PaidSign order={order} />
      </td>
      <td className={classes.date}>
        <p>{dates.day(createdAt)}</p>
        <p className={classes.soft}>{dates.time(createdAt)}</p>
      </td>
    </tr>
  );
}
