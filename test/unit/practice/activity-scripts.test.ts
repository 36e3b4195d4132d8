import { beforeEach, describe, expect, test } from 'vitest';
import { leaveOutAnswers, type Activity } from '../../../main/practice/background-activities/activity.ts';
import { draftExport, draftLinking, draftSynchronising, draftUnlinking, type Draft } from '../../../main/practice/background-activities/drafts.ts';
import { performNext, takeAnswer } from '../../../main/practice/background-activities/scripts.ts';
import { Stage } from '../../../main/practice/background-activities/stage.ts';
import { WantedOrders } from '../../../main/practice/background-activities/wanted-orders.ts';
import { slotOfLineId } from '../../../main/practice/world/order-line.ts';
import { orderIndexOf } from '../../../main/practice/world/order.ts';
import { UNBOUND_FIELDS } from '../../../main/practice/world/purchase.ts';
import { PracticeWorld } from '../../../main/practice/world/world.ts';

const AT = new Date('2026-11-23T08:00:00Z');
const ACTING = { providerType: 'Taobao', accountId: 'wang_01' } as const;
const CLEAN = { kind: 'export', everyLine: 'clean', confirms: false, providerFails: false } as const;

let world: PracticeWorld;
let wanted: WantedOrders;

beforeEach(() => {
  world = new PracticeWorld({ seed: 4, lines: 300, epoch: AT.getTime() });
  wanted = new WantedOrders(world);
});

function order(lines: number): { orderIndex: number; slots: number[] } {
  const made = wanted.make({ providerType: 'Taobao', lines }, AT);
  return { orderIndex: orderIndexOf(made.orderId) ?? -1, slots: made.lines.map(({ lineId }) => slotOfLineId(lineId) ?? -1) };
}

function stageFor({ type, description, work }: Draft): Stage {
  const activity: Activity = {
    id: 'a', type, description, work, startedAt: AT.toISOString(), finishedAt: null, cancelled: false, taskCount: work.tasks.length, progressPercent: 0, steps: [], offers: [],
  };
  return new Stage(activity, world, () => AT);
}

/** Does so many tasks. */
function perform(stage: Stage, tasks: number): void {
  for (let done = 0; done < tasks; done += 1) performNext(stage);
}

const types = ({ activity }: Stage): string[] => activity.steps.map(({ type }) => type);

describe('a script', () => {
  test('does one task after another, and nothing when all is done', () => {
    const { orderIndex, slots } = order(2);
    const drafts = [
      draftExport(world, ACTING, { orderIndex, slots: null }, CLEAN, 0),
      draftSynchronising(world, ACTING, [orderIndex], { kind: 'synchronise' }),
      draftLinking(world, ACTING, { orderIndex, slots }, ['2877711111111111111'], { kind: 'link' }, new Map()),
      draftUnlinking(world, ACTING, { orderIndex, slots }),
    ];
    for (const draft of drafts) {
      const stage = stageFor(draft);
      stage.end();
      performNext(stage);
      expect(types(stage)).toEqual([]);
    }
    const stage = stageFor({ type: 'Test', description: drafts[0]?.description ?? { en: '', ru: '', zh: '' }, work: { kind: 'told', tasks: [] } });
    performNext(stage);
    expect(types(stage)).toEqual([]);
  });

  test('leaves the price of a line that was unbound right after the purchase', () => {
    const { orderIndex, slots } = order(1);
    const [slot = -1] = slots;
    const stage = stageFor(draftExport(world, ACTING, { orderIndex, slots }, { ...CLEAN, everyLine: 'discount-lost' }, 0));
    perform(stage, ['announce', 'check', 'settle', 'place'].length);
    expect(world.line(slot)).toMatchObject({ statusId: 4, accountId: 'wang_01', purchaseStatus: 'AwaitingPayment' });
    world.changeLine(slot, { ...UNBOUND_FIELDS, statusId: 2 }, { at: AT, operatorId: null });
    performNext(stage);
    expect(world.line(slot).purchasePrice).toBe(0);
    expect(types(stage)).not.toContain('Warning');
  });

  test('changes the world by no operator, so that a saved world has it again', () => {
    const { orderIndex, slots } = order(2);
    const before = world.changes.length;
    const stage = stageFor(draftExport(world, ACTING, { orderIndex, slots }, CLEAN, 0));
    while (stage.activity.work.tasks.length > 0) performNext(stage);
    const changes = world.changes.slice(before);
    expect(changes).toHaveLength(2);
    expect(changes.every(({ operatorId }) => operatorId === null)).toBe(true);
    const again = new PracticeWorld(world.origin, JSON.parse(JSON.stringify(world.changes)) as typeof world.changes);
    for (const slot of slots) expect(again.line(slot)).toEqual(world.line(slot));
  });

  test('understands only its own answers', () => {
    const { orderIndex, slots } = order(1);
    const exporting = stageFor(draftExport(world, ACTING, { orderIndex, slots }, CLEAN, 0));
    const linking = stageFor(draftLinking(world, ACTING, { orderIndex, slots }, [], { kind: 'link' }, new Map()));
    const unlinking = stageFor(draftUnlinking(world, ACTING, { orderIndex, slots }));
    expect(() => takeAnswer(exporting, { does: 'bind', providerOrderId: '1', slot: null })).toThrow(RangeError);
    expect(() => takeAnswer(exporting, { does: 'leave-out', slot: 0 })).toThrow(RangeError);
    expect(() => takeAnswer(linking, { does: 'stop' })).toThrow(RangeError);
    expect(() => takeAnswer(unlinking, { does: 'stop' })).toThrow(RangeError);
  });

  test('numbers its questions, so that no two have the same answers', () => {
    const { orderIndex, slots } = order(3);
    const stage = stageFor(draftExport(world, ACTING, { orderIndex, slots }, { ...CLEAN, everyLine: 'item-gone' }, 0));
    perform(stage, 1 + slots.length);
    const parameters = stage.activity.steps.flatMap(({ actions }) => actions).filter(({ answer }) => answer !== null).map((action) => JSON.stringify(action.parameters));
    expect(new Set(parameters).size).toBe(6);
    expect(leaveOutAnswers(stage.activity)).toHaveLength(3);
  });

  test('of an order with nothing drawn for it is the same every time', () => {
    const { orderIndex, slots } = order(4);
    const draft = (): string => JSON.stringify(draftExport(world, ACTING, { orderIndex, slots }, { kind: 'export' }, 0).work);
    expect(draft()).toBe(draft());
  });
});

describe('a synchronisation of all orders', () => {
  test('takes so many provider orders at once, in eight steps at most, those of the newest lines first', () => {
    const large = new PracticeWorld({ seed: 4, lines: 20_000, epoch: AT.getTime() });
    const { work } = draftSynchronising(large, ACTING, null, { kind: 'synchronise' });
    if (work.kind !== 'synchronise') throw new Error('another kind of work');
    const reads = work.tasks.flatMap((task) => (task.do === 'read' ? [task.providerOrders] : []));
    expect(reads.length).toBeLessThanOrEqual(8);
    const orders = reads.flat();
    expect(orders).toHaveLength(100);
    const firstLines = orders.map(({ slots }) => slots[0] ?? -1);
    expect(firstLines).toEqual(firstLines.toSorted((left, right) => right - left));
    for (const { providerOrderId, slots } of orders) {
      expect(slots).toEqual(slots.toSorted((left, right) => left - right));
      for (const slot of slots) expect(large.line(slot)).toMatchObject({ vendPurchId: providerOrderId, vendPurchWaybill: '', statusId: 4 });
    }
  });
});
