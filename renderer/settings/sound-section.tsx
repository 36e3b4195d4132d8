import { Button, Slider, Switch } from '@mantine/core';
import { IconVolume } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationSettings } from '../../preload/contract/settings.ts';
import { useIsLocked } from '../bridge/administration.ts';
import { useChangeSettings } from '../bridge/queries.ts';
import { playSound } from '../ui/sound-player.ts';
import { LockedSign } from './locked-sign.tsx';
import { Section, Setting } from './section.tsx';
import classes from './sound-section.module.css';

const audible = ['found', 'received', 'partly-received', 'already-received', 'unknown', 'failed'] as const;

/** Sound on or off, its volume, and each sound to listen to. */
export function SoundSection({ settings }: { settings: StationSettings }) {
  const { t } = useTranslation();
  const change = useChangeSettings();
  const isLocked = useIsLocked();
  const [volume, setVolume] = useState(settings.soundVolume);
  return (
    <Section title={t('settings.sound.title')} text={t('settings.sound.text')}>
      <Switch
        label={t('settings.sound.on')}
        disabled={isLocked('sound')}
        checked={settings.sound}
        onChange={(event) => change.mutate({ sound: event.currentTarget.checked })}
      />
      {isLocked('sound') && <LockedSign />}
      <Setting label={t('settings.sound.volume')} locked={isLocked('soundVolume')}>
        <Slider
          thumbLabel={t('settings.sound.volume')}
          min={0}
          max={1}
          step={0.05}
          label={null}
          disabled={!settings.sound || isLocked('soundVolume')}
          value={volume}
          onChange={setVolume}
          onChangeEnd={(soundVolume) => {
            change.mutate({ soundVolume });
            playSound('found', soundVolume);
          }}
        />
      </Setting>
      <fieldset className={classes.sounds} aria-label={t('settings.sound.test')}>
        {audible.map((sound) => (
          <Button
            key={sound}
            size="xs"
            variant="default"
            disabled={!settings.sound}
            leftSection={<IconVolume size="1rem" />}
            onClick={() => playSound(sound, volume)}
          >
            {t(`receive.strip.${sound}`)}
          </Button>
        ))}
        <Button
          size="xs"
          variant="default"
          disabled={!settings.sound}
          leftSection={<IconVolume size="1rem" />}
          onClick={() => playSound('activity-asks', volume)}
        >
          {t('settings.sound.question')}
        </Button>
      </fieldset>
    </Section>
  );
}
