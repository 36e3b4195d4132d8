import { Checkbox, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Question } from '../../preload/contract/activities.ts';
import { messageLine } from '../activities/message-line.ts';
import { errorWords } from '../i18n/words.ts';
import { GoodsPicture } from '../ui/goods-picture.tsx';
import { orderNumber } from '../ui/order-number.ts';
import classes from './alike-list.module.css';
import { answeredBeforeWords } from './answered-before-words.ts';

interface AlikeListProps {
  questions: readonly Question[];
  chosen: ReadonlySet<string>;
  disabled: boolean;
  onToggle: (id: string) => void;
  onLink: (address: string) => void;
}

/** Questions that are alike; the answer goes to those that are checked. */
export function AlikeList({ questions, chosen, disabled, onToggle, onLink }: AlikeListProps) {
  const { t } = useTranslation();
  return (
    // Scrolls, so the keyboard must reach it also when its boxes are disabled.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className={classes.list} aria-label={t('questions.alikeList')} tabIndex={0}>
      {questions.map((question) => (
        <AlikeRow
          key={question.id}
          question={question}
          isChosen={chosen.has(question.id)}
          disabled={disabled}
          onToggle={() => onToggle(question.id)}
          onLink={onLink}
        />
      ))}
    </ul>
  );
}

interface AlikeRowProps {
  question: Question;
  isChosen: boolean;
  disabled: boolean;
  onToggle: () => void;
  onLink: (address: string) => void;
}

function AlikeRow({ question, isChosen, disabled, onToggle, onLink }: AlikeRowProps) {
  const { t } = useTranslation();
  const { line, message, actions, answeredBefore, error, isSending } = question;
  const text = messageLine(message);
  const name = line ? t('questions.line', { line: line.lineNumber, order: orderNumber(line) }) : '';
  return (
    <li className={classes.row} data-chosen={isChosen}>
      <span className={classes.check}>
        {isSending ? (
          <Loader size="1.25rem" />
        ) : (
          <Checkbox aria-label={[name, text].filter(Boolean).join(': ')} checked={isChosen} disabled={disabled} onChange={onToggle} />
        )}
      </span>
      <GoodsPicture url={line?.pictureUrl ?? null} />
      <div>
        {name !== '' && <p className={classes.line}>{name}</p>}
        <p>{text}</p>
        {actions.map(({ kind, label, address }, number) =>
          kind === 'link' && address !== null ? (
            // The actions of one question never change places.
            // oxlint-disable-next-line react/no-array-index-key
            <button key={number} type="button" className={classes.link} title={t('activities.link.hint')} onClick={() => onLink(address)}>
              {label}
            </button>
          ) : null,
        )}
        {answeredBefore && <p className={classes.remark}>{answeredBeforeWords(t, answeredBefore)}</p>}
        {error && <p className={classes.remark}>{errorWords(t, error).what}</p>}
      </div>
    </li>
  );
}
