import { expect, it } from 'vitest';
import { lineRights } from '../../../renderer/orders/order/line-rights.ts';

const can = { cancel: true, restore: false, close: false, changeAddress: true, purchaseItems: true };
const page = { isWhole: true, order: { isCancelled: false, can } };
const line = { isCancelled: false, isInOutbox: false, availableStatuses: [{ id: 3, name: 'Confirmed' }], quantity: 2 };

it('allows everything but restoring on a line that is alive', () => {
  const { actions, obstacle } = lineRights(page, line);
  expect(actions).toEqual(['line-status', 'line-purchase', 'line-comment', 'line-weight', 'split-line', 'cancel-line']);
  expect(obstacle).toBeNull();
});

it('offers no status when OT Platform names none', () => {
  expect(lineRights(page, { ...line, availableStatuses: [] }).actions).not.toContain('line-status');
});

it('splits no line of one piece', () => {
  expect(lineRights(page, { ...line, quantity: 1 }).actions).not.toContain('split-line');
});

it('restores a cancelled line, of a cancelled order only when the order may be restored', () => {
  const cancelled = { ...line, isCancelled: true, availableStatuses: [] };
  const ofCancelled = (restore: boolean) => ({ isWhole: true, order: { isCancelled: true, can: { ...can, restore } } });
  expect(lineRights(page, cancelled).actions).toEqual(['line-comment', 'restore-line']);
  expect(lineRights(ofCancelled(false), cancelled).actions).toEqual(['line-comment']);
  expect(lineRights(ofCancelled(true), cancelled).actions).toEqual(['line-comment', 'restore-line']);
});

it('changes nothing that a receipt depends on while one is still to be sent, and says so', () => {
  expect(lineRights(page, { ...line, isInOutbox: true })).toEqual({ actions: ['line-weight'], obstacle: 'in-outbox' });
});

it('changes nothing before the order was read on its own', () => {
  expect(lineRights({ ...page, isWhole: false }, line)).toEqual({ actions: [], obstacle: 'unread' });
});
