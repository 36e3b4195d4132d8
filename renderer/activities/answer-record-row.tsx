import { useTranslation } from 'react-i18next';
import type { ActivityAddress, AnswerRecord } from '../../preload/contract/activities.ts';
import { useFormat } from '../i18n/format.ts';
import { errorWords } from '../i18n/words.ts';
import classes from './answer-record-row.module.css';

interface AnswerRecordRowProps {
  answer: AnswerRecord;
  /** Absent where the activity itself is open. */
  onOpen?: (activity: ActivityAddress) => void;
}

/** One answer, or one action with a whole activity: when, by whom, what was asked, and what became of it. */
export function AnswerRecordRow({ answer: record, onOpen }: AnswerRecordRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { activity, question, answer, by, station, at, outcome, error } = record;
  return (
    <li className={classes.row}>
      <div>
        <time dateTime={at}>{format.moment(at)}</time>
        <p className={classes.soft}>{[by, station].filter((part) => part !== '').join(' · ')}</p>
      </div>
      <div>
        {question !== '' && <p className={classes.question}>{question}</p>}
        <p className={classes.answer}>{answer}</p>
        {onOpen && (
          <button type="button" className={classes.open} data-choice onClick={() => onOpen({ type: activity.type, id: activity.id })}>
            {activity.description || t(`activities.kind.${activity.kind}`)}
          </button>
        )}
      </div>
      <div>
        <p className={classes.outcome} data-outcome={outcome}>
          {t(`activities.answers.outcome.${outcome}`)}
        </p>
        {error && <p className={classes.soft}>{errorWords(t, error).what}</p>}
      </div>
    </li>
  );
}
