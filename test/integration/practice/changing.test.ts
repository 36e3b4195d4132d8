import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPracticePlatform } from '../../../main/practice/index.ts';
import type { PracticePlatform } from '../../../main/practice/index.ts';
import { PracticeCaller } from './practice-caller.ts';

const NOW = new Date('2026-11-23T08:00:00.500Z');

let platform: PracticePlatform;
let caller: PracticeCaller;

beforeEach(async () => {
  platform = await startPracticePlatform({ lines: 300, seed: 3, now: () => NOW });
  caller = new PracticeCaller(platform);
  await caller.signIn();
});

afterEach(() => platform.close());

interface Named {
  readonly orderId: string;
  readonly lineId: string;
  readonly qty: number;
}

/** Awaited lines of this many pieces or more. */
async function awaitedLines(atLeast: number): Promise<Named[]> {
  const { items } = await caller.searchLines('<StatusIdList><Id>4</Id></StatusIdList>');
  const named = items.map(({ Id = '', OrderId = '', Qty }) => ({ lineId: Id, orderId: OrderId, qty: Number(Qty) }));
  return named.filter(({ qty }) => qty >= atLeast);
}

async function awaitedLine(atLeast = 1): Promise<Named> {
  const [line] = await awaitedLines(atLeast);
  if (line === undefined) throw new Error('the world has no such line');
  return line;
}

const update = ({ orderId, lineId }: Named, children: string): Promise<string> =>
  caller.codesOf('UpdateOrderLineForOperator', { orderId, orderLineId: lineId, xmlUpdateData: `<OrderLineUpdateData>${children}</OrderLineUpdateData>` });

const changeStatus = ({ orderId, lineId }: Named, parameters: Readonly<Record<string, string>>): Promise<string> =>
  caller.codesOf('ChangeLineStatus', { salesId: orderId, salesLineId: lineId, comment: '', quantity: '', ...parameters });

const split = ({ orderId, lineId }: Named, count: string): Promise<string> =>
  caller.codesOf('SplitOrderLineForOperator', {
    orderId,
    orderLineId: lineId,
    xmlSplitData: `<OrderLineSplitData><SeparatedItemsCount>${count}</SeparatedItemsCount></OrderLineSplitData>`,
  });

async function availableStatuses({ orderId, lineId }: Named): Promise<string[]> {
  const { root } = await caller.call('GetLineAvailableStatusList', { salesId: orderId, salesLineId: lineId });
  const list = root['Result'] as '' | { SalesLineStatusInfo: { Id: string }[] };
  return list === '' ? [] : list.SalesLineStatusInfo.map(({ Id }) => Id);
}

async function processLog({ orderId, lineId }: Named): Promise<Record<string, string>[]> {
  const { root } = await caller.call('GetSaleLineProcessLog', { salesId: orderId, salesLineId: lineId });
  return (root['Result'] as { SalesLineProcLogInfo: Record<string, string>[] }).SalesLineProcLogInfo;
}

