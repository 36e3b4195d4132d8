import { expect, test } from 'vitest';
import { knownLogField, logValue } from '../../../renderer/orders/order/log-fields.ts';

const statuses = new Map([[20, 'Paid']]);

test('the fields that the reference names have names of the page, others have none', () => {
  expect(knownLogField('VendPurchWaybill')).toBe('waybill');
  expect(knownLogField('DeliveryAddress.City')).toBe('city');
  expect(knownLogField('LogisticianOrderId')).toBeNull();
  expect(knownLogField('constructor')).toBeNull();
});

test('a status is named where its number is known', () => {
  expect(logValue('StatusId', '20', statuses)).toBe('Paid');
  expect(logValue('StatusId', '77', statuses)).toBe('77');
  expect(logValue('StatusId', 'Оплачен', statuses)).toBe('Оплачен');
  expect(logValue('Qty', '20', statuses)).toBe('20');
});

test('the ends of lines in a comment are ends of lines', () => {
  expect(logValue('OperatorComment', String.raw`one\ntwo`, statuses)).toBe('one\ntwo');
});
