import { Loader } from '@mantine/core';
import { IconAlertTriangle, IconBrowser, IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoginView, Provider } from '../../preload/contract/accounts.ts';
import { providerLabel } from './account-label.ts';
import classes from './login-panel.module.css';
import { TimeToLimit } from './time-to-limit.tsx';

/** How far a login is: phase, site, and the time until it is given up. `children` names it. */
export function LoginState(props: { login: LoginView; providers: readonly Provider[]; children: ReactNode }) {
  const { t } = useTranslation();
  const { login, providers } = props;
  const { phase, where, host, stoppedAt } = login;
  const inBrowser = where === 'system-browser' && phase === 'page';
  return (
    <div className={classes.state} data-phase={phase}>
      <PhaseIcon login={login} />
      <div className={classes.words}>
        {props.children}
        <p aria-live="polite">{inBrowser ? t('accounts.login.browser') : t(`accounts.login.phase.${phase}`)}</p>
        <p className={classes.soft}>
          {providerLabel(providers, login.providerType)}
          {host !== '' && <> · {t('accounts.login.host', { host })}</>} ·{' '}
          <TimeToLimit limitAt={login.limitAt} />
        </p>
        {phase === 'stopped' && stoppedAt !== null && (
          <p className={classes.soft}>
            <strong>{t('accounts.login.stoppedAt', { host: stoppedAt })}</strong>
          </p>
        )}
      </div>
    </div>
  );
}

function PhaseIcon({ login: { phase, where } }: { login: LoginView }) {
  if (phase === 'opening' || phase === 'checking') return <Loader size="1.5rem" />;
  if (phase === 'stopped') return <IconAlertTriangle className={classes.icon} aria-hidden="true" />;
  const PlaceIcon = where === 'system-browser' ? IconExternalLink : IconBrowser;
  return <PlaceIcon className={classes.icon} aria-hidden="true" />;
}
