import { Button, PasswordInput, Radio, TextInput } from '@mantine/core';
import { IconSearch, IconUserCheck } from '@tabler/icons-react';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerWay, FoundCustomer, OrderingCustomer } from '../../preload/contract/ordering.ts';
import { useChooseCustomer, useFoundCustomers } from '../bridge/ordering.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './customer.module.css';

interface CustomerFormProps {
  customer: OrderingCustomer | null;
  /** The choice is made, or given up. */
  onDone?: () => void;
  /** There is a way back. */
  canCancel: boolean;
}

/** In whose name orders are added: who, and how the station signs in as them. Choosing signs in, so that it is tested. */
export function CustomerForm({ customer, onDone, canCancel }: CustomerFormProps) {
  const { t } = useTranslation();
  const [login, setLogin] = useState(customer?.login ?? '');
  const [way, setWay] = useState<CustomerWay>(customer?.way ?? 'operator');
  const [password, setPassword] = useState('');
  const [looksFor, setLooksFor] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const wayName = useId();
  const choose = useChooseCustomer();
  const hasPassword = customer?.login === login.trim() && customer.hasPassword;
  const needsPassword = way === 'password' && password === '' && !hasPassword;
  const isBusy = choose.isPending;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsChecked(true);
    if (login.trim() === '' || needsPassword || isBusy) return;
    choose.mutate(
      { login, way, password: way === 'password' ? password : '' },
      {
        onSuccess: () => {
          setPassword('');
          onDone?.();
        },
      },
    );
  }

  return (
    <form className={classes.form} noValidate aria-label={t('ordering.customer.title')} onSubmit={submit}>
      <div className={classes.who}>
        <TextInput
          ref={field}
          className={classes.login ?? ''}
          label={t('ordering.customer.login')}
          description={t('ordering.customer.loginHint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          readOnly={isBusy}
          value={login}
          error={isChecked && login.trim() === '' ? t('ordering.customer.loginNeeded') : undefined}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
        <Button
          variant="default"
          leftSection={<IconSearch size="1rem" />}
          disabled={login.trim() === '' || isBusy}
          onClick={() => setLooksFor(login.trim())}
        >
          {t('ordering.customer.find')}
        </Button>
      </div>
      {looksFor !== '' && (
        <FoundCustomers
          key={looksFor}
          text={looksFor}
          onTake={(found) => {
            setLogin(found.login);
            setLooksFor('');
            field.current?.focus();
          }}
        />
      )}
      <Radio.Group label={t('ordering.customer.way')} value={way} onChange={(value) => setWay(value === 'password' ? 'password' : 'operator')}>
        <div className={classes.ways}>
          {(['operator', 'password'] as const).map((value) => (
            <Radio
              key={value}
              name={wayName}
              value={value}
              disabled={isBusy}
              label={t(`ordering.customer.ways.${value}`)}
              description={t(`ordering.customer.wayText.${value}`)}
            />
          ))}
        </div>
      </Radio.Group>
      {way === 'password' && (
        <PasswordInput
          className={classes.password ?? ''}
          label={t('ordering.customer.password')}
          description={hasPassword ? t('ordering.customer.passwordKept') : t('ordering.customer.passwordHint')}
          autoComplete="new-password"
          maxLength={400}
          readOnly={isBusy}
          value={password}
          error={isChecked && needsPassword ? t('ordering.customer.passwordNeeded') : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
      <div className={classes.actions}>
        <Button type="submit" leftSection={<IconUserCheck size="1.125rem" />} loading={isBusy}>
          {t('ordering.customer.choose')}
        </Button>
        {canCancel && (
          <Button variant="default" disabled={isBusy} onClick={onDone}>
            {t('common.cancel')}
          </Button>
        )}
        <span className={classes.soft}>{t('ordering.customer.tests')}</span>
      </div>
      {choose.error && <ErrorNote error={toStationError(choose.error)} title={t('ordering.customer.notChosen')} />}
    </form>
  );
}

function FoundCustomers({ text, onTake }: { text: string; onTake: (customer: FoundCustomer) => void }) {
  const { t } = useTranslation();
  const found = useFoundCustomers(text);
  if (found.error) return <ErrorNote error={toStationError(found.error)} />;
  return (
    <div className={classes.found} aria-live="polite">
      {!found.data && <p className={classes.soft}>{t('ordering.customer.looking')}</p>}
      {found.data?.length === 0 && <p className={classes.soft}>{t('ordering.customer.noneFound', { text })}</p>}
      {found.data && found.data.length > 0 && (
        <ul className={classes.list} aria-label={t('ordering.customer.foundList')}>
          {found.data.map((customer) => (
            <li key={customer.id} className={classes.one}>
              <button type="button" className={classes.take} onClick={() => onTake(customer)}>
                <strong>{customer.login}</strong>
                <span className={classes.soft}>{[customer.name, customer.email, customer.id].filter(Boolean).join(' · ')}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
