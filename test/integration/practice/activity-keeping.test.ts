import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UnreadableWorldFile, type ActivityReport } from '../../../main/practice/index.ts';
import { ActivityCaller, lineAt, plain, type Address } from './activity-caller.ts';

let folder: string;
const running: ActivityCaller[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'practice-activities-'));
});

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ platform }) => platform.close()));
  await rm(folder, { recursive: true });
});

const worldFile = (name = 'world.json'): string => join(folder, name);

async function start(options: Parameters<typeof ActivityCaller.start>[0] = {}): Promise<ActivityCaller> {
  const caller = await ActivityCaller.start({ worldFile: worldFile(), ...options });
  running.push(caller);
  return caller;
}

async function waitingExport(caller: ActivityCaller): Promise<{ address: Address; orderId: string }> {
  const order = caller.order({ lines: 2 });
  caller.control.nextActivity({ kind: 'export', byLine: { [lineAt(order.lines, 0).lineId]: 'price-changed' }, pricePercent: 20 });
  const address = await caller.export(order);
  await caller.awaiting(address);
  return { address, orderId: order.orderId };
}

describe('activities with a world file', () => {
  test('wait for their answers over a restart, and go on then', async () => {
    const first = await start();
    const { address, orderId } = await waitingExport(first);
    const before = await first.info(address, 'ru');
    const finished = await first.export(first.order());
    await first.finished(finished);
    await first.platform.close();

    const second = await start();
    expect({ ...(await second.info(address, 'ru')), workTime: 0 }).toEqual({ ...before, workTime: 0 });
    expect((await second.search()).map(({ Id }) => Id)).toEqual([finished.activityId, address.activityId]);
    await second.answer(address, /^Accept/);
    const done = await second.finished(address);
    expect(plain(done).at(-1)).toContain('Ordered: 2 lines. Pay in the account lin_88');
    expect(second.lines({ orderId }).map(({ statusId, priceWarning }) => [statusId, priceWarning])).toEqual([[4, 'BigOverpayment'], [4, 'Ok']]);
    await second.platform.close();

    const third = await start();
    expect(plain(await third.info(address))).toEqual(plain(done));
    expect(third.lines({ orderId })).toEqual(second.lines({ orderId }));
    expect(await third.act(address, 'Cancel')).toBe('ContractViolation/InvalidInputValue');
  });

  test('go on where they stood in the middle of their tasks', async () => {
    const first = await start();
    const order = first.order({ lines: 3 });
    first.control.nextActivity({ kind: 'export', everyLine: 'clean', stepMs: 600_000 });
    const address = await first.export(order);
    await first.platform.close();
    const second = await start({ activityStepMs: 0 });
    expect(plain(await second.finished(address)).at(-1)).toContain('Ordered: 3 lines');
  });

  test('lose nothing that the file held when the process was killed', async () => {
    const first = await start();
    const { address } = await waitingExport(first);
    await vi.waitFor(async () => expect(await readFile(worldFile(), 'utf8')).toContain('"question":"open"'), { timeout: 5000 });
    await copyFile(worldFile(), worldFile('killed.json'));
    await first.act(address, 'Cancel');
    const second = await start({ worldFile: worldFile('killed.json') });
    await second.answer(await second.awaiting(address).then(() => address), /^Leave/);
    expect((await second.finished(address)).IsCancelled).toBe('false');
  });

  test('keep no activity that was never begun: a file of before there were any is read', async () => {
    const first = await start();
    await first.platform.close();
    const { activities, ...older } = JSON.parse(await readFile(worldFile(), 'utf8')) as Record<string, unknown>;
    expect(activities).toEqual([]);
    await writeFile(worldFile(), JSON.stringify(older));
    expect(await (await start()).search()).toEqual([]);
  });

  test('that are damaged are refused and kept', async () => {
    const first = await start();
    await waitingExport(first);
    await first.platform.close();
    const saved = JSON.parse(await readFile(worldFile(), 'utf8')) as { activities: { work: { kind: string } }[] };
    for (const activity of saved.activities) activity.work.kind = 'juggle';
    const damaged = JSON.stringify(saved);
    await writeFile(worldFile(), damaged);
    await expect(start()).rejects.toThrow(UnreadableWorldFile);
    expect(await readFile(worldFile(), 'utf8')).toBe(damaged);
  });
});

