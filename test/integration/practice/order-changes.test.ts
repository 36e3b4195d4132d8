import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPracticePlatform } from '../../../main/practice/index.ts';
import type { PracticePlatform } from '../../../main/practice/index.ts';
import { itemOf, OrderingCaller } from './ordering-caller.ts';
import type { Fields } from './ordering-caller.ts';

const NOW = new Date('2026-11-23T08:00:00.500Z');
const REFUSED = 'ContractViolation/InvalidInputValue';

let platform: PracticePlatform;
let caller: OrderingCaller;

beforeEach(async () => {
  platform = await startPracticePlatform({ lines: 300, seed: 3, now: () => NOW });
  caller = new OrderingCaller(platform);
  await caller.signIn();
  await caller.signInAsCustomer();
});

afterEach(() => platform.close());

async function available(): Promise<number> {
  return Number((await caller.account())['AvailableInternal']);
}

/** An order of two lines, paid when asked. */
async function twoLines(paid: boolean): Promise<{ salesId: string; lineIds: string[]; info: Fields }> {
  const { Id: salesId = '' } = await caller.madeOrder(itemOf(caller.fineGoods(), 2) + itemOf(caller.fineGoods(1), 1));
  if (paid) await caller.payInFull(salesId);
  const lines = await caller.linesOfOrder(salesId);
  return { salesId, lineIds: lines.map(({ Id = '' }) => Id), info: await caller.orderInfo(salesId) };
}

const statusesOf = async (salesId: string): Promise<string[]> => (await caller.linesOfOrder(salesId)).map(({ StatusId = '' }) => StatusId);

const lineCall = (methodName: string, salesId: string, salesLineId = ''): Promise<string> => caller.codesOf(methodName, { salesId, salesLineId });

const update = (orderId: string, children: string): Promise<string> =>
  caller.codesOf('UpdateOrderForOperator', { orderId, xmlUpdateData: `<OrderUpdateData>${children}</OrderUpdateData>` });

function setStatuses(lineIds: readonly string[], statusId: number): void {
  for (const lineId of lineIds) platform.control.setLineFields(lineId, { statusId });
}

