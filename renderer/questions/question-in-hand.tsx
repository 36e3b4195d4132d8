import { Button, Loader } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkPanel } from '../activities/link-panel.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { useShortcuts } from '../ui/scanner-context.ts';
import { AnswerButtons, isUsable } from './answer-buttons.tsx';
import { AnswerResults } from './answer-results.tsx';
import { QuestionBody } from './question-body.tsx';
import classes from './question-dialog.module.css';
import { chosenQuestions, entryInHand, groupAfter, isUnderWay, type SentAnswer } from './question-desk-state.ts';
import { answersDone, choiceOfKey, type QuestionEntry } from './question-entries.ts';
import { useQuestionDesk, useQuestionDeskState } from './questions-provider.tsx';
import { choicesOf, sharedChoices, type Choice } from './shared-answers.ts';

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The question in hand with its answers on number keys, then what became of the answer. */
export function QuestionInHand() {
  const { t } = useTranslation();
  const desk = useQuestionDesk();
  const state = useQuestionDeskState();
  const [link, setLink] = useState<string | null>(null);
  const entry = entryInHand(state);
  const sent = state.sent?.group === state.group ? state.sent : null;
  const told = sent !== null && sent.results !== null;

  function press(digit: number): void {
    const found = entry && !told ? choiceOfKey(choicesIn(entry), digit) : null;
    if (found === null || !isUsable(found.action)) return;
    if (found.action.kind === 'link') setLink(found.action.address);
    else void desk.answer(found.number);
  }

  // Each number has to come alone: digits that come together are a code, and no code answers a question.
  useShortcuts(
    {
      ...Object.fromEntries(digits.map((digit) => [`Digit${digit}`, () => press(digit)])),
      ArrowLeft: () => desk.move(-1),
      ArrowRight: () => desk.move(1),
      F9: desk.next,
      Escape: () => (link === null ? desk.close() : setLink(null)),
    },
    { alone: true, oneByOne: true },
  );

  return (
    <>
      {sent !== null && told ? (
        <AnswerResults sent={sent} />
      ) : entry === null ? (
        <p aria-live="polite">{t('questions.gone')}</p>
      ) : (
        <>
          <QuestionBody entry={entry} chosen={state.chosen} disabled={isUnderWay(state)} onToggle={desk.toggle} onLink={setLink} />
          <Answers entry={entry} sent={sent} onLink={setLink} />
          {link !== null && <LinkPanel activity={entry.questions[0].activity} address={link} onClose={() => setLink(null)} />}
        </>
      )}
      <Foot isOver={told || entry === null} />
    </>
  );
}

/** What an entry offers: all of one question, or what several have in common. */
function choicesIn({ questions }: QuestionEntry): Choice[] {
  return questions.length === 1 ? choicesOf(questions[0]) : sharedChoices(questions);
}

function Answers({ entry, sent, onLink }: { entry: QuestionEntry; sent: SentAnswer | null; onLink: (address: string) => void }) {
  const { t } = useTranslation();
  const desk = useQuestionDesk();
  const state = useQuestionDeskState();
  const count = chosenQuestions(state).length;
  const underWay = isUnderWay(state);
  const open = state.entries.flatMap(({ questions }) => questions);
  return (
    <div className={classes.answers}>
      {entry.questions.length > 1 && <p className={classes.hint}>{t('questions.forChosen', { count })}</p>}
      <AnswerButtons
        choices={choicesIn(entry)}
        hasKeys
        disabled={underWay || count === 0}
        onAnswer={(number) => void desk.answer(number)}
        onLink={onLink}
      />
      <p className={classes.progress} aria-live="polite">
        {underWay && state.sent && (
          <>
            <Loader size="1rem" />
            {t('questions.progress', { done: answersDone(state.sent.questions, open), total: state.sent.questions.length })}
          </>
        )}
        {!underWay && entry.questions.some(({ isSending }) => isSending) && (
          <>
            <Loader size="1rem" />
            {t('questions.sendingElsewhere')}
          </>
        )}
      </p>
      {sent?.error && <ErrorNote error={sent.error} title={t('questions.notSent')} />}
    </div>
  );
}

/** The ways on: to the next question, to the neighbours, out. */
function Foot({ isOver }: { isOver: boolean }) {
  const { t } = useTranslation();
  const desk = useQuestionDesk();
  const state = useQuestionDeskState();
  const on = useRef<HTMLButtonElement>(null);
  const underWay = isUnderWay(state);
  const after = groupAfter(state);
  useEffect(() => {
    if (isOver) on.current?.focus();
  }, [isOver]);
  const words = after === null ? t('questions.done') : after === state.group ? t('questions.again') : t('questions.next');
  return (
    <footer className={classes.foot}>
      <div className={classes.buttons}>
        {state.entries.length > 1 && (
          <>
            <Button
              size="sm"
              variant="default"
              disabled={underWay}
              leftSection={<IconArrowLeft size="1rem" aria-hidden="true" />}
              onClick={() => desk.move(-1)}
            >
              {t('questions.previous')}
            </Button>
            <Button
              size="sm"
              variant="default"
              disabled={underWay}
              rightSection={<IconArrowRight size="1rem" aria-hidden="true" />}
              onClick={() => desk.move(1)}
            >
              {t('questions.following')}
            </Button>
          </>
        )}
      </div>
      <div className={classes.buttons}>
        {isOver && (
          <Button ref={on} size="sm" rightSection={<KeyCap>F9</KeyCap>} onClick={desk.next}>
            {words}
          </Button>
        )}
        <Button size="sm" variant="default" rightSection={<KeyCap>{t('key.esc')}</KeyCap>} onClick={desk.close}>
          {t('questions.later')}
        </Button>
      </div>
    </footer>
  );
}
