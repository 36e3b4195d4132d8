import { IconUserDollar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AccountsView } from '../../preload/contract/accounts.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** What to do when there is no account yet, or why none can be added. */
export function NoAccounts({ view }: { view: AccountsView }) {
  const { t } = useTranslation();
  if (view.providers.length > 0) {
    return <EmptyState icon={IconUserDollar} title={t('accounts.empty.title')} text={t('accounts.empty.text')} />;
  }
  // The error above says why.
  if (view.readError !== null) return <EmptyState icon={IconUserDollar} title={t('accounts.empty.unread')} />;
  if (view.readAt === null) return <EmptyState icon={IconUserDollar} title={t('accounts.empty.reading')} />;
  return (
    <EmptyState
      icon={IconUserDollar}
      title={t('accounts.empty.noProviders')}
      text={t('accounts.empty.noProvidersText')}
    />
  );
}