describe('cancelling an order', () => {
  test('gives its customer the money back, and ends what could be done with it', async () => {
    const before = await available();
    const { salesId, info } = await twoLines(true);
    expect(info).toMatchObject({ CanCancel: '1', CanRestore: '0', CanCloseCancel: '0', StatusId: '20' });
    expect(await caller.codesOf('CancelSalesOrderForOperator', { salesId })).toBe('Ok');
    expect(await statusesOf(salesId)).toEqual(['13', '13']);
    const cancelled = await caller.orderInfo(salesId);
    expect(cancelled).toMatchObject({ StatusId: '50', IsCancelled: 'true', IsPaid: 'false', TotalAmount: '0', PaidAmount: '0', RemainAmount: '0' });
    expect(cancelled).toMatchObject({ CanCancel: '0', CanRestore: '1', CanClose: '0', CanCloseCancel: '1', CanChangeAddress: '0', CanPurchaseItems: '0' });
    expect(await available()).toBeCloseTo(before + Number(info['TotalAmount']), 2);
    expect(platform.control.madeCounts()).toMatchObject({ payments: 1, refunds: 1 });
    expect(await caller.codesOf('CancelSalesOrderForOperator', { salesId })).toBe(REFUSED);
    expect((await caller.linesOfOrder(salesId))[0]).toMatchObject({ IsCancelled: 'true', IsPaid: 'false' });
  });

  test('that was paid in part gives back what was paid', async () => {
    const before = await available();
    const { salesId } = await twoLines(false);
    await caller.deposit('10');
    await caller.reserve(salesId, '10');
    expect(await caller.codesOf('CancelSalesOrderForOperator', { salesId })).toBe('Ok');
    expect(await available()).toBeCloseTo(before + 10, 2);
    expect(await statusesOf(salesId)).toEqual(['13', '13']);
  });

  test('is for its customer, too, and for no other', async () => {
    const { salesId } = await twoLines(false);
    await caller.signInAsCustomer(1);
    expect(await caller.codesAsCustomer('CancelSalesOrder', { salesId })).toBe('NotFound');
    expect(await caller.codesAsCustomer('GetSalesOrderDetails', { salesId })).toBe('NotFound');
    await caller.signInAsCustomer();
    expect(await caller.codesAsCustomer('CancelSalesOrder', { salesId })).toBe('Ok');
    expect(await caller.codesAsCustomer('CancelSalesOrder', { salesId })).toBe(REFUSED);
    expect(await statusesOf(salesId)).toEqual(['13', '13']);
  });

  test('is possible until goods are at the warehouse, as CanCancel says for every order of the world', async () => {
    const { salesId, lineIds } = await twoLines(true);
    setStatuses(lineIds, 4);
    setStatuses(lineIds.slice(0, 1), 6);
    expect(await caller.orderInfo(salesId)).toMatchObject({ CanCancel: '0' });
    expect(await caller.codesOf('CancelSalesOrderForOperator', { salesId })).toBe(REFUSED);
    const { items } = await caller.searchOrders('');
    expect(new Set(items.map(({ CanCancel }) => CanCancel))).toEqual(new Set(['0', '1']));
    for (const { Id = '', CanCancel } of items) {
      expect([Id, await caller.codesOf('CancelSalesOrderForOperator', { salesId: Id })]).toEqual([Id, CanCancel === '1' ? 'Ok' : REFUSED]);
    }
  });

  test('of the world that was paid gives the money back, too', async () => {
    const { items } = await caller.searchOrders('<StatusIdList><Id>20</Id></StatusIdList>');
    const { Id: salesId = '', CustId: customerId = '', TotalAmount, PaidAmount } = items[0] ?? {};
    expect(PaidAmount).toBe(TotalAmount);
    const before = Number((await caller.account(customerId))['AvailableInternal']);
    expect(await caller.codesOf('CancelSalesOrderForOperator', { salesId })).toBe('Ok');
    expect(Number((await caller.account(customerId))['AvailableInternal'])).toBeCloseTo(before + Number(TotalAmount), 2);
  });
});

describe('cancelling a line', () => {
  test('gives back what was paid for it, its delivery included', async () => {
    const before = await available();
    const { salesId, lineIds, info } = await twoLines(true);
    expect(await lineCall('CancelLineSalesOrderForOperator', salesId, lineIds[1])).toBe('Ok');
    const after = await caller.orderInfo(salesId);
    expect(after).toMatchObject({ StatusId: '20', RemainAmount: '0', PaidAmount: after['TotalAmount'], CanRestore: '1', IsPaid: 'true' });
    expect(Number(after['DeliveryAmount'])).toBeLessThan(Number(info['DeliveryAmount']));
    expect(await available()).toBeCloseTo(before + Number(info['TotalAmount']) - Number(after['TotalAmount']), 2);
    expect(await lineCall('CancelLineSalesOrderForOperator', salesId, lineIds[1])).toBe(REFUSED);
  });

  test('that was the unpaid rest makes the others paid', async () => {
    const { salesId, lineIds } = await twoLines(false);
    const { Id: alone = '' } = await caller.simpleOrder();
    const { TotalAmount = '' } = await caller.orderInfo(alone);
    await caller.deposit(TotalAmount);
    await caller.reserve(salesId, TotalAmount);
    expect(await statusesOf(salesId)).toEqual(['1', '1']);
    expect(await lineCall('CancelLineSalesOrderForOperator', salesId, lineIds[1])).toBe('Ok');
    expect(await statusesOf(salesId)).toEqual(['2', '13']);
    expect(await caller.orderInfo(salesId)).toMatchObject({ StatusId: '20', RemainAmount: '0', PaidAmount: TotalAmount });
  });

  test('is refused where its available statuses have no cancelling, and in another order', async () => {
    const { salesId, lineIds } = await twoLines(true);
    setStatuses(lineIds, 6);
    expect(await lineCall('CancelLineSalesOrderForOperator', salesId, lineIds[0])).toBe(REFUSED);
    expect(await lineCall('CancelLineSalesOrderForOperator', 'ORD-0000012001', lineIds[0])).toBe('NotFound');
    expect(await lineCall('CancelLineSalesOrderForOperator', salesId)).toBe('ValidationError');
  });

  test('by its status gives the money back, and an undeliverable one, too', async () => {
    const { salesId, lineIds } = await twoLines(true);
    const before = await available();
    const set = (lineId: string | undefined, statusId: number): Promise<string> =>
      caller.codesOf('UpdateOrderLineForOperator', { orderId: salesId, orderLineId: lineId ?? '', xmlUpdateData: `<OrderLineUpdateData><StatusId>${statusId}</StatusId></OrderLineUpdateData>` });
    expect([await set(lineIds[0], 12), await set(lineIds[1], 13)]).toEqual(['Ok', 'Ok']);
    expect(await caller.orderInfo(salesId)).toMatchObject({ StatusId: '50', PaidAmount: '0' });
    expect(await available()).toBeGreaterThan(before);
    expect(platform.control.madeCounts().refunds).toBe(2);
  });
});

