import { beforeEach, describe, expect, test } from 'vitest';
import { availableTo, moneyOf } from '../../../main/practice/world/order-money.ts';
import { payOrder } from '../../../main/practice/world/order-operations.ts';
import { profilesOf } from '../../../main/practice/world/profiles.ts';
import { customerAt } from '../../../main/practice/world/people.ts';
import { PracticeWorld } from '../../../main/practice/world/world.ts';

const ORIGIN = { seed: 31, lines: 400, epoch: Date.UTC(2026, 10, 23, 8) };
const BY = { at: new Date('2026-11-23T09:10:11.120Z'), operatorId: '17' };
const CUSTOMER = 2;

let world: PracticeWorld;
let order: number;

beforeEach(() => {
  world = new PracticeWorld(ORIGIN);
  const [address] = profilesOf(ORIGIN.seed, customerAt(ORIGIN.seed, CUSTOMER));
  if (address === undefined) throw new Error('the customer has no profile');
  const goods = [8, 9].map((key) => world.catalogue.goodsAt(key));
  const lines = goods.map((one) => ({
    itemKey: one.key,
    configurationId: one.configurations[0]?.id ?? '',
    qty: 3,
    weight: 0.333,
    comment: '',
    promotionId: '',
    ...world.catalogue.priceOf(one),
  }));
  order = world.addOrder({ customerIndex: CUSTOMER, provider: 'Taobao', deliveryModeId: '12', address, comment: '', lines }, BY);
});

const slots = (): number[] => world.linesOfOrder(order);
const money = (): ReturnType<typeof moneyOf> => moneyOf(world, order);

function setStatus(slot: number | undefined, statusId: number): void {
  world.changeLine(slot ?? -1, { statusId }, BY);
}

/** What the customer has, free and in the order: nothing of it may appear or vanish. */
const wealth = (): number => availableTo(world, CUSTOMER) + money().paid;

describe('the money of an order', () => {
  test('neither appears nor vanishes, whatever is cancelled, restored and repriced', () => {
    const first = wealth();
    world.moveMoney({ what: 'deposit', customerIndex: CUSTOMER, orderIndex: null, amount: 90_000_000, comment: '', date: BY.at }, BY);
    payOrder(world, order, money().due, BY);
    const [one, other] = slots();
    setStatus(one, 13);
    setStatus(one, 1);
    payOrder(world, order, money().due, BY);
    world.changeLine(other ?? -1, { providerPriceWithDiscount: 1.23, providerDelivery: 0.01 }, BY);
    world.changeOrder(order, { deliveryModeId: '14', weight: 0.777 }, BY);
    world.changeLine(one ?? -1, { qty: 1 }, BY);
    setStatus(other, 12);
    expect(wealth()).toBe(first + 90_000_000);
    expect(money().due).toBe(0);
    expect(world.linesOf(order).map(({ statusId }) => statusId)).toEqual([2, 12]);
  });

  test('is whole hundredths that a split does not change', () => {
    const before = money();
    for (const sum of [before.goods, before.delivery, before.total]) expect(Number.isInteger(sum)).toBe(true);
    world.splitLine(slots()[0] ?? -1, 1, BY);
    expect(money()).toEqual(before);
  });

  test('is not changed by what goods weigh at the warehouse', () => {
    const before = money();
    world.changeLine(slots()[0] ?? -1, { weight: 5 }, BY);
    expect(money()).toEqual(before);
  });

  test('is paid without the account when somebody sets the last unpaid line to paid', () => {
    const free = availableTo(world, CUSTOMER);
    const [one, other] = slots();
    setStatus(one, 2);
    expect(money().due).toBe(money().total);
    setStatus(other, 2);
    expect(money()).toMatchObject({ due: 0, paid: money().total });
    expect(availableTo(world, CUSTOMER)).toBe(free);
  });

  test('goes back for a line that somebody sets back to awaiting its payment', () => {
    const [one, other] = slots();
    for (const slot of [one, other]) setStatus(slot, 2);
    const free = availableTo(world, CUSTOMER);
    setStatus(one, 1);
    expect(money().due).toBeGreaterThan(0);
    expect(availableTo(world, CUSTOMER)).toBe(free + money().due);
    expect(world.statusOf(one ?? -1)).toBe(1);
  });

  test('that the world was made with is all paid, except where it awaits its payment', () => {
    for (let index = 0; index < world.orders.originalCount; index += 1) {
      const { total, paid, due } = moneyOf(world, index);
      expect([paid, due]).toEqual(world.orderStatusOf(index) === 10 ? [0, total] : [total, 0]);
    }
  });
});
