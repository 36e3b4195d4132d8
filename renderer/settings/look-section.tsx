import { SegmentedControl, Slider } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationSettings } from '../../preload/contract/settings.ts';
import { useIsLocked } from '../bridge/administration.ts';
import { useChangeSettings } from '../bridge/queries.ts';
import { languages } from '../../preload/contract/languages.ts';
import { Section, Setting } from './section.tsx';

const themes = ['system', 'light', 'dark'] as const;
const textSizeMarks = [80, 100, 125, 150, 175, 200].map((value) => ({ value, label: String(value) }));

/** Language, theme and size of the texts. */
export function LookSection({ settings }: { settings: StationSettings }) {
  const { t } = useTranslation();
  const change = useChangeSettings();
  const isLocked = useIsLocked();
  const [textSize, setTextSize] = useState(settings.textSize);
  return (
    <Section title={t('settings.general.title')} text={t('settings.general.text')}>
      <Setting label={t('settings.general.language')} locked={isLocked('language')}>
        <SegmentedControl
          fullWidth
          aria-label={t('settings.general.language')}
          disabled={isLocked('language')}
          value={settings.language}
          data={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
          onChange={(language) => change.mutate({ language })}
        />
      </Setting>
      <Setting label={t('settings.general.theme')} locked={isLocked('theme')}>
        <SegmentedControl
          fullWidth
          aria-label={t('settings.general.theme')}
          disabled={isLocked('theme')}
          value={settings.theme}
          data={themes.map((value) => ({ value, label: t(`settings.general.themes.${value}`) }))}
          onChange={(theme) => change.mutate({ theme })}
        />
      </Setting>
      <Setting
        label={t('settings.general.textSize')}
        hint={t('settings.general.textSizeValue', { percent: textSize })}
        locked={isLocked('textSize')}
      >
        <Slider
          mb="md"
          thumbLabel={t('settings.general.textSize')}
          min={80}
          max={200}
          step={5}
          marks={textSizeMarks}
          label={null}
          disabled={isLocked('textSize')}
          value={textSize}
          onChange={setTextSize}
          onChangeEnd={(value) => change.mutate({ textSize: value })}
        />
      </Setting>
    </Section>
  );
}
