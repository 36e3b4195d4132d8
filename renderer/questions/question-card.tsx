import { Button, Loader } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { findActivity } from '../activities/activity-key.ts';
import { messageEnd } from '../activities/message-line.ts';
import { OrderNumbers } from '../activities/order-numbers.tsx';
import { KindSign } from '../activities/signs.tsx';
import { useActivities } from '../bridge/activities.ts';
import { GoodsPicture } from '../ui/goods-picture.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { AnswerButtons } from './answer-buttons.tsx';
import classes from './question-card.module.css';
import { isUnderWay } from './question-desk-state.ts';
import { answersDone, type QuestionEntry } from './question-entries.ts';
import { useQuestionDesk, useQuestionDeskState } from './questions-provider.tsx';
import { choicesOf } from './shared-answers.ts';
import { useSettled } from './use-settled.ts';

/** So many characters of a message have room, with the goods above and the answers below. */
const messageRoom = 110;

/** So many answers have room; of more only their number is told. */
const answersShown = 3;

/** At the edge of every screen: the question that has waited longest. It takes neither the screen nor the focus. */
export function QuestionCard() {
  const { t } = useTranslation();
  const desk = useQuestionDesk();
  const state = useQuestionDeskState();
  const { entries, sent } = state;
  const [oldest] = entries;
  const count = entries.reduce((sum, { questions }) => sum + questions.length, 0);
  const underWay = isUnderWay(state);
  if (!oldest && sent === null) return null;
  const open = entries.flatMap(({ questions }) => questions);
  return (
    <section className={classes.card} aria-label={t('questions.card')}>
      <p className={classes.head} aria-live="polite">
        <IconMessageQuestion className={classes.icon} aria-hidden="true" />
        {t('questions.count', { count })}
      </p>
      {oldest && <Oldest key={oldest.questions[0].id} entry={oldest} />}
      {sent !== null && (
        <p className={classes.progress} aria-live="polite">
          {underWay ? (
            <>
              <Loader size="1rem" />
              {t('questions.progress', { done: answersDone(sent.questions, open), total: sent.questions.length })}
            </>
          ) : (
            <span className={classes.trouble}>{t('questions.trouble')}</span>
          )}
        </p>
      )}
      <Button className={classes.open ?? ''} size="compact-sm" fullWidth variant="default" rightSection={<KeyCap>F9</KeyCap>} onClick={() => desk.open()}>
        {t('questions.open')}
      </Button>
    </section>
  );
}

function Oldest({ entry: { group, questions } }: { entry: QuestionEntry }) {
  const { t } = useTranslation();
  const desk = useQuestionDesk();
  const isSettled = useSettled();
  const underWay = isUnderWay(useQuestionDeskState());
  const [first] = questions;
  const { activity, line, orders, message, isSending } = first;
  const choices = choicesOf(first).filter(({ action }) => action.kind !== 'link');
  const account = findActivity(useActivities().data?.activities ?? [], activity)?.start?.accountName;
  return (
    // Scrolls, so the keyboard must reach it also when nothing inside takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.details} aria-label={t('questions.oldest')} tabIndex={0}>
      <KindSign kind={activity.kind} />
      <div className={classes.about}>
        {line && <GoodsPicture url={line.pictureUrl} />}
        <div>
          <p className={classes.orders}>
            <OrderNumbers orders={orders} />
          </p>
          {line && <p>{t('activities.line', { line: line.lineNumber })}</p>}
          {account !== undefined && <p className={classes.soft}>{account}</p>}
        </div>
      </div>
      <p className={classes.message}>{messageEnd(message, messageRoom)}</p>
      {questions.length > 1 ? (
        <p className={classes.soft}>{t('questions.alike', { count: questions.length })}</p>
      ) : choices.length > answersShown ? (
        <p className={classes.soft}>{t('questions.answers', { count: choices.length })}</p>
      ) : (
        <AnswerButtons
          choices={choices}
          hasKeys={false}
          isStacked
          disabled={!isSettled || isSending || underWay}
          onAnswer={(number) => void desk.answerOne(first.id, number)}
          onLink={() => desk.open(group)}
        />
      )}
    </section>
  );
}
