import { Button } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderingCustomer } from '../../preload/contract/ordering.ts';
import { CustomerForm } from './customer-form.tsx';
import classes from './customer.module.css';

/** In whose name the order is added, with the way to another one; without any, the choice itself. */
export function CustomerOfOrder({ customer }: { customer: OrderingCustomer | null }) {
  const { t } = useTranslation();
  const [isChanging, setIsChanging] = useState(false);
  if (customer && !isChanging) {
    return (
      <p className={classes.chosen}>
        <IconUser className={classes.icon} aria-hidden="true" />
        <span>
          {t('ordering.customer.orders')} <strong>{customer.name || customer.login}</strong>
          {customer.name !== '' && <span className={classes.soft}> {customer.login}</span>}
        </span>
        <Button size="compact-sm" variant="default" onClick={() => setIsChanging(true)}>
          {t('ordering.customer.change')}
        </Button>
      </p>
    );
  }
  return (
    <section className={classes.needed} aria-label={t('ordering.customer.title')}>
      <div>
        <h2>{customer ? t('ordering.customer.title') : t('ordering.customer.needed')}</h2>
        <p className={classes.soft}>{t('ordering.customer.neededText')}</p>
      </div>
      <CustomerForm customer={customer} canCancel={customer !== null} onDone={() => setIsChanging(false)} />
    </section>
  );
}
