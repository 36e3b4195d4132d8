import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountsView } from '../../preload/contract/accounts.ts';
import { accountLabel, providerLabel } from '../accounts/account-label.ts';
import { useAccounts } from '../bridge/accounts.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { LoginBar } from './login-bar.tsx';
import { LoginContent } from './login-content.tsx';
import classes from './login-page.module.css';

/**
 * The frame of the login window: a bar that says where the provider's page really is, and below it what there is to
 * say while that page is hidden.
 */
export function LoginPage() {
  return <Page>{() => <Frame />}</Page>;
}

function Frame() {
  const accounts = useAccounts();
  const view = accounts.data;
  useLoginTitle(view);
  return (
    <div className={classes.page}>
      <LoginBar view={view} />
      <main className={classes.content}>
        {accounts.error && <ErrorNote error={toStationError(accounts.error)} />}
        {view && <LoginContent view={view} />}
      </main>
    </div>
  );
}

/** Names account and provider in the window's title, as long as their login lasts. */
function useLoginTitle(view: AccountsView | undefined): void {
  const { t } = useTranslation();
  const login = view?.login;
  const title = login
    ? t('login.title', {
        name: accountLabel(t, login.accountName),
        provider: providerLabel(view.providers, login.providerType),
      })
    : `${t('login.bar')} – ${t('app.name')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
