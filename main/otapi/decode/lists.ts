import type { OperatorInfo, ProcessLogRecord, ProviderInfo, ProviderSession } from '../model.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { childOf } from '../xml/xml-element.ts';
import { field, list, record, type Field } from './decoder.ts';
import { decimal, flag, id, text } from './values.ts';
import { contentOf } from './page.ts';

/** Section 2, GetOperatorInfo. */
export const operatorInfo: Field<OperatorInfo> = record<OperatorInfo>({
  operatorId: field('OperatorId', id),
  firstName: field('FirstName', text),
  middleName: field('MiddleName', text),
  lastName: field('LastName', text),
});

const noIntegration: XmlElement = { name: 'OrdersIntegration', attributes: {}, text: '', children: [], content: [] };
const integration = record<ProviderInfo['ordersIntegration']>({
  isAvailable: field('IsAvailable', flag),
  isEnabled: field('IsEnabled', flag),
  isSessionRequired: field('IsSessionRequired', flag),
  allowCancelOrders: field('AllowCancelOrders', flag),
});

/** Section 7.3. */
export const providerInfo: Field<ProviderInfo> = record<ProviderInfo>({
  type: field('Type', text),
  displayName: field('DisplayName', text),
  currencyCode: field('CurrencyCode', text),
  isEnabled: field('IsEnabled', flag),
  ordersIntegration: (provider, report) => integration(childOf(provider, 'OrdersIntegration') ?? noIntegration, report),
});

/** Section 3.1. A balance without an amount is none. */
export const providerSession: Field<ProviderSession> = record<ProviderSession>({
  id: field('Id', id),
  name: field('Name', text),
  balance(session, report) {
    const balance = childOf(session, 'Balance');
    if (balance === undefined) return null;
    const amount = field('Amount', decimal)(balance, report);
    return amount === null ? null : { amount, currency: field('CurrencyCode', text)(balance, report) };
  },
});

/** Section 5.2: one change of a line. */
export const processLogRecord: Field<ProcessLogRecord> = record<ProcessLogRecord>({
  date: field('LogDate', text),
  time: field('LogTime', text),
  operatorName: field('OperatorName', text),
  customerName: field('CustName', text),
  fieldName: field('FieldName', text),
  previousValue: field('PrevValue', text),
  newValue: field('NewValue', text),
  previousStatus: field('OldStatus', text),
  newStatus: field('NewStatus', text),
});

/**
 * An answer whose `Result` is a list: named children directly in `Result`, as in sections 7.1 and 7.2; `Content/Item`,
 * which all newer lists have, is taken too.
 */
export function resultList<T>(childName: string, item: Field<T>): Field<T[]> {
  const direct = list('Result', childName, item);
  const content = contentOf(item);
  return (root, report) => {
    const result = childOf(root, 'Result');
    const hasContent = result !== undefined && childOf(result, 'Content') !== undefined;
    return hasContent ? content(result, report) : direct(root, report);
  };
}
