import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ActivityCaller, lineAt, plain, type Address } from './activity-caller.ts';

let caller: ActivityCaller;

beforeEach(async () => {
  caller = await ActivityCaller.start();
});

afterEach(() => caller.platform.close());

/** An activity in which nothing happens but what the test tells. */
function told(type = 'Test'): Address {
  const { id } = caller.control.startActivity({ kind: 'told', type, description: 'A test' });
  return { activityType: type, activityId: id };
}

describe('what a test says in an activity', () => {
  test('goes over the wire as it is, whatever it is', async () => {
    const { activityType, activityId } = told('BasketChecking');
    const message = '<script>alert("1 & 2")</script><img src=x onerror=alert(1)>';
    caller.control.sayStep({ activityId, type: 'CRITICAL', message, actions: [{ id: 'Link', displayName: 'odd', parameters: { url: 'javascript:alert(1)' } }, { id: 'Teleport', displayName: '<b>?</b>', parameters: {} }] });
    const info = await caller.info({ activityType, activityId });
    expect(info.steps).toEqual([
      {
        type: 'CRITICAL',
        message,
        timeFromStart: expect.any(Number) as number,
        actions: [
          { id: 'Link', name: 'odd', parameters: { url: 'javascript:alert(1)' } },
          { id: 'Teleport', name: '<b>?</b>', parameters: {} },
        ],
      },
    ]);
    expect(info).toMatchObject({ Type: 'BasketChecking', Description: 'A test', IsAwaitingAction: 'false' });
  });

  test('may be a question, with parameters of any name', async () => {
    const address = told();
    const parameters = { 'Strange & <Name>': ' "1" ', Ключ: '值' };
    caller.control.sayStep({ activityId: address.activityId, type: 'question', message: 'Which?', actions: [{ id: 'DoStepAction', displayName: 'This one', parameters }] });
    expect((await caller.info(address)).IsAwaitingAction).toBe('true');
    expect(await caller.answerWith(address, { Ключ: '值' })).toBe('ValidationError');
    expect(await caller.answerWith(address, parameters)).toBe('Ok');
    const info = await caller.info(address);
    expect([info.IsAwaitingAction, plain(info)]).toEqual(['false', ['question: Which?', 'Info: Chosen: This one']]);
  });

  test('may be the same question twice: each is answered once', async () => {
    const address = told();
    const question = { activityId: address.activityId, type: 'Question', message: 'Again?', actions: [{ id: 'DoStepAction', displayName: 'Yes', parameters: { Same: '1' } }] };
    caller.control.sayStep(question);
    caller.control.sayStep(question);
    expect([await caller.answerWith(address, { Same: '1' }), (await caller.info(address)).IsAwaitingAction]).toEqual(['Ok', 'true']);
    expect([await caller.answerWith(address, { Same: '1' }), (await caller.info(address)).IsAwaitingAction]).toEqual(['Ok', 'false']);
    expect(await caller.answerWith(address, { Same: '1' })).toBe('ContractViolation/InvalidInputValue');
  });

  test('holds a running export until it is answered', async () => {
    const order = caller.order({ lines: 1 });
    caller.control.nextActivity({ kind: 'export', everyLine: 'clean', stepMs: 600_000 });
    const address = await caller.export(order);
    caller.control.sayStep({ activityId: address.activityId, type: 'Question', message: 'Sure?', activityActions: [{ id: 'Yes', displayName: 'Yes' }, { id: 'No', displayName: 'No' }] });
    caller.control.activityTiming({ stepMs: 0, activityId: address.activityId });
    expect((await caller.awaiting(address)).actions.map(({ id }) => id)).toEqual(['Cancel', 'Yes', 'No']);
    expect(lineAt(caller.lines(order), 0).statusId).toBe(2);
    expect(await caller.act(address, 'No')).toBe('Ok');
    expect(plain(await caller.finished(address))).toContain('Info: Chosen: No');
    expect(lineAt(caller.lines(order), 0).statusId).toBe(4);
  });
});

