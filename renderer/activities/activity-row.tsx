import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Activity, ActivityAddress } from '../../preload/contract/activities.ts';
import { useFormat } from '../i18n/format.ts';
import { ActivityCounts } from './activity-counts.tsx';
import classes from './activity-row.module.css';
import { hasEnded } from './activity-state.ts';
import { OrderNumbers } from './order-numbers.tsx';
import { ActivityStateSign, KindSign } from './signs.tsx';
import { clockTime, workTimeAt } from './work-time.ts';

interface ActivityRowProps {
  activity: Activity;
  now: number;
  onOpen: (activity: ActivityAddress) => void;
}

/** One activity in a list: what it does and for which orders, how far it is, and what needs a look. */
export function ActivityRow({ activity, now, onOpen }: ActivityRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { type, id, kind, description, state, progressPercent, orders, start, endedAt, knownSince } = activity;
  const workTime = workTimeAt(activity, now);
  return (
    <li className={classes.row} data-state={state}>
      <KindSign kind={kind} />
      <div className={classes.what}>
        <button type="button" className={classes.open} data-choice onClick={() => onOpen({ type, id })}>
          {description || t(`activities.kind.${kind}`)}
        </button>
        <p className={classes.soft}>
          <OrderNumbers orders={orders} />
        </p>
      </div>
      <div className={`${classes.soft} ${classes.facts}`}>
        <p>{start ? t('activities.account', { name: start.accountName }) : t('activities.startedElsewhere')}</p>
        <p>{endedAt ? t('activities.ended', { when: format.moment(endedAt) }) : t('activities.since', { when: format.moment(start?.at ?? knownSince) })}</p>
        {workTime !== null && <p>{t('activities.workTime', { time: clockTime(workTime) })}</p>}
      </div>
      <div className={classes.state}>
        <ActivityStateSign state={state} />
        {!hasEnded(activity) && progressPercent !== null && (
          <Progress
            className={classes.progress ?? ''}
            value={progressPercent}
            size="sm"
            aria-label={t('activities.progress', { percent: progressPercent })}
          />
        )}
        <ActivityCounts activity={activity} />
      </div>
    </li>
  );
}
