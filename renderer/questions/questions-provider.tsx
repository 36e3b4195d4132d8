import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useActivities } from '../bridge/activities.ts';
import { station } from '../bridge/station.ts';
import { useSound } from '../ui/use-sound.ts';
import { createQuestionDesk, type QuestionDesk } from './question-desk.ts';
import type { QuestionDeskState } from './question-desk-state.ts';

const QuestionsContext = createContext<QuestionDesk | null>(null);

/** One queue of questions for the whole frame; it is heard when questions come up or have waited for a while. */
export function QuestionsProvider({ children }: { children: ReactNode }) {
  const play = useSound();
  const [desk] = useState(() => createQuestionDesk(station().activities));
  const questions = useActivities().data?.questions;
  useEffect(() => {
    if (questions) desk.told(questions);
  }, [desk, questions]);
  useEffect(() => station().on('questions.waiting', () => play('activity-asks')), [play]);
  return <QuestionsContext value={desk}>{children}</QuestionsContext>;
}

export function useQuestionDesk(): QuestionDesk {
  const desk = useContext(QuestionsContext);
  if (!desk) throw new Error('useQuestionDesk needs a QuestionsProvider above it');
  return desk;
}

export function useQuestionDeskState(): QuestionDeskState {
  const desk = useQuestionDesk();
  return useSyncExternalStore(desk.subscribe, desk.state);
}
