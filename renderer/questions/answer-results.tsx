import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClockX, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AnswerResult, Question } from '../../preload/contract/activities.ts';
import { messageLine } from '../activities/message-line.ts';
import { errorDetails, errorWords } from '../i18n/words.ts';
import { orderNumber } from '../ui/order-number.ts';
import classes from './answer-results.module.css';
import type { SentAnswer } from './question-desk-state.ts';

type Outcome = AnswerResult['outcome'];

const icons: Record<Outcome, Icon> = {
  taken: IconCircleCheck,
  'too-late': IconClockX,
  refused: IconCircleX,
  'not-sent': IconAlertTriangle,
  unknown: IconAlertTriangle,
};

/** What became of an answer: how often it was taken, and each question for which it was not. */
export function AnswerResults({ sent }: { sent: SentAnswer }) {
  const { t } = useTranslation();
  const results = sent.results ?? [];
  const taken = results.filter(({ outcome }) => outcome === 'taken').length;
  const others = results.filter(({ outcome }) => outcome !== 'taken');
  return (
    <section className={classes.results} aria-live="polite" aria-label={t('questions.results')}>
      {taken > 0 && (
        <p className={classes.result} data-outcome="taken">
          <IconCircleCheck className={classes.icon} aria-hidden="true" />
          <span>{t('questions.outcome.taken', { count: taken, answer: sent.label })}</span>
        </p>
      )}
      {others.map((result) => (
        <OtherResult key={result.questionId} result={result} question={sent.questions.find(({ id }) => id === result.questionId)} />
      ))}
    </section>
  );
}

function OtherResult({ result: { outcome, error }, question }: { result: AnswerResult; question: Question | undefined }) {
  const { t } = useTranslation();
  const OutcomeIcon = icons[outcome];
  const line = question?.line;
  const about = line ? t('questions.line', { line: line.lineNumber, order: orderNumber(line) }) : messageLine(question?.message ?? []);
  const details = error ? errorDetails(t, error) : [];
  const words = outcome === 'taken' ? '' : t(`questions.outcome.${outcome}`);
  return (
    <div className={classes.result} data-outcome={outcome}>
      <OutcomeIcon className={classes.icon} aria-hidden="true" />
      <div>
        <p>
          <strong>{about}</strong> {words} {error && outcome !== 'too-late' && errorWords(t, error).what}
        </p>
        {details.length > 0 && <p className={classes.details}>{details.join(' · ')}</p>}
      </div>
    </div>
  );
}
