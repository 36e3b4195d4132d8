import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityDetail } from '../../preload/contract/activities.ts';
import { useFormat } from '../i18n/format.ts';
import type { StartRequested } from '../starts/start-draft.ts';
import { startOfLines } from '../starts/start-of-lines.ts';
import { useStarts } from '../starts/starts-provider.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import classes from './activity-reminders.module.css';
import { boundIds, linesToUnlinkFirst, providerOrdersToCancel } from './provider-orders.ts';

interface ActivityRemindersProps {
  activity: ActivityDetail;
  onStart: (requested: StartRequested) => void;
}

/** What OT Platform does not do by itself, and a person has to think of. */
export function ActivityReminders({ activity, onStart }: ActivityRemindersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { unboundBy } = useStarts();
  const { kind, state, lines } = activity;
  const toCancel = providerOrdersToCancel(lines);
  const toUnlink = linesToUnlinkFirst(activity);
  const unbound = kind === 'unlink' ? [...new Set([...unboundBy(activity), ...boundIds(lines)])] : [];
  return (
    <>
      {toCancel.length > 0 && <Reminder text={t('activities.reminder.oneWay')} ids={toCancel} />}
      {kind === 'unlink' && state !== 'cancelled' && <Reminder text={t('activities.reminder.unlinked')} ids={unbound} />}
      {kind === 'export' && state === 'finished-with-errors' && (
        <Reminder text={toUnlink.length > 0 ? t('activities.reminder.unlinkFirst') : t('activities.reminder.failed')} ids={boundIds(toUnlink)}>
          {toUnlink.length > 0 && (
            <Button size="compact-sm" onClick={() => onStart({ ...startOfLines(toUnlink), kind: 'unlink' })}>
              {t('activities.reminder.unlink', { lines: format.list(toUnlink.map(({ lineNumber }) => String(lineNumber))) })}
            </Button>
          )}
        </Reminder>
      )}
    </>
  );
}

function Reminder({ text, ids, children }: { text: string; ids: readonly string[]; children?: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.reminder} role="note">
      <IconAlertTriangle className={classes.icon} aria-hidden="true" />
      <div>
        <p>{text}</p>
        {ids.length > 0 && (
          <p>
            {t('activities.reminder.ids')}{' '}
            <span className={classes.ids} translate="no">
              {format.list([...ids])}
            </span>
          </p>
        )}
        <div className={classes.buttons}>
          {ids.length > 0 && <CopyButton text={ids.join('\n')} label={t('activities.reminder.copy', { count: ids.length })} />}
          {children}
        </div>
      </div>
    </div>
  );
}
