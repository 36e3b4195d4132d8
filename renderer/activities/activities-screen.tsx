import { SegmentedControl } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityAddress } from '../../preload/contract/activities.ts';
import { useActivities, useRefreshActivities } from '../bridge/activities.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { moveChoice } from '../ui/move-choice.ts';
import { useShortcuts } from '../ui/scanner-context.ts';
import { Screen } from '../ui/screen.tsx';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import { ActivitiesControls } from './activities-controls.tsx';
import { activityLists, type ActivityList } from './activities-page.ts';
import { ActivitiesNow } from './activities-now.tsx';
import { ActivityHistory } from './activity-history.tsx';
import { AnswerHistory } from './answer-history.tsx';

interface ActivitiesScreenProps {
  list: ActivityList;
  onList: (list: ActivityList) => void;
  onOpen: (activity: ActivityAddress) => void;
  onStart: () => void;
}

/** Export, synchronisation, linking and unlinking as OT Platform does them in the background. */
export function ActivitiesScreen({ list, onList, onOpen, onStart }: ActivitiesScreenProps) {
  const { t } = useTranslation();
  usePlaceTitle('activities');
  const activities = useActivities();
  const refresh = useRefreshActivities();
  const content = useRef<HTMLDivElement>(null);
  const view = activities.data;
  const error = refresh.error ?? activities.error;

  useShortcuts({
    KeyN: onStart,
    KeyR: () => {
      if (!refresh.isPending) refresh.mutate();
    },
    ArrowDown: () => moveChoice(1, content.current, null),
    ArrowUp: () => moveChoice(-1, content.current, null),
  });

  return (
    <Screen
      title={t('activities.title')}
      lead={t('activities.lead')}
      controls={view && <ActivitiesControls view={view} isReading={refresh.isPending || view.isReading} onRefresh={() => refresh.mutate()} onStart={onStart} />}
    >
      {error && <ErrorNote error={toStationError(error)} />}
      {view?.readError && <ErrorNote error={view.readError} title={t('activities.unread')} />}
      <SegmentedControl
        aria-label={t('activities.list.label')}
        value={list}
        data={activityLists.map((value) => ({ value, label: t(`activities.list.${value}`) }))}
        onChange={onList}
      />
      <div ref={content}>
        {list === 'now' && view && <ActivitiesNow view={view} onOpen={onOpen} />}
        {list === 'history' && <ActivityHistory onOpen={onOpen} />}
        {list === 'answers' && <AnswerHistory onOpen={onOpen} />}
      </div>
    </Screen>
  );
}
