import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionView } from '../../preload/contract/connection.ts';
import { station, toStationError, unwrap } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { fieldFaults, startFields, toInput, type ConnectionFields } from './connection-form.ts';
import { ConnectionResult, NoKeychain } from './connection-result.tsx';
import classes from './connect-form.module.css';

const inputWrapperOrder: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

/** `test` saves nothing; `connect` tests, and saves when that goes well. */
type Question = 'test' | 'connect';

/** Address, key and login of OT Platform; tests them with real calls and says precisely what is wrong. */
export function ConnectForm({ connection, onBack }: { connection: ConnectionView; onBack: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [fields, setFields] = useState(() => startFields(connection));
  const [checked, setChecked] = useState(false);
  const faults = checked ? fieldFaults(fields, connection) : {};

  const ask = useMutation({
    mutationFn: (question: Question) => unwrap(station().connection[question](toInput(fields, connection))),
    onSuccess: async (result, question) => {
      if (result.ok && question === 'connect') await client.invalidateQueries();
    },
  });
  const busy = ask.isPending;

  function run(question: Question): void {
    setChecked(true);
    if (Object.keys(fieldFaults(fields, connection)).length === 0) ask.mutate(question);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    run('connect');
  }

  const bind = (name: keyof ConnectionFields) => ({
    value: fields[name],
    error: faults[name] ? t(faults[name]) : undefined,
    disabled: busy,
    inputWrapperOrder,
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setFields((before) => ({ ...before, [name]: value }));
    },
  });

  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={t('connect.form.title')}>
      <h1 className={classes.title}>{t('connect.form.title')}</h1>
      {connection.secretsKeptIn === 'memory' && <NoKeychain problem={connection.keychainProblem} />}
      <TextInput
        label={t('connect.form.address')}
        description={t('connect.form.addressHint')}
        inputMode="url"
        {...bind('apiAddress')}
      />
      <div className={classes.pair}>
        <TextInput
          label={t('connect.form.key')}
          description={connection.hasInstanceKey ? t('connect.form.keptHint') : undefined}
          {...bind('instanceKey')}
        />
        <PasswordInput
          label={t('connect.form.secret')}
          description={connection.hasSecret ? t('connect.form.keptHint') : t('connect.form.secretHint')}
          {...bind('secret')}
        />
        <TextInput label={t('connect.form.login')} {...bind('operatorLogin')} />
        <PasswordInput
          label={t('connect.form.password')}
          placeholder={connection.hasPassword ? t('connect.form.keptHint') : ''}
          {...bind('operatorPassword')}
        />
      </div>
      <div className={classes.actions}>
        <Button
          className={classes.back ?? ''}
          variant="subtle"
          leftSection={<IconArrowLeft size="1rem" />}
          onClick={onBack}
          disabled={busy}
        >
          {t('connect.form.back')}
        </Button>
        <Button variant="default" disabled={busy} loading={busy && ask.variables === 'test'} onClick={() => run('test')}>
          {t('connect.form.test')}
        </Button>
        <Button type="submit" disabled={busy} loading={busy && ask.variables === 'connect'}>
          {t('connect.form.connect')}
        </Button>
      </div>
      <div className={classes.result} aria-live="polite">
        {busy && <p>{ask.variables === 'test' ? t('connect.form.testing') : t('connect.form.connecting')}</p>}
        {ask.data && <ConnectionResult result={ask.data} />}
        {ask.error && <ErrorNote error={toStationError(ask.error)} />}
      </div>
    </form>
  );
}
