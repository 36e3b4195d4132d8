import { LINE_STATUS } from '../world/line-status.ts';
import { canBePurchased } from '../world/purchase.ts';
import type { PossibleAnswer, Stage } from './stage.ts';
import { linkTexts } from './texts/link-texts.ts';
import { sayWhyNotPurchasable } from './unpurchasable.ts';
import type { Answer, Goods, LinkWork } from './work.ts';

/** Does the next task of linking (otapi.md 3.2). */
export function performLinking(stage: Stage, work: LinkWork): void {
  const task = work.tasks.shift();
  switch (task?.do) {
    case undefined:
      return;
    case 'announce':
      return stage.say('Info', linkTexts.announce(work.providerType, work.tasks.filter((other) => other.do === 'read').length));
    case 'refuse':
      return sayWhyNotPurchasable(stage, stage.line(task.slot));
    case 'read':
      return read(stage, work, task.providerOrderId, task.goods);
    case 'match':
      return match(stage, work, task.providerOrderId, task.goods);
    case 'bind':
      return bind(stage, work);
  }
}

/** Takes the answer to which line some goods belong to. */
export function answerLinking(stage: Stage, work: LinkWork, answer: Answer): void {
  if (answer.does !== 'bind') throw new RangeError(`Linking does not understand the answer ${answer.does}`);
  if (answer.slot === null) stage.say('Info', linkTexts.withoutLine(answer.providerOrderId));
  else note(stage, work, answer.providerOrderId, answer.slot);
}

function note(stage: Stage, work: LinkWork, providerOrderId: string, slot: number): void {
  work.bindings.push({ slot, providerOrderId });
  stage.say('Info', linkTexts.matched(stage.line(slot), providerOrderId));
}

/** The goods of a provider order become tasks of their own, before anything else. */
function read(stage: Stage, work: LinkWork, providerOrderId: string, goods: readonly Goods[] | null): void {
  if (goods === null) return stage.say('Error', linkTexts.noSuchOrder(providerOrderId));
  const concerned = goods.filter(({ slot }) => slot === null || work.candidates.includes(slot));
  if (concerned.length === 0) return stage.say('Warning', linkTexts.holdsNothing(providerOrderId));
  work.tasks.unshift(...concerned.map((one) => ({ do: 'match' as const, providerOrderId, goods: one })));
  stage.activity.taskCount += concerned.length;
}

function match(stage: Stage, work: LinkWork, providerOrderId: string, goods: Goods): void {
  const taken = new Set(work.bindings.map(({ slot }) => slot));
  const open = work.candidates.filter((slot) => !taken.has(slot));
  if (goods.slot !== null && goods.case === 'matched' && open.includes(goods.slot)) return note(stage, work, providerOrderId, goods.slot);
  if (open.length === 0) return stage.say('Warning', linkTexts.noLineLeft(goods.title, providerOrderId));
  const lines = open.map((slot): PossibleAnswer => {
    const line = stage.line(slot);
    return { key: `line-${line.id}`, displayName: linkTexts.thisLine(line), answer: { does: 'bind', providerOrderId, slot } };
  });
  const none: PossibleAnswer = { key: 'none', displayName: linkTexts.noLine, answer: { does: 'bind', providerOrderId, slot: null } };
  stage.ask(linkTexts.whichLine(goods.title, providerOrderId), [...lines, none], { line: null, page: null });
}

function bind(stage: Stage, work: LinkWork): void {
  let bound = 0;
  for (const { slot, providerOrderId } of work.bindings) {
    const line = stage.line(slot);
    if (!canBePurchased(line)) {
      sayWhyNotPurchasable(stage, line);
      continue;
    }
    bound += 1;
    // What the provider says of the order comes with the next synchronisation.
    stage.changeLine(slot, {
      statusId: LINE_STATUS.ordered,
      vendPurchId: providerOrderId,
      accountId: work.accountId,
      purchasePrice: line.providerPriceWithDiscount,
      purchaseDelivery: line.providerDelivery,
      purchaseConfigId: line.configId,
    });
  }
  if (bound === 0) stage.say('Error', linkTexts.nothingBound);
  else stage.say('Success', linkTexts.bound(bound));
}
