import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActivityPlan, ExportableOrder, WantedOrder } from '../../../main/practice/index.ts';
import { WAYBILL_PATTERNS } from '../../../main/practice/world/carriers.ts';
import { ActivityCaller, ids, lineAt, plain, typesOf, type WireActivity } from './activity-caller.ts';

let caller: ActivityCaller;

beforeAll(async () => {
  caller = await ActivityCaller.start({ lines: 1500 });
});

afterAll(() => caller.platform.close());

type SynchronisePlan = Extract<ActivityPlan, { kind: 'synchronise' }>;

async function exported(wanted: Partial<WantedOrder> = {}): Promise<ExportableOrder> {
  const order = caller.order(wanted);
  await caller.finished(await caller.export(order));
  return order;
}

async function synchronise(orders: readonly ExportableOrder[], plan: Omit<SynchronisePlan, 'kind'> = {}): Promise<WireActivity> {
  caller.control.nextActivity({ kind: 'synchronise', ...plan });
  return caller.finished(await caller.run('synchronise', ids('OrderIds', orders.map(({ orderId }) => orderId)), orders[0]?.providerType));
}

const statuses = (order: ExportableOrder): unknown[] => caller.lines(order).map(({ statusId, purchaseStatus, waybill }) => [statusId, purchaseStatus, waybill !== '']);

describe('synchronising after an export', () => {
  test('brings statuses first, then waybills by which the lines are found, then nothing', async () => {
    const order = await exported({ lines: 3, sellers: 1 });
    expect(statuses(order)).toEqual(Array.from({ length: 3 }, () => [4, 'AwaitingPayment', false]));
    caller.control.activityDefaults({ kind: 'synchronise', everyLine: 'statuses' });
    const first = await synchronise([order]);
    caller.control.activityDefaults({ kind: 'synchronise' });
    expect(first).toMatchObject({ Type: 'ProviderOrdersIntegrationSynchronizing', Description: `Synchronisation of order ${order.orderId} with Taobao` });
    const { providerOrderId } = lineAt(caller.lines(order), 0);
    const names = order.lines.map(({ lineNumber, lineId }) => `${lineNumber} (${lineId})`).join(', ');
    expect(plain(first)).toEqual([
      'Info: Asking Taobao about 1 provider order',
      `Info: Provider order ${providerOrderId} is paid, awaiting shipment: ${names}`,
      'Success: Changed: 3 lines',
    ]);
    expect(statuses(order)).toEqual(Array.from({ length: 3 }, () => [4, 'AwaitingShipment', false]));

    const second = await synchronise([order], { everyLine: 'waybills' });
    const { waybill } = lineAt(caller.lines(order), 0);
    expect(plain(second)[1]).toBe(`Info: Provider order ${providerOrderId} is shipped, waybill ${waybill}: ${names}`);
    expect(statuses(order)).toEqual(Array.from({ length: 3 }, () => [4, 'Shipped', true]));
    expect(WAYBILL_PATTERNS.some(({ shape }) => shape.test(waybill))).toBe(true);
    const { items } = await caller.searchLines(`<VendorPurchaseWaybillIdList><Id>${waybill}</Id></VendorPurchaseWaybillIdList>`);
    expect(items.map(({ Id }) => Id)).toEqual(order.lines.map(({ lineId }) => lineId));

    expect(plain(await synchronise([order]))).toEqual(['Info: Asking Taobao about 0 provider orders', 'Success: Nothing has changed']);
  });

  test('goes the same way when nothing is planned', async () => {
    const orders = [await exported(), await exported(), await exported(), await exported()];
    await synchronise(orders);
    expect(orders.flatMap(statuses)).toEqual(orders.flatMap(({ lines }) => lines.map(() => [4, 'AwaitingShipment', false])));
    const second = await synchronise(orders);
    expect(second.Description).toBe(`Synchronisation of orders ${orders.map(({ orderId }) => orderId).join(', ')} with Taobao`);
    const after = orders.flatMap((order) => caller.lines(order));
    for (const line of after) expect([line.statusId, line.purchaseStatus, line.waybill !== '']).toEqual(line.statusId === 12 ? [12, 'Cancelled', false] : [4, 'Shipped', true]);
    expect(typesOf(second).filter((type) => type === 'Warning')).toHaveLength(after.filter(({ statusId }) => statusId === 12).length);
  });

  test('may bring waybills at once', async () => {
    const order = await exported({ providerType: 'Alibaba1688' });
    await synchronise([order], { everyLine: 'waybills' });
    expect(statuses(order)).toEqual(order.lines.map(() => [4, 'Shipped', true]));
  });

  test('may find a line cancelled by its seller, which can be bought again once it is unbound', async () => {
    const order = await exported({ lines: 2 });
    const cancelled = lineAt(caller.lines(order), 0);
    const done = await synchronise([order], { everyLine: 'nothing', byLine: { [cancelled.lineId]: 'seller-cancel' } });
    expect(plain(done).slice(1)).toEqual([
      `Warning: The seller has cancelled line ${cancelled.lineNumber} (${cancelled.lineId}) of provider order ${cancelled.providerOrderId}`,
      'Success: Changed: 1 line',
    ]);
    expect(statuses(order)).toEqual([[12, 'Cancelled', false], [4, 'AwaitingPayment', false]]);
    await caller.finished(await caller.run('unlink', `<OrderId>${order.orderId}</OrderId>${ids('OrderLineIds', [cancelled.lineId])}`));
    expect(lineAt(caller.lines(order), 0)).toMatchObject({ canBePurchased: true, purchaseStatus: '' });
  });

  test('brings a status only once', async () => {
    const order = await exported();
    await synchronise([order], { everyLine: 'statuses' });
    expect(plain(await synchronise([order], { everyLine: 'statuses' })).at(-1)).toBe('Success: Nothing has changed');
  });

  test('leaves lines that went on meanwhile', async () => {
    const order = await exported({ lines: 3, sellers: 1 });
    caller.control.nextActivity({ kind: 'synchronise', everyLine: 'waybills', stepMs: 600_000 });
    const address = await caller.run('synchronise', ids('OrderIds', [order.orderId]));
    caller.control.setLineFields(lineAt(order.lines, 0).lineId, { statusId: 6 });
    caller.control.setLineFields(lineAt(order.lines, 2).lineId, { vendPurchId: '2877711111111111111' });
    caller.control.activityTiming({ stepMs: 0, activityId: address.activityId });
    await caller.finished(address);
    expect(statuses(order)).toEqual([[6, 'AwaitingPayment', false], [4, 'Shipped', true], [4, 'AwaitingPayment', false]]);
  });

  test('leaves the lines of other orders alone', async () => {
    const [order, other] = [await exported(), await exported()];
    await synchronise([order]);
    expect(statuses(other)).toEqual(other.lines.map(() => [4, 'AwaitingPayment', false]));
  });
});

