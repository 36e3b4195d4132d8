import { beforeEach, describe, expect, it } from 'vitest';
import type { StartRequest } from '../../../preload/contract/index.ts';
import { activityTypes } from '../../../main/otapi/index.ts';
import { refusal } from './activities-platform.ts';
import { createStartsBench, exportRequest, reasonOf, sentBy, synchroniseRequest, type StartsBench } from './starts-bench.ts';

const order = 'ORD-0000012345';
let bench: StartsBench;

beforeEach(async () => {
  bench = await createStartsBench();
  bench.put(order, { id: '501' }, { id: '502' });
  bench.platform.calls.length = 0;
});

const calls = () => bench.activities.calls;
const start = async (request: StartRequest) => (await calls().start(request)).activity;
const sent = (): string[] => sentBy(bench);

describe('what a person sees before a start', () => {
  it('is the order as it is now, with accounts, the one whose session lives longest chosen', async () => {
    const { order: seen, lines, accounts, preselected, underWay } = await calls().prepareStart({ kind: 'export', order: '12345' });
    expect(seen).toMatchObject({ id: order, number: '12345', isPaid: true });
    expect(lines.map(({ lineId, obstacle, isBlocked }) => [lineId, obstacle, isBlocked])).toEqual([
      ['501', null, false],
      ['502', null, false],
    ]);
    expect(accounts.map(({ name }) => name)).toEqual(['wang_01', 'lin_88']);
    expect([preselected, underWay]).toEqual(['wang_01', []]);
    expect(JSON.stringify(accounts)).not.toContain('secret');
  });

  it.each(['12345', 'ORD-12345', 'ord-0000012345', ' 0012345 ', order])('finds the order by %j', async (text) => {
    expect((await calls().prepareStart({ kind: 'link', order: text })).order.id).toBe(order);
  });

  it('says that there is no such order', async () => {
    expect(await reasonOf(Promise.resolve(calls().prepareStart({ kind: 'export', order: '99' })))).toBe('order-gone');
  });

  it('says why a line cannot be exported, linked or unlinked', async () => {
    bench.put(
      order,
      { id: '1' },
      { id: '2', isPaid: false, canBePurchased: false },
      { id: '3', canBePurchased: false },
      { id: '4', itemUrl: 'https://detail.tmall.com/item.htm?id=1' },
      { id: '5', itemUrl: 'https://nottmall.com/item.htm?id=1' },
      { id: '6', providerOrderId: '2893', statusId: 4, canBePurchased: false },
      { id: '7', providerOrderId: '2893', statusId: 6, canBePurchased: false },
      { id: '8', itemUrl: 'https://detail.tmall.com/item.htm?id=1', canBePurchased: false },
      { id: '9', itemUrl: 'https://tmall.com/item.htm?id=1', isPaid: false },
    );
    const obstacles = async (kind: 'export' | 'link' | 'unlink' | 'synchronise') =>
      (await calls().prepareStart({ kind, order })).lines.map(({ obstacle, isBlocked }) => `${obstacle ?? '-'}${isBlocked ? '!' : ''}`);
    expect(await obstacles('export')).toEqual([
      '-',
      'not-paid!',
      'not-purchasable!',
      'tmall',
      '-',
      'bound!',
      'bound!',
      'tmall!',
      'not-paid!',
    ]);
    expect(await obstacles('link')).toEqual(['-', '-', '-', '-', '-', 'bound!', 'bound!', '-', '-']);
    const notBound = ['not-bound!', 'not-bound!', 'not-bound!', 'not-bound!', 'not-bound!'];
    expect(await obstacles('unlink')).toEqual([...notBound, '-', 'received!', 'not-bound!', 'not-bound!']);
    expect(new Set(await obstacles('synchronise'))).toEqual(new Set(['-']));
  });

  it('lists orders to buy and orders on their way, by a text or all of them', async () => {
    bench.put('ORD-0000000007', { id: '601', providerOrderId: '2893', statusId: 4 }, { id: '602', providerOrderId: '2893', statusId: 6 });
    const numbers = async (list: 'to-buy' | 'bought', text = '') =>
      (await calls().orderChoices({ list, text, limit: 10 })).orders.map(({ number, lines, pieces }) => [number, lines, pieces]);
    expect(await numbers('to-buy')).toEqual([['12345', 2, 4]]);
    expect(await numbers('bought')).toEqual([['7', 1, 2]]);
    expect(await numbers('bought', '2893')).toEqual([['7', 1, 2]]);
    expect(await numbers('to-buy', '2893')).toEqual([]);
    expect(await numbers('to-buy', '12345')).toEqual([['12345', 2, 4]]);
  });
});

