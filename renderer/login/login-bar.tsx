import { Button } from '@mantine/core';
import { IconLock, IconLockOpen, IconPlayerSkipForward, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AccountsView, LoginView, RoundView } from '../../preload/contract/accounts.ts';
import { accountLabel, providerLabel } from '../accounts/account-label.ts';
import { roundProgress } from '../accounts/round-progress.ts';
import { TimeToLimit } from '../accounts/time-to-limit.tsx';
import { useAccountsAct } from '../bridge/accounts.ts';
import { toStationError } from '../bridge/station.ts';
import { errorWords } from '../i18n/words.ts';
import { hostSize } from './host-size.ts';
import classes from './login-bar.module.css';

/** Where the page below really is, whose login it is, how long it may take, and the ways out. */
export function LoginBar({ view }: { view: AccountsView | undefined }) {
  const { t } = useTranslation();
  const login = view?.login ?? null;
  const round = view?.round ?? null;
  const inRound = round !== null && round.state !== 'over';
  return (
    <header className={classes.bar} aria-label={t('login.bar')} data-size={hostSize(login?.host ?? '')}>
      {view && !login && <p className={classes.opening}>{t('login.over.title')}</p>}
      {login && view && (
        <>
          <Site login={login} />
          <div className={classes.account}>
            <span className={classes.name} translate="no">
              {accountLabel(t, login.accountName)}
            </span>
            <span className={classes.soft}>
              <TimeToLimit limitAt={login.limitAt} /> · {providerLabel(view.providers, login.providerType)}
            </span>
          </div>
          {inRound && <RoundPosition round={round} />}
          <Buttons canSkip={round?.state === 'running'} />
        </>
      )}
    </header>
  );
}

/** The host as main tells it, which is as the net knows it: names of other scripts in punycode, read from the left. */
function Site({ login: { host, isSecure } }: { login: LoginView }) {
  const { t } = useTranslation();
  if (host === '') return <p className={`${classes.site} ${classes.opening}`}>{t('login.opening.title')}</p>;
  const LockIcon = isSecure ? IconLock : IconLockOpen;
  const words = isSecure ? t('login.secure') : t('login.insecure');
  return (
    <div className={classes.site}>
      <LockIcon className={classes.lock} data-secure={isSecure} aria-hidden="true" />
      <span className={classes.spoken}>{words}</span>
      <p
        className={classes.host}
        data-size={hostSize(host)}
        dir="ltr"
        translate="no"
        title={host}
        aria-live="polite"
        // The longest may have to be scrolled, also by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={hostSize(host) === 'longest' ? 0 : undefined}
      >
        <span className={classes.spoken}>{t('login.host')}</span> <bdi dir="ltr">{host}</bdi>
      </p>
      {!isSecure && (
        <span className={classes.insecure} aria-hidden="true">
          {words}
        </span>
      )}
    </div>
  );
}

function RoundPosition({ round }: { round: RoundView }) {
  const { t } = useTranslation();
  const { position, total } = roundProgress(round);
  return <span className={classes.round}>{t('accounts.round.progress', { position, total })}</span>;
}

function Buttons({ canSkip }: { canSkip: boolean }) {
  const { t } = useTranslation();
  const act = useAccountsAct();
  return (
    <div className={classes.buttons}>
      {act.error && <span role="alert">{errorWords(t, toStationError(act.error)).what}</span>}
      {canSkip && (
        <Button
          size="sm"
          variant="default"
          leftSection={<IconPlayerSkipForward size="1.125rem" />}
          disabled={act.isPending}
          onClick={() => act.mutate((accounts) => accounts.skip({}))}
        >
          <span className={classes.label}>{t('accounts.round.skip')}</span>
        </Button>
      )}
      <Button
        size="sm"
        variant="default"
        leftSection={<IconX size="1.125rem" />}
        disabled={act.isPending}
        onClick={() => act.mutate((accounts) => accounts.cancelLogin({}))}
      >
        <span className={classes.label}>{t('login.cancel')}</span>
      </Button>
    </div>
  );
}
