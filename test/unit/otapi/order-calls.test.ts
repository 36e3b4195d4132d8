import { beforeEach, describe, expect, it } from 'vitest';
import type { OtapiClient } from '../../../main/otapi/index.ts';
import { lineMethods } from '../../../main/otapi/methods/lines.ts';
import { listMethods } from '../../../main/otapi/methods/lists.ts';
import { orderMethods } from '../../../main/otapi/methods/orders.ts';
import { UnreadableAnswer } from '../../../main/otapi/xml/unreadable-answer.ts';
import { recordingCaller, type RecordingCaller } from './recording-caller.ts';

let recording: RecordingCaller;
let orders: OtapiClient['orders'];
let lines: OtapiClient['lines'];
beforeEach(() => {
  recording = recordingCaller();
  orders = orderMethods(recording.call);
  lines = lineMethods(recording.call);
});

const customer = { login: 'ivan', password: 'p' };
const orderId = 'ORD-0000012345';

describe('adding an order', () => {
  const order = {
    deliveryModeId: '12',
    comment: 'ext-777 <A> & B',
    profileId: '3',
    lines: [
      { itemId: '591608177630', configurationId: '4001', quantity: 2, weight: 0.25, comment: 'red', promotionId: '9' },
      { itemId: 'abb-1', quantity: 1 },
    ],
  };

  it('is a changing call of the customer, its elements in the order of section 5.1', async () => {
    recording.payload = `<Result><Id>${orderId}</Id><CustId>1042</CustId><RemainAmount>38.67</RemainAmount></Result>`;
    const made = await orders.add(customer, order);
    expect(made).toMatchObject({ id: orderId, displayId: '12345', customerId: '1042', remainAmount: 38.67 });
    expect(recording.made).toMatchObject({ method: 'AddOrder', session: { customer }, kind: 'changing' });
    expect(recording.made?.parameters).toEqual({
      xmlAddData:
        '<OrderAddData><DeliveryModeId>12</DeliveryModeId><Comment>ext-777 &lt;A&gt; &amp; B</Comment>' +
        '<UserProfileId>3</UserProfileId><Items>' +
        '<Item><Id>591608177630</Id><ConfigurationId>4001</ConfigurationId><Quantity>2</Quantity><Weight>0.25</Weight>' +
        '<Comment>red</Comment><PromotionId>9</PromotionId></Item>' +
        '<Item><Id>abb-1</Id><Quantity>1</Quantity></Item></Items></OrderAddData>',
    });
  });

  it('leaves empty texts out', async () => {
    recording.payload = `<Result><Id>${orderId}</Id></Result>`;
    const line = { itemId: '1', configurationId: '', quantity: 1, comment: '', promotionId: '' };
    await orders.add(customer, { deliveryModeId: '12', comment: '', profileId: '', lines: [line] });
    expect(recording.made?.parameters['xmlAddData']).toBe(
      '<OrderAddData><DeliveryModeId>12</DeliveryModeId><Items><Item><Id>1</Id><Quantity>1</Quantity></Item></Items></OrderAddData>',
    );
  });

  it.each(['', '<Result/>', '<Result><Id> </Id><CustId>1042</CustId></Result>'])(
    'without an id in the answer cannot be read: %j',
    async (payload) => {
      recording.payload = payload;
      await expect(orders.add(customer, order)).rejects.toThrow(UnreadableAnswer);
    },
  );

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('of %d pieces is a mistake of the caller', (quantity) => {
    expect(() => orders.add(customer, { deliveryModeId: '12', lines: [{ itemId: '1', quantity }] })).toThrow(RangeError);
    expect(recording.made).toBeUndefined();
  });
});

