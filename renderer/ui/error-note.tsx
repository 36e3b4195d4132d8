import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StationError } from '../../preload/contract/call.ts';
import { errorDetails, errorWords } from '../i18n/words.ts';
import classes from './error-note.module.css';

/** An error in words: what happened, what to do, and the numbers support asks for. */
export function ErrorNote({ error, words }: { error: StationError; words?: { what: string; next: string } }) {
  const { t } = useTranslation();
  const { what, next } = words ?? errorWords(t, error);
  const details = errorDetails(t, error);
  return (
    <div className={classes.note} role="alert">
      <IconAlertCircle className={classes.icon} aria-hidden="true" />
      <div>
        <p className={classes.what}>{what}</p>
        <p>{next}</p>
        {details.length > 0 && <p className={classes.details}>{details.join(' · ')}</p>}
      </div>
    </div>
  );
}
