import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccountsView } from '../../preload/contract/accounts.ts';
import { useAccountsAct } from '../bridge/accounts.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { accountLabel } from './account-label.ts';
import { LoginState } from './login-state.tsx';
import classes from './login-panel.module.css';
import { RoundPanel } from './round-panel.tsx';

/** The login under way, alone or as part of a round. Nothing when there is neither. */
export function LoginPanel({ view }: { view: AccountsView }) {
  const { t } = useTranslation();
  const act = useAccountsAct();
  const { login, round } = view;
  if (round !== null) return <RoundPanel view={view} round={round} />;
  if (login === null) return null;
  const title = t('accounts.login.title', { name: accountLabel(t, login.accountName) });
  return (
    <section className={classes.panel} aria-label={title}>
      <div className={classes.login}>
        <LoginState login={login} providers={view.providers}>
          <h2>{title}</h2>
        </LoginState>
        <div className={classes.buttons}>
          {login.where === 'own-window' && (
            <Button size="sm" disabled={act.isPending} onClick={() => act.mutate((accounts) => accounts.raiseLogin({}))}>
              {t('accounts.login.raise')}
            </Button>
          )}
          <Button
            size="sm"
            variant="default"
            disabled={act.isPending}
            onClick={() => act.mutate((accounts) => accounts.cancelLogin({}))}
          >
            {t('accounts.login.cancel')}
          </Button>
        </div>
      </div>
      {act.error && <ErrorNote error={toStationError(act.error)} />}
    </section>
  );
}