describe('UpdateOrderLineForOperator', () => {
  test('receives a line, and what may follow changes with it', async () => {
    const line = await awaitedLine();
    expect(await availableStatuses(line)).toEqual(['5', '6', '11', '12', '13']);
    expect(await update(line, '<StatusId>6</StatusId>')).toBe('Ok');
    expect(await caller.line(line.orderId, line.lineId)).toMatchObject({ StatusId: '6', StatusName: 'Received', CanMoveToPackage: 'true' });
    expect(await availableStatuses(line)).toEqual(['4', '5', '7', '11']);
  });

  test('takes a receipt back, but not once the line is packed', async () => {
    const line = await awaitedLine();
    for (const status of [6, 4, 6, 7]) expect(await update(line, `<StatusId>${status}</StatusId>`)).toBe('Ok');
    expect(await update(line, '<StatusId>6</StatusId>')).toBe('ContractViolation/InvalidInputValue');
    expect(await caller.line(line.orderId, line.lineId)).toMatchObject({ StatusId: '7' });
  });

  test('sets the status that is there already without a trace', async () => {
    const line = await awaitedLine();
    const before = await processLog(line);
    expect(await update(line, '<StatusId>4</StatusId>')).toBe('Ok');
    expect(await processLog(line)).toEqual(before);
  });

  test('changes weight, prices and texts', async () => {
    const line = await awaitedLine();
    const children =
      '<Weight>1.25</Weight><InternalPrice>1000.5</InternalPrice><OriginalPriceWithoutDelivery>33.3</OriginalPriceWithoutDelivery>' +
      '<OriginalDeliveryPrice>2</OriginalDeliveryPrice><SetOriginalPriceByVendor>true</SetOriginalPriceByVendor><ConfigExternalId>4001</ConfigExternalId>' +
      '<CustomDescription>Куртка &amp; шарф</CustomDescription><CustomDescriptionInEnglish>Jacket</CustomDescriptionInEnglish><Unknown>1</Unknown>';
    expect(await update(line, children)).toBe('Ok');
    const changed = await caller.line(line.orderId, line.lineId);
    expect(changed).toMatchObject({ Weight: '1.25', NewPriceCust: '1000.5', TaoBaoPriceWithDiscount: '33.3', TaoBaoDelivery: '2', ConfigId: '4001' });
    expect(changed).toMatchObject({ CustomDescription: 'Куртка & шарф', CustomDescriptionInEnglish: 'Jacket', StatusId: '4' });
  });

  test.each([
    ['a weight with a comma', '<Weight>1,25</Weight>', 'ValidationError'],
    ['a negative weight', '<Weight>-1</Weight>', 'ValidationError'],
    ['a status that is no number', '<StatusId>six</StatusId>', 'ValidationError'],
    ['a status that does not exist', '<StatusId>99</StatusId>', 'ValidationError'],
    ['a status that is not available', '<StatusId>10</StatusId>', 'ContractViolation/InvalidInputValue'],
    ['open XML', '<Weight>1', 'ValidationError'],
  ])('with %s changes nothing', async (_, children, codes) => {
    const line = await awaitedLine();
    expect(await update(line, children)).toBe(codes);
    expect(platform.world.changes).toEqual([]);
  });

  test('wants the line in the order that it names', async () => {
    const line = await awaitedLine();
    expect(await update({ ...line, orderId: 'ORD-0000012002' }, '<StatusId>6</StatusId>')).toBe('NotFound');
    expect(await update({ ...line, orderId: 'ORD-0000099999' }, '<StatusId>6</StatusId>')).toBe('NotFound');
    expect(await update({ ...line, lineId: '1' }, '<StatusId>6</StatusId>')).toBe('NotFound');
    expect(platform.world.changes).toEqual([]);
  });
});

describe('UpdateOrderLinesForOperator', () => {
  async function linesOfOneOrder(): Promise<Named[]> {
    const lines = await awaitedLines(1);
    const fitting = lines.map(({ orderId }) => lines.filter((line) => line.orderId === orderId)).find((ofOrder) => ofOrder.length > 1);
    if (fitting === undefined) throw new Error('the world has no such order');
    return fitting;
  }

  const updateAll = (lines: readonly Named[], statusId: number, extraIds = ''): Promise<string> =>
    caller.codesOf('UpdateOrderLinesForOperator', {
      orderId: lines[0]?.orderId ?? '',
      orderLineIds: lines.map(({ lineId }) => lineId).join(';') + extraIds,
      xmlUpdateData: `<OrderLineUpdateData><StatusId>${statusId}</StatusId></OrderLineUpdateData>`,
    });

  test('changes several lines of one order, and the order with them', async () => {
    const lines = await linesOfOneOrder();
    expect(await updateAll(lines, 6)).toBe('Ok');
    const changed = await Promise.all(lines.map(({ orderId, lineId }) => caller.line(orderId, lineId)));
    expect(changed.map(({ StatusId }) => StatusId)).toEqual(lines.map(() => '6'));
  });

  test('changes all of them or none', async () => {
    const lines = await linesOfOneOrder();
    const last = lines.at(-1);
    if (last !== undefined) platform.control.setLineFields(last.lineId, { statusId: 7 });
    expect(await updateAll(lines, 6)).toBe('ContractViolation/InvalidInputValue');
    expect(await updateAll(lines, 6, ';1')).toBe('NotFound');
    const other = (await awaitedLines(1)).find(({ orderId }) => orderId !== lines[0]?.orderId);
    expect(await updateAll(lines.slice(0, 1), 6, `;${other?.lineId}`)).toBe('NotFound');
    expect(await caller.line(lines[0]?.orderId ?? '', lines[0]?.lineId ?? '')).toMatchObject({ StatusId: '4' });
  });
});

