import { useTranslation } from 'react-i18next';
import type { StartAccount, StartPreparation } from '../../preload/contract/activity-starts.ts';
import { AccountChoice } from './account-choice.tsx';
import { accountFor, accountForAll } from './plan-starts.ts';
import type { StartDraft, StartDraftAction } from './start-draft.ts';

interface AccountChoicesProps {
  draft: StartDraft;
  preparations: readonly StartPreparation[];
  /** Only for a synchronisation of all orders. */
  accountsForAll: readonly StartAccount[] | undefined;
  onChange: (action: StartDraftAction) => void;
  onOpenAccounts: () => void;
}

/** One account for each provider that the chosen orders are bought at; one for all orders. */
export function AccountChoices({ draft, preparations, accountsForAll, onChange, onOpenAccounts }: AccountChoicesProps) {
  const { t } = useTranslation();
  if (accountsForAll) {
    return (
      <AccountChoice
        title={t('starts.account')}
        accounts={accountsForAll}
        hasProviders
        chosen={accountForAll(draft, accountsForAll)?.id ?? null}
        onChoose={(accountId) => onChange({ type: 'account-for-all-chosen', accountId })}
        onOpenAccounts={onOpenAccounts}
      />
    );
  }
  const firstOfProvider = preparations.filter(
    ({ order }, index) => preparations.findIndex((other) => other.order.providerType === order.providerType) === index,
  );
  return firstOfProvider.map((preparation) => {
    const { providerType } = preparation.order;
    const name = preparation.accounts[0]?.providerName || providerType;
    return (
      <AccountChoice
        key={providerType}
        title={t('starts.accountAt', { provider: name })}
        accounts={preparation.accounts}
        chosen={accountFor(draft, preparation)?.id ?? null}
        onChoose={(accountId) => onChange({ type: 'account-chosen', providerType, accountId })}
        onOpenAccounts={onOpenAccounts}
      />
    );
  });
}
