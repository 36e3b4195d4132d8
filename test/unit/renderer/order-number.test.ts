import { expect, test } from 'vitest';
import { orderNumber } from '../../../renderer/ui/order-number.ts';

test.each([
  [{ orderId: 'ORD-0000012345', orderNumber: '77001' }, '77001'],
  [{ orderId: 'ORD-0000012345', orderNumber: '' }, '12345'],
  [{ orderId: 'ORD-0000012345' }, '12345'],
  [{ orderId: 'ORD-0000000000' }, '0'],
  [{ orderId: 'ORD-2026-17' }, '2026-17'],
  [{ orderId: 'B2B/17' }, 'B2B/17'],
])('%o is shown as %s', (order, shown) => {
  expect(orderNumber(order)).toBe(shown);
});
