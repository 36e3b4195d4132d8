import type { Question } from '../../preload/contract/activities.ts';
import type { StationBridge } from '../../preload/contract/channels.ts';
import { toStationError, unwrap } from '../bridge/station.ts';
import {
  chosenQuestions,
  emptyQuestionDesk,
  entryInHand,
  isUnderWay,
  questionDeskReducer,
  type QuestionDeskAction,
  type QuestionDeskState,
} from './question-desk-state.ts';

export type QuestionDesk = ReturnType<typeof createQuestionDesk>;

/**
 * The queue of questions with the one in hand: what is chosen, what was answered, what became of it. It outlives every
 * screen, so an answer under way is never lost from sight.
 */
export function createQuestionDesk(activities: Pick<StationBridge['activities'], 'answer'>) {
  let state: QuestionDeskState = emptyQuestionDesk;
  const listeners = new Set<() => void>();

  function dispatch(action: QuestionDeskAction): void {
    state = questionDeskReducer(state, action);
    for (const listener of listeners) listener();
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  async function send(questions: readonly Question[], number: number): Promise<void> {
    const [first] = questions;
    const action = first?.actions[number];
    if (!first || action?.kind !== 'answer' || isUnderWay(state)) return;
    dispatch({ type: 'sent', sent: { group: first.group, questions, label: action.label, results: null, error: null } });
    try {
      const { results } = await unwrap(activities.answer({ questionIds: questions.map(({ id }) => id), action: number }));
      dispatch({ type: 'answered', results });
    } catch (thrown) {
      dispatch({ type: 'failed', error: toStationError(thrown) });
    }
  }

  return {
    state: (): QuestionDeskState => state,
    subscribe,
    /** Main has told which questions are open. */
    told: (questions: readonly Question[]): void => dispatch({ type: 'told', questions }),
    /** Opens an entry, or without one what has waited longest. False when there is nothing to show. */
    open(group: string | null = null): boolean {
      if (state.entries.length === 0 && state.sent === null) return false;
      dispatch({ type: 'opened', group });
      return true;
    },
    close: (): void => dispatch({ type: 'closed' }),
    /** Goes on to the next entry. */
    next: (): void => dispatch({ type: 'went-on' }),
    move: (by: 1 | -1): void => dispatch({ type: 'moved', by }),
    toggle: (id: string): void => dispatch({ type: 'toggled', id }),
    /** Gives the answer with this number, counted from 0, to the chosen questions of the entry in hand. */
    answer: (number: number): Promise<void> => (entryInHand(state) && !isTold(state) ? send(chosenQuestions(state), number) : Promise.resolve()),
    /** Answers one question where it stands; opens it large when the answer does not simply go through. */
    async answerOne(id: string, number: number): Promise<void> {
      const question = state.entries.flatMap(({ questions }) => questions).find((candidate) => candidate.id === id);
      if (!question || question.isSending || isUnderWay(state)) return;
      await send([question], number);
      if (state.sent) dispatch({ type: 'opened', group: state.sent.group });
    },
  };
}

/** The person is being told how the last answer went; the next one begins when they go on. */
function isTold({ sent, group }: QuestionDeskState): boolean {
  return sent?.group === group && sent?.results !== null && sent?.results !== undefined;
}
