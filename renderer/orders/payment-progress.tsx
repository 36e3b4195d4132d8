import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClock, IconHelpCircle, IconPlayerStop, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrderPayment, PaymentState } from '../../preload/contract/order-sending.ts';
import { useDecidePayment } from '../bridge/orders.ts';
import { toStationError } from '../bridge/station.ts';
import { useFormat } from '../i18n/format.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './payment-panel.module.css';
import { decisionsOf } from './payment-state.ts';
import { PaymentSteps } from './payment-steps.tsx';

const icons: Record<Exclude<PaymentState, 'working'>, { StateIcon: Icon; tone: 'good' | 'warn' | 'bad' | 'quiet' }> = {
  waiting: { StateIcon: IconClock, tone: 'warn' },
  paid: { StateIcon: IconCircleCheck, tone: 'good' },
  refused: { StateIcon: IconCircleX, tone: 'bad' },
  unsure: { StateIcon: IconHelpCircle, tone: 'warn' },
  stopped: { StateIcon: IconPlayerStop, tone: 'quiet' },
};

/** One payment: how it stands in words, its steps, and what a person can decide. */
export function PaymentProgress({ payment }: { payment: OrderPayment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const decide = useDecidePayment(payment.id);
  const { state, by, at, error } = payment;
  const decisions = decisionsOf(payment);
  return (
    <div className={classes.payment} data-state={state}>
      <div aria-live="polite">
        <StateSign state={state} />
        <p>{t(`payment.state.${state}.text`)}</p>
      </div>
      {error && state !== 'paid' && <ErrorNote error={error} />}
      <PaymentSteps payment={payment} />
      <p className={classes.soft}>{t('payment.begun', { by: by || t('activities.somebody'), when: format.moment(at) })}</p>
      {decisions.length > 0 && (
        <>
          {state === 'unsure' && (
            <p className={classes.warning}>
              <IconAlertTriangle size="1rem" aria-hidden="true" /> {t('payment.unsureHint')}
            </p>
          )}
          <div className={classes.buttons}>
            {decisions.map((decision) => (
              <Button key={decision} size="sm" variant="default" disabled={decide.isPending} onClick={() => decide.mutate(decision)}>
                {t(`payment.${decision}`)}
              </Button>
            ))}
          </div>
        </>
      )}
      {decide.error && <ErrorNote error={toStationError(decide.error)} />}
    </div>
  );
}

function StateSign({ state }: { state: PaymentState }) {
  const { t } = useTranslation();
  const words = t(`payment.state.${state}.name`);
  if (state === 'working') {
    return (
      <p className={classes.state} data-tone="busy">
        <Loader size="1.125rem" />
        {words}
      </p>
    );
  }
  const { StateIcon, tone } = icons[state];
  return (
    <p className={classes.state} data-tone={tone}>
      <StateIcon className={classes.icon} aria-hidden="true" />
      {words}
    </p>
  );
}
