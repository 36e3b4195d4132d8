import { describe, expect, test, vi } from 'vitest';
import { ActivityTimers } from '../../../main/practice/background-activities/activity-timers.ts';
import { exportableOrders } from '../../../main/practice/background-activities/exportable-orders.ts';
import { changedPrice, exportCaseOf, linkCaseOf, otherConfigurations, providerFails, sellerCancels, undiscountedPrice } from '../../../main/practice/background-activities/market.ts';
import { ActivityPlans, plannedCase } from '../../../main/practice/background-activities/plans.ts';
import { newProviderOrderId, providerOrderExists, waybillFor } from '../../../main/practice/background-activities/provider-orders.ts';
import { escapeHtml, linesCount, russianCount } from '../../../main/practice/background-activities/texts/phrases.ts';
import { WantedOrders } from '../../../main/practice/background-activities/wanted-orders.ts';
import { EXPORT_CASES } from '../../../main/practice/background-activities/work.ts';
import { WAYBILL_PATTERNS } from '../../../main/practice/world/carriers.ts';
import { PROVIDER_TYPES } from '../../../main/practice/world/providers.ts';
import { priceWarningLevel } from '../../../main/practice/world/purchase.ts';
import { PracticeWorld } from '../../../main/practice/world/world.ts';

const AT = new Date('2026-11-23T08:00:00Z');
const worldOf = (lines: number, seed = 4): PracticeWorld => new PracticeWorld({ seed, lines, epoch: AT.getTime() });
const slotsOf = (world: PracticeWorld): number[] => Array.from({ length: world.lineCount }, (_, slot) => slot);

describe('the market of a world', () => {
  const world = worldOf(4000);
  const share = (has: (slot: number) => boolean): number => slotsOf(world).filter(has).length / world.lineCount;

  test('is the same for the same seed, and another for another', () => {
    const cases = (of: PracticeWorld): string => slotsOf(of).map((slot) => exportCaseOf(of, slot)).join();
    expect(cases(worldOf(200))).toBe(cases(worldOf(200)));
    expect(cases(worldOf(200))).not.toBe(cases(worldOf(200, 5)));
  });

  test('lets most lines go through clean, and has some of every case', () => {
    expect(share((slot) => exportCaseOf(world, slot) === 'clean')).toBeGreaterThan(0.7);
    for (const met of EXPORT_CASES) expect(share((slot) => exportCaseOf(world, slot) === met)).toBeGreaterThan(0.01);
    for (const rare of [sellerCancels, (of: PracticeWorld, slot: number) => linkCaseOf(of, slot) === 'unmatched']) {
      const found = share((slot) => rare(world, slot));
      expect(found).toBeGreaterThan(0.02);
      expect(found).toBeLessThan(0.3);
    }
  });

  test('fails some orders at the first attempt, none at the second', () => {
    const orders = Array.from({ length: world.orderCount }, (_, index) => index);
    expect(orders.some((order) => providerFails(world, order, 0))).toBe(true);
    expect(orders.some((order) => providerFails(world, order, 1))).toBe(false);
  });

  test('changes prices for more and for less, never to the same', () => {
    const lines = slotsOf(world).slice(0, 500).map((slot) => world.line(slot));
    const differences = lines.map((line) => changedPrice(world, line, null) - line.providerPriceWithDiscount);
    expect(differences.some((difference) => difference > 0)).toBe(true);
    expect(differences.some((difference) => difference < 0)).toBe(true);
    expect(differences.filter((difference) => difference === 0)).toEqual([]);
    for (const line of lines) expect(undiscountedPrice(line, null)).toBeGreaterThan(line.providerPriceWithDiscount);
    const [line] = lines;
    if (line === undefined) throw new Error('the world has no lines');
    expect(changedPrice(world, { ...line, providerPriceWithDiscount: 0.01 }, 1)).toBe(0.02);
    expect(changedPrice(world, { ...line, providerPriceWithDiscount: 200 }, 10)).toBe(220);
    expect(undiscountedPrice({ ...line, providerPriceWithDiscount: 200 }, 25)).toBe(250);
  });

  test('has another configuration for every line', () => {
    for (const slot of slotsOf(world).slice(0, 1000)) {
      const line = world.line(slot);
      const texts = otherConfigurations(world, line).map(({ text }) => text.zh);
      expect(texts.length).toBeGreaterThan(0);
      expect(new Set([...texts, line.configuration.text.zh]).size).toBe(texts.length + 1);
    }
  });
});

