import { useTranslation } from 'react-i18next';
import type { Question } from '../../preload/contract/activities.ts';
import { findActivity } from '../activities/activity-key.ts';
import { OrderNumbers } from '../activities/order-numbers.tsx';
import { KindSign } from '../activities/signs.tsx';
import { useActivities } from '../bridge/activities.ts';
import { useFormat } from '../i18n/format.ts';
import { useNow } from '../ui/use-now.ts';
import classes from './who-asks.module.css';

/** Who asks: the kind of activity, its orders, the account it works with, and for how long it has waited. */
export function WhoAsks({ question }: { question: Question }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { activity, orders, askedAt } = question;
  const account = findActivity(useActivities().data?.activities ?? [], activity)?.start?.accountName;
  return (
    <p className={classes.who}>
      <KindSign kind={activity.kind} />
      <span className={classes.orders}>
        <OrderNumbers orders={orders} />
      </span>
      {account !== undefined && <span className={classes.soft}>{t('activities.account', { name: account })}</span>}
      <span className={classes.soft}>{t('questions.asked', { when: format.relative(askedAt, now) })}</span>
    </p>
  );
}
