import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReturnSettings } from '../../preload/contract/providers.ts';
import { toHostName } from './host-name.ts';
import { toParameterName } from './word-list.ts';
import { Setting } from './section.tsx';
import { WordList } from './word-list.tsx';

const nameRules = { read: toParameterName, most: 20 };

interface ReturnFieldsProps {
  kept: ReturnSettings;
  onKeep: (settings: ReturnSettings) => void;
}

/** How the return of a login is known: its host, and the names under which it holds the session or an error. */
export function ReturnFields({ kept, onKeep }: ReturnFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Setting label={t('settings.providers.returnHost')} hint={t('settings.providers.returnHostHint')}>
        <HostField label={t('settings.providers.returnHost')} kept={kept.host} onKeep={(host) => onKeep({ ...kept, host })} />
      </Setting>
      {(['sessionNames', 'errorNames'] as const).map((names) => (
        <Setting key={names} label={t(`settings.providers.${names}`)}>
          <WordList
            label={t(`settings.providers.${names}`)}
            words={kept[names]}
            rules={nameRules}
            fieldLabel={t('settings.providers.nameField')}
            placeholder={t('settings.providers.nameField')}
            invalidText={t('settings.providers.nameInvalid')}
            keepsOne
            onKeep={(words) => onKeep({ ...kept, [names]: words })}
          />
        </Setting>
      ))}
    </>
  );
}

/** Kept when the field is left or Enter is pressed, and only when it holds a host name. */
function HostField({ label, kept, onKeep }: { label: string; kept: string; onKeep: (host: string) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const host = draft === null ? kept : toHostName(draft);
  return (
    <TextInput
      aria-label={label}
      autoComplete="off"
      spellCheck={false}
      value={draft ?? kept}
      error={host === null ? t('settings.providers.siteInvalid') : undefined}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setDraft(null);
      }}
      onBlur={() => {
        if (host === null) return;
        if (host !== kept) onKeep(host);
        setDraft(null);
      }}
    />
  );
}
