import { Button } from '@mantine/core';
import { IconPlus, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ActivitiesView } from '../../preload/contract/activities.ts';
import { useFormat } from '../i18n/format.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { useNow } from '../ui/use-now.ts';
import classes from './activities-screen.module.css';

interface ActivitiesControlsProps {
  view: ActivitiesView;
  isReading: boolean;
  onRefresh: () => void;
  onStart: () => void;
}

/** Starting something, reading again, and how old what is shown is. */
export function ActivitiesControls({ view, isReading, onRefresh, onStart }: ActivitiesControlsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  // A reading may be newer than the last tick of the clock.
  const read = view.readAt && format.relative(view.readAt, Math.max(now, Date.parse(view.readAt)));
  return (
    <div className={classes.controls}>
      <div className={classes.buttons}>
        <Button leftSection={<IconPlus size="1.125rem" />} rightSection={<KeyCap>N</KeyCap>} onClick={onStart}>
          {t('activities.start')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconRefresh size="1.125rem" />}
          rightSection={<KeyCap>R</KeyCap>}
          loading={isReading}
          onClick={onRefresh}
        >
          {t('activities.refresh')}
        </Button>
      </div>
      <p className={classes.note}>{read ? t('activities.read', { when: read }) : t('activities.neverRead')}</p>
    </div>
  );
}
