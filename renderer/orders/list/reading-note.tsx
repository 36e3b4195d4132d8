import { useTranslation } from 'react-i18next';
import type { useRefreshOrders } from '../../bridge/orders.ts';
import { toStationError } from '../../bridge/station.ts';
import { useFormat } from '../../i18n/format.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import classes from './orders-screen.module.css';

/** How the last reading from OT Platform went. */
export function ReadingNote({ refresh }: { refresh: ReturnType<typeof useRefreshOrders> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, isPending, submittedAt } = refresh;
  if (error) return <ErrorNote error={toStationError(error)} title={t('orders.readFailed')} />;
  const when = format.time(new Date(submittedAt).toISOString());
  const numbers = data && { count: data.read, read: format.number(data.read), total: format.number(data.total), when };
  const outcome = data && numbers && t(data.read < data.total ? 'orders.readDone' : 'orders.readAll', numbers);
  return (
    <p className={classes.reading} aria-live="polite">
      {isPending ? t('orders.reading') : (outcome ?? '')}
    </p>
  );
}
