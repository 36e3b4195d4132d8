import { useTranslation } from 'react-i18next';
import classes from './sent-screen.module.css';

/** Why OT Platform leaves goods out of an order (otapi.md 5.1 tells no reason with the order, so all are named). */
const reasons = ['goods', 'configuration', 'seller', 'field'] as const;

/** Why lines may be missing, and what to do in each case. */
export function MissingReasons({ count }: { count: number }) {
  const { t } = useTranslation();
  return (
    <section className={classes.reasons} aria-label={t('ordering.missing.title', { count })}>
      <h3>{t('ordering.missing.title', { count })}</h3>
      <p className={classes.soft}>{t('ordering.missing.text')}</p>
      <dl>
        {reasons.map((reason) => (
          <div key={reason}>
            <dt>{t(`ordering.missing.${reason}.why`)}</dt>
            <dd>{t(`ordering.missing.${reason}.what`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
