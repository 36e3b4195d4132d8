import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClock, IconInfoCircle, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ActivityAddress } from '../../preload/contract/activities.ts';
import { accountLabel } from '../accounts/account-label.ts';
import { OrderNumbers } from '../activities/order-numbers.tsx';
import { useActivities } from '../bridge/activities.ts';
import { errorDetails, errorWords } from '../i18n/words.ts';
import classes from './start-runs.module.css';
import type { StartRun, StartRunState } from './starter.ts';
import { useStartRuns, useStarts } from './starts-provider.tsx';

const icons: Record<Exclude<StartRunState, 'sending'> | 'settled', Icon> = {
  waiting: IconClock,
  begun: IconCircleCheck,
  unknown: IconAlertTriangle,
  settled: IconInfoCircle,
  doubt: IconAlertTriangle,
  failed: IconCircleX,
};

/** How each start went, and what can be done where it did not. */
export function StartRuns({ onOpen }: { onOpen: (activity: ActivityAddress) => void }) {
  const { t } = useTranslation();
  const runs = useStartRuns();
  if (runs.length === 0) return null;
  return (
    <ul className={classes.runs} aria-label={t('starts.results')} aria-live="polite">
      {runs.map((run) => (
        <RunRow key={run.key} run={run} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function RunRow({ run, onOpen }: { run: StartRun; onOpen: (activity: ActivityAddress) => void }) {
  const { t } = useTranslation();
  const { starter } = useStarts();
  const open = useActivities().data?.starts ?? [];
  const { key, planned, requestId, activity, error } = run;
  // Main has found it out meanwhile, or somebody has settled it.
  const isSettled = run.state === 'unknown' && !open.some(({ id }) => id === requestId);
  const state = isSettled ? 'settled' : run.state;
  const StateIcon = state === 'sending' ? null : icons[state];
  const words = error && errorWords(t, error);
  const details = error ? errorDetails(t, error) : [];
  return (
    <li className={classes.run} data-state={state}>
      {StateIcon ? <StateIcon className={classes.icon} aria-hidden="true" /> : <Loader size="1.125rem" />}
      <div className={classes.words}>
        <p>
          <strong>{planned.orders.length === 0 ? t('starts.allOrders') : <OrderNumbers orders={planned.orders} />}</strong>{' '}
          {accountLabel(t, planned.accountName)} · {t(`starts.run.${state}`)}
        </p>
        {words && (
          <p>
            {words.what} {words.next}
          </p>
        )}
        {details.length > 0 && <p className={classes.details}>{details.join(' · ')}</p>}
      </div>
      {activity && (
        <Button size="compact-sm" variant="default" onClick={() => onOpen(activity)}>
          {t('activities.open')}
        </Button>
      )}
      {state === 'doubt' && (
        <Button size="compact-sm" onClick={() => void starter.accept(key)}>
          {t('starts.allTheSame')}
        </Button>
      )}
      {state === 'failed' && (
        <Button size="compact-sm" variant="default" onClick={() => void starter.retry(key)}>
          {t('starts.retry')}
        </Button>
      )}
    </li>
  );
}
