import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ACTIVITY_TYPES } from '../../../main/practice/index.ts';
import { ActivityCaller, type Address } from './activity-caller.ts';

const NOW = new Date('2026-11-23T08:00:00Z');

let clock: Date;
let caller: ActivityCaller;

beforeEach(async () => {
  clock = NOW;
  caller = await ActivityCaller.start({ now: () => clock, sessionMinutes: 60 * 24 * 30 });
});

afterEach(() => caller.platform.close());

/** An export of one line that waits for an answer about its price. */
async function waitingExport(): Promise<Address> {
  const order = caller.order({ lines: 1 });
  caller.control.nextActivity({ kind: 'export', everyLine: 'price-changed', pricePercent: 20, confirms: false });
  const address = await caller.export(order);
  await caller.awaiting(address);
  return address;
}

/** An activity in which nothing happens but what the test tells. */
function told(type = 'Test'): Address {
  const { id } = caller.control.startActivity({ kind: 'told', type, description: 'A test' });
  return { activityType: type, activityId: id };
}

describe('SearchBackgroundActivities', () => {
  test('finds all, newest first, or those of some types', async () => {
    const addresses: Address[] = [];
    for (const type of ['BasketChecking', ACTIVITY_TYPES.export, 'Test', ACTIVITY_TYPES.export]) {
      addresses.unshift(told(type));
      clock = new Date(clock.getTime() + 1000);
    }
    const found = await caller.search();
    expect(found.map(({ Id, Type }) => ({ activityType: Type, activityId: Id }))).toEqual(addresses);
    expect(found.map(({ StartTime }) => StartTime)).toEqual(['08:00:03.000', '08:00:02.000', '08:00:01.000', '08:00:00.000'].map((time) => `2026-11-23T${time}`));
    const types = async (filter: string): Promise<string[]> => (await caller.search(filter)).map(({ Type }) => Type);
    expect(await types(`<Types><Type>${ACTIVITY_TYPES.export}</Type></Types>`)).toEqual([ACTIVITY_TYPES.export, ACTIVITY_TYPES.export]);
    expect(await types('<Types><Type>Test</Type><Type>BasketChecking</Type></Types>')).toEqual(['Test', 'BasketChecking']);
    expect(await types('<Types><Type>Unheard</Type></Types>')).toEqual([]);
    expect(await types('<Types></Types>')).toHaveLength(4);
  });

  test('needs no parameters, gives no steps, and refuses what is no such search', async () => {
    const address = await waitingExport();
    const { root, text } = await caller.call('SearchBackgroundActivities', { xmlSearchParameters: '' });
    expect((root['Result'] as { Content: { Item: { Id: string; IsAwaitingAction: string }[] } }).Content.Item).toMatchObject([{ Id: address.activityId, IsAwaitingAction: 'true' }]);
    expect(text).not.toContain('<Step');
    expect(await caller.codesOf('SearchBackgroundActivities', { xmlSearchParameters: '<Other />' })).toBe('ValidationError');
  });

  test('forgets what ended seven days ago, and nothing that still waits', async () => {
    const waiting = await waitingExport();
    const finished = await caller.export(caller.order());
    await caller.finished(finished);
    clock = new Date(NOW.getTime() + 7 * 86_400_000 - 1);
    expect(await caller.search()).toHaveLength(2);
    clock = new Date(NOW.getTime() + 7 * 86_400_000);
    expect((await caller.search()).map(({ Id }) => Id)).toEqual([waiting.activityId]);
    expect(await caller.codesOf('GetBackgroundActivityInfo', { ...finished })).toBe('NotFound');
  });
});

