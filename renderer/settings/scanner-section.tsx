import { Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScannerSettings, StationSettings } from '../../preload/contract/settings.ts';
import { useIsLocked } from '../bridge/administration.ts';
import { useChangeSettings } from '../bridge/queries.ts';
import { CalibrationWizard } from './calibration-wizard.tsx';
import classes from './section.module.css';
import { Section, Setting } from './section.tsx';
import { useDraftNumber } from './use-draft-number.ts';

/** How this station's scanner types: learned by calibration, or set by hand. */
export function ScannerSection({ settings }: { settings: StationSettings }) {
  const { t } = useTranslation();
  const change = useChangeSettings();
  const [calibrating, setCalibrating] = useState(false);
  const { scanner } = settings;
  const isLocked = useIsLocked();
  const locked = isLocked('scanner');
  const set = (part: Partial<ScannerSettings>) => change.mutate({ scanner: { ...scanner, ...part } });
  const doubleTrigger = useDraftNumber(settings.doubleTriggerMs, (doubleTriggerMs) => change.mutate({ doubleTriggerMs }));
  const gap = useDraftNumber(scanner.maximumGapMs, (maximumGapMs) => set({ maximumGapMs }));
  const quiet = useDraftNumber(scanner.quietMs, (quietMs) => set({ quietMs }));
  const minimum = useDraftNumber(scanner.minimumLength, (minimumLength) => set({ minimumLength }));
  return (
    <Section title={t('settings.scanner.title')} text={t('settings.scanner.text')}>
      {calibrating ? (
        <CalibrationWizard scanner={scanner} onClose={() => setCalibrating(false)} />
      ) : (
        <div className={classes.action}>
          <Button variant="default" disabled={locked} onClick={() => setCalibrating(true)}>
            {t('settings.scanner.calibrate')}
          </Button>
          {locked && <p className={classes.text}>{t('settings.scanner.locked')}</p>}
        </div>
      )}
      <Setting label={t('settings.scanner.gap')} locked={locked}>
        <NumberInput aria-label={t('settings.scanner.gap')} min={5} max={500} suffix={t('settings.scanner.msSuffix')} disabled={locked} {...gap} />
      </Setting>
      <Setting label={t('settings.scanner.quiet')} locked={locked}>
        <NumberInput aria-label={t('settings.scanner.quiet')} min={20} max={1000} suffix={t('settings.scanner.msSuffix')} disabled={locked} {...quiet} />
      </Setting>
      <Setting label={t('settings.scanner.minimum')} locked={locked}>
        <NumberInput aria-label={t('settings.scanner.minimum')} min={1} max={40} disabled={locked} {...minimum} />
      </Setting>
      <Setting label={t('settings.scanner.prefix')} locked={locked}>
        <AffixField label={t('settings.scanner.prefix')} disabled={locked} kept={scanner.prefix} onKeep={(prefix) => set({ prefix })} />
      </Setting>
      <Setting label={t('settings.scanner.suffix')} locked={locked}>
        <AffixField label={t('settings.scanner.suffix')} disabled={locked} kept={scanner.suffix} onKeep={(suffix) => set({ suffix })} />
      </Setting>
      <Setting label={t('settings.scanner.doubleTrigger')} locked={isLocked('doubleTriggerMs')}>
        <NumberInput
          aria-label={t('settings.scanner.doubleTrigger')}
          min={0}
          max={10_000}
          step={100}
          disabled={isLocked('doubleTriggerMs')}
          suffix={t('settings.scanner.msSuffix')}
          {...doubleTrigger}
        />
      </Setting>
    </Section>
  );
}

/** Text that the scanner adds; blanks count, so nothing is trimmed. */
function AffixField(props: { label: string; kept: string; disabled: boolean; onKeep: (text: string) => void }) {
  const { label, kept, disabled, onKeep } = props;
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <TextInput
      aria-label={label}
      maxLength={20}
      autoComplete="off"
      spellCheck={false}
      disabled={disabled}
      value={draft ?? kept}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft !== null && draft !== kept) onKeep(draft);
        setDraft(null);
      }}
    />
  );
}
