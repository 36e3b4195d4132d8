import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderingCustomer } from '../../preload/contract/ordering.ts';
import { useOrdering, useOrderingAct } from '../bridge/ordering.ts';
import { toStationError } from '../bridge/station.ts';
import { CustomerForm } from '../ordering/customer-form.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './customer-section.module.css';
import { FactList } from './fact-list.tsx';
import { Section } from './section.tsx';

/** In whose name this station adds orders. */
export function CustomerSection() {
  const { t } = useTranslation();
  const ordering = useOrdering();
  const [isChanging, setIsChanging] = useState(false);
  const customer = ordering.data?.customer ?? null;
  return (
    <Section title={t('ordering.customer.title')} text={t('ordering.customer.text')}>
      {ordering.error && <ErrorNote error={toStationError(ordering.error)} />}
      {ordering.data && customer && !isChanging && <Chosen customer={customer} onChange={() => setIsChanging(true)} />}
      {ordering.data && (!customer || isChanging) && (
        <CustomerForm customer={customer} canCancel={customer !== null} onDone={() => setIsChanging(false)} />
      )}
    </Section>
  );
}

function Chosen({ customer, onChange }: { customer: OrderingCustomer; onChange: () => void }) {
  const { t } = useTranslation();
  const [asksToForget, setAsksToForget] = useState(false);
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asksToForget) no.current?.focus();
  }, [asksToForget]);
  const forget = useOrderingAct();
  const facts = [
    { name: t('ordering.customer.login'), value: customer.login },
    { name: t('ordering.customer.name'), value: customer.name || t('common.none') },
    { name: t('ordering.customer.way'), value: t(`ordering.customer.ways.${customer.way}`) },
    { name: t('ordering.customer.password'), value: customer.hasPassword ? t('settings.connection.kept') : t('settings.connection.notSet') },
  ];
  return (
    <>
      <FactList facts={facts} />
      <div className={classes.actions}>
        <Button variant="default" onClick={onChange}>
          {t('ordering.customer.change')}
        </Button>
        <Button variant="default" onClick={() => setAsksToForget(true)}>
          {t('ordering.customer.forget')}
        </Button>
      </div>
      {asksToForget && (
        <fieldset className={classes.question} aria-label={t('ordering.customer.forget')}>
          <p>{t('ordering.customer.forgetText')}</p>
          <div className={classes.actions}>
            <Button loading={forget.isPending} onClick={() => forget.mutate((ordering) => ordering.forgetCustomer({}))}>
              {t('ordering.customer.forget')}
            </Button>
            <Button ref={no} variant="default" disabled={forget.isPending} onClick={() => setAsksToForget(false)}>
              {t('common.cancel')}
            </Button>
          </div>
        </fieldset>
      )}
      {forget.error && <ErrorNote error={toStationError(forget.error)} />}
    </>
  );
}