describe('restoring a line', () => {
  test('brings a cancelled order back, which must be paid again', async () => {
    const { salesId, lineIds } = await twoLines(true);
    await caller.codesOf('CancelSalesOrderForOperator', { salesId });
    expect(await lineCall('RestoreLineSalesOrderForOperator', salesId, lineIds[0])).toBe('Ok');
    const restored = await caller.orderInfo(salesId);
    expect(restored).toMatchObject({ StatusId: '10', PaidAmount: '0', RemainAmount: restored['TotalAmount'], CanCancel: '1' });
    expect(await statusesOf(salesId)).toEqual(['1', '13']);
    expect(await caller.reserve(salesId, restored['TotalAmount'] ?? '')).toBe('Ok');
    expect(await statusesOf(salesId)).toEqual(['2', '13']);
  });

  test('that was bought returns to its provider order once it is paid', async () => {
    const { salesId, lineIds } = await twoLines(true);
    for (const lineId of lineIds) platform.control.setLineFields(lineId, { statusId: 4, vendPurchId: '2877700000000000011' });
    expect(await lineCall('CancelLineSalesOrderForOperator', salesId, lineIds[0])).toBe('Ok');
    expect(await lineCall('RestoreLineSalesOrderForOperator', salesId, lineIds[0])).toBe('Ok');
    expect(await statusesOf(salesId)).toEqual(['1', '4']);
    await caller.reserve(salesId, (await caller.orderInfo(salesId))['RemainAmount'] ?? '');
    expect(await statusesOf(salesId)).toEqual(['4', '4']);
  });

  test('is refused for one that is not cancelled, and in an order that is on its way or closed', async () => {
    const { salesId, lineIds } = await twoLines(true);
    expect(await lineCall('RestoreLineSalesOrderForOperator', salesId, lineIds[0])).toBe(REFUSED);
    await lineCall('CancelLineSalesOrderForOperator', salesId, lineIds[0]);
    setStatuses(lineIds.slice(1), 9);
    expect(await caller.orderInfo(salesId)).toMatchObject({ StatusId: '39', CanRestore: '0', CanClose: '1' });
    expect(await lineCall('RestoreLineSalesOrderForOperator', salesId, lineIds[0])).toBe(REFUSED);
  });
});

describe('closing an order', () => {
  test('completes one that was posted', async () => {
    const { salesId, lineIds } = await twoLines(true);
    expect(await caller.codesOf('CloseSalesOrderForOperator', { salesId })).toBe(REFUSED);
    setStatuses(lineIds, 9);
    expect(await caller.codesOf('CloseSalesOrderForOperator', { salesId })).toBe('Ok');
    expect(await caller.orderInfo(salesId)).toMatchObject({ StatusId: '40', IsCompleted: 'true', CanClose: '0', CanCloseCancel: '0' });
    expect(await statusesOf(salesId)).toEqual(['10', '10']);
  });

  test('leaves a cancelled one cancelled for good', async () => {
    const { salesId, lineIds } = await twoLines(false);
    await caller.codesOf('CancelSalesOrderForOperator', { salesId });
    expect(await caller.codesOf('CloseSalesOrderForOperator', { salesId })).toBe('Ok');
    expect(await caller.orderInfo(salesId)).toMatchObject({ StatusId: '50', CanRestore: '0', CanCloseCancel: '0' });
    expect(await lineCall('RestoreLineSalesOrderForOperator', salesId, lineIds[0])).toBe(REFUSED);
    expect(await caller.codesOf('CloseSalesOrderForOperator', { salesId })).toBe(REFUSED);
  });
});

