import { IconCircleCheck, IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StationError } from '../../preload/contract/call.ts';
import type { ConnectionTest } from '../../preload/contract/connection.ts';
import { useFormat } from '../i18n/format.ts';
import { errorDetails } from '../i18n/words.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import classes from './connect-form.module.css';

/** How a test of the connection went: which part is wrong, and what to do about it. */
export function ConnectionResult({ result }: { result: ConnectionTest }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!result.ok) {
    const words = { what: t(`connect.fault.${result.fault}.what`), next: t(`connect.fault.${result.fault}.next`) };
    return <ErrorNote error={result.error} words={words} />;
  }
  return (
    <output className={classes.note} data-tone="good">
      <IconCircleCheck aria-hidden="true" />
      <span>
        <strong>{t('connect.result.ok')}</strong>
        {t('connect.result.okText', {
          name: result.operatorName,
          ms: format.number(result.roundTripMs),
          lines: format.number(result.lines),
        })}
      </span>
    </output>
  );
}

/** Says that secrets live in memory only, and why. */
export function NoKeychain({ problem }: { problem: StationError | null }) {
  const { t } = useTranslation();
  return (
    <div className={classes.note} data-tone="warn" role="note">
      <IconKey aria-hidden="true" />
      <div>
        <strong>{t('connect.noKeychain.title')}</strong>
        {t('connect.noKeychain.text')} {problem && errorDetails(t, problem).join(' · ')}
      </div>
    </div>
  );
}
