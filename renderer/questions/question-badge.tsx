import { Tooltip } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import classes from './question-badge.module.css';
import { useQuestionDeskState } from './questions-provider.tsx';

/** In the status bar: how many questions wait for somebody, and the key that opens them. */
export function QuestionBadge({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { entries } = useQuestionDeskState();
  const count = entries.reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <Tooltip label={t('questions.count', { count })}>
      <button type="button" className={classes.badge} data-waiting={count > 0} aria-keyshortcuts="F9" onClick={onOpen}>
        <IconMessageQuestion className={classes.icon} stroke={1.75} aria-hidden="true" />
        <span>
          <span className={classes.name}>{t('questions.title')}</span> {format.number(count)}
        </span>
        {count > 0 && <KeyCap>F9</KeyCap>}
      </button>
    </Tooltip>
  );
}