describe('changing an order', () => {
  const ofLine = { salesId: orderId, salesLineId: '501' };

  it.each([
    ['cancelling it', () => orders.cancel(orderId), 'CancelSalesOrderForOperator', { salesId: orderId }],
    ['closing it', () => orders.close(orderId), 'CloseSalesOrderForOperator', { salesId: orderId }],
    ['cancelling a line', () => orders.cancelLine(orderId, '501'), 'CancelLineSalesOrderForOperator', ofLine],
    ['restoring a line', () => orders.restoreLine(orderId, '501'), 'RestoreLineSalesOrderForOperator', ofLine],
    [
      'setting what was bought for a line',
      () => lines.setPurchase(orderId, '501', { providerOrderId: '2893', waybill: ' SF1, SF2 ' }),
      'ChangeSalesOrderLinePurchaseInfoForOperator',
      { ...ofLine, vendPurchId: '2893', vendPurchWaybill: ' SF1, SF2 ' },
    ],
    [
      'taking off what was bought for a line',
      () => lines.setPurchase(orderId, '501', { providerOrderId: '', waybill: '' }),
      'ChangeSalesOrderLinePurchaseInfoForOperator',
      { ...ofLine, vendPurchId: '', vendPurchWaybill: '' },
    ],
  ])('by %s is a changing call of the operator', async (_, change, method, parameters) => {
    await change();
    expect(recording.made).toMatchObject({ method, session: 'operator', kind: 'changing' });
    expect(recording.made?.parameters).toEqual(parameters);
  });

  it('by cancelling it as its customer is a changing call of the customer', async () => {
    await orders.cancelAsCustomer(customer, orderId);
    expect(recording.made).toMatchObject({ method: 'CancelSalesOrder', session: { customer }, kind: 'changing' });
    expect(recording.made?.parameters).toEqual({ salesId: orderId });
  });

  it.each([
    [
      { additionalInfo: 'by <air>', deliveryModeId: '12', weight: 1.5 },
      '<Weight>1.5</Weight><DeliveryModeId>12</DeliveryModeId><AdditionalInfo>by &lt;air&gt;</AdditionalInfo>',
    ],
    [{ weight: 0.1 + 0.2 }, '<Weight>0.3</Weight>'],
    [{ additionalInfo: '' }, '<AdditionalInfo> </AdditionalInfo>'],
  ])('by an update writes what is told, and a blank for a note to clear: %j', async (update, children) => {
    await orders.update(orderId, update);
    expect(recording.made).toMatchObject({ method: 'UpdateOrderForOperator', session: 'operator', kind: 'changing' });
    expect(recording.made?.parameters).toEqual({ orderId, xmlUpdateData: `<OrderUpdateData>${children}</OrderUpdateData>` });
  });
});

describe('reading', () => {
  it.each([
    ['their own element', '<Result><SalesProcLogInfo>RECORD</SalesProcLogInfo></Result>'],
    ['Content and Item', '<Result><Content><Item>RECORD</Item></Content></Result>'],
    ['an element of another name', '<Result><Log>RECORD</Log></Result>'],
  ])('the log of an order, its records in %s', async (_, payload) => {
    const record = '<LogDate>2024-05-08</LogDate><LogTime>10:00</LogTime><FieldName>Weight</FieldName><NewValue>2</NewValue>';
    recording.payload = payload.replace('RECORD', record);
    const log = await orders.processLog(orderId);
    expect(recording.made).toMatchObject({ method: 'GetSalesProcessLog', session: 'operator', kind: 'reading' });
    expect(recording.made?.parameters).toEqual({ salesId: orderId });
    expect(log).toMatchObject([{ date: '2024-05-08', time: '10:00', fieldName: 'Weight', newValue: '2', operatorName: '' }]);
  });

  it('orders of a search, with the comment of the customer', async () => {
    recording.payload = `<Result><Content><Item><Id>${orderId}</Id><CustComment>ext-777</CustComment></Item></Content></Result>`;
    const { items } = await orders.search({}, { position: 0, size: 1 });
    expect(items).toMatchObject([{ id: orderId, customerComment: 'ext-777' }]);
  });

  it('the delivery types', async () => {
    recording.payload = '<Result><Content><Item><Id>12</Id><Name>Air</Name></Item></Content></Result>';
    const types = await listMethods(recording.call).deliveryTypes();
    expect(recording.made).toMatchObject({ method: 'GetExternalDeliveryTypeList', session: 'operator', kind: 'reading' });
    expect(recording.made?.parameters).toEqual({});
    expect(types).toMatchObject([{ id: '12', name: 'Air' }]);
  });
});
