import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconBarcode, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScannerSettings } from '../../preload/contract/settings.ts';
import { useChangeSettings } from '../bridge/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { calibrate, calibrationScans, type Calibration } from '../scanner/index.ts';
import { useScannerHub, type CalibrationReading } from '../ui/scanner-context.ts';
import classes from './calibration-wizard.module.css';

/** Three scans of one barcode teach the station how this scanner types. */
export function CalibrationWizard({ scanner, onClose }: { scanner: ScannerSettings; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useChangeSettings();
  const [readings, setReadings] = useState<readonly CalibrationReading[]>([]);
  const [different, setDifferent] = useState(false);
  const [printed, setPrinted] = useState<string | null>(null);
  const hub = useScannerHub();
  const complete = readings.length >= calibrationScans;

  useEffect(() => {
    if (complete) return undefined;
    return hub.startCalibration((reading) => {
      const first = readings[0];
      const same = first === undefined || first.raw === reading.raw;
      setDifferent(!same);
      if (same) setReadings([...readings, reading]);
    });
  }, [hub, readings, complete]);

  const expected = printed ?? readings[0]?.raw ?? '';
  const calibration = complete
    ? calibrate(
        readings.map(({ strokes }) => ({ strokes, expected })),
        scanner,
      )
    : null;

  function again(): void {
    setReadings([]);
    setPrinted(null);
    setDifferent(false);
  }

  return (
    <fieldset className={classes.wizard} aria-label={t('settings.calibration.title')}>
      <output className={classes.lead}>
        <IconBarcode className={classes.icon} aria-hidden="true" />
        <span>{different ? t('settings.calibration.different') : t('settings.calibration.text')}</span>
        <strong>{t('settings.calibration.progress', { done: readings.length, of: calibrationScans })}</strong>
      </output>
      {calibration && (
        <>
          <TextInput
            label={t('settings.calibration.printed')}
            description={t('settings.calibration.printedHint')}
            value={expected}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setPrinted(event.currentTarget.value)}
          />
          <Learned calibration={calibration} />
        </>
      )}
      <div className={classes.actions}>
        {calibration?.kind === 'learned' && (
          <Button
            onClick={() => {
              change.mutate({ scanner: calibration.settings });
              onClose();
            }}
          >
            {t('settings.calibration.apply')}
          </Button>
        )}
        {readings.length > 0 && (
          <Button variant="default" onClick={again}>
            {t('settings.calibration.again')}
          </Button>
        )}
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </fieldset>
  );
}

function Learned({ calibration }: { calibration: Calibration }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (calibration.kind === 'problem') {
    return (
      <p className={classes.problem} role="alert">
        <IconAlertTriangle className={classes.icon} aria-hidden="true" />
        {t(`settings.calibration.problem.${calibration.problem}`)}
      </p>
    );
  }
  const { averageGapMs, longestGapMs, terminator, settings } = calibration;
  const facts = [
    t('settings.calibration.gap', {
      average: format.number(Math.round(averageGapMs)),
      longest: format.number(Math.round(longestGapMs)),
    }),
    t(`settings.calibration.terminator.${terminator}`),
    settings.prefix === '' ? '' : `${t('settings.scanner.prefix')}: ${settings.prefix}`,
    settings.suffix === '' ? '' : `${t('settings.scanner.suffix')}: ${settings.suffix}`,
  ].filter(Boolean);
  return (
    <ul className={classes.facts}>
      {facts.map((fact) => (
        <li key={fact}>
          <IconCircleCheck className={classes.good} aria-hidden="true" />
          {fact}
        </li>
      ))}
    </ul>
  );
}