describe('synchronising all orders', () => {
  test('of a provider takes its bound lines only, in a few steps', async () => {
    const taobao = await exported();
    const alibaba = await exported({ providerType: 'Alibaba1688' });
    caller.control.nextActivity({ kind: 'synchronise', everyLine: 'waybills' });
    const done = await caller.finished(await caller.run('synchronise', ''));
    expect(done.Description).toBe('Synchronisation of all orders with Taobao');
    expect(statuses(taobao)).toEqual(taobao.lines.map(() => [4, 'Shipped', true]));
    expect(statuses(alibaba)).toEqual(alibaba.lines.map(() => [4, 'AwaitingPayment', false]));
    expect(plain(done)[0]).toMatch(/^Info: Asking Taobao about \d+ provider orders$/);
    expect(caller.control.activities()[0]?.steps).toHaveLength(done.steps.length);
  });

  test('brings the waybills of parcels that were not known, as they stand on the parcels', async () => {
    const { control, platform } = caller;
    const hidden = control.parcels({ kind: 'not-yet-known', limit: 100 });
    const alibaba = hidden.find(({ lineIds }) => platform.world.derivation.provider(platform.world.lineById(lineIds[0] ?? '')?.orderIndex ?? 0) === 'Alibaba1688');
    control.nextActivity({ kind: 'synchronise', everyLine: 'waybills' });
    await caller.finished(await caller.run('synchronise', '', 'Alibaba1688'));
    const { items } = await caller.searchLines(`<VendorPurchaseWaybillIdList><Id>${alibaba?.waybill}</Id></VendorPurchaseWaybillIdList>`);
    expect(items.map(({ Id }) => Id)).toEqual(alibaba?.lineIds);
  });
});
