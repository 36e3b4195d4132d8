import { useTranslation } from 'react-i18next';
import type { StationError } from '../../preload/contract/call.ts';
import classes from './error-boundary.module.css';
import { ErrorNote } from './error-note.tsx';

/** A page of ours that has nothing to show but why. */
export function ErrorPage({ error }: { error: StationError }) {
  const { t } = useTranslation();
  return (
    <main className={classes.page}>
      <h1>{t('crash.title')}</h1>
      <ErrorNote error={error} />
    </main>
  );
}