describe('an update', () => {
  test('without children, or with unknown ones alone, changes nothing and is no error', async () => {
    const line = await awaitedLine();
    for (const children of ['', '<Colour>red</Colour>', '<StatusId></StatusId><Weight/>']) expect(await update(line, children)).toBe('Ok');
    expect(platform.world.changes).toEqual([]);
  });

  test('without data, with another root or without lines is refused', async () => {
    const { orderId, lineId } = await awaitedLine();
    for (const xmlUpdateData of ['', '<OrderUpdateData><StatusId>6</StatusId></OrderUpdateData>']) {
      expect(await caller.codesOf('UpdateOrderLineForOperator', { orderId, orderLineId: lineId, xmlUpdateData })).toBe('ValidationError');
    }
    const xmlUpdateData = '<OrderLineUpdateData><StatusId>6</StatusId></OrderLineUpdateData>';
    for (const orderLineIds of ['', ';', ' ; ']) {
      expect(await caller.codesOf('UpdateOrderLinesForOperator', { orderId, orderLineIds, xmlUpdateData })).toBe('ValidationError');
    }
    expect(platform.world.changes).toEqual([]);
  });
});

describe('ChangeLineStatus', () => {
  test('sets status and comment', async () => {
    const line = await awaitedLine();
    expect(await changeStatus(line, { statusId: '6', comment: 'Box <torn> & wet', quantity: String(line.qty) })).toBe('Ok');
    expect(await caller.line(line.orderId, line.lineId)).toMatchObject({ StatusId: '6' });
    expect(platform.world.lineById(line.lineId)?.operatorComment).toBe('Box <torn> & wet');
  });

  test('leaves the comment when it is empty, and clears it for a blank', async () => {
    const line = await awaitedLine();
    const comment = (): string | undefined => platform.world.lineById(line.lineId)?.operatorComment;
    await changeStatus(line, { statusId: '6', comment: 'seen' });
    await changeStatus(line, { statusId: '6', comment: '' });
    expect(comment()).toBe('seen');
    await changeStatus(line, { statusId: '6', comment: ' ' });
    expect(comment()).toBe('');
  });

  test('keeps a comment as it was sent', async () => {
    const line = await awaitedLine();
    await changeStatus(line, { statusId: '4', comment: ' 破损 + 50%\r\nsee photo ' });
    expect(await caller.line(line.orderId, line.lineId)).toMatchObject({ OperatorComment: expect.stringContaining('破损 + 50%') as unknown });
    expect(platform.world.lineById(line.lineId)?.operatorComment).toBe(' 破损 + 50%\r\nsee photo ');
  });

  test('for a part of a line that has the status already changes the comment only', async () => {
    const line = await awaitedLine(2);
    expect(await changeStatus(line, { statusId: '4', quantity: '1', comment: 'one of them' })).toBe('Ok');
    expect(platform.world.lineById(line.lineId)).toMatchObject({ qty: line.qty, operatorComment: 'one of them' });
  });

  test('splits off the part that it is for', async () => {
    const line = await awaitedLine(3);
    expect(await changeStatus(line, { statusId: '6', quantity: '2', comment: 'two came' })).toBe('Ok');
    const lines = await caller.linesOfOrder(line.orderId);
    const created = lines.at(-1) ?? {};
    const rest = lines.find(({ Id }) => Id === line.lineId) ?? {};
    expect(rest).toMatchObject({ StatusId: '4', Qty: String(line.qty - 2) });
    expect(created).toMatchObject({ StatusId: '6', Qty: '2', OperatorComment: 'two came', VendPurchWaybill: rest['VendPurchWaybill'] });
    expect(created['Id']).not.toBe(line.lineId);
  });

  test('refuses quantities that the line does not have, and statuses that are not available', async () => {
    const line = await awaitedLine(2);
    for (const quantity of ['0', String(line.qty + 1)]) {
      expect(await changeStatus(line, { statusId: '6', quantity })).toBe('ContractViolation/InvalidInputValue');
    }
    expect(await changeStatus(line, { statusId: '9' })).toBe('ContractViolation/InvalidInputValue');
    expect(await changeStatus(line, { statusId: '' })).toBe('ValidationError');
    expect(platform.world.changes).toEqual([]);
  });
});

