import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccountSettings } from '../../preload/contract/providers.ts';
import { settingsOfProvider } from '../../preload/contract/provider-settings.ts';
import type { StationSettings } from '../../preload/contract/settings.ts';
import { useAccounts } from '../bridge/accounts.ts';
import { useChangeSettings } from '../bridge/queries.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { ProviderFields } from './provider-fields.tsx';
import classes from './providers-section.module.css';
import { ReturnFields } from './return-fields.tsx';
import { Section, Setting } from './section.tsx';
import { useDraftNumber } from './use-draft-number.ts';

/** Longest life of a session that can be set, in hours. */
const monthHours = 24 * 30;

/** Sessions and logins: when a round takes an account, and per provider how long a session lives and where to log in. */
export function ProvidersSection({ settings }: { settings: StationSettings }) {
  const { t } = useTranslation();
  const change = useChangeSettings();
  const providers = useAccounts().data?.providers ?? [];
  const { accounts } = settings;
  const set = (part: Partial<AccountSettings>) => change.mutate({ accounts: { ...accounts, ...part } });
  const roundHours = useDraftNumber(accounts.roundHours, (hours) => set({ roundHours: hours }));
  return (
    <Section id="providers" title={t('settings.providers.title')} text={t('settings.providers.text')}>
      <Setting label={t('settings.providers.roundHours')} hint={t('settings.providers.roundHoursHint')}>
        <NumberInput
          aria-label={t('settings.providers.roundHours')}
          min={1}
          max={monthHours}
          suffix={t('settings.providers.hoursSuffix')}
          {...roundHours}
        />
      </Setting>
      {providers.length === 0 && <p className={classes.soft}>{t('settings.providers.none')}</p>}
      {providers.map(({ type, displayName }) => (
        <ProviderFields
          key={type}
          name={displayName || type}
          kept={settingsOfProvider(accounts, type)}
          onKeep={(kept) => set({ providers: { ...accounts.providers, [type]: kept } })}
        />
      ))}
      <details className={classes.advanced}>
        <summary>{t('settings.providers.advanced')}</summary>
        <div className={classes.inside}>
          <p className={classes.soft}>{t('settings.providers.advancedText')}</p>
          <ReturnFields kept={accounts.return} onKeep={(kept) => set({ return: kept })} />
        </div>
      </details>
      {change.error && <ErrorNote error={toStationError(change.error)} />}
    </Section>
  );
}
