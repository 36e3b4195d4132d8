import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Provider, ProviderAccount } from '../../preload/contract/accounts.ts';
import { useAddAccount } from '../bridge/accounts.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './add-account.module.css';
import { looksLikePhoneNumber, maximumNickname } from './nickname.ts';

interface AddAccountProps {
  providers: readonly Provider[];
  /** A login is under way, so another one cannot begin. */
  busy: boolean;
  /** Puts the keyboard into the field for the name. */
  takesFocus: boolean;
  onAdded: (account: ProviderAccount, logIn: boolean) => void;
  /** Absent when the form cannot be closed. */
  onClose?: (() => void) | undefined;
}

/** A new account: its provider, and its nickname when it is known. */
export function AddAccount({ providers, busy, takesFocus, onAdded, onClose }: AddAccountProps) {
  const { t } = useTranslation();
  const add = useAddAccount();
  const [chosen, setChosen] = useState('');
  const [name, setName] = useState('');
  const warning = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const providerType = providers.some(({ type }) => type === chosen) ? chosen : (providers[0]?.type ?? '');
  const isPhone = looksLikePhoneNumber(name);

  async function save(logIn: boolean): Promise<void> {
    if (providerType === '') return;
    try {
      // Awaited here and not by a callback of the mutation: the first account takes this form away before the answer comes.
      const account = await add.mutateAsync({ providerType, name: name.trim() });
      setName('');
      onAdded(account, logIn);
    } catch {
      // The form shows the error of the mutation.
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void save(!busy);
  }

  return (
    <form className={classes.form} aria-label={t('accounts.add.title')} onSubmit={submit}>
      <h2 className={classes.title}>{t('accounts.add.title')}</h2>
      <div className={classes.fields}>
        <NativeSelect
          label={t('accounts.add.provider')}
          value={providerType}
          data={providers.map(({ type, displayName }) => ({ value: type, label: displayName || type }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <TextInput
          ref={field}
          label={t('accounts.add.name')}
          description={t('accounts.add.nameHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          maxLength={maximumNickname}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={isPhone ? warning : undefined}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </div>
      {isPhone && (
        <p id={warning} className={classes.warning} aria-live="polite">
          <IconAlertTriangle className={classes.icon} aria-hidden="true" />
          {t('accounts.add.phone')}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit" disabled={busy || add.isPending}>
          {t('accounts.add.andLogIn')}
        </Button>
        <Button variant="default" disabled={add.isPending} onClick={() => void save(false)}>
          {t('accounts.add.only')}
        </Button>
        {onClose && (
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
      {add.error && <ErrorNote error={toStationError(add.error)} />}
    </form>
  );
}
