/** To the thread; null asks it to end. */
export interface Asked<Question> {
  number: number;
  question: Question;
}

/** From the thread. */
export type Told<Answer> = { number: number; answer: Answer } | { number: number; error: unknown };