describe('an activity', () => {
  test('is addressed by its type and id together', async () => {
    const address = told();
    for (const method of ['GetBackgroundActivityInfo', 'DoActionForBackgroundActivity', 'DoStepActionForBackgroundActivity']) {
      const rest = { actionId: 'Cancel', xmlParameters: '<NamedParameters />' };
      expect(await caller.codesOf(method, { ...rest, ...address, activityType: 'BasketChecking' })).toBe('NotFound');
      expect(await caller.codesOf(method, { ...rest, ...address, activityId: 'gone' })).toBe('NotFound');
      expect(await caller.codesOf(method, { ...rest, activityId: address.activityId })).toBe('ValidationError');
      expect(await caller.codesOf(method, { ...rest, activityType: address.activityType })).toBe('ValidationError');
    }
    expect((await caller.info(address)).IsFinished).toBe('false');
  });

  test('tells its times by the platform\'s clock', async () => {
    const address = told();
    caller.control.sayStep({ activityId: address.activityId, type: 'Info', message: 'first' });
    clock = new Date(NOW.getTime() + 2500);
    caller.control.sayStep({ activityId: address.activityId, type: 'Info', message: 'second' });
    clock = new Date(NOW.getTime() + 4000);
    const running = await caller.info(address);
    expect([running.StartTime, running.workTime, running.steps.map(({ timeFromStart }) => timeFromStart)]).toEqual(['2026-11-23T08:00:00.000', 4000, [0, 2500]]);
    caller.control.finishActivity(address.activityId);
    clock = new Date(NOW.getTime() + 9000);
    expect(await caller.info(address)).toMatchObject({ workTime: 4000, IsFinished: 'true', IsCancelled: 'false', progress: 100 });
  });

  test('goes on in its own time, and faster when the control surface says so', async () => {
    const order = caller.order();
    caller.control.nextActivity({ kind: 'export', everyLine: 'clean', confirms: false, providerFails: false, stepMs: 600_000 });
    const slow = await caller.export(order);
    const other = await caller.export(caller.order());
    await caller.finished(other);
    expect(await caller.info(slow)).toMatchObject({ progress: 0, steps: [], IsFinished: 'false', IsAwaitingAction: 'false', actions: [{ id: 'Cancel' }] });
    caller.control.activityTiming({ stepMs: 600_000 });
    caller.control.activityTiming({ stepMs: 1, activityId: slow.activityId });
    expect((await caller.finished(slow)).progress).toBe(100);
    const held = await caller.export(caller.order());
    expect((await caller.info(held)).steps).toEqual([]);
    caller.control.activityTiming({ stepMs: 0 });
    await caller.finished(held);
  });

  test('can be cancelled while it runs, and buys nothing then', async () => {
    const order = caller.order();
    caller.control.nextActivity({ kind: 'export', stepMs: 600_000 });
    const address = await caller.export(order);
    expect(await caller.act(address, 'Cancel')).toBe('Ok');
    expect(await caller.info(address)).toMatchObject({ IsFinished: 'true', IsCancelled: 'true', progress: 0, actions: [] });
    expect(caller.lines(order)).toEqual(order.lines);
  });

  test('has texts in the language of the call', async () => {
    const address = await waitingExport();
    const texts = await Promise.all(['en', 'ru', 'zh-chs'].map((language) => caller.info(address, language)));
    expect(texts.map(({ Description }) => Description.replace(/ORD-\d+/, 'ORD'))).toEqual(['Export of order ORD to Taobao', 'Экспорт заказа ORD в Taobao', '将订单 ORD 导出到淘宝']);
    expect(texts.map(({ actions }) => actions[0]?.name)).toEqual(['Cancel', 'Отменить', '取消']);
    expect(texts.map(({ steps }) => steps[1]?.actions[1]?.name)).toEqual(['Leave the line out', 'Исключить строку', '排除该订单行']);
    expect(texts.map(({ steps }) => /price has changed|Цена изменилась|价格由/.exec(steps[1]?.message ?? '')?.[0])).toEqual(['price has changed', 'Цена изменилась', '价格由']);
    expect(new Set(texts.map(({ steps }) => JSON.stringify(steps[1]?.actions.map(({ parameters }) => parameters)))).size).toBe(1);
  });

  test('may be one of twenty at once', async () => {
    caller.control.activityTiming({ stepMs: 1 });
    const orders = Array.from({ length: 20 }, () => caller.order({ lines: 1 }));
    const addresses = await Promise.all(orders.map((order, place) => {
      if (place % 2 === 0) caller.control.nextActivity({ kind: 'export', everyLine: 'price-changed' });
      else caller.control.nextActivity({ kind: 'export', everyLine: 'clean' });
      return caller.export(order);
    }));
    const settled = await Promise.all(addresses.map((address) => caller.settled(address)));
    expect(settled.filter(({ IsAwaitingAction }) => IsAwaitingAction === 'true')).toHaveLength(10);
    for (const [place, address] of addresses.entries()) {
      if (settled[place]?.IsAwaitingAction === 'true') await caller.answer(address, /^Accept/);
    }
    await Promise.all(addresses.map((address) => caller.finished(address)));
    expect(orders.flatMap((order) => caller.lines(order)).map(({ statusId }) => statusId)).toEqual(Array.from({ length: 20 }, () => 4));
    expect(await caller.search()).toHaveLength(20);
  });
});

