import { IconActivity } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ActivitiesView, Activity, ActivityAddress } from '../../preload/contract/activities.ts';
import { QuestionList } from '../questions/question-list.tsx';
import { UnsettledStart } from '../starts/unsettled-start.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useNow } from '../ui/use-now.ts';
import { useSteadyList } from '../ui/use-steady-list.ts';
import classes from './activities-screen.module.css';
import { activityKey } from './activity-key.ts';
import { ActivityRow } from './activity-row.tsx';
import { hasEnded } from './activity-state.ts';

interface ActivitiesNowProps {
  view: ActivitiesView;
  onOpen: (activity: ActivityAddress) => void;
}

/** What needs somebody first: starts of unknown outcome and questions, then what is under way and what ended lately. */
export function ActivitiesNow({ view: { activities, questions, starts, readAt }, onOpen }: ActivitiesNowProps) {
  const { t } = useTranslation();
  const now = useNow(1000);
  const keyed = activities.map((activity) => ({ key: activityKey(activity), activity }));
  const { groups, handlers } = useSteadyList([
    keyed.filter(({ activity }) => !hasEnded(activity)),
    keyed.filter(({ activity }) => hasEnded(activity)),
  ]);
  const [underWay = [], ended = []] = groups.map((group) => group.map(({ activity }) => activity));
  const isEmpty = activities.length === 0 && questions.length === 0 && starts.length === 0;
  return (
    <div className={classes.now}>
      {starts.map((start) => (
        <UnsettledStart key={start.id} start={start} />
      ))}
      <QuestionList />
      <div className={classes.now} {...handlers}>
        <ActivitySection title={t('activities.underWay')} activities={underWay} now={now} onOpen={onOpen} />
        <ActivitySection title={t('activities.endedLately')} activities={ended} now={now} onOpen={onOpen} />
      </div>
      {isEmpty && (
        <EmptyState
          icon={IconActivity}
          title={readAt === null ? t('activities.empty.unread') : t('activities.empty.title')}
          text={t('activities.empty.text')}
        />
      )}
    </div>
  );
}

interface ActivitySectionProps {
  title: string;
  activities: readonly Activity[];
  now: number;
  onOpen: (activity: ActivityAddress) => void;
}

function ActivitySection({ title, activities, now, onOpen }: ActivitySectionProps) {
  if (activities.length === 0) return null;
  return (
    <section className={classes.section} aria-label={title}>
      <h2>{title}</h2>
      <ul className={classes.list} aria-label={title}>
        {activities.map((activity) => (
          <ActivityRow key={activityKey(activity)} activity={activity} now={now} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}
