import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity, ActivityLine, ActivityStep } from '../../preload/contract/activities.ts';
import { useFormat } from '../i18n/format.ts';
import { AnswerButtons } from '../questions/answer-buttons.tsx';
import { isUnderWay } from '../questions/question-desk-state.ts';
import { useQuestionDesk, useQuestionDeskState } from '../questions/questions-provider.tsx';
import { choicesOf } from '../questions/shared-answers.ts';
import { LinkPanel } from './link-panel.tsx';
import { MessageText } from './message-text.tsx';
import { StepKindSign } from './signs.tsx';
import classes from './steps-table.module.css';
import { clockTime } from './work-time.ts';

interface StepRowProps {
  activity: Activity;
  step: ActivityStep;
  line: ActivityLine | null;
  onLine: (lineId: string) => void;
}

/** One step: when, what kind, what it says and offers, and the way to the line that it concerns. */
export function StepRow({ activity, step, line, onLine }: StepRowProps) {
  const { t } = useTranslation();
  const { kind, type, message, timeFromStartMs, questionId } = step;
  return (
    <tr data-kind={kind} data-open={questionId !== null}>
      <td className={classes.time}>{timeFromStartMs === null ? '' : clockTime(timeFromStartMs)}</td>
      <td className={classes.kind}>
        <StepKindSign kind={kind} type={type} />
      </td>
      <td>
        <MessageText activity={activity} message={message} />
        <StepActions activity={activity} step={step} />
      </td>
      <td className={classes.kind}>
        {line && (
          <button type="button" className={classes.toLine} title={t('activities.showLine')} onClick={() => onLine(line.lineId)}>
            {line.pictureUrl !== null && <img src={line.pictureUrl} alt="" loading="lazy" draggable={false} />}
            {t('activities.line', { line: line.lineNumber })}
          </button>
        )}
      </td>
    </tr>
  );
}

/** While the question is open, its answers can be given; afterwards they are only told. Links stay. */
function StepActions({ activity, step: { actions, questionId } }: Pick<StepRowProps, 'activity' | 'step'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const desk = useQuestionDesk();
  const underWay = isUnderWay(useQuestionDeskState());
  const [link, setLink] = useState<string | null>(null);
  if (actions.length === 0) return null;
  const choices = choicesOf({ actions });
  const closed = questionId === null ? choices.filter(({ action }) => action.kind === 'answer') : [];
  const shown = choices.filter((choice) => !closed.includes(choice));
  return (
    <div className={classes.actions}>
      {shown.length > 0 && (
        <AnswerButtons
          choices={shown}
          hasKeys={false}
          disabled={activity.isSending || underWay}
          onAnswer={(number) => {
            if (questionId !== null) void desk.answerOne(questionId, number);
          }}
          onLink={setLink}
        />
      )}
      {closed.length > 0 && <p className={classes.offered}>{t('activities.offered', { list: format.list(closed.map(({ action }) => action.label)) })}</p>}
      {link !== null && <LinkPanel activity={activity} address={link} onClose={() => setLink(null)} />}
    </div>
  );
}