describe('UpdateOrderForOperator', () => {
  test('changes weight and delivery mode, and what is due with them', async () => {
    const { salesId } = await twoLines(true);
    expect(await update(salesId, '<Weight>10</Weight>')).toBe('Ok');
    const heavy = await caller.orderInfo(salesId);
    expect(heavy).toMatchObject({ Weight: '10', DeliveryAmount: '24000', StatusId: '20', IsPaid: 'false' });
    expect(Number(heavy['RemainAmount'])).toBeGreaterThan(0);
    await caller.payInFull(salesId);
    expect(await caller.orderInfo(salesId)).toMatchObject({ RemainAmount: '0', IsPaid: 'true', StatusId: '20' });
    const before = await available();
    expect(await update(salesId, '<DeliveryModeId>14</DeliveryModeId>')).toBe('Ok');
    expect(await caller.orderInfo(salesId)).toMatchObject({ DeliveryModeId: '14', DeliveryModeName: 'Road cargo', DeliveryAmount: '11000', RemainAmount: '0', IsPaid: 'true' });
    expect(await available()).toBeCloseTo(before + 13_000, 2);
    const found = await caller.searchOrders(`<Id>${salesId}</Id><DeliveryModeIds><Id>14</Id></DeliveryModeIds>`);
    expect(found.total).toBe(1);
  });

  test('keeps the note with an empty text, and clears it with one blank', async () => {
    const { salesId } = await twoLines(false);
    const note = async (text: string): Promise<string | undefined> => {
      expect(await update(salesId, `<AdditionalInfo>${text}</AdditionalInfo>`)).toBe('Ok');
      return (await caller.orderInfo(salesId))['AdditionalInfo'];
    };
    expect(await note('Call &lt;first&gt;')).toContain('Call');
    expect(await note('')).toContain('Call');
    expect(await note(' ')).toBe('');
  });

  test('changes parts of the address and finds the order by them', async () => {
    const { salesId, info } = await twoLines(false);
    expect(await update(salesId, '<DeliveryAddress><Familyname>Новиков</Familyname><City>Уральск</City><INN>123</INN></DeliveryAddress>')).toBe('Ok');
    const before = info['DeliveryAddress'] as unknown as Fields;
    const after = (await caller.orderInfo(salesId))['DeliveryAddress'];
    expect(after).toEqual({ ...before, Familyname: 'Новиков', City: 'Уральск', INN: '123' });
    expect((await caller.searchOrders('<RecipientCity>уральск</RecipientCity>')).items.map(({ Id }) => Id)).toEqual([salesId]);
  });

  test('refuses what it cannot read, and the delivery of an order that is ready', async () => {
    const { salesId, lineIds } = await twoLines(true);
    expect(await update(salesId, '<Weight>1,5</Weight>')).toBe('ValidationError');
    expect(await update(salesId, '<DeliveryModeId>99</DeliveryModeId>')).toBe('ValidationError');
    expect(await update(salesId, '<DeliveryModeId>31</DeliveryModeId>')).toBe(REFUSED);
    expect(await update('ORD-0000099999', '')).toBe('NotFound');
    setStatuses(lineIds, 8);
    expect(await caller.orderInfo(salesId)).toMatchObject({ StatusId: '38', CanChangeAddress: '0', CanConfirmShipment: '1' });
    expect(await update(salesId, '<DeliveryModeId>14</DeliveryModeId>')).toBe(REFUSED);
    expect(await update(salesId, '<DeliveryAddress><City>X</City></DeliveryAddress>')).toBe(REFUSED);
    expect(await update(salesId, '<DeliveryModeId>12</DeliveryModeId><AdditionalInfo>ok</AdditionalInfo><Colour>red</Colour>')).toBe('Ok');
    expect(await caller.orderInfo(salesId)).toMatchObject({ DeliveryModeId: '12', AdditionalInfo: 'ok' });
  });
});

