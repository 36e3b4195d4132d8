import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity, ActivityAction } from '../../preload/contract/activities.ts';
import { useActivityAct } from '../bridge/activities.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './activity-screen.module.css';

/** What OT Platform offers for the whole activity, in its own words; all wait while one is on its way. */
export function ActivityActions({ activity }: { activity: Activity }) {
  const { t } = useTranslation();
  const act = useActivityAct(activity);
  const [asked, setAsked] = useState<ActivityAction | null>(null);
  const { actions, isSending } = activity;
  const isBusy = isSending || act.isPending;
  // An action that is offered no more is asked about no more.
  const question = actions.find(({ id }) => id === asked?.id) ?? null;
  if (actions.length === 0 && !act.error) return null;
  return (
    <section className={classes.section} aria-label={t('activities.actions')}>
      <div className={classes.buttons}>
        {actions.map((action) => (
          <Button
            key={action.id}
            size="sm"
            variant="default"
            disabled={isBusy || question !== null}
            onClick={() => (isCancel(action) ? setAsked(action) : act.mutate(action.id))}
          >
            {action.label || action.id}
          </Button>
        ))}
      </div>
      {question && (
        <fieldset className={classes.question} aria-label={t('activities.cancel.question')}>
          <p>
            <strong>{t('activities.cancel.question')}</strong> {t('activities.cancel.text')}
          </p>
          <div className={classes.buttons}>
            <Button
              size="sm"
              disabled={isBusy}
              onClick={() => {
                setAsked(null);
                act.mutate(question.id);
              }}
            >
              {t('activities.cancel.yes')}
            </Button>
            <Button size="sm" variant="default" onClick={() => setAsked(null)}>
              {t('activities.cancel.no')}
            </Button>
          </div>
        </fieldset>
      )}
      {act.error && <ErrorNote error={toStationError(act.error)} />}
    </section>
  );
}

/** The one action of which the reference (4.3) tells what it does. */
function isCancel({ id }: ActivityAction): boolean {
  return id.toLowerCase() === 'cancel';
}
