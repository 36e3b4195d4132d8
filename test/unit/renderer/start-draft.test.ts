import { describe, expect, test } from 'vitest';
import { hasSeparator, maximumIds, withIds } from '../../../renderer/starts/provider-order-ids.ts';
import { emptyStartDraft, ordersOf, startDraftReducer, type StartDraft, type StartDraftAction } from '../../../renderer/starts/start-draft.ts';
import { lineIdsToSend, linesAtFirst, withLineToggled, withOrderToggled } from '../../../renderer/starts/start-lines.ts';
import { startOfLines } from '../../../renderer/starts/start-of-lines.ts';
import { sampleStartLine } from './sample-activities.ts';

function after(...actions: StartDraftAction[]): StartDraft {
  return actions.reduce(startDraftReducer, emptyStartDraft);
}

describe('provider order ids', () => {
  test.each(['1 2 3', '1,2;3', '1\n2\r\n3\n', '1，2；3', ' 1\t2、 3 '])('are parted in %j', (text) => {
    expect(withIds([], text)).toEqual(['1', '2', '3']);
  });

  test('stand once each, in the order in which they came', () => {
    expect(withIds(['2', '9'], '9 1 2 1')).toEqual(['2', '9', '1']);
  });

  test('are no more than a start takes', () => {
    const many = Array.from({ length: maximumIds + 5 }, (_, index) => String(index)).join(' ');
    expect(withIds([], many)).toHaveLength(maximumIds);
  });

  test('that nobody can have are left out', () => {
    expect(withIds([], `${'9'.repeat(201)} 7`)).toEqual(['7']);
  });

  test('are complete when a sign that parts them was typed', () => {
    expect(['289', '289 ', '289,', '289\n'].map(hasSeparator)).toEqual([false, true, true, true]);
  });
});

describe('lines of an order', () => {
  const lines = [
    sampleStartLine(1),
    sampleStartLine(2, { obstacle: 'not-purchasable', isBlocked: true }),
    sampleStartLine(3, { obstacle: 'tmall' }),
    sampleStartLine(4),
  ];

  test('are chosen at first when nothing speaks against them', () => {
    expect(linesAtFirst(lines)).toEqual(['L-1', 'L-4']);
    expect(linesAtFirst(lines, ['L-4', 'L-2'])).toEqual(['L-4']);
  });

  test('can be chosen against our own doubt, but not against a block', () => {
    expect(withLineToggled(['L-1'], lines[2]!)).toEqual(['L-1', 'L-3']);
    expect(withLineToggled(['L-1'], lines[1]!)).toEqual(['L-1']);
    expect(withLineToggled(['L-1', 'L-3'], lines[2]!)).toEqual(['L-1']);
  });

  test('are all chosen, then none, by the box of the whole order', () => {
    expect(withOrderToggled([], lines)).toEqual(['L-1', 'L-4']);
    expect(withOrderToggled(['L-1'], lines)).toEqual(['L-1', 'L-4']);
    expect(withOrderToggled(['L-1', 'L-3', 'L-4'], lines)).toEqual([]);
  });

  test('are not named in the call when the whole order is chosen', () => {
    expect(lineIdsToSend(['L-4', 'L-1'], lines)).toEqual(['L-1', 'L-4']);
    expect(lineIdsToSend(['L-1', 'L-4'], [lines[0]!, lines[3]!])).toEqual([]);
  });
});

describe('a draft', () => {
  const several = after({ type: 'order-toggled', order: 'A' }, { type: 'order-toggled', order: 'B' });

  test('takes several orders for an export, and one for linking', () => {
    expect(several.orders).toEqual(['A', 'B']);
    const link = startDraftReducer(several, { type: 'kind-chosen', kind: 'link' });
    expect(link.orders).toEqual(['B']);
    expect(startDraftReducer(link, { type: 'order-toggled', order: 'C' }).orders).toEqual(['C']);
    expect(startDraftReducer(link, { type: 'order-toggled', order: 'B' }).orders).toEqual([]);
  });

  test('forgets chosen lines when the kind changes, since other obstacles hold', () => {
    const chosen = startDraftReducer(several, { type: 'lines-chosen', orderId: 'A', lineIds: ['L-1'] });
    expect(startDraftReducer(chosen, { type: 'kind-chosen', kind: 'unlink' }).chosenLines).toEqual({});
  });

  test('is about all orders when it is a synchronisation of everything', () => {
    const all = startDraftReducer(several, { type: 'kind-chosen', kind: 'synchronise' });
    expect(ordersOf(all)).toEqual([]);
    expect(ordersOf(startDraftReducer(all, { type: 'everything-chosen', isEverything: false }))).toEqual(['A', 'B']);
    expect(ordersOf(several)).toEqual(['A', 'B']);
  });

  test('begins anew with what a person brings along', () => {
    const requested = startOfLines([
      { orderId: 'A', lineId: 'L-1' },
      { orderId: 'B', lineId: 'L-7' },
      { orderId: 'A', lineId: 'L-2' },
    ]);
    const draft = startDraftReducer(several, { type: 'begun', ...requested });
    expect(draft).toMatchObject({ kind: 'export', orders: ['A', 'B'], isEverything: false });
    expect(draft.wantedLines).toEqual({ A: ['L-1', 'L-2'], B: ['L-7'] });
  });

  test('keeps ids to link as they come and go', () => {
    const draft = after({ type: 'ids-added', text: '1, 2' }, { type: 'ids-added', text: '2 3' }, { type: 'id-removed', id: '1' });
    expect(draft.providerOrderIds).toEqual(['2', '3']);
  });

  test('keeps an account for each provider, and one for all', () => {
    const draft = after(
      { type: 'account-chosen', providerType: 'Taobao', accountId: 'a' },
      { type: 'account-chosen', providerType: 'Alibaba1688', accountId: 'b' },
      { type: 'account-for-all-chosen', accountId: 'c' },
    );
    expect(draft).toMatchObject({ accounts: { Taobao: 'a', Alibaba1688: 'b' }, accountForAll: 'c' });
  });
});
