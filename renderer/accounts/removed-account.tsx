import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProviderAccount } from '../../preload/contract/accounts.ts';
import { useAccountsAct } from '../bridge/accounts.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { accountLabel } from './account-label.ts';
import classes from './accounts-screen.module.css';

interface RemovedAccountProps {
  account: ProviderAccount;
  onClose: () => void;
}

/** Says that an account was taken off the list, and takes it back. */
export function RemovedAccount({ account, onClose }: RemovedAccountProps) {
  const { t } = useTranslation();
  const act = useAccountsAct();
  const restore = useRef<HTMLButtonElement>(null);
  // The row that had the focus is gone; who goes by keyboard goes on here.
  useEffect(() => restore.current?.focus(), []);
  return (
    <div className={classes.note}>
      <IconArrowBackUp className={classes.icon} aria-hidden="true" />
      <p aria-live="polite">{t('accounts.removed', { name: accountLabel(t, account.name) })}</p>
      <Button
        ref={restore}
        size="compact-sm"
        variant="default"
        loading={act.isPending}
        onClick={() => act.mutate((accounts) => accounts.restore({ id: account.id }), { onSuccess: onClose })}
      >
        {t('accounts.restore')}
      </Button>
      <ActionIcon variant="subtle" color="gray" aria-label={t('accounts.dismiss')} onClick={onClose}>
        <IconX size="1rem" />
      </ActionIcon>
      {act.error && <ErrorNote error={toStationError(act.error)} />}
    </div>
  );
}
