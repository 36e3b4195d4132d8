import { useTranslation } from 'react-i18next';
import type { ActivityLine, Question } from '../../preload/contract/activities.ts';
import { MessageText } from '../activities/message-text.tsx';
import { useFormat } from '../i18n/format.ts';
import { BilingualTitle } from '../ui/bilingual-title.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { GoodsPicture } from '../ui/goods-picture.tsx';
import { orderNumber } from '../ui/order-number.ts';
import { AlikeList } from './alike-list.tsx';
import { answeredBeforeWords } from './answered-before-words.ts';
import classes from './question-body.module.css';
import type { QuestionEntry } from './question-entries.ts';
import { WhoAsks } from './who-asks.tsx';

interface QuestionBodyProps {
  entry: QuestionEntry;
  chosen: ReadonlySet<string>;
  disabled: boolean;
  onToggle: (id: string) => void;
  onLink: (address: string) => void;
}

/** What is asked: of one line, or of several that are alike. */
export function QuestionBody({ entry: { questions }, chosen, disabled, onToggle, onLink }: QuestionBodyProps) {
  const { t } = useTranslation();
  const [first] = questions;
  return (
    <div className={classes.body}>
      <WhoAsks question={first} />
      {questions.length === 1 ? (
        <OneQuestion question={first} />
      ) : (
        <>
          <p>{t('questions.alikeText', { count: questions.length })}</p>
          <AlikeList questions={questions} chosen={chosen} disabled={disabled} onToggle={onToggle} onLink={onLink} />
        </>
      )}
    </div>
  );
}

function OneQuestion({ question }: { question: Question }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { activity, message, line, answeredBefore, error } = question;
  return (
    <>
      <div className={classes.message}>
        <MessageText activity={activity} message={message} />
      </div>
      {line && <AskedLine line={line} />}
      {answeredBefore && (
        <p className={classes.remark}>
          {answeredBeforeWords(t, answeredBefore)} {format.moment(answeredBefore.at)}
        </p>
      )}
      {error && <ErrorNote error={error} title={t('questions.notThrough')} />}
    </>
  );
}

function AskedLine({ line }: { line: ActivityLine }) {
  const { t } = useTranslation();
  return (
    <div className={classes.line}>
      <GoodsPicture url={line.pictureUrl} />
      <div>
        <BilingualTitle title={line.title} configuration={line.configuration} />
        <p className={classes.facts}>
          {[
            t('questions.line', { line: line.lineNumber, order: orderNumber(line) }),
            t('common.pieces', { count: line.quantity }),
            line.status.name,
          ].join(' · ')}
        </p>
      </div>
    </div>
  );
}
