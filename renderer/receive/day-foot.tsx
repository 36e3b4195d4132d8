import { useTranslation } from 'react-i18next';
import { useTotals } from '../bridge/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { ManualField } from './manual-field.tsx';
import classes from './day-foot.module.css';

const figures = ['parcels', 'lines', 'pieces', 'unknown', 'undone'] as const;

/** The field for a number by hand, and the totals since midnight. */
export function DayFoot() {
  const { t } = useTranslation();
  const format = useFormat();
  const totals = useTotals().data;
  return (
    <footer className={classes.foot}>
      <div className={classes.manual}>
        <ManualField />
      </div>
      <span className={classes.day}>{t('receive.totals.label')}</span>
      <dl className={classes.totals} aria-label={t('receive.totals.label')}>
        {figures.map((figure) => (
          <div key={figure} className={classes.total}>
            <dt>{t(`receive.totals.${figure}`)}</dt>
            <dd>{totals ? format.number(totals[figure]) : t('common.none')}</dd>
          </div>
        ))}
      </dl>
    </footer>
  );
}
