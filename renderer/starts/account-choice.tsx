import { Button, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StartAccount } from '../../preload/contract/activity-starts.ts';
import { accountLabel } from '../accounts/account-label.ts';
import { SessionSign } from '../accounts/session-sign.tsx';
import { lampOf, type AccountLamp } from '../accounts/session-state.ts';
import { useNowUntil } from '../accounts/use-now-until.ts';
import classes from './account-choice.module.css';

interface AccountChoiceProps {
  /** Names the choice; the radio buttons of different providers are groups of their own. */
  title: string;
  accounts: readonly StartAccount[];
  /** With accounts of several providers, each shows its own. */
  hasProviders?: boolean;
  chosen: string | null;
  onChoose: (id: string) => void;
  onOpenAccounts: () => void;
}

/** The account with which it is done, with the hours left of its session. */
export function AccountChoice({ title, accounts, hasProviders = false, chosen, onChoose, onOpenAccounts }: AccountChoiceProps) {
  const { t } = useTranslation();
  const now = useNowUntil(accounts.flatMap(({ sessionEndsAt }) => (sessionEndsAt === null ? [] : [sessionEndsAt])));
  const lamps = new Map(accounts.map((account) => [account.id, lamp(account, now)]));
  const state = chosen === null ? undefined : lamps.get(chosen)?.state;
  const needsLogin = accounts.length === 0 || state === 'none' || state === 'ended';
  return (
    <fieldset className={classes.choice} aria-label={title}>
      <h2>{title}</h2>
      <div className={classes.accounts}>
        {accounts.map((account) => {
          const sign = lamps.get(account.id);
          return (
            <label key={account.id} className={classes.account}>
              <Radio name={title} value={account.id} checked={account.id === chosen} onChange={() => onChoose(account.id)} />
              <span>
                <span className={classes.name} translate="no">
                  {accountLabel(t, account.name)}
                </span>{' '}
                {hasProviders && (account.providerName || account.providerType)}
              </span>
              {sign && <SessionSign lamp={sign} />}
            </label>
          );
        })}
      </div>
      {needsLogin && (
        <div className={classes.over}>
          <p>{accounts.length === 0 ? t('starts.noAccount') : t('starts.sessionOver')}</p>
          <Button size="compact-sm" variant="default" onClick={onOpenAccounts}>
            {t('notice.openAccounts')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function lamp({ id, name, sessionEndsAt }: StartAccount, now: number): AccountLamp {
  return lampOf({ id, name, session: sessionEndsAt === null ? null : { endsAt: sessionEndsAt } }, now);
}
