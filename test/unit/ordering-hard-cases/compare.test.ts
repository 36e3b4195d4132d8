import { expect, test } from 'vitest';
import { compareOrder } from '../../../main/ordering/sending/compare.ts';
import { orderLine } from '../receiving/order-lines.ts';

/** How often the goods of made lines are looked at for an order of so many lines, none of which was made. */
function looks(lines: number): number {
  let count = 0;
  const numbers = Array.from({ length: lines }, (_, index) => index);
  const made = numbers.map((number) => ({
    ...orderLine(`line ${number}`),
    get itemId() {
      count += 1;
      return `abb-${number}`;
    },
  }));
  const sent = numbers.map((number) => ({
    itemId: String(number),
    configurationId: null,
    quantity: 2,
    weight: null,
    awaitedPrice: null,
    comment: '',
    promotionId: null,
  }));
  compareOrder({ reference: '', comment: '', deliveryModeId: '12', profileId: null, providerType: null, lines: sent }, made);
  return count;
}

test('twice as many lines are about twice as much work', () => {
  expect(looks(200)).toBeLessThan(3 * looks(100));
});
