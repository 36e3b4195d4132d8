import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { messageLine } from '../activities/message-line.ts';
import { GoodsPicture } from '../ui/goods-picture.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { useSteadyList } from '../ui/use-steady-list.ts';
import type { QuestionEntry } from './question-entries.ts';
import classes from './question-list.module.css';
import { useQuestionDesk, useQuestionDeskState } from './questions-provider.tsx';
import { WhoAsks } from './who-asks.tsx';

/** All open questions, those that have waited longest first; alike ones together. */
export function QuestionList() {
  const { t } = useTranslation();
  const { entries } = useQuestionDeskState();
  const { groups, handlers } = useSteadyList([entries.map((entry) => ({ key: entry.group, entry }))]);
  if (entries.length === 0) return null;
  return (
    <section className={classes.section} aria-label={t('questions.title')}>
      <div className={classes.head}>
        <h2>{t('questions.title')}</h2>
        <KeyCap>F9</KeyCap>
      </div>
      <ul className={classes.list} aria-label={t('questions.title')} {...handlers}>
        {groups.flat().map(({ entry }) => (
          <EntryRow key={entry.group} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function EntryRow({ entry: { group, questions } }: { entry: QuestionEntry }) {
  const { t } = useTranslation();
  const desk = useQuestionDesk();
  const [first] = questions;
  return (
    <li className={classes.entry}>
      <GoodsPicture url={first.line?.pictureUrl ?? null} />
      <div>
        <WhoAsks question={first} />
        <p className={classes.message}>
          {messageLine(first.message)}{' '}
          {questions.length > 1 && <span className={classes.alike}>{t('questions.alike', { count: questions.length })}</span>}
        </p>
      </div>
      <Button size="sm" data-choice onClick={() => desk.open(group)}>
        {t('questions.open')}
      </Button>
    </li>
  );
}
