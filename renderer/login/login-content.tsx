import { Loader } from '@mantine/core';
import { IconBrowser, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountsView } from '../../preload/contract/accounts.ts';
import { providerLabel } from '../accounts/account-label.ts';
import classes from './login-content.module.css';
import { StopPage } from './stop-page.tsx';

/** What the window says while the provider's page is hidden. */
export function LoginContent({ view: { login, providers } }: { view: AccountsView }) {
  const { t } = useTranslation();
  if (login === null) {
    return <Wait sign={<IconCircleCheck size="2.5rem" stroke={1.5} />} title={t('login.over.title')} text={t('login.over.text')} />;
  }
  switch (login.phase) {
    case 'opening':
      return <Wait sign={<Loader />} title={t('login.opening.title')} text={t('login.opening.text')} />;
    case 'page':
      return <Wait sign={<IconBrowser size="2.5rem" stroke={1.5} />} title={t('login.page.title')} />;
    case 'stopped':
      return <StopPage key={login.stoppedAt} host={login.stoppedAt ?? ''} provider={providerLabel(providers, login.providerType)} />;
    case 'checking':
      return <Wait sign={<Loader />} title={t('login.checking.title')} text={t('login.checking.text')} />;
  }
}

function Wait({ sign, title, text }: { sign: ReactNode; title: string; text?: string }) {
  return (
    <div className={classes.wait} aria-live="polite">
      <span aria-hidden="true">{sign}</span>
      <h1>{title}</h1>
      {text && <p>{text}</p>}
    </div>
  );
}
