import { useTranslation } from 'react-i18next';
import { timeLeft } from './session-state.ts';
import { spanWords } from './span-words.ts';
import { useNowUntil } from './use-now-until.ts';

/** The time until a login is given up. */
export function TimeToLimit({ limitAt }: { limitAt: string }) {
  const { t } = useTranslation();
  const now = useNowUntil([limitAt]);
  return <span>{t('accounts.login.limit', { left: spanWords(t, timeLeft(limitAt, now)) })}</span>;
}
