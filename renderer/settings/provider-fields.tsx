import { NumberInput, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { loginPlaces, type ProviderSettings } from '../../preload/contract/provider-settings.ts';
import { toHostName } from './host-name.ts';
import classes from './providers-section.module.css';
import { Setting } from './section.tsx';
import { useDraftNumber } from './use-draft-number.ts';
import { WordList } from './word-list.tsx';

const siteRules = { read: toHostName, most: 50 };

interface ProviderFieldsProps {
  name: string;
  kept: ProviderSettings;
  onKeep: (settings: ProviderSettings) => void;
}

/** What can be set for one provider. */
export function ProviderFields({ name, kept, onKeep }: ProviderFieldsProps) {
  const { t } = useTranslation();
  const set = (part: Partial<ProviderSettings>) => onKeep({ ...kept, ...part });
  const sessionHours = useDraftNumber(kept.sessionHours, (hours) => set({ sessionHours: hours }));
  const loginMinutes = useDraftNumber(kept.loginMinutes, (minutes) => set({ loginMinutes: minutes }));
  const labelled = (label: string) => `${name}: ${label}`;
  return (
    <fieldset className={classes.provider} aria-label={name}>
      <h3 className={classes.name}>{name}</h3>
      <Setting label={t('settings.providers.sessionHours')} hint={t('settings.providers.sessionHoursHint')}>
        <NumberInput
          aria-label={labelled(t('settings.providers.sessionHours'))}
          min={1}
          max={720}
          suffix={t('settings.providers.hoursSuffix')}
          {...sessionHours}
        />
      </Setting>
      <Setting label={t('settings.providers.loginMinutes')}>
        <NumberInput
          aria-label={labelled(t('settings.providers.loginMinutes'))}
          min={1}
          max={60}
          suffix={t('settings.providers.minutesSuffix')}
          {...loginMinutes}
        />
      </Setting>
      <div className={classes.place}>
        <Setting label={t('settings.providers.loginPlace')}>
          <SegmentedControl
            fullWidth
            aria-label={labelled(t('settings.providers.loginPlace'))}
            value={kept.loginPlace}
            data={loginPlaces.map((value) => ({ value, label: t(`settings.providers.places.${value}`) }))}
            onChange={(loginPlace) => set({ loginPlace })}
          />
        </Setting>
        <p className={classes.soft}>{t(`settings.providers.placeText.${kept.loginPlace}`)}</p>
      </div>
      <Setting label={t('settings.providers.moreSites')} hint={t('settings.providers.moreSitesHint')}>
        <WordList
          label={labelled(t('settings.providers.moreSites'))}
          words={kept.moreSites}
          rules={siteRules}
          fieldLabel={t('settings.providers.siteField')}
          placeholder={t('settings.providers.sitePlaceholder')}
          invalidText={t('settings.providers.siteInvalid')}
          onKeep={(moreSites) => set({ moreSites })}
        />
      </Setting>
    </fieldset>
  );
}
