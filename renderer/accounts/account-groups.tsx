import { useTranslation } from 'react-i18next';
import type { AccountsView, ProviderAccount } from '../../preload/contract/accounts.ts';
import { providerLabel } from './account-label.ts';
import { AccountRow } from './account-row.tsx';
import classes from './accounts-screen.module.css';
import { groupByProvider } from './group-by-provider.ts';

interface AccountGroupsProps {
  view: AccountsView;
  now: number;
  onRemoved: (account: ProviderAccount) => void;
}

/** The accounts, provider by provider. */
export function AccountGroups({ view, now, onRemoved }: AccountGroupsProps) {
  const { t } = useTranslation();
  return groupByProvider(view).map(({ providerType, accounts }) => {
    const name = providerLabel(view.providers, providerType);
    const required = view.providers.find(({ type }) => type === providerType)?.isSessionRequired ?? false;
    return (
      <section key={providerType} className={classes.group}>
        <h2 className={classes.provider}>
          {name}
          {required && <span className={classes.soft}>{t('accounts.sessionRequired')}</span>}
        </h2>
        <ul className={classes.list} aria-label={t('accounts.list', { provider: name })}>
          {accounts.map((account) => (
            <AccountRow
              key={account.id}
              account={account}
              now={now}
              needsLogin={view.needLogin.includes(account.id)}
              busy={view.login !== null}
              onRemoved={onRemoved}
            />
          ))}
        </ul>
      </section>
    );
  });
}
