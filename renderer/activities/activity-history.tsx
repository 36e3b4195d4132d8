import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ActivityAddress } from '../../preload/contract/activities.ts';
import { useActivityHistory } from '../bridge/activities.ts';
import { toStationError } from '../bridge/station.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useNow } from '../ui/use-now.ts';
import { useSteadyList } from '../ui/use-steady-list.ts';
import classes from './activities-screen.module.css';
import { activityKey } from './activity-key.ts';
import { ActivityRow } from './activity-row.tsx';
import { CursorPager } from './cursor-pager.tsx';
import { useCursorPages } from './use-cursor-pages.ts';

/** Activities that have ended, newest first. */
export function ActivityHistory({ onOpen }: { onOpen: (activity: ActivityAddress) => void }) {
  const { t } = useTranslation();
  const now = useNow();
  const pages = useCursorPages();
  const history = useActivityHistory(pages.before);
  const keyed = (history.data?.activities ?? []).map((activity) => ({ key: activityKey(activity), activity }));
  const { groups, handlers } = useSteadyList([keyed]);
  const activities = groups.flat().map(({ activity }) => activity);
  return (
    <section className={classes.section} aria-label={t('activities.list.history')}>
      {history.error && <ErrorNote error={toStationError(history.error)} />}
      {history.data && activities.length === 0 && (
        <EmptyState icon={IconHistory} title={t('activities.history.empty')} text={t('activities.history.emptyText')} />
      )}
      {activities.length > 0 && (
        <ul className={classes.list} aria-label={t('activities.list.history')} {...handlers}>
          {activities.map((activity) => (
            <ActivityRow key={activityKey(activity)} activity={activity} now={now} onOpen={onOpen} />
          ))}
        </ul>
      )}
      <CursorPager pages={pages} next={history.data?.next ?? null} />
    </section>
  );
}