describe('a start', () => {
  it('runs on OT Platform, is followed at once, and tells with which account and by whom', async () => {
    expect(await start(exportRequest({ lineIds: ['502'] }))).toEqual({ type: activityTypes.export, id: 'new-1' });
    await bench.settle();
    expect(sent()).toEqual([`export ${order} 502`]);
    expect(bench.view().activities).toMatchObject([
      { id: 'new-1', orders: [{ id: order, number: '12345' }], providerType: 'Taobao', start: { accountName: 'wang_01', by: 'Li Wei', station: 'Bench' } },
    ]);
    const { lines } = await calls().detail({ type: activityTypes.export, id: 'new-1' });
    expect(lines.map(({ lineId }) => lineId)).toEqual(['502']);
  });

  it('of every kind sends what its kind takes', async () => {
    const common = { accountId: 'wang_01', despite: ['under-way' as const] };
    const ofOrder = { ...common, orderId: order, lineIds: [] };
    await start({ kind: 'synchronise', ...common, requestId: exportRequest().requestId, orderIds: [order] });
    await start({ kind: 'synchronise', ...common, requestId: exportRequest().requestId, orderIds: [] });
    await start({ kind: 'link', ...ofOrder, requestId: exportRequest().requestId, providerOrderIds: ['2893', '2894'] });
    const bought = 'ORD-0000000007';
    bench.put(bought, { id: '601', providerOrderId: '2893', statusId: 4 });
    await start({ kind: 'unlink', ...ofOrder, orderId: bought, requestId: exportRequest().requestId });
    expect(sent()).toEqual([`synchronise ${order}`, 'synchronise ', `link ${order} 2893,2894`, `unlink ${bought}`]);
  });

  it('that is asked for twice runs once', async () => {
    const request = exportRequest();
    const [first, second] = await Promise.all([start(request), start(request)]);
    expect(second).toEqual(first);
    expect(await start(request)).toEqual(first);
    await bench.restart();
    expect(await start(request)).toEqual(first);
    expect(sent()).toHaveLength(1);
  });

  it('without a session is refused; where a provider needs none it is not', async () => {
    bench.sessions.clear();
    expect(await reasonOf(start(exportRequest()))).toBe('no-session');
    bench.sessions.set('wang_01', { id: '', endsAt: null });
    expect(await start(exportRequest())).not.toBeNull();
  });

  it('on a session that has ended, beside another of the order, waits for a yes', async () => {
    bench.sessions.set('wang_01', { id: 's', endsAt: bench.time.now() });
    expect(await reasonOf(start(exportRequest()))).toBe('session-over');
    await start(exportRequest({ despite: ['session-over'] }));
    expect(await reasonOf(start(exportRequest({ despite: ['session-over'] })))).toBe('under-way');
    expect(await start(exportRequest({ despite: ['session-over', 'under-way'] }))).not.toBeNull();
    expect(sent()).toHaveLength(2);
  });

  it('of a synchronisation of all orders waits for a yes beside another one of all at the same provider only', async () => {
    bench.accounts.push({ ...bench.account('wang_01'), id: 'yiwu', name: 'yiwu', providerType: 'Alibaba1688' });
    bench.sessions.set('yiwu', { id: 's', endsAt: bench.time.now() + 1 });
    await start(synchroniseRequest({ orderIds: [order] }));
    await start(synchroniseRequest({ accountId: 'yiwu' }));
    expect(await start(synchroniseRequest())).not.toBeNull();
    expect(await reasonOf(start(synchroniseRequest({ accountId: 'lin_88' })))).toBe('under-way');
    expect(await start(synchroniseRequest({ accountId: 'lin_88', despite: ['under-way'] }))).not.toBeNull();
  });

  it('is not sent for an order or with an account that is gone', async () => {
    expect(await reasonOf(start(exportRequest({ orderId: 'ORD-0000000099' })))).toBe('order-gone');
    expect(await reasonOf(start(exportRequest({ accountId: 'nobody' })))).toBe('account-gone');
    expect(sent()).toEqual([]);
    expect(bench.view().starts).toEqual([]);
  });

  it('that OT Platform refuses may be sent again, with the same request', async () => {
    const request = exportRequest();
    bench.platform.failNext = { error: refusal('AccessDenied'), takesEffect: false };
    await expect(start(request)).rejects.toMatchObject({ errorCode: 'AccessDenied' });
    expect(bench.view().starts).toEqual([]);
    expect(await start(request)).not.toBeNull();
  });

  it('keeps no session id anywhere', async () => {
    await start(exportRequest());
    const rows = bench.database.prepare('SELECT * FROM activity_starts').all();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify([rows, bench.view()])).not.toContain('secret');
  });

  it('gives no session id away when it fails', async () => {
    const thrown: unknown[] = [];
    const failing = (change: Parameters<typeof exportRequest>[0] = {}): Promise<unknown> =>
      start(exportRequest(change)).catch((error: unknown) => thrown.push(error));
    bench.platform.failNext = { error: refusal('AccessDenied'), takesEffect: false };
    await failing();
    bench.sessions.set('wang_01', { id: 'secret-that-is-over', endsAt: 0 });
    await failing();
    bench.sessions.clear();
    await failing();
    expect(thrown).toHaveLength(3);
    const told = thrown.map((error) => JSON.stringify([String(error), { ...(error as object) }]));
    expect(told.join('\n')).not.toContain('secret');
    expect(JSON.stringify(bench.database.prepare('SELECT * FROM activity_starts').all())).not.toContain('secret');
  });
});
