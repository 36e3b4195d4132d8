import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ActivityCaller, ids, lineAt, plain, typesOf, type Address } from './activity-caller.ts';

let caller: ActivityCaller;

beforeAll(async () => {
  caller = await ActivityCaller.start({ lines: 1500 });
});

afterAll(() => caller.platform.close());

let lastId = 0;
/** An id that looks like one of Taobao, and that nobody knows. */
const newId = (): string => `28777${String((lastId += 1)).padStart(12, '0')}11`;

const link = (orderId: string, providerOrderIds: readonly string[], lineIds: readonly string[] = [], providerType = 'Taobao'): Promise<Address> =>
  caller.run('link', `<OrderId>${orderId}</OrderId>${lineIds.length === 0 ? '' : ids('OrderLineIds', lineIds)}${ids('ProviderOrderIds', providerOrderIds)}`, providerType);

const unlink = (orderId: string, lineIds: readonly string[] = []): Promise<Address> =>
  caller.run('unlink', `<OrderId>${orderId}</OrderId>${lineIds.length === 0 ? '' : ids('OrderLineIds', lineIds)}`);

describe('linking', () => {
  test('binds the lines of an order to the provider order that holds their goods', async () => {
    const order = caller.order({ lines: 2, sellers: 1 });
    const id = newId();
    const done = await caller.finished(await link(order.orderId, [id]));
    expect(done).toMatchObject({ Type: 'ProviderOrdersIntegrationLinking', Description: `Linking of order ${order.orderId} with orders at Taobao`, progress: 100 });
    expect(plain(done)).toEqual([
      'Info: Reading 1 provider order at Taobao',
      ...order.lines.map(({ lineNumber, lineId }) => `Info: Line ${lineNumber} (${lineId}) was found in provider order ${id}`),
      'Success: Bound: 2 lines',
    ]);
    const details = await caller.line(order.orderId, lineAt(order.lines, 0).lineId);
    expect(details).toMatchObject({ StatusId: '4', CanBePurchased: 'false', VendPurchId: id, VendPurchAccountId: 'lin_88', VendPurchStatus: '', VendPurchItemPrice: details['TaoBaoPriceWithDiscount'] });
  });

  test('deals several provider orders out to the sellers', async () => {
    const order = caller.order({ lines: 2, sellers: 2 });
    const [first, second] = [newId(), newId()];
    await caller.finished(await link(order.orderId, [first, second]));
    expect(caller.lines(order).map(({ providerOrderId }) => providerOrderId)).toEqual([first, second]);
  });

  test('of more provider orders than sellers warns of those that hold nothing', async () => {
    const order = caller.order({ lines: 1 });
    const [first, second] = [newId(), newId()];
    const done = await caller.finished(await link(order.orderId, [first, second]));
    expect(plain(done)).toContain(`Warning: Provider order ${second} holds no goods of the chosen lines`);
    expect(lineAt(caller.lines(order), 0).providerOrderId).toBe(first);
  });

  test('asks which line goods are that it does not recognise', async () => {
    const order = caller.order({ lines: 2, sellers: 1, providerType: 'Alibaba1688' });
    const [first, second] = order.lines;
    const id = newId();
    caller.control.nextActivity({ kind: 'link', everyLine: 'unmatched' });
    const address = await link(order.orderId, [id], [], 'Alibaba1688');
    const waiting = await caller.awaiting(address);
    const question = waiting.steps.at(-1);
    expect(question?.type).toBe('Question');
    expect(question?.message).toContain(`Provider order <b>${id}</b> holds <b>${first?.titleInChinese} `);
    expect(question?.actions.map(({ parameters }) => parameters['Answer'])).toEqual([`line-${first?.lineId}`, `line-${second?.lineId}`, 'none']);
    expect(question?.actions[1]?.name).toContain(`${second?.lineNumber}: `);
    await caller.answer(address, new RegExp(`^${second?.lineNumber}:`));
    const next = await caller.awaiting(address);
    expect(next.steps.at(-1)?.actions.map(({ parameters }) => parameters['Answer'])).toEqual([`line-${first?.lineId}`, 'none']);
    await caller.answer(address, /^None/, /Which line/);
    const done = await caller.finished(address);
    expect(plain(done)).toContain(`Info: Goods of provider order ${id} stay without a line`);
    expect(caller.lines(order).map(({ providerOrderId }) => providerOrderId)).toEqual(['', id]);
  });

  test('binds nothing when no line is named', async () => {
    const order = caller.order({ lines: 1 });
    caller.control.nextActivity({ kind: 'link', everyLine: 'unmatched' });
    const address = await link(order.orderId, [newId()]);
    await caller.awaiting(address);
    await caller.answer(address, /^None/);
    expect(plain(await caller.finished(address)).at(-1)).toBe('Error: No line was bound');
    expect(lineAt(caller.lines(order), 0).canBePurchased).toBe(true);
  });

  test.each(['2877700000000000000', '123', '28777000000000000111111', 'abc', '&lt;img src=x&gt;'])('to %s, which does not exist, is an error that names it', async (id) => {
    const order = caller.order({ lines: 1 });
    const done = await caller.finished(await link(order.orderId, [id]));
    expect(typesOf(done)).toEqual(['Info', 'Error', 'Error']);
    expect(done.steps[1]?.message).toBe(`There is no provider order <b>${id}</b>`);
  });

  test('goes on with the other provider orders when one does not exist', async () => {
    const order = caller.order({ lines: 1 });
    const [known, unknown] = [newId(), newId()];
    caller.control.setProviderOrder(unknown, null);
    const done = await caller.finished(await link(order.orderId, [known, unknown]));
    expect(plain(done)).toContain(`Error: There is no provider order ${unknown}`);
    expect(lineAt(caller.lines(order), 0).providerOrderId).toBe(known);
  });

  test('takes what the control surface says of a provider order', async () => {
    const order = caller.order({ lines: 2 });
    const [first, second] = order.lines;
    const id = newId();
    caller.control.setProviderOrder(id, { lineIds: [second?.lineId ?? ''], otherGoods: ['赠品 <手机壳>'] });
    const address = await link(order.orderId, [id]);
    const waiting = await caller.awaiting(address);
    expect(waiting.steps.at(-1)?.message).toContain('<b>赠品 &lt;手机壳&gt;</b>');
    await caller.answer(address, new RegExp(`^${first?.lineNumber}:`));
    await caller.finished(address);
    expect(caller.lines(order).map(({ providerOrderId }) => providerOrderId)).toEqual([id, id]);
  });

  test('asks about goods whose line was given to others', async () => {
    const order = caller.order({ lines: 2 });
    const [first, second] = order.lines;
    const [other, own] = [newId(), newId()];
    caller.control.setProviderOrder(other, { lineIds: [], otherGoods: ['相似商品'] });
    caller.control.setProviderOrder(own, { lineIds: [second?.lineId ?? ''], otherGoods: [] });
    const address = await link(order.orderId, [other, own]);
    await caller.awaiting(address);
    await caller.answer(address, new RegExp(`^${second?.lineNumber}:`));
    const waiting = await caller.awaiting(address);
    expect(waiting.steps.at(-1)?.actions.map(({ parameters }) => parameters['Answer'])).toEqual([`line-${first?.lineId}`, 'none']);
    await caller.answer(address, new RegExp(`^${first?.lineNumber}:`));
    await caller.finished(address);
    expect(caller.lines(order).map(({ providerOrderId }) => providerOrderId)).toEqual([own, other]);
  });

  test('tells of goods for which no line is left', async () => {
    const order = caller.order({ lines: 1 });
    const id = newId();
    caller.control.setProviderOrder(id, { lineIds: [lineAt(order.lines, 0).lineId], otherGoods: ['赠品'] });
    expect(plain(await caller.finished(await link(order.orderId, [id])))).toContain(`Warning: No line is left for 赠品 of provider order ${id}`);
  });

  test('to a provider order of other lines binds nothing', async () => {
    const [order, other] = [caller.order({ lines: 1 }), caller.order({ lines: 1 })];
    const id = newId();
    await caller.finished(await link(other.orderId, [id]));
    const done = await caller.finished(await link(order.orderId, [id]));
    expect(plain(done)).toContain(`Warning: Provider order ${id} holds no goods of the chosen lines`);
    expect(plain(done).at(-1)).toBe('Error: No line was bound');
  });

  test('names chosen lines that cannot be bound, and binds the others', async () => {
    const order = caller.order({ lines: 3, sellers: 1 });
    const [bound, unpaid, good] = order.lines;
    await caller.finished(await link(order.orderId, [newId()], [bound?.lineId ?? '']));
    const id = lineAt(caller.lines(order), 0).providerOrderId;
    caller.control.setLineFields(unpaid?.lineId ?? '', { statusId: 1 });
    const done = await caller.finished(await link(order.orderId, [newId()], order.lines.map(({ lineId }) => lineId)));
    expect(plain(done).slice(1, 3)).toEqual([
      `Warning: Line ${bound?.lineNumber} (${bound?.lineId}) is bound to provider order ${id} already`,
      `Error: Line ${unpaid?.lineNumber} (${unpaid?.lineId}) is not paid`,
    ]);
    expect(plain(done).at(-1)).toBe('Success: Bound: 1 line');
    expect(caller.lines(order).find(({ lineId }) => lineId === good?.lineId)?.statusId).toBe(4);
  });

  test('sees what another station did while a question was open', async () => {
    const order = caller.order({ lines: 1 });
    const { lineId, lineNumber } = lineAt(order.lines, 0);
    caller.control.nextActivity({ kind: 'link', everyLine: 'unmatched' });
    const address = await link(order.orderId, [newId()]);
    await caller.awaiting(address);
    caller.control.setLineFields(lineId, { statusId: 13 });
    await caller.answer(address, new RegExp(`^${lineNumber}:`));
    expect(plain(await caller.finished(address)).slice(-2)).toEqual([`Error: Line ${lineNumber} (${lineId}) cannot be bought in its status`, 'Error: No line was bound']);
  });

  test('never lets progress go back', async () => {
    const order = caller.order({ lines: 4, sellers: 1 });
    caller.control.nextActivity({ kind: 'link', everyLine: 'unmatched' });
    const address = await link(order.orderId, [newId()]);
    const seen: number[] = [];
    for (let question = 0; question < 4; question += 1) {
      seen.push((await caller.awaiting(address)).progress);
      await caller.answer(address, /^None/);
    }
    seen.push((await caller.finished(address)).progress);
    expect(seen).toEqual(seen.toSorted((left, right) => left - right));
    expect(seen.at(-1)).toBe(100);
  });
});

