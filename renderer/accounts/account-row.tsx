import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProviderAccount } from '../../preload/contract/accounts.ts';
import { useAccountsAct } from '../bridge/accounts.ts';
import { toStationError } from '../bridge/station.ts';
import { useFormat } from '../i18n/format.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { accountLabel } from './account-label.ts';
import { AccountMenu } from './account-menu.tsx';
import classes from './account-row.module.css';
import { LoginEndingNote } from './login-ending.tsx';
import { SessionSign } from './session-sign.tsx';
import { lampOf, sessionState } from './session-state.ts';

interface AccountRowProps {
  account: ProviderAccount;
  now: number;
  /** A round would take it: its login is what comes next. */
  needsLogin: boolean;
  /** A login is under way, of this account or of another. */
  busy: boolean;
  onRemoved: (account: ProviderAccount) => void;
}

/** One account: its session, how its last login ended, and what can be done with it. */
export function AccountRow({ account, now, needsLogin, busy, onRemoved }: AccountRowProps) {
  const { t } = useTranslation();
  const act = useAccountsAct();
  const [forgetting, setForgetting] = useState(false);
  const { id, lastEnding } = account;
  const label = accountLabel(t, account.name);

  async function remove(): Promise<void> {
    try {
      // Awaited here and not by a callback of the mutation: this row may be gone before the answer comes.
      await act.mutateAsync((accounts) => accounts.remove({ id }));
      onRemoved(account);
    } catch {
      // The row shows the error of the mutation.
    }
  }

  return (
    <li className={classes.row} data-state={sessionState(account.session, now)}>
      <div className={classes.main}>
        <div>
          <p className={classes.name} data-unnamed={account.name === ''} translate="no">
            {label}
          </p>
          {account.name === '' && <p className={classes.soft}>{t('accounts.unnamedHint')}</p>}
        </div>
        <SessionSign lamp={lampOf(account, now)} />
        <Facts account={account} now={now} />
        <div className={classes.actions}>
          <Button
            size="sm"
            variant={needsLogin ? 'light' : 'default'}
            aria-label={t('accounts.logInTo', { name: label })}
            disabled={busy || act.isPending}
            onClick={() => act.mutate((accounts) => accounts.logIn({ id }))}
          >
            {t('accounts.logIn')}
          </Button>
          <AccountMenu
            label={label}
            deviceRemembered={account.deviceRemembered}
            disabled={act.isPending}
            onForget={() => setForgetting(true)}
            onRemove={() => void remove()}
          />
        </div>
      </div>
      {lastEnding && <LoginEndingNote account={account} ending={lastEnding} />}
      {forgetting && (
        <ForgetQuestion
          label={label}
          onYes={() => act.mutate((accounts) => accounts.forgetDevice({ id }))}
          onClose={() => setForgetting(false)}
        />
      )}
      {act.error && <ErrorNote error={toStationError(act.error)} />}
    </li>
  );
}

/** When the session was got and when it ends; what money is there. */
function Facts({ account: { session, balance }, now }: { account: ProviderAccount; now: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ended = sessionState(session, now) === 'ended';
  return (
    <div className={`${classes.soft} ${classes.facts}`}>
      {session && (
        <p title={session.obtainedHere ? undefined : t('accounts.seenHint')}>
          {session.obtainedHere
            ? t('accounts.obtained', { when: format.moment(session.obtainedAt) })
            : t('accounts.seen', { when: format.moment(session.obtainedAt) })}
        </p>
      )}
      {session && (
        <p>
          {ended
            ? t('accounts.endedAt', { when: format.moment(session.endsAt) })
            : t('accounts.ends', { when: format.moment(session.endsAt) })}
        </p>
      )}
      {balance && <p>{t('accounts.balance', { amount: format.money(balance.amount, balance.currency) })}</p>}
    </div>
  );
}

function ForgetQuestion({ label, onYes, onClose }: { label: string; onYes: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.question} aria-label={t('accounts.forget.yes')}>
      <p>{t('accounts.forget.question', { name: label })}</p>
      <div className={classes.buttons}>
        <Button
          size="sm"
          onClick={() => {
            onYes();
            onClose();
          }}
        >
          {t('accounts.forget.yes')}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </fieldset>
  );
}