describe('provider orders', () => {
  test.each([
    ['2800000000000000001', true],
    ['123456789012345', true],
    ['12345678901234', false],
    ['123456789012345678901', false],
    ['2800000000000000000', false],
    ['28000000000000000x1', false],
  ])('%s exists: %s', (id, expected) => {
    expect(providerOrderExists(id)).toBe(expected);
  });

  test('get ids that nobody has, another one after every change', () => {
    const world = worldOf(300);
    const seen = new Set<string>();
    for (let round = 0; round < 200; round += 1) {
      const id = newProviderOrderId(world, round % 2 === 0 ? 'Taobao' : 'Alibaba1688');
      expect(providerOrderExists(id)).toBe(true);
      expect(world.candidatesForProviderOrder(id)).toEqual([]);
      seen.add(id);
      world.changeLine(round, { vendPurchId: id }, { at: AT, operatorId: null });
    }
    expect(seen.size).toBe(200);
  });

  test('have one waybill for all their lines, of a form that carriers have', () => {
    const world = worldOf(300);
    for (let place = 0; place < 60; place += 2) {
      const vendPurchId = `28${String(place).padStart(15, '7')}11`;
      for (const slot of [place, place + 1]) world.changeLine(slot, { vendPurchId }, { at: AT, operatorId: null });
      const [waybill, same] = [waybillFor(world, world.line(place)), waybillFor(world, world.line(place + 1))];
      expect(same).toBe(waybill);
      expect(WAYBILL_PATTERNS.some(({ shape }) => shape.test(waybill))).toBe(true);
    }
  });
});

describe('orders to export', () => {
  test.each([
    [20, ['Taobao']],
    [300, PROVIDER_TYPES],
  ] as const)('can be made in a world of %i lines at %j: of one line, and of two', (lines, providerTypes) => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const world = worldOf(lines, seed);
      const wanted = new WantedOrders(world);
      const made = providerTypes.flatMap((providerType) => [1, 2].map((count) => wanted.make({ providerType, lines: count }, AT)));
      expect(new Set(made.map(({ orderId }) => orderId)).size).toBe(made.length);
      for (const order of made) expect(exportableOrders(world, { limit: 500 })).toContainEqual(order);
    }
  });

  test('of several sellers, and with goods of Tmall, can be made in a world of 300 lines', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const wanted = new WantedOrders(worldOf(300, seed));
      const several = wanted.make({ providerType: 'Taobao', lines: 4, sellers: 3 }, AT);
      expect([several.sellers, several.lines.length]).toEqual([3, 4]);
      const tmall = wanted.make({ providerType: 'Taobao', lines: 2, tmall: 1 }, AT);
      expect(new Set(tmall.lines.map(({ isTmall }) => isTmall))).toEqual(new Set([false, true]));
    }
  });

  test('are there from the start in a world of 300 lines, of one line and of more, of one seller and of several', () => {
    for (const seed of [1, 2, 3, 5, 6]) {
      const orders = exportableOrders(worldOf(300, seed), { limit: 500 });
      expect(orders.length).toBeGreaterThan(5);
      for (const fits of [(lines: number) => lines === 1, (lines: number) => lines >= 2]) expect(orders.some(({ lines }) => fits(lines.length))).toBe(true);
      expect(orders.some(({ sellers }) => sellers > 1)).toBe(true);
    }
  });

  test('have no other lines to export when they had more, and each is made only once', () => {
    const world = worldOf(80, 3);
    const wanted = new WantedOrders(world);
    const made: string[] = [];
    const makeAll = (): never => {
      for (;;) {
        const order = wanted.make({ providerType: 'Taobao', lines: 1 }, AT);
        expect(order.lines).toHaveLength(1);
        made.push(order.orderId);
      }
    };
    expect(makeAll).toThrow(RangeError);
    const exportable = exportableOrders(world, { providerType: 'Taobao', limit: 500 });
    expect(exportable.map(({ orderId }) => orderId).toSorted()).toEqual(made.toSorted());
    expect(exportable.map(({ lines }) => lines.length)).toEqual(made.map(() => 1));
  });
});

