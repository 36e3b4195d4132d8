import type { OtapiClient } from '../client.ts';
import { orderDetails, orderInfo } from '../decode/order.ts';
import { pageOf } from '../decode/page.ts';
import type { Caller } from '../exchange.ts';
import { writeXml } from '../xml/write-xml.ts';
import { framed, reading } from './calls.ts';
import { orderSearchParameters } from './search-parameters.ts';

/** Section 5.4, `queryType`: 0 is the whole order. */
const wholeOrder = 0;

/** Sections 5.4 and 5.5: reading and searching orders. */
export function orderMethods(call: Caller): OtapiClient['orders'] {
  return {
    /** Section 5.5. */
    search(search, frame, options) {
      const xmlSearchParameters = writeXml(orderSearchParameters(search));
      return call(reading('SearchOrders', { xmlSearchParameters, ...framed(frame) }, pageOf(orderInfo)), options);
    },

    /** Section 5.4; `filter` is always sent, empty. */
    details(orderId, options) {
      const parameters = { salesId: orderId, filter: '', queryType: wholeOrder };
      return call(reading('GetSalesOrderDetailsForOperator', parameters, orderDetails), options);
    },
  };
}
