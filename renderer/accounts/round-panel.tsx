import { Button, Progress } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconPlayerPause,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AccountsView, RoundEntryState, RoundView } from '../../preload/contract/accounts.ts';
import { useAccountsAct } from '../bridge/accounts.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { accountLabel } from './account-label.ts';
import { LoginState } from './login-state.tsx';
import classes from './login-panel.module.css';
import { canRepeat, roundProgress } from './round-progress.ts';

const icons: Record<RoundEntryState, Icon> = {
  waiting: IconClock,
  current: IconPlayerTrackNext,
  done: IconCircleCheck,
  failed: IconCircleX,
  skipped: IconPlayerSkipForward,
};

/** A morning round: the login under way, how far the round is, and what came of each account. */
export function RoundPanel({ view, round }: { view: AccountsView; round: RoundView }) {
  const { t } = useTranslation();
  const { total, position, done, finished } = roundProgress(round);
  const over = round.state === 'over';
  const { login } = view;
  return (
    <section className={classes.panel} aria-label={t('accounts.round.title')} data-state={round.state}>
      <div className={classes.head}>
        <h2>{t('accounts.round.title')}</h2>
        <span className={classes.position} aria-live="polite">
          {over ? t('accounts.round.result', { done, total }) : t('accounts.round.progress', { position, total })}
        </span>
        <Progress
          className={classes.progress ?? ''}
          value={total === 0 ? 0 : (100 * finished) / total}
          aria-label={t('accounts.round.title')}
        />
      </div>
      {login && (
        <LoginState login={login} providers={view.providers}>
          <p className={classes.account} translate="no">
            {accountLabel(t, login.accountName)}
          </p>
        </LoginState>
      )}
      {round.state === 'paused' && (
        <div className={classes.state}>
          <IconPlayerPause className={classes.icon} aria-hidden="true" />
          <p aria-live="polite">{t('accounts.round.paused')}</p>
        </div>
      )}
      <Entries view={view} round={round} />
      <RoundButtons view={view} round={round} />
    </section>
  );
}

function Entries({ view, round }: { view: AccountsView; round: RoundView }) {
  const { t } = useTranslation();
  const nameOf = (id: string) => accountLabel(t, view.accounts.find((account) => account.id === id)?.name ?? '');
  return (
    <ol className={classes.entries} aria-label={t('accounts.round.entries')}>
      {round.entries.map(({ accountId, state }) => {
        const StateIcon = icons[state];
        return (
          <li key={accountId} className={classes.entry} data-state={state}>
            <StateIcon className={classes.entryIcon} aria-hidden="true" />
            <span>
              {t('status.accounts.lamp', { name: nameOf(accountId), state: t(`accounts.round.entry.${state}`) })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function RoundButtons({ view: { login, needLogin }, round }: { view: AccountsView; round: RoundView }) {
  const { t } = useTranslation();
  const act = useAccountsAct();
  const over = round.state === 'over';
  const repeat = canRepeat(round, needLogin);
  const showsWindow = login?.where === 'own-window';
  return (
    <>
      <div className={classes.buttons}>
        {showsWindow && (
          <Button size="sm" disabled={act.isPending} onClick={() => act.mutate((accounts) => accounts.raiseLogin({}))}>
            {t('accounts.login.raise')}
          </Button>
        )}
        {round.state === 'paused' && (
          <Button
            size="sm"
            disabled={act.isPending || login !== null}
            onClick={() => act.mutate((accounts) => accounts.continueRound({}))}
          >
            {t('accounts.round.continue')}
          </Button>
        )}
        {login && (
          <>
            {round.state === 'running' && (
              <Button
                size="sm"
                variant="default"
                disabled={act.isPending}
                onClick={() => act.mutate((accounts) => accounts.skip({}))}
              >
                {t('accounts.round.skip')}
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
          </>
        )}
        {repeat && (
          <Button size="sm" disabled={act.isPending} onClick={() => act.mutate((accounts) => accounts.startRound({}))}>
            {t('accounts.round.again')}
          </Button>
        )}
        <Button
          size="sm"
          variant={over ? 'default' : 'subtle'}
          disabled={act.isPending}
          onClick={() => act.mutate((accounts) => accounts.endRound({}))}
        >
          {over ? t('accounts.round.close') : t('accounts.round.end')}
        </Button>
      </div>
      {act.error && <ErrorNote error={toStationError(act.error)} />}
    </>
  );
}
