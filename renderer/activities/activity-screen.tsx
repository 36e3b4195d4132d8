import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityAddress, ActivityDetail } from '../../preload/contract/activities.ts';
import { useActivity } from '../bridge/activities.ts';
import { toStationError } from '../bridge/station.ts';
import type { StartRequested } from '../starts/start-draft.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { useShortcuts } from '../ui/scanner-context.ts';
import { Screen } from '../ui/screen.tsx';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import { ActivityActions } from './activity-actions.tsx';
import { ActivityHead } from './activity-head.tsx';
import { ActivityReminders } from './activity-reminders.tsx';
import classes from './activity-screen.module.css';
import { AnswerRecordRow } from './answer-record-row.tsx';
import { LinesTable } from './lines-table.tsx';
import { StepsTable } from './steps-table.tsx';

interface ActivityScreenProps {
  address: ActivityAddress;
  onBack: () => void;
  onStart: (requested: StartRequested) => void;
  onOpenOrder: (orderId: string) => void;
}

/** One activity in full: its steps as they come, the lines it concerns, what can be done with it, who answered what. */
export function ActivityScreen({ address, onBack, onStart, onOpenOrder }: ActivityScreenProps) {
  const { t } = useTranslation();
  usePlaceTitle('activities');
  const activity = useActivity(address);
  useShortcuts({ Escape: onBack });
  const { data, error } = activity;
  const controls = (
    <Button variant="default" leftSection={<IconArrowLeft size="1.125rem" />} rightSection={<KeyCap>{t('key.esc')}</KeyCap>} onClick={onBack}>
      {t('activities.back')}
    </Button>
  );
  return (
    <Screen title={data ? data.description || t(`activities.kind.${data.kind}`) : t('activities.title')} controls={controls}>
      {error && <ErrorNote error={toStationError(error)} />}
      {!data && !error && <p className={classes.empty}>{t('activities.reading')}</p>}
      {data && <Content activity={data} onStart={onStart} onOpenOrder={onOpenOrder} />}
    </Screen>
  );
}

type ContentProps = Pick<ActivityScreenProps, 'onStart' | 'onOpenOrder'> & { activity: ActivityDetail };

function Content({ activity, onStart, onOpenOrder }: ContentProps) {
  const { t } = useTranslation();
  /** The line that a step has led to; counted, so that a second click leads there again. */
  const [marked, setMarked] = useState({ lineId: '', times: 0 });
  const { readError, answers, lines } = activity;
  return (
    <>
      <ActivityHead activity={activity} onOpenOrder={onOpenOrder} />
      {readError && <ErrorNote error={readError} title={t('activities.unreadOne')} />}
      <ActivityActions activity={activity} />
      <ActivityReminders activity={activity} onStart={onStart} />
      <StepsTable activity={activity} onLine={(lineId) => setMarked(({ times }) => ({ lineId, times: times + 1 }))} />
      <LinesTable lines={lines} marked={marked} />
      <section className={classes.section} aria-label={t('activities.answers.given')}>
        <h2>{t('activities.answers.given')}</h2>
        {answers.length === 0 ? (
          <p className={classes.empty}>{t('activities.answers.none')}</p>
        ) : (
          <ul className={classes.list} aria-label={t('activities.answers.given')}>
            {answers.map((answer) => (
              <AnswerRecordRow key={answer.id} answer={answer} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
