import { answerExport, performExport } from './export-script.ts';
import { answerLinking, performLinking } from './link-script.ts';
import type { Stage } from './stage.ts';
import { performSynchronising } from './synchronise-script.ts';
import { performUnlinking } from './unlink-script.ts';
import type { Answer } from './work.ts';

/** Does the next task of an activity. */
export function performNext(stage: Stage): void {
  const { work } = stage.activity;
  switch (work.kind) {
    case 'export':
      return performExport(stage, work);
    case 'synchronise':
      return performSynchronising(stage, work);
    case 'link':
      return performLinking(stage, work);
    case 'unlink':
      return performUnlinking(stage, work);
    case 'told':
      return;
  }
}

/** Takes an answer to a question that the script has asked. */
export function takeAnswer(stage: Stage, answer: Answer): void {
  const { work } = stage.activity;
  if (work.kind === 'export') answerExport(stage, work, answer);
  else if (work.kind === 'link') answerLinking(stage, work, answer);
  else throw new RangeError(`An activity of kind ${work.kind} asks nothing`);
}
