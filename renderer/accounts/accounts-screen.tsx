import { Button } from '@mantine/core';
import { IconInfoCircle, IconMapPin, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountsView, ProviderAccount } from '../../preload/contract/accounts.ts';
import { useAccounts, useAccountsAct } from '../bridge/accounts.ts';
import { useSettings, useStatus } from '../bridge/queries.ts';
import { toStationError } from '../bridge/station.ts';
import type { SettingsPart } from '../settings/settings-screen.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useShortcuts } from '../ui/scanner-context.ts';
import { Screen } from '../ui/screen.tsx';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import { AccountGroups } from './account-groups.tsx';
import { AccountsControls } from './accounts-controls.tsx';
import classes from './accounts-screen.module.css';
import { AddAccount } from './add-account.tsx';
import { LoginPanel } from './login-panel.tsx';
import { NoAccounts } from './no-accounts.tsx';
import { RemovedAccount } from './removed-account.tsx';
import { noRoundReason } from './round-progress.ts';
import { useNowUntil } from './use-now-until.ts';

interface AccountsScreenProps {
  onOpenSettings: (part: SettingsPart) => void;
}

/** The accounts with which the warehouse buys: how long each session lives, and their logins. */
export function AccountsScreen({ onOpenSettings }: AccountsScreenProps) {
  const { t } = useTranslation();
  usePlaceTitle('accounts');
  const accounts = useAccounts();
  const lead = t('accounts.lead');
  if (accounts.data) return <Loaded view={accounts.data} onOpenSettings={onOpenSettings} />;
  return (
    <Screen title={t('accounts.title')} lead={lead}>
      {accounts.error && <ErrorNote error={toStationError(accounts.error)} />}
    </Screen>
  );
}

function Loaded({ view, onOpenSettings }: AccountsScreenProps & { view: AccountsView }) {
  const { t } = useTranslation();
  const act = useAccountsAct();
  const settings = useSettings().data;
  const practice = useStatus().data?.mode === 'practice';
  const now = useNowUntil(view.accounts.flatMap(({ session }) => (session ? [session.endsAt] : [])));
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<readonly ProviderAccount[]>([]);
  const noRound = noRoundReason(view);
  const empty = view.accounts.length === 0;
  const offersForm = view.providers.length > 0 && (adding || empty);

  const startRound = () => act.mutate((accounts) => accounts.startRound({}));
  const refresh = () => act.mutate((accounts) => accounts.refresh({}));
  useShortcuts({
    KeyM: () => {
      if (noRound === null && !act.isPending) startRound();
    },
    KeyR: () => {
      if (!view.isReading) refresh();
    },
    KeyN: () => setAdding(true),
  });

  function added(account: ProviderAccount, logIn: boolean): void {
    setAdding(false);
    if (logIn) act.mutate((accounts) => accounts.logIn({ id: account.id }));
  }

  const controls = (
    <AccountsControls
      view={view}
      now={now}
      noRound={noRound}
      roundHours={settings?.accounts.roundHours ?? 0}
      busy={act.isPending}
      adding={empty || view.providers.length === 0 ? null : adding}
      onRound={startRound}
      onRefresh={refresh}
      onAdd={() => setAdding(!adding)}
    />
  );
  return (
    <Screen title={t('accounts.title')} lead={t('accounts.lead')} controls={controls}>
      {view.readError && (
        <ErrorNote error={view.readError} title={t('accounts.unread')} />
      )}
      {act.error && <ErrorNote error={toStationError(act.error)} />}
      {removed.map((account) => (
        <RemovedAccount
          key={account.id}
          account={account}
          onClose={() => setRemoved((before) => before.filter(({ id }) => id !== account.id))}
        />
      ))}
      <LoginPanel view={view} />
      {empty && <NoAccounts view={view} />}
      {practice && offersForm && (
        <p className={classes.note}>
          <IconInfoCircle className={classes.icon} aria-hidden="true" />
          <span>{t('accounts.practice')}</span>
        </p>
      )}
      {offersForm && (
        <AddAccount
          providers={view.providers}
          busy={view.login !== null}
          takesFocus={adding}
          onAdded={added}
          onClose={empty ? undefined : () => setAdding(false)}
        />
      )}
      <AccountGroups
        view={view}
        now={now}
        onRemoved={(account) => setRemoved((before) => [account, ...before.filter(({ id }) => id !== account.id)])}
      />
      <Foot missing={settings?.recipient === null} onOpenSettings={onOpenSettings} />
    </Screen>
  );
}

/** The limits that matter here, and the ways to what is set elsewhere. */
function Foot({ missing, onOpenSettings }: AccountsScreenProps & { missing: boolean }) {
  const { t } = useTranslation();
  return (
    <footer className={classes.foot}>
      <div>
        <p>{t('accounts.tmall')}</p>
        {missing && <p>{t('accounts.recipientMissing')}</p>}
      </div>
      <div className={classes.links}>
        <Button
          size="sm"
          variant="subtle"
          leftSection={<IconMapPin size="1.125rem" />}
          onClick={() => onOpenSettings('recipient')}
        >
          {t('accounts.recipientLink')}
        </Button>
        <Button
          size="sm"
          variant="subtle"
          leftSection={<IconSettings size="1.125rem" />}
          onClick={() => onOpenSettings('providers')}
        >
          {t('accounts.settingsLink')}
        </Button>
      </div>
    </footer>
  );
}
