import { assert, integer, property } from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OtapiClient } from '../../../main/otapi/index.ts';
import { amountText } from '../../../main/otapi/methods/amount-text.ts';
import { paymentMethods } from '../../../main/otapi/methods/payments.ts';
import { recordingCaller, type RecordingCaller } from './recording-caller.ts';

let recording: RecordingCaller;
let payments: OtapiClient['payments'];
beforeEach(() => {
  recording = recordingCaller();
  payments = paymentMethods(recording.call);
});

const orderId = 'ORD-0000012345';
const paid =
  `<Result><SalesId>${orderId}</SalesId><CustId>1042</CustId><CustBalanceAvail>61.58</CustBalanceAvail>` +
  '<SalesAmount>38.67</SalesAmount><SalesPaid>38.67</SalesPaid><CurrencyCode>CNY</CurrencyCode></Result>';
const payment = { orderId, customerId: '1042', available: 61.58, amount: 38.67, paid: 38.67, currency: 'CNY' };

describe('a deposit', () => {
  const at = new Date('2024-05-08T22:00:09.750Z');

  it('is a changing call that puts money on the account', async () => {
    await payments.deposit({ customerId: '1042', amount: 0.1 + 0.2, comment: 'for 12345', at });
    expect(recording.made).toMatchObject({ method: 'PostTransaction', session: 'operator', kind: 'changing' });
    expect(recording.made?.parameters).toEqual({
      customerId: '1042',
      amount: '0.3',
      comment: 'for 12345',
      isDebit: true,
      transactionDate: '2024-05-08T22:00:09',
    });
  });

  it.each([0, -1, 0.004, Number.NaN, Number.POSITIVE_INFINITY, 1e14])('of %d is a mistake of the caller', (amount) => {
    expect(() => payments.deposit({ customerId: '1042', amount, comment: '', at })).toThrow(RangeError);
    expect(() => payments.reserve(orderId, amount)).toThrow(RangeError);
    expect(recording.made).toBeUndefined();
  });
});

describe('the payment of an order', () => {
  it('is reserved by a changing call, which tells how it stands then', async () => {
    recording.payload = paid;
    expect(await payments.reserve(orderId, 38.67)).toEqual(payment);
    expect(recording.made).toMatchObject({ method: 'SalesPaymentReserve', session: 'operator', kind: 'changing' });
    expect(recording.made?.parameters).toEqual({ salesId: orderId, amount: '38.67' });
  });

  it('is read', async () => {
    recording.payload = paid;
    expect(await payments.info(orderId)).toEqual(payment);
    expect(recording.made).toMatchObject({ method: 'GetSalesPaymentInfo', session: 'operator', kind: 'reading' });
    expect(recording.made?.parameters).toEqual({ salesId: orderId });
  });

  it('is of the order asked for where the answer does not name it', async () => {
    recording.payload = '<Result><SalesPaid/></Result>';
    expect(await payments.info(orderId)).toEqual({
      orderId,
      customerId: '',
      available: null,
      amount: null,
      paid: null,
      currency: '',
    });
  });
});

describe('an amount', () => {
  it.each([
    [1, '1'],
    [100, '100'],
    [12.5, '12.5'],
    [38673.12, '38673.12'],
    [0.01, '0.01'],
    [0.1 + 0.2, '0.3'],
    [1.005, '1.01'],
    [19.999, '20'],
    [4.35 * 100, '435'],
    [9_999_999_999_999.99, '9999999999999.99'],
  ])('%d is sent as %s', (amount, text) => {
    expect(amountText(amount)).toBe(text);
  });

  it('of any number of hundredths is sent exactly', () => {
    assert(
      property(integer({ min: 1, max: 999_999_999_999_999 }), (hundredths) => {
        const text = amountText(hundredths / 100);
        expect(text).toMatch(/^\d+(\.\d?[1-9])?$/);
        const [whole, rest = ''] = text.split('.');
        expect(Number(whole) * 100 + Number(rest.padEnd(2, '0'))).toBe(hundredths);
      }),
    );
  });
});
