import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import classes from './start-screen.module.css';

interface UnlinkQuestionProps {
  /** Numbers of the lines in their order. */
  lines: readonly number[];
  providerOrderIds: readonly string[];
  onYes: () => void;
  onNo: () => void;
}

/** What exactly will be unbound, and that the provider keeps its order; nothing happens without a yes. */
export function UnlinkQuestion({ lines, providerOrderIds, onYes, onNo }: UnlinkQuestionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <fieldset className={classes.question} aria-label={t('starts.unlink.title')}>
      <p>
        <strong>{t('starts.unlink.title')}</strong>
      </p>
      <p>
        {t('starts.unlink.what', {
          count: lines.length,
          lines: format.list(lines.map(String)),
          ids: format.list([...providerOrderIds]),
        })}
      </p>
      <p>{t('starts.unlink.stays')}</p>
      <div className={classes.buttons}>
        <Button size="sm" onClick={onYes}>
          {t('starts.unlink.yes')}
        </Button>
        <Button ref={no} size="sm" variant="default" onClick={onNo}>
          {t('common.cancel')}
        </Button>
      </div>
    </fieldset>
  );
}