describe('an answer', () => {
  test('that comes after another one, or after the end, is refused and changes nothing', async () => {
    const address = await waitingExport();
    caller.control.nextActivity({ kind: 'export' });
    const parameters = await caller.answer(address, /^Accept/);
    await caller.finished(address);
    expect(await caller.answerWith(address, parameters)).toBe('ContractViolation/InvalidInputValue');
    expect(await caller.act(address, 'Cancel')).toBe('ContractViolation/InvalidInputValue');
  });

  test('to a question that is answered while others are open is refused', async () => {
    const order = caller.order({ lines: 2 });
    caller.control.nextActivity({ kind: 'export', everyLine: 'item-gone' });
    const address = await caller.export(order);
    await caller.awaiting(address);
    const parameters = await caller.answer(address, /^Leave/);
    const before = await caller.info(address);
    expect(await caller.answerWith(address, parameters)).toBe('ContractViolation/InvalidInputValue');
    expect(await caller.info(address)).toEqual(before);
  });

  test('has exactly the parameters that were offered', async () => {
    const address = await waitingExport();
    const parameters = (await caller.info(address)).steps[1]?.actions[0]?.parameters ?? {};
    const url = (await caller.info(address)).steps[1]?.actions[2]?.parameters ?? {};
    const { Answer, ...incomplete } = parameters;
    for (const wrong of [{}, incomplete, { ...parameters, More: '1' }, { ...parameters, Answer: `${Answer} ` }, url]) {
      expect(await caller.answerWith(address, wrong)).toBe('ValidationError');
    }
    expect(await caller.codesOf('DoStepActionForBackgroundActivity', { ...address, xmlParameters: '<NamedParameters><Parameter>x</Parameter></NamedParameters>' })).toBe('ValidationError');
    const twice = '<NamedParameters><Parameter Name="a">1</Parameter><Parameter Name="a">1</Parameter></NamedParameters>';
    expect(await caller.codesOf('DoStepActionForBackgroundActivity', { ...address, xmlParameters: twice })).toBe('ValidationError');
    expect(await caller.codesOf('DoStepActionForBackgroundActivity', { ...address })).toBe('ValidationError');
    expect((await caller.info(address)).IsAwaitingAction).toBe('true');
    const reversed = Object.fromEntries(Object.entries(parameters).toReversed());
    expect(await caller.answerWith(address, reversed)).toBe('Ok');
  });

  test('of the activity is refused when it is not offered', async () => {
    const address = await waitingExport();
    for (const actionId of ['PlaceOrder', 'cancel', 'LeaveOutQuestioned']) expect(await caller.act(address, actionId)).toBe('ContractViolation/InvalidInputValue');
    expect(await caller.act(address, '')).toBe('ValidationError');
  });
});
