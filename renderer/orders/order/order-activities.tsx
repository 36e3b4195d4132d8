import { useTranslation } from 'react-i18next';
import type { ActivityAddress } from '../../../preload/contract/activities.ts';
import { activityKey } from '../../activities/activity-key.ts';
import { ActivityStateSign, KindSign } from '../../activities/signs.tsx';
import { useActivities } from '../../bridge/activities.ts';
import { useFormat } from '../../i18n/format.ts';
import classes from './order-screen.module.css';

/** Background activities about the order: those under way and those that ended lately. */
export function OrderActivities({ orderId, onOpen }: { orderId: string; onOpen: (activity: ActivityAddress) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const view = useActivities().data;
  const activities = view?.activities.filter(({ orders }) => orders.some(({ id }) => id === orderId)) ?? [];
  return (
    <section className={classes.section} aria-label={t('orders.activities.title')}>
      <h2>{t('orders.activities.title')}</h2>
      {activities.length === 0 ? (
        <p className={classes.soft}>{t('orders.activities.none')}</p>
      ) : (
        <ul className={classes.list} aria-label={t('orders.activities.title')}>
          {activities.map((activity) => {
            const { type, id, kind, description, state, start, knownSince, endedAt } = activity;
            return (
              <li key={activityKey(activity)} className={classes.activity}>
                <KindSign kind={kind} />
                <button type="button" className={classes.open} onClick={() => onOpen({ type, id })}>
                  {description || t(`activities.kind.${kind}`)}
                </button>
                <ActivityStateSign state={state} />
                <span className={classes.soft}>
                  {endedAt
                    ? t('activities.ended', { when: format.moment(endedAt) })
                    : t('activities.since', { when: format.moment(start?.at ?? knownSince) })}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
