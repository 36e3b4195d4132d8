import { useTranslation } from 'react-i18next';
import type { OrderPage } from '../../../preload/contract/order-page.ts';
import { LineRow } from './line-row.tsx';
import classes from './lines-table.module.css';
import screen from './order-screen.module.css';
import type { OrderChanges } from './use-order-changes.ts';

interface LinesTableProps {
  page: OrderPage;
  changes: OrderChanges;
  onOpenParcel: (waybill: string) => void;
}

/** The lines of the order, each with what can be changed on it. */
export function LinesTable({ page, changes, onOpenParcel }: LinesTableProps) {
  const { t } = useTranslation();
  return (
    <section className={screen.section} aria-label={t('orders.lines.title')}>
      <div className={screen.sectionHead}>
        <h2>{t('orders.lines.title')}</h2>
        <span className={screen.soft}>{t('common.lines', { count: page.lines.length })}</span>
      </div>
      {page.lines.length === 0 ? (
        <p className={screen.soft}>{t('orders.lines.none')}</p>
      ) : (
        <div className={classes.frame}>
          <table className={classes.table} aria-label={t('orders.lines.title')}>
            <thead>
              <tr>
                <th scope="col" className={classes.number}>
                  {t('orders.lines.line')}
                </th>
                <th scope="col">{t('orders.lines.goods')}</th>
                <th scope="col" className={classes.money}>
                  {t('orders.lines.amount')}
                </th>
                <th scope="col" className={classes.status}>
                  {t('orders.lines.status')}
                </th>
                <th scope="col" className={classes.purchase}>
                  {t('orders.lines.purchase')}
                </th>
                <th scope="col" className={classes.actions}>
                  <span className={classes.spoken}>{t('orders.lines.actions')}</span>
                </th>
              </tr>
            </thead>
            {page.lines.map((line) => (
              <LineRow key={line.lineId} page={page} line={line} changes={changes} onOpenParcel={onOpenParcel} />
            ))}
          </table>
        </div>
      )}
    </section>
  );
}
