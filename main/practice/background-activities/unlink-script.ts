import { LINE_STATUS } from '../world/line-status.ts';
import { UNBOUND_FIELDS } from '../world/purchase.ts';
import type { Stage } from './stage.ts';
import { linkTexts } from './texts/link-texts.ts';
import type { UnlinkWork } from './work.ts';

/** Statuses from which a line may go back to be bought again: it has not come to the warehouse, and is not over. */
const STILL_UNLINKABLE: ReadonlySet<number> = new Set([
  LINE_STATUS.paid,
  LINE_STATUS.confirmation,
  LINE_STATUS.ordered,
  LINE_STATUS.qualityControl,
  LINE_STATUS.unableToDeliver,
]);

/** Does the next task of unlinking (otapi.md 3.2). */
export function performUnlinking(stage: Stage, work: UnlinkWork): void {
  const task = work.tasks.shift();
  switch (task?.do) {
    case undefined:
      return;
    case 'announce':
      return stage.say('Info', linkTexts.announceUnlinking(work.tasks.filter((other) => other.do === 'unbind').length));
    case 'unbind':
      return unbind(stage, work, task.slot);
    case 'sum-up':
      if (work.unboundLines === 0) return stage.say('Error', linkTexts.nothingUnbound);
      return stage.say('Success', linkTexts.doneUnlinking(work.unboundLines));
  }
}

function unbind(stage: Stage, work: UnlinkWork, slot: number): void {
  const line = stage.line(slot);
  if (line.vendPurchId === '') return stage.say('Warning', linkTexts.notBound(line));
  if (!STILL_UNLINKABLE.has(line.statusId)) return stage.say('Error', linkTexts.pastUnlinking(line));
  stage.changeLine(slot, { ...UNBOUND_FIELDS, statusId: LINE_STATUS.paid });
  work.unboundLines += 1;
  stage.say('Info', linkTexts.unbound(line));
}
