import type { OtapiClient } from '../client.ts';
import type { Field } from '../decode/decoder.ts';
import { processLogRecord, resultList } from '../decode/lists.ts';
import { orderDetails, orderInfo } from '../decode/order.ts';
import type { Caller } from '../exchange.ts';
import type { OrderInfo } from '../model.ts';
import { bulkAnswers } from '../reading/bulk-answers.ts';
import { UnreadableAnswer } from '../xml/unreadable-answer.ts';
import { writeXml } from '../xml/write-xml.ts';
import { asCustomer, changing, changingWithResult, framed, lineOf, reading, readingList } from './calls.ts';
import { orderAddData, orderUpdateData } from './order-data.ts';
import { orderSearchParameters } from './search-parameters.ts';

/** Section 5.4, `queryType`: 0 is the whole order. */
const wholeOrder = 0;

/** Section 5: orders. */
export function orderMethods(call: Caller): OtapiClient['orders'] {
  return {
    /** Section 5.5. */
    search(search, frame, options) {
      const xmlSearchParameters = writeXml(orderSearchParameters(search));
      return call(reading('SearchOrders', { xmlSearchParameters, ...framed(frame) }, bulkAnswers.SearchOrders), options);
    },

    /** Section 5.4; `filter` is always sent, empty. */
    details(orderId, options) {
      const parameters = { salesId: orderId, filter: '', queryType: wholeOrder };
      return call(reading('GetSalesOrderDetailsForOperator', parameters, orderDetails), options);
    },

    /** Section 5.1. */
    add(customer, order, options) {
      const parameters = { xmlAddData: writeXml(orderAddData(order)) };
      return call(asCustomer(customer, changingWithResult('AddOrder', parameters, madeOrder)), options);
    },

    /** Section 5.2. */
    cancelAsCustomer(customer, orderId, options) {
      return call(asCustomer(customer, changing('CancelSalesOrder', { salesId: orderId })), options);
    },

    /** Section 5.2. */
    cancel: (orderId, options) => call(changing('CancelSalesOrderForOperator', { salesId: orderId }), options),

    /** Section 5.2. */
    close: (orderId, options) => call(changing('CloseSalesOrderForOperator', { salesId: orderId }), options),

    /** Section 5.2. */
    cancelLine: (orderId, lineId, options) =>
      call(changing('CancelLineSalesOrderForOperator', lineOf(orderId, lineId)), options),

    /** Section 5.2. */
    restoreLine: (orderId, lineId, options) =>
      call(changing('RestoreLineSalesOrderForOperator', lineOf(orderId, lineId)), options),

    /** Section 5.2. */
    update(orderId, update, options) {
      const parameters = { orderId, xmlUpdateData: writeXml(orderUpdateData(update)) };
      return call(changing('UpdateOrderForOperator', parameters), options);
    },

    /** Section 5.2. */
    processLog(orderId, options) {
      const records = resultList('SalesProcLogInfo', processLogRecord);
      return call(readingList('GetSalesProcessLog', { salesId: orderId }, records), options);
    },
  };
}

/** Without an id nobody knows which order was made, if any. */
const madeOrder: Field<OrderInfo> = (result, report) => {
  const order = orderInfo(result, report);
  if (order.id === '') throw new UnreadableAnswer('incomplete', 'the answer has no Id of an order');
  return order;
};