describe('other stations', () => {
  test('begin activities and answer them', async () => {
    const { control } = caller;
    const order = caller.order({ lines: 2, sellers: 1 });
    const [first, second] = order.lines;
    control.nextActivity({ kind: 'export', everyLine: 'price-changed' });
    const { id: activityId, type: activityType } = control.startActivity({ kind: 'export', orderId: order.orderId, lineIds: [first?.lineId ?? ''] });
    const question = (await caller.awaiting({ activityType, activityId })).steps[1];
    expect(control.activities()[0]).toMatchObject({ id: activityId, kind: 'export', isAwaitingAction: true, actions: ['Cancel'], steps: [{ type: 'Info' }, { type: 'Question', question: 'open' }] });
    const parameters = question?.actions[0]?.parameters ?? {};
    expect(control.answerActivity({ activityId, parameters }).steps[1]?.question).toBe('closed');
    expect(await caller.answerWith({ activityType, activityId }, parameters)).toBe('ContractViolation/InvalidInputValue');
    await caller.finished({ activityType, activityId });
    expect(lineAt(caller.lines(order), 0).accountId).toBe('wang_01');

    const link = control.startActivity({ kind: 'link', orderId: order.orderId, providerOrderIds: ['2877711111111111111'] });
    await caller.finished({ activityType: link.type, activityId: link.id });
    expect(caller.lines(order).find(({ lineId }) => lineId === second?.lineId)?.providerOrderId).toBe('2877711111111111111');
    const synchronise = control.startActivity({ kind: 'synchronise', providerType: 'Taobao', orderIds: [order.orderId] });
    await caller.finished({ activityType: synchronise.type, activityId: synchronise.id });
    expect(lineAt(caller.lines(order), 0).purchaseStatus).toBe('AwaitingShipment');
    const unlink = control.startActivity({ kind: 'unlink', orderId: order.orderId });
    await caller.finished({ activityType: unlink.type, activityId: unlink.id });
    expect(caller.lines(order)).toEqual(order.lines);
    const { id } = control.startActivity({ kind: 'told', type: 'Test', description: 'x' });
    expect(control.actActivity({ activityId: id, actionId: 'Cancel' }).cancelled).toBe(true);
  });

  test('hear of what is not possible', () => {
    const { control } = caller;
    const { id: activityId } = control.startActivity({ kind: 'told', type: 'Test', description: 'x' });
    expect(() => control.answerActivity({ activityId, parameters: { a: '1' } })).toThrow(RangeError);
    expect(() => control.actActivity({ activityId, actionId: 'Fly' })).toThrow(RangeError);
    control.finishActivity(activityId);
    for (const late of [
      () => control.finishActivity(activityId),
      () => control.sayStep({ activityId, type: 'Info', message: 'late' }),
      () => control.actActivity({ activityId, actionId: 'Cancel' }),
      () => control.answerActivity({ activityId: 'gone', parameters: {} }),
      () => control.activityTiming({ stepMs: 1, activityId: 'gone' }),
      () => control.startActivity({ kind: 'export', orderId: 'ORD-9999999999' }),
      () => control.startActivity({ kind: 'unlink', orderId: 'ORD-0000012001', lineIds: ['1'] }),
      () => control.makeExportable({ providerType: 'Taobao', lines: 99 }),
      () => control.purchaseLines('12'),
    ]) expect(late).toThrow(RangeError);
  });

  test('find orders to export, made for them or there already', async () => {
    const { control } = caller;
    const wanted = [{ lines: 1 }, { lines: 1 }, { lines: 3, sellers: 2 }, { lines: 2, tmall: 1 }, { lines: 2, providerType: 'Alibaba1688' as const }];
    const made = wanted.map((want) => caller.order(want));
    expect(new Set(made.map(({ orderId }) => orderId)).size).toBe(made.length);
    expect(made.map(({ providerType, lines, sellers }) => [providerType, lines.length, sellers > 1])).toMatchObject([['Taobao', 1, false], ['Taobao', 1, false], ['Taobao', 3, true], ['Taobao', 2, expect.any(Boolean)], ['Alibaba1688', 2, expect.any(Boolean)]]);
    expect(made.map(({ lines }) => lines.filter(({ isTmall }) => isTmall).length)).toEqual([0, 0, 0, 1, 0]);
    const all = control.exportableOrders({ limit: 500 });
    for (const order of made) expect(all).toContainEqual(order);
    const { total } = await caller.searchLines('<CanBePurchased>true</CanBePurchased>');
    expect(all.flatMap(({ lines }) => lines)).toHaveLength(total);
    expect(control.exportableOrders({ providerType: 'Alibaba1688', limit: 2 }).map(({ providerType }) => providerType)).toEqual(['Alibaba1688', 'Alibaba1688']);
    expect(control.exportableOrders()).toHaveLength(10);
  });
});

test('in plain practice most lines go through clean, some ask, and every answer leads to an end', async () => {
  for (const kind of ['export', 'synchronise', 'link', 'unlink'] as const) caller.control.activityDefaults({ kind });
  const orders = caller.control.exportableOrders({ limit: 500 });
  const started = orders.map(({ orderId }) => caller.control.startActivity({ kind: 'export', orderId }));
  const addresses = started.map(({ id, type }) => ({ activityType: type, activityId: id }));
  for (const address of addresses) {
    await vi.waitFor(async () => {
      const info = await caller.settled(address);
      const [first] = info.steps.flatMap(({ actions }) => actions);
      if (info.IsAwaitingAction === 'true' && first !== undefined) await caller.answerWith(address, first.parameters);
      else if (info.IsAwaitingAction === 'true') await caller.act(address, 'PlaceOrder');
      expect((await caller.info(address)).IsFinished).toBe('true');
    }, { timeout: 10_000, interval: 5 });
  }
  const steps = caller.control.activities().flatMap((activity) => activity.steps);
  const count = (type: string): number => steps.filter((step) => step.type === type).length;
  expect(count('Question')).toBeGreaterThan(0);
  expect(steps.filter(({ message }) => message.en.includes('as ordered')).length).toBeGreaterThan(2 * count('Question'));
  expect(count('Success')).toBeGreaterThan(orders.length / 2);
});
