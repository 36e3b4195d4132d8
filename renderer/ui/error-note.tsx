import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationError } from '../../preload/contract/call.ts';
import { errorDetails, errorWords } from '../i18n/words.ts';
import classes from './error-note.module.css';

interface ErrorNoteProps {
  error: StationError;
  /** Instead of the words of the error's code. */
  words?: { what: string; next: string };
  /** What did not go well, before the words of why. */
  title?: string;
  /** What can be done about it at once. */
  children?: ReactNode;
}

/** An error in words: what happened, what to do, and the numbers support asks for. */
export function ErrorNote({ error, words, title, children }: ErrorNoteProps) {
  const { t } = useTranslation();
  const { what, next } = words ?? errorWords(t, error);
  const details = errorDetails(t, error);
  return (
    <div className={classes.note} role="alert">
      <IconAlertCircle className={classes.icon} aria-hidden="true" />
      <div className={classes.words}>
        <p className={classes.what}>{title ? `${title} ${what}` : what}</p>
        <p>{next}</p>
        {details.length > 0 && <p className={classes.details}>{details.join(' · ')}</p>}
      </div>
      {children}
    </div>
  );
}
