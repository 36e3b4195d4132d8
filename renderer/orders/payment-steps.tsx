import { Loader } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconHelpCircle, IconMinus, IconX, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrderPayment, PaymentStep } from '../../preload/contract/order-sending.ts';
import { useFormat } from '../i18n/format.ts';
import classes from './payment-panel.module.css';

const outcomes: Record<Exclude<PaymentStep['outcome'], 'under-way'>, { OutcomeIcon: Icon; tone: 'good' | 'warn' | 'bad' }> = {
  done: { OutcomeIcon: IconCheck, tone: 'good' },
  'found-done': { OutcomeIcon: IconCheck, tone: 'good' },
  lost: { OutcomeIcon: IconHelpCircle, tone: 'warn' },
  'found-undone': { OutcomeIcon: IconMinus, tone: 'warn' },
  'not-sent': { OutcomeIcon: IconAlertTriangle, tone: 'warn' },
  refused: { OutcomeIcon: IconX, tone: 'bad' },
};

/** The steps of a payment as they were written down, one below the other. */
export function PaymentSteps({ payment: { steps, currency } }: { payment: OrderPayment }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (steps.length === 0) return null;
  return (
    <ol className={classes.steps} aria-label={t('payment.steps')}>
      {steps.map((step, index) => (
        // Steps are only added; none ever changes its place.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className={classes.step} data-outcome={step.outcome}>
          <OutcomeSign outcome={step.outcome} />
          <span className={classes.stepWords}>
            {t(`payment.step.${step.kind}`)}
            {step.outcome !== 'done' && <span className={classes.outcome}>{t(`payment.outcome.${step.outcome}`)}</span>}
          </span>
          <span className={classes.stepAmount}>{step.amount !== null && format.money(step.amount, currency)}</span>
        </li>
      ))}
    </ol>
  );
}

function OutcomeSign({ outcome }: Pick<PaymentStep, 'outcome'>) {
  if (outcome === 'under-way') return <Loader size="1rem" />;
  const { OutcomeIcon, tone } = outcomes[outcome];
  return <OutcomeIcon className={classes.stepIcon} data-tone={tone} aria-hidden="true" />;
}
