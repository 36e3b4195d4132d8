import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationSettings } from '../../preload/contract/settings.ts';
import { useIsLocked } from '../bridge/administration.ts';
import { useChangeSettings } from '../bridge/queries.ts';
import { Section, Setting } from './section.tsx';

const maximumNameLength = 80;

/** The names that go into every receipt. */
export function NamesSection({ settings }: { settings: StationSettings }) {
  const { t } = useTranslation();
  const change = useChangeSettings();
  const isLocked = useIsLocked();
  return (
    <Section title={t('settings.names.title')} text={t('settings.names.text')}>
      <Setting label={t('settings.names.receiver')} hint={t('settings.names.receiverHint')}>
        <NameField
          label={t('settings.names.receiver')}
          kept={settings.receiverName}
          onKeep={(receiverName) => change.mutate({ receiverName })}
        />
      </Setting>
      <Setting label={t('settings.names.station')} locked={isLocked('stationName')}>
        <NameField
          label={t('settings.names.station')}
          kept={settings.stationName}
          disabled={isLocked('stationName')}
          required
          onKeep={(stationName) => change.mutate({ stationName })}
        />
      </Setting>
    </Section>
  );
}

interface NameFieldProps {
  label: string;
  kept: string;
  required?: boolean;
  disabled?: boolean;
  onKeep: (name: string) => void;
}

/** Kept when the field is left or Enter is pressed. */
function NameField({ label, kept, required = false, disabled = false, onKeep }: NameFieldProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(kept);
  const missing = required && name.trim() === '';
  return (
    <TextInput
      aria-label={label}
      maxLength={maximumNameLength}
      autoComplete="off"
      spellCheck={false}
      disabled={disabled}
      value={name}
      error={missing ? t('settings.names.required') : undefined}
      onChange={(event) => setName(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setName(kept);
      }}
      onBlur={() => {
        if (!missing && name.trim() !== kept) onKeep(name.trim());
      }}
    />
  );
}
