import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { orderNumber } from '../ui/order-number.ts';

const numbersShown = 4;

/** The numbers of orders; of many the first ones, and how many there are besides. */
export function OrderNumbers({ orders }: { orders: readonly { id: string; number: string }[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (orders.length === 0) return <>{t('activities.orders.none')}</>;
  const numbers = orders.map(({ id, number }) => orderNumber({ orderId: id, orderNumber: number }));
  const more = numbers.length - numbersShown;
  return (
    <span title={format.list(numbers)} translate="no">
      {t(orders.length === 1 ? 'activities.orders.one' : 'activities.orders.several', { list: format.list(numbers.slice(0, numbersShown)) })}
      {more > 0 && ` ${t('activities.orders.more', { count: more })}`}
    </span>
  );
}
