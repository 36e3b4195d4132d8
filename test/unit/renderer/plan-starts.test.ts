import { describe, expect, test } from 'vitest';
import type { StartPreparation } from '../../../preload/contract/activity-starts.ts';
import { planStarts, type Preparation } from '../../../renderer/starts/plan-starts.ts';
import { emptyStartDraft, type StartDraft } from '../../../renderer/starts/start-draft.ts';
import { samplePreparation, sampleStartAccount, sampleStartLine } from './sample-activities.ts';

const draft = (part: Partial<StartDraft> = {}): StartDraft => ({ ...emptyStartDraft, ...part });
const plan = (part: Partial<StartDraft>, preparations: readonly Preparation[]) => planStarts(draft(part), preparations, []);

const partly: Partial<StartPreparation> = { lines: [sampleStartLine(1), sampleStartLine(2, { obstacle: 'tmall', isBlocked: true })] };

describe('exports', () => {
  test('are one start per order, with the whole order or with the lines that can be bought', () => {
    const starts = plan({}, [samplePreparation('1'), samplePreparation('2', partly)]);
    expect(starts).toMatchObject([
      { content: { kind: 'export', orderId: 'ORD-1', lineIds: [], accountId: 'Taobao-1' }, accountName: 'Taobao-1', unbinds: [] },
      { content: { kind: 'export', orderId: 'ORD-2', lineIds: ['L-1'] } },
    ]);
  });

  test('go by the account that was chosen for their provider', () => {
    const starts = plan({ accounts: { Taobao: 'Taobao-2' } }, [samplePreparation('1'), samplePreparation('2', {}, 'Alibaba1688')]);
    expect(starts).toMatchObject([{ content: { accountId: 'Taobao-2' } }, { content: { accountId: 'Alibaba1688-1' } }]);
  });

  test('of an order that was named twice are one', () => {
    expect(plan({}, [samplePreparation('1'), samplePreparation('1')])).toHaveLength(1);
  });

  test('take the lines as the person has chosen them, or brought along', () => {
    expect(plan({ chosenLines: { 'ORD-1': ['L-2'] } }, [samplePreparation('1')])).toMatchObject([{ content: { lineIds: ['L-2'] } }]);
    expect(plan({ wantedLines: { 'ORD-1': ['L-1'] } }, [samplePreparation('1')])).toMatchObject([{ content: { lineIds: ['L-1'] } }]);
  });
});

test('a line that is blocked or gone since it was chosen takes part no more', () => {
  const chosen = { chosenLines: { 'ORD-2': ['L-1', 'L-2', 'L-9'] } };
  expect(plan(chosen, [samplePreparation('2', partly)])).toMatchObject([{ content: { lineIds: ['L-1'] } }]);
});

describe('nothing can be started', () => {
  test.each<[string, Partial<StartDraft>, readonly Preparation[]]>([
    ['no-order', {}, []],
    ['reading', {}, [samplePreparation('1'), undefined]],
    ['unread', {}, [undefined, null]],
    ['no-account', {}, [samplePreparation('1', { preselected: null })]],
    ['no-lines', { chosenLines: { 'ORD-1': [] } }, [samplePreparation('1')]],
    ['no-ids', { kind: 'link' }, [samplePreparation('1')]],
    ['no-account', { kind: 'synchronise' }, []],
  ])('for the reason %s', (problem, part, preparations) => {
    expect(plan(part, preparations)).toBe(problem);
  });
});

describe('a synchronisation', () => {
  const accounts = [sampleStartAccount('a'), sampleStartAccount('b', 'Alibaba1688')];

  test('of all orders names none, and takes the account that was chosen', () => {
    expect(planStarts(draft({ kind: 'synchronise', accountForAll: 'b' }), [], accounts)).toMatchObject([
      { content: { kind: 'synchronise', accountId: 'b', orderIds: [] }, orders: [] },
    ]);
    expect(planStarts(draft({ kind: 'synchronise' }), [], accounts)).toBe('no-account');
    expect(planStarts(draft({ kind: 'synchronise' }), [], accounts.slice(0, 1))).toMatchObject([{ content: { accountId: 'a' } }]);
  });

  test('of chosen orders is one start per provider', () => {
    const chosen = [samplePreparation('1'), samplePreparation('2', {}, 'Alibaba1688'), samplePreparation('3', { lines: [] })];
    expect(plan({ kind: 'synchronise', isEverything: false }, chosen)).toMatchObject([
      { content: { accountId: 'Taobao-1', orderIds: ['ORD-1', 'ORD-3'] } },
      { content: { accountId: 'Alibaba1688-1', orderIds: ['ORD-2'] } },
    ]);
  });
});

test('linking carries the provider orders', () => {
  expect(plan({ kind: 'link', providerOrderIds: ['7', '8'] }, [samplePreparation('1')])).toMatchObject([
    { content: { kind: 'link', orderId: 'ORD-1', providerOrderIds: ['7', '8'] } },
  ]);
});

test('unlinking names the provider orders of the lines that are chosen, each once', () => {
  const bound = {
    lines: [
      sampleStartLine(1, { providerOrderId: '111' }),
      sampleStartLine(2, { providerOrderId: '111' }),
      sampleStartLine(3, { providerOrderId: '333', obstacle: 'received', isBlocked: true }),
      sampleStartLine(4, { obstacle: 'not-bound', isBlocked: true }),
    ],
  };
  expect(plan({ kind: 'unlink' }, [samplePreparation('1', bound)])).toMatchObject([
    { content: { kind: 'unlink', lineIds: ['L-1', 'L-2'] }, unbinds: ['111'] },
  ]);
});