describe('unlinking', () => {
  test('empties what the purchase has brought, and the line can be exported again', async () => {
    const order = caller.order({ lines: 2 });
    await caller.finished(await caller.export(order));
    const before = caller.lines(order);
    caller.control.nextActivity({ kind: 'synchronise', everyLine: 'waybills' });
    await caller.finished(await caller.run('synchronise', ids('OrderIds', [order.orderId])));
    const done = await caller.finished(await unlink(order.orderId));
    expect(done).toMatchObject({ Type: 'ProviderOrdersIntegrationUnlinking', Description: `Unlinking of order ${order.orderId} from orders at Taobao` });
    expect(plain(done)).toEqual([
      'Info: To unbind: 2 lines',
      ...before.map(({ lineNumber, lineId, providerOrderId }) => `Info: Line ${lineNumber} (${lineId}) is unbound from provider order ${providerOrderId}`),
      'Success: Unbound: 2 lines',
    ]);
    expect(caller.lines(order)).toEqual(order.lines);
    await caller.finished(await caller.export(order));
    expect(caller.lines(order).map(({ providerOrderId }) => before.some((line) => line.providerOrderId === providerOrderId))).toEqual([false, false]);
  });

  test('and linking again finds the goods of the provider order', async () => {
    const order = caller.order({ lines: 3 });
    await caller.finished(await caller.export(order, [lineAt(order.lines, 1).lineId]));
    const id = lineAt(caller.lines(order), 1).providerOrderId;
    await caller.finished(await unlink(order.orderId));
    await caller.finished(await link(order.orderId, [id]));
    expect(caller.lines(order).map(({ providerOrderId }) => providerOrderId)).toEqual(['', id, '']);
  });

  test('of chosen lines refuses those that have come, and warns of those that are not bound', async () => {
    const order = caller.order({ lines: 3 });
    const [bound, received, free] = order.lines;
    await caller.finished(await caller.export(order, [bound?.lineId ?? '', received?.lineId ?? '']));
    caller.control.setLineFields(received?.lineId ?? '', { statusId: 6 });
    const done = await caller.finished(await unlink(order.orderId, order.lines.map(({ lineId }) => lineId)));
    expect(typesOf(done)).toEqual(['Info', 'Info', 'Error', 'Warning', 'Success']);
    expect(plain(done)[2]).toBe(`Error: Line ${received?.lineNumber} (${received?.lineId}) has come to the warehouse or is over, it cannot be unbound`);
    expect(plain(done)[3]).toBe(`Warning: Line ${free?.lineNumber} (${free?.lineId}) is bound to no provider order`);
    expect(caller.lines(order).map(({ statusId, providerOrderId }) => [statusId, providerOrderId !== ''])).toEqual([[2, false], [6, true], [2, false]]);
  });

  test.each([6, 7, 8, 9, 10, 11, 13])('is refused for a line with status %i', async (statusId) => {
    const order = caller.order({ lines: 1 });
    const { lineId } = lineAt(order.lines, 0);
    caller.control.setLineFields(lineId, { vendPurchId: newId(), statusId });
    const done = await caller.finished(await unlink(order.orderId));
    expect(typesOf(done)).toEqual(['Info', 'Error', 'Error']);
    expect(plain(done).at(-1)).toBe('Error: No line was unbound');
    expect(lineAt(caller.lines(order), 0).statusId).toBe(statusId);
  });

  test.each([2, 3, 4, 5, 12])('is possible for a line with status %i', async (statusId) => {
    const order = caller.order({ lines: 1 });
    caller.control.setLineFields(lineAt(order.lines, 0).lineId, { vendPurchId: newId(), statusId });
    await caller.finished(await unlink(order.orderId));
    expect(lineAt(caller.lines(order), 0)).toMatchObject({ statusId: 2, canBePurchased: true });
  });

  test('of an order without bound lines ends with an error', async () => {
    const done = await caller.finished(await unlink(caller.order({ lines: 1 }).orderId));
    expect(plain(done)).toEqual(['Info: To unbind: 0 lines', 'Error: No line was unbound']);
  });
});
