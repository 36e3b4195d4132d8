import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { orderNumber } from '../ui/order-number.ts';
import classes from './order-numbers.module.css';

const numbersShown = 4;

interface OrderNumbersProps {
  orders: readonly { id: string; number: string }[];
  /** Opens an order; absent where something else opens. */
  onOpen?: (orderId: string) => void;
}

/** The numbers of orders; of many the first ones, and how many there are besides. */
export function OrderNumbers({ orders, onOpen }: OrderNumbersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (orders.length === 0) return <>{t('activities.orders.none')}</>;
  const numbered = orders.map(({ id, number }) => ({ id, number: orderNumber({ orderId: id, orderNumber: number }) }));
  const numbers = numbered.map(({ number }) => number);
  const more = numbers.length - numbersShown;
  return (
    <span className={classes.numbers} title={format.list(numbers)} translate="no">
      {onOpen
        ? numbered.slice(0, numbersShown).map(({ id, number }) => (
            <button key={id} type="button" className={classes.open} onClick={() => onOpen(id)}>
              {t('receive.card.order', { number })}
            </button>
          ))
        : t(orders.length === 1 ? 'activities.orders.one' : 'activities.orders.several', { list: format.list(numbers.slice(0, numbersShown)) })}
      {more > 0 && ` ${t('activities.orders.more', { count: more })}`}
    </span>
  );
}