test('prices are compared to the cent, up to ten percent is a small overpayment', () => {
  const levels = [[10, 10], [10.004, 10], [9, 10], [10.01, 10], [11, 10], [11.01, 10]].map(([paid = 0, ordered = 0]) => priceWarningLevel(paid, ordered));
  expect(levels).toEqual(['Ok', 'Ok', 'Ok', 'SmallOverpayment', 'SmallOverpayment', 'BigOverpayment']);
});

describe('plans', () => {
  test('wait in line, kind by kind, and take what they leave out from the defaults', () => {
    const plans = new ActivityPlans();
    plans.setDefaults({ kind: 'export', everyLine: 'clean', confirms: true });
    plans.add({ kind: 'export', everyLine: 'item-gone' });
    plans.add({ kind: 'link', everyLine: 'unmatched' });
    plans.add({ kind: 'export', confirms: false });
    expect(plans.take('export')).toEqual({ kind: 'export', everyLine: 'item-gone', confirms: true });
    expect(plans.take('export')).toEqual({ kind: 'export', everyLine: 'clean', confirms: false });
    expect(plans.take('export')).toEqual({ kind: 'export', everyLine: 'clean', confirms: true });
    expect(plans.take('link')).toEqual({ kind: 'link', everyLine: 'unmatched' });
    expect(plans.take('link')).toEqual({ kind: 'link' });
  });

  test('are forgotten when the defaults of their kind are set', () => {
    const plans = new ActivityPlans();
    plans.add({ kind: 'export', everyLine: 'item-gone' });
    plans.add({ kind: 'unlink', stepMs: 5 });
    plans.setDefaults({ kind: 'export' });
    expect([plans.take('export'), plans.take('unlink')]).toEqual([{ kind: 'export' }, { kind: 'unlink', stepMs: 5 }]);
  });

  test('say more of a named line than of all', () => {
    const plan = { everyLine: 'clean', byLine: { '7': 'item-gone' } };
    expect([plannedCase(plan, '7'), plannedCase(plan, '8'), plannedCase({}, '7')]).toEqual(['item-gone', 'clean', null]);
  });
});

describe('timers', () => {
  const timersWith = (stepMs: number): { timers: ActivityTimers; calls: string[]; wait: (id: string) => void } => {
    vi.useFakeTimers();
    const timers = new ActivityTimers(stepMs);
    const calls: string[] = [];
    return { timers, calls, wait: (id) => timers.wait(id, () => calls.push(id)) };
  };

  test('call back after the step\'s time, the activity\'s own where it has one', () => {
    const { timers, calls, wait } = timersWith(1000);
    timers.setStep(10, 'fast');
    wait('fast');
    wait('slow');
    vi.advanceTimersByTime(10);
    expect(calls).toEqual(['fast']);
    vi.advanceTimersByTime(990);
    expect(calls).toEqual(['fast', 'slow']);
    timers.forget('fast');
    wait('fast');
    vi.advanceTimersByTime(999);
    expect(calls).toHaveLength(2);
    vi.useRealTimers();
  });

  test('wait anew when the time changes, and not at all when they were given up', () => {
    const { timers, calls, wait } = timersWith(1000);
    for (const id of ['a', 'b', 'c']) wait(id);
    timers.giveUp('c');
    timers.setStep(5, null);
    timers.setStep(50, 'b');
    vi.advanceTimersByTime(5);
    expect(calls).toEqual(['a']);
    timers.stop();
    vi.advanceTimersByTime(5000);
    expect(calls).toEqual(['a']);
    vi.useRealTimers();
  });

  test('wait however long a test wants', () => {
    const { calls, wait, timers } = timersWith(Number.MAX_SAFE_INTEGER);
    wait('a');
    vi.advanceTimersByTime(60_000);
    expect(calls).toEqual([]);
    timers.stop();
    vi.useRealTimers();
  });
});

test('counts are said as each language says them', () => {
  expect([1, 2, 5, 11, 12, 14, 21, 22, 111].map((count) => russianCount(count, ['строка', 'строки', 'строк']))).toEqual([
    '1 строка', '2 строки', '5 строк', '11 строк', '12 строк', '14 строк', '21 строка', '22 строки', '111 строк',
  ]);
  expect([linesCount(1).en, linesCount(2).en, linesCount(3).zh]).toEqual(['1 line', '2 lines', '3 个订单行']);
  expect(escapeHtml('<a href="x">&')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;');
});