describe('the control surface over HTTP', () => {
  const TOKEN = 'tok';

  async function perform(caller: ActivityCaller, action: string, body: unknown): Promise<{ status: number; result: Record<string, unknown> }> {
    const response = await fetch(`${caller.platform.origin}/practice/control/${action}`, { method: 'POST', headers: { authorization: `Bearer ${TOKEN}` }, body: JSON.stringify(body) });
    return { status: response.status, result: (await response.json()) as Record<string, unknown> };
  }

  test('does what the object does', async () => {
    const caller = await start({ controlToken: TOKEN, activityStepMs: 600_000 });
    const { control } = caller;
    const does = async (action: string, body: unknown): Promise<Record<string, unknown>> => {
      const { status, result } = await perform(caller, action, body);
      expect(`${status} ${JSON.stringify(result['error'] ?? '')}`).toBe('200 ""');
      return result;
    };
    const { order } = (await does('make-exportable', { providerType: 'Taobao', lines: 2, sellers: 1, tmall: 0 })) as { order: { orderId: string; lines: { lineId: string }[] } };
    expect(await does('purchase-lines', { orderId: order.orderId })).toEqual({ lines: control.purchaseLines(order.orderId) });
    expect(await does('exportable-orders', { providerType: 'Taobao', limit: 3 })).toEqual({ orders: control.exportableOrders({ providerType: 'Taobao', limit: 3 }) });
    await does('activity-defaults', { kind: 'export', everyLine: 'clean', confirms: false, providerFails: false });
    await does('next-activity', { kind: 'export', byLine: { [order.lines[0]?.lineId ?? '']: 'price-changed' }, pricePercent: 20, confirms: true });
    const { activity } = (await does('start-activity', { kind: 'export', orderId: order.orderId })) as { activity: ActivityReport };
    const address = { activityType: activity.type, activityId: activity.id };
    expect(control.activities()).toEqual([activity]);
    await does('activity-timing', { stepMs: 0, activityId: activity.id });
    const parameters = (await caller.awaiting(address)).steps[1]?.actions[0]?.parameters ?? {};
    await does('answer-activity', { activityId: activity.id, parameters });
    await caller.awaiting(address);
    expect(await does('act-activity', { activityId: activity.id, actionId: 'PlaceOrder' })).toMatchObject({ activity: { id: activity.id, actions: ['Cancel'] } });
    await caller.finished(address);
    expect(await does('activities', {})).toEqual({ activities: control.activities() });

    const started = (await does('start-activity', { kind: 'told', type: 'Test', description: 'x' })) as { activity: ActivityReport };
    const { id: activityId } = started.activity;
    await does('say-step', { activityId, type: 'Odd', message: '<i>', actions: [{ id: 'Link', displayName: 'l', parameters: { url: 'x' } }], activityActions: [{ id: 'Go', displayName: 'Go' }] });
    expect(await does('finish-activity', { activityId })).toEqual({ activity: control.activities()[0] });
    expect(control.activities()[0]).toMatchObject({ progressPercent: 100, steps: [{ type: 'Odd', message: { en: '<i>' } }] });

    const providerOrderId = '2877711111111111111';
    await does('set-provider-order', { providerOrderId, contents: null });
    const other = control.makeExportable({ providerType: 'Taobao', lines: 1 });
    await does('activity-timing', { stepMs: 0 });
    const link = (await does('start-activity', { kind: 'link', orderId: other.orderId, providerOrderIds: [providerOrderId] })) as { activity: ActivityReport };
    expect(plain(await caller.finished({ activityType: link.activity.type, activityId: link.activity.id }))).toContain(`Error: There is no provider order ${providerOrderId}`);
  });

  test.each([
    ['activity-timing', { stepMs: -1 }],
    ['activity-timing', { stepMs: 1, activityId: 'gone' }],
    ['next-activity', { kind: 'export', everyLine: 'exploded' }],
    ['next-activity', { kind: 'juggle' }],
    ['activity-defaults', { kind: 'unlink', everyLine: 'clean' }],
    ['start-activity', { kind: 'export' }],
    ['start-activity', { kind: 'export', orderId: 'ORD-9999999999' }],
    ['answer-activity', { activityId: 'gone', parameters: {} }],
    ['act-activity', { activityId: 'gone' }],
    ['say-step', { activityId: 'gone', type: 'Info', message: 7 }],
    ['finish-activity', {}],
    ['exportable-orders', { providerType: 'Jd' }],
    ['make-exportable', { providerType: 'Taobao', lines: 99 }],
    ['set-provider-order', { providerOrderId: '1' }],
    ['purchase-lines', { orderId: '' }],
  ])('refuses %s with %j and says why', async (action, body) => {
    const { status, result } = await perform(await start({ controlToken: TOKEN }), action, body);
    expect(status).toBe(400);
    expect(result['error']).toMatch(/\w{3}/);
  });
});