describe('ChangeSalesOrderLinePurchaseInfoForOperator', () => {
  const write = (salesId: string, salesLineId: string | undefined, vendPurchId: string, vendPurchWaybill: string): Promise<string> =>
    caller.codesOf('ChangeSalesOrderLinePurchaseInfoForOperator', { salesId, salesLineId: salesLineId ?? '', vendPurchId, vendPurchWaybill });

  test('writes both numbers, by which the line is found, and takes them away', async () => {
    const { salesId, lineIds } = await twoLines(true);
    expect(await write(salesId, lineIds[0], '2877700000000000011', 'SF 99887766')).toBe('Ok');
    expect(await caller.line(salesId, lineIds[0] ?? '')).toMatchObject({ VendPurchId: '2877700000000000011', VendPurchWaybill: 'SF 99887766', StatusId: '2', CanBePurchased: 'false' });
    expect((await caller.searchLines('<VendorPurchaseIdList><Id>2877700000000000011</Id></VendorPurchaseIdList>')).total).toBe(1);
    expect((await caller.searchLines('<VendorPurchaseWaybillIdList><Id>sf 99887766</Id></VendorPurchaseWaybillIdList>')).total).toBe(1);
    expect(await write(salesId, lineIds[0], '', '')).toBe('Ok');
    expect(await caller.line(salesId, lineIds[0] ?? '')).toMatchObject({ VendPurchId: '', VendPurchWaybill: '', CanBePurchased: 'true' });
  });

  test('is refused for a line that is not paid', async () => {
    const { salesId, lineIds } = await twoLines(false);
    expect(await write(salesId, lineIds[0], '1', '2')).toBe(REFUSED);
  });
});

describe('GetSalesProcessLog', () => {
  async function log(salesId: string): Promise<string[]> {
    const { root } = await caller.call('GetSalesProcessLog', { salesId });
    const { SalesProcLogInfo } = root['Result'] as { SalesProcLogInfo: Fields | Fields[] };
    return [SalesProcLogInfo].flat().map(({ FieldName, PrevValue, NewValue, OperatorId, CustId }) => `${FieldName} ${PrevValue}>${NewValue} ${OperatorId}/${CustId}`);
  }

  test('tells what has happened to an order, oldest first, and by whom', async () => {
    const { salesId, info } = await twoLines(false);
    const { id } = caller.customer();
    const total = info['TotalAmount'];
    await caller.payInFull(salesId);
    await update(salesId, '<AdditionalInfo>VIP</AdditionalInfo><DeliveryAddress><City>Уральск</City></DeliveryAddress>');
    await caller.codesAsCustomer('CancelSalesOrder', { salesId });
    const city = (info['DeliveryAddress'] as unknown as Fields)['City'];
    expect(await log(salesId)).toEqual([
      `StatusId >10 /${id}`,
      `PaidAmount 0>${total} 17/`,
      'StatusId 10>20 17/',
      'AdditionalInfo >VIP 17/',
      `DeliveryAddress.City ${city}>Уральск 17/`,
      `PaidAmount ${total}>0 /${id}`,
      `StatusId 20>50 /${id}`,
    ]);
  });

  test('tells of orders of the world how they came to be what they are', async () => {
    const { items } = await caller.searchOrders('<StatusIdList><Id>30</Id></StatusIdList>');
    expect((await log(items[0]?.['Id'] ?? '')).map((line) => line.trim())).toEqual(['StatusId >10 /', 'StatusId 10>20 /', 'StatusId 20>30 /']);
    expect(await caller.codesOf('GetSalesProcessLog', { salesId: 'ORD-0000099999' })).toBe('NotFound');
  });
});
