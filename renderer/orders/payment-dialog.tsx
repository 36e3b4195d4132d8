import { Button, Loader } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentPlan } from '../../preload/contract/order-sending.ts';
import { usePay, usePaymentPlan, usePayments } from '../bridge/orders.ts';
import { toStationError } from '../bridge/station.ts';
import { useFormat } from '../i18n/format.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './payment-panel.module.css';
import { PaymentProgress } from './payment-progress.tsx';
import { StationDialog } from './station-dialog.tsx';

/** Says what a payment would do, has it confirmed, and shows its steps as they happen. */
export function PaymentDialog({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const { t } = useTranslation();
  // One id for the whole dialog: however often it is confirmed, one payment comes of it.
  const [id] = useState(() => crypto.randomUUID());
  const plan = usePaymentPlan(orderId, id);
  const pay = usePay(orderId);
  const begun = usePayments(orderId).data?.find((payment) => payment.id === id) ?? pay.data;
  const close = useRef<HTMLButtonElement>(null);
  const hasBegun = begun !== undefined;
  // The button that was pressed is gone then.
  useEffect(() => {
    if (hasBegun) close.current?.focus();
  }, [hasBegun]);
  return (
    <StationDialog title={t('payment.dialog.title')} closeLabel={t('payment.close')} onClose={onClose}>
      <p className={classes.banner}>
        <IconFlask className={classes.icon} aria-hidden="true" />
        <span>
          <strong>{t('payment.noMoney')}</strong> {t('payment.noMoneyText')}
        </span>
      </p>
      {begun ? (
        <PaymentProgress payment={begun} />
      ) : (
        <>
          {plan.isFetching && (
            <p className={classes.reading}>
              <Loader size="1rem" />
              {t('payment.dialog.reading')}
            </p>
          )}
          {plan.error && !plan.isFetching && <ErrorNote error={toStationError(plan.error)} />}
          {plan.data && !plan.isFetching && <Plan plan={plan.data} />}
          {pay.error && !plan.isFetching && <ErrorNote error={toStationError(pay.error)} title={t('payment.dialog.notBegun')} />}
        </>
      )}
      <div className={classes.buttons}>
        {!begun && plan.data && canBePaid(plan.data) && !pay.error && (
          <Button
            disabled={plan.isFetching}
            loading={pay.isPending}
            onClick={() => pay.mutate({ id, remaining: plan.data.remaining })}
          >
            {t('payment.dialog.confirm')}
          </Button>
        )}
        {!begun && (plan.error !== null || pay.error !== null) && (
          <Button
            variant="default"
            loading={plan.isFetching}
            onClick={() => {
              pay.reset();
              void plan.refetch();
            }}
          >
            {t('payment.dialog.readAgain')}
          </Button>
        )}
        <Button ref={close} variant="default" onClick={onClose}>
          {begun ? t('payment.close') : t('common.cancel')}
        </Button>
      </div>
    </StationDialog>
  );
}

function canBePaid({ isCancelled, underWay, remaining }: PaymentPlan): boolean {
  return !isCancelled && underWay === null && remaining > 0;
}

/** The amounts, and the two steps that follow from them. */
function Plan({ plan }: { plan: PaymentPlan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { orderNumber, customerName, remaining, available, toDeposit, currency, underWay, isCancelled } = plan;
  if (isCancelled) return <p>{t('payment.cancelled')}</p>;
  if (underWay) {
    return (
      <>
        <p>{t('payment.dialog.underWay')}</p>
        <PaymentProgress payment={underWay} />
      </>
    );
  }
  if (remaining === 0) return <p>{t('payment.paidAlready')}</p>;
  const reserved = format.money(remaining, currency);
  return (
    <>
      <dl className={classes.plan}>
        <div>
          <dt>{t('payment.plan.order')}</dt>
          <dd>{[orderNumber, customerName].filter(Boolean).join(' · ')}</dd>
        </div>
        <div>
          <dt>{t('payment.plan.remaining')}</dt>
          <dd>{reserved}</dd>
        </div>
        <div>
          <dt>{t('payment.plan.available')}</dt>
          <dd>{format.money(available, currency)}</dd>
        </div>
      </dl>
      <div>
        <p className={classes.planTitle}>{t('payment.plan.steps')}</p>
        <ol className={classes.planSteps}>
          <li>
            {toDeposit > 0
              ? t('payment.plan.deposit', { amount: format.money(toDeposit, currency) })
              : t('payment.plan.noDeposit')}
          </li>
          <li>{t('payment.plan.reserve', { amount: reserved })}</li>
        </ol>
      </div>
    </>
  );
}