describe('SplitOrderLineForOperator', () => {
  test('makes a new line with its own id and number, which is found with the parcel', async () => {
    const line = await awaitedLine(2);
    const before = await caller.linesOfOrder(line.orderId);
    expect(await split(line, '1')).toBe('Ok');
    const after = await caller.linesOfOrder(line.orderId);
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toMatchObject({ LineNum: String(before.length + 1), Qty: '1', QtyOrig: '1', StatusId: '4' });
    const waybill = platform.world.lineById(line.lineId)?.vendPurchWaybill ?? '';
    const { items } = await caller.searchLines(`<VendorPurchaseWaybillIdList><Id>${waybill}</Id></VendorPurchaseWaybillIdList>`);
    expect(items.map(({ Id }) => Id)).toContain(after.at(-1)?.['Id']);
    expect((await caller.searchLines('')).total).toBe(301);
  });

  test('leaves a piece on each side, and packed lines whole', async () => {
    const line = await awaitedLine(2);
    for (const count of ['0', String(line.qty)]) expect(await split(line, count)).toBe('ContractViolation/InvalidInputValue');
    for (const count of ['', '-1', 'one', '1.5']) expect(await split(line, count)).toBe('ValidationError');
    platform.control.setLineFields(line.lineId, { statusId: 7 });
    expect(await split(line, '1')).toBe('ContractViolation/InvalidInputValue');
  });
});

describe('the process log', () => {
  test('says who changed what, when, from what to what', async () => {
    const line = await awaitedLine(2);
    const ordered = await processLog(line);
    expect(ordered.map(({ FieldName, OldStatus, NewStatus }) => [FieldName, OldStatus, NewStatus])).toEqual([
      ['StatusId', 'Awaiting payment', 'Paid'],
      ['StatusId', 'Paid', 'Ordered'],
    ]);
    await update(line, '<StatusId>6</StatusId><Weight>2</Weight>');
    await split(line, '1');
    const changes = (await processLog(line)).slice(2);
    expect(changes.map(({ FieldName, NewValue }) => [FieldName, NewValue])).toEqual([
      ['StatusId', '6'],
      ['Weight', '2'],
      ['Qty', String(line.qty - 1)],
    ]);
    expect(changes[0]).toMatchObject({ LogDate: '2026-11-23', LogTime: '08:00:00.500', OperatorId: '17', OperatorName: 'Wei Wang', PrevValue: '4', OldStatus: 'Ordered', NewStatus: 'Received' });
    expect(changes[2]).toMatchObject({ PrevValue: String(line.qty), OldStatus: '' });
  });

  test('of a split line begins with the pieces it got', async () => {
    const line = await awaitedLine(2);
    await split(line, '1');
    const created = (await caller.linesOfOrder(line.orderId)).at(-1)?.['Id'] ?? '';
    expect((await processLog({ ...line, lineId: created })).at(-1)).toMatchObject({ FieldName: 'Qty', PrevValue: '0', NewValue: '1' });
  });

  test('names the colleague, or nobody for the synchronisation', async () => {
    const [parcel] = platform.control.parcels({ kind: 'not-yet-known', limit: 1 });
    const line = platform.world.lineById(parcel?.lineIds[0] ?? '');
    platform.control.revealParcels('all');
    platform.control.setLineFields(line?.id ?? '', { statusId: 6 });
    const entries = await processLog({ orderId: line?.orderId ?? '', lineId: line?.id ?? '', qty: 0 });
    expect(entries.slice(2).map(({ FieldName, OperatorName }) => [FieldName, OperatorName])).toEqual([
      ['VendPurchWaybill', ''],
      ['VendPurchStatus', ''],
      ['StatusId', 'Lin Chen'],
    ]);
  });

  test('wants a line of the order', async () => {
    const { lineId } = await awaitedLine();
    expect(await caller.codesOf('GetSaleLineProcessLog', { salesId: 'ORD-0000012002', salesLineId: lineId })).toBe('NotFound');
    expect(await caller.codesOf('GetLineAvailableStatusList', { salesId: 'ORD-0000012002', salesLineId: lineId })).toBe('NotFound');
  });
});
