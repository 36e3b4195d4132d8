import { Loader, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ActivityDetail } from '../../preload/contract/activities.ts';
import { useFormat } from '../i18n/format.ts';
import { useNow } from '../ui/use-now.ts';
import { ActivityCounts } from './activity-counts.tsx';
import classes from './activity-screen.module.css';
import { hasEnded } from './activity-state.ts';
import { OrderNumbers } from './order-numbers.tsx';
import { ActivityStateSign, KindSign } from './signs.tsx';
import { clockTime, workTimeAt } from './work-time.ts';
import { writtenMoment } from './written-moment.ts';

/** How an activity stands, who started it with which account, and how old this is. */
export function ActivityHead({ activity, onOpenOrder }: { activity: ActivityDetail; onOpenOrder: (orderId: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(1000);
  const { kind, state, progressPercent, orders, start, startTime, endedAt, readAt, isRereading } = activity;
  const workTime = workTimeAt(activity, now);
  return (
    <>
      <div className={classes.head}>
        <KindSign kind={kind} />
        <ActivityStateSign state={state} />
        {progressPercent !== null && (
          <Progress
            className={classes.progress ?? ''}
            value={progressPercent}
            aria-label={t('activities.progress', { percent: progressPercent })}
          />
        )}
        {workTime !== null && <span>{t('activities.workTime', { time: clockTime(workTime) })}</span>}
        <ActivityCounts activity={activity} />
      </div>
      <p className={classes.facts}>
        <OrderNumbers orders={orders} onOpen={onOpenOrder} />
        {start ? (
          <>
            <span>{t('activities.account', { name: start.accountName })}</span>
            <span>
              {t('activities.startedBy', { by: start.by || t('activities.somebody'), station: start.station, when: format.moment(start.at) })}
            </span>
          </>
        ) : (
          <span>{t('activities.startedElsewhere')}</span>
        )}
        {startTime !== '' && <span>{t('activities.beganThere', { when: writtenMoment(format, startTime) })}</span>}
        {endedAt !== null && <span>{t('activities.ended', { when: format.moment(endedAt) })}</span>}
        {!hasEnded(activity) && <span>{t('activities.read', { when: format.relative(readAt, Math.max(now, Date.parse(readAt))) })}</span>}
      </p>
      {isRereading && (
        <p className={classes.rereading}>
          <Loader size="1rem" />
          {t('activities.rereading')}
        </p>
      )}
    </>
  );
}
