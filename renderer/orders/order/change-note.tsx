import { ActionIcon, Loader } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle, IconX, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderChangeOutcome } from '../../../preload/contract/order-page.ts';
import { toStationError } from '../../bridge/station.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import classes from './change-note.module.css';
import type { LastChange, OrderChanges } from './use-order-changes.ts';

const outcomes: Record<OrderChangeOutcome, { OutcomeIcon: Icon; tone: 'good' | 'warn' }> = {
  done: { OutcomeIcon: IconCircleCheck, tone: 'good' },
  'seen-done': { OutcomeIcon: IconCircleCheck, tone: 'good' },
  'seen-undone': { OutcomeIcon: IconAlertTriangle, tone: 'warn' },
  unread: { OutcomeIcon: IconHelpCircle, tone: 'warn' },
};

/** What became of the last change, until it is put away or another one begins. Also of one whose answer was lost. */
export function ChangeNote({ changes }: { changes: OrderChanges }) {
  const { t } = useTranslation();
  const { last, isPending, dismiss } = changes;
  const close = (
    <ActionIcon variant="subtle" color="gray" aria-label={t('orders.outcome.dismiss')} onClick={dismiss}>
      <IconX size="1rem" />
    </ActionIcon>
  );
  return (
    <div className={classes.place} aria-live="polite">
      {isPending && (
        <p className={classes.pending}>
          <Loader size="1rem" />
          {t('orders.outcome.pending')}
        </p>
      )}
      {last && <Ended last={last} close={close} />}
    </div>
  );
}

function Ended({ last: { change, lineNumber, outcome, error }, close }: { last: LastChange; close: ReactNode }) {
  const { t } = useTranslation();
  const what = t(`orders.change.${change.kind}`, { line: lineNumber ?? '' });
  if (outcome === null) {
    return (
      <ErrorNote error={toStationError(error)} title={t('orders.outcome.failed', { what })}>
        {close}
      </ErrorNote>
    );
  }
  const { OutcomeIcon, tone } = outcomes[outcome];
  return (
    <div className={classes.note} data-tone={tone} data-outcome={outcome}>
      <OutcomeIcon className={classes.icon} aria-hidden="true" />
      <p className={classes.words}>{t(`orders.outcome.${outcome}`, { what })}</p>
      {close}
    </div>
  );
}
