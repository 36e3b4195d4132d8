import { Button, Loader } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  IconAlertCircle,
  IconArrowBackUp,
  IconCircleCheck,
  IconClock,
  IconClockPause,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StationError } from '../../preload/contract/call.ts';
import type { Operation, OperationState } from '../../preload/contract/outbox.ts';
import { queryKeys } from '../bridge/queries.ts';
import { station, toStationError, unwrap } from '../bridge/station.ts';
import { useFormat } from '../i18n/format.ts';
import { errorDetails, errorWords, remarkWords, stepWords } from '../i18n/words.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { orderNumber } from '../ui/order-number.ts';
import { useNow } from '../ui/use-now.ts';
import { Waybill } from '../ui/waybill.tsx';
import classes from './operation-row.module.css';

const icons: Record<Exclude<OperationState, 'sending'>, Icon> = {
  waiting: IconClock,
  done: IconCircleCheck,
  failed: IconAlertCircle,
  'set-aside': IconClockPause,
  withdrawn: IconArrowBackUp,
};

/** One operation: what it says, how far it is, and what a person can do about it. */
export function OperationRow({ operation }: { operation: Operation }) {
  const { t } = useTranslation();
  const needsReading = operation.state === 'done' && operation.remark !== null && !operation.remarkAcknowledged;
  return (
    <li className={classes.row} data-state={operation.state} data-remark={needsReading}>
      <div className={classes.main}>
        <StateSign state={operation.state} />
        <div className={classes.what}>
          <p className={classes.kind}>
            {t(`outbox.kind.${operation.kind}`)} · {t('common.pieces', { count: operation.pieces })}
          </p>
          <p className={classes.title} title={operation.title}>
            {operation.title}
          </p>
        </div>
        <div className={classes.numbers}>
          <Waybill number={operation.waybill} />
          <p className={classes.soft} title={operation.orderId}>
            {t('receive.card.order', { number: orderNumber(operation) })}
          </p>
        </div>
        <Progress operation={operation} />
        <Actions operation={operation} needsReading={needsReading} />
      </div>
      {operation.error && operation.state !== 'done' && <Trouble error={operation.error} />}
      {operation.remark !== null && <p className={classes.remark}>{remarkWords(t, operation.remark)}</p>}
    </li>
  );
}

/** Why it has not gone through, on one or two lines. */
function Trouble({ error }: { error: StationError }) {
  const { t } = useTranslation();
  const { what, next } = errorWords(t, error);
  const details = errorDetails(t, error).join(' · ');
  return (
    <p className={classes.trouble}>
      <strong>{what}</strong> {next}
      {details !== '' && <span className={classes.details}>{details}</span>}
    </p>
  );
}

function StateSign({ state }: { state: OperationState }) {
  const { t } = useTranslation();
  const StateIcon = state === 'sending' ? null : icons[state];
  return (
    <span className={classes.state} data-state={state}>
      {StateIcon ? <StateIcon className={classes.icon} aria-hidden="true" /> : <Loader size="1.125rem" />}
      {t(`outbox.state.${state}`)}
    </span>
  );
}

function Progress({ operation }: { operation: Operation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { step, attempts, nextAttemptAt, state } = operation;
  const moving = state === 'waiting' || state === 'sending' || state === 'failed';
  return (
    <div className={classes.progress}>
      <p>{t('outbox.created', { when: format.moment(operation.createdAt) })}</p>
      {moving && (
        <p>
          {[step === null ? '' : stepWords(t, step), attempts > 0 ? t('outbox.attempts', { count: attempts }) : '']
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {state === 'waiting' && nextAttemptAt !== null && (
        <p>{t('outbox.nextAttempt', { when: format.relative(nextAttemptAt, now) })}</p>
      )}
    </div>
  );
}

function Actions({ operation, needsReading }: { operation: Operation; needsReading: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (action: 'retry' | 'setAside' | 'acknowledge') => unwrap(station().outbox[action]({ id: operation.id })),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.outbox }),
  });
  const { state } = operation;
  const canRetry = state === 'waiting' || state === 'failed' || state === 'set-aside';
  const canSetAside = state === 'waiting' || state === 'failed';
  return (
    <div className={classes.actions}>
      {canRetry && (
        <Button size="compact-sm" variant="default" disabled={act.isPending} onClick={() => act.mutate('retry')}>
          {t('outbox.retry')}
        </Button>
      )}
      {canSetAside && (
        <Button size="compact-sm" variant="subtle" disabled={act.isPending} onClick={() => act.mutate('setAside')}>
          {t('outbox.setAside')}
        </Button>
      )}
      {needsReading && (
        <Button size="compact-sm" variant="default" disabled={act.isPending} onClick={() => act.mutate('acknowledge')}>
          {t('outbox.acknowledge')}
        </Button>
      )}
      {act.error && <ErrorNote error={toStationError(act.error)} />}
    </div>
  );
}
