import type { AnswerProblem } from '../error.ts';

/** An answer that is not what OTAPI answers; becomes an `OtapiError` of kind `answer` where the method is known. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';
  readonly problem: AnswerProblem;

  constructor(problem: AnswerProblem, reason: string) {
    super(reason);
    this.problem = problem;
  }
}
