import type { OtapiClient } from '../client.ts';
import { processLogRecord, resultList } from '../decode/lists.ts';
import { statusName } from '../decode/status.ts';
import type { Caller } from '../exchange.ts';
import type { OrderLineUpdate } from '../model.ts';
import { bulkAnswers } from '../reading/bulk-answers.ts';
import { element, optional, writeXml } from '../xml/write-xml.ts';
import { changing, framed, joined, lineOf, reading, readingList } from './calls.ts';
import { orderLineSearchParameters } from './search-parameters.ts';

/** Section 6: order lines. */
export function lineMethods(call: Caller): OtapiClient['lines'] {
  return {
    /** Section 6.2. */
    search(search, frame, options) {
      const xmlSearchParameters = writeXml(orderLineSearchParameters(search));
      return call(reading('SearchOrderLines', { xmlSearchParameters, ...framed(frame) }, bulkAnswers.SearchOrderLines), options);
    },

    /** Section 6.3. */
    update(orderId, lineId, update, options) {
      const parameters = { orderId, orderLineId: lineId, xmlUpdateData: updateData(update) };
      return call(changing('UpdateOrderLineForOperator', parameters), options);
    },

    /** Section 6.3: several lines of one order. */
    updateSeveral(orderId, lineIds, update, options) {
      const parameters = { orderId, orderLineIds: joined(lineIds), xmlUpdateData: updateData(update) };
      return call(changing('UpdateOrderLinesForOperator', parameters), options);
    },

    /** Section 6.3. The server ignores an empty comment; one blank clears it. */
    changeStatus({ orderId, lineId, statusId, comment, quantity }, options) {
      const parameters = { salesId: orderId, salesLineId: lineId, statusId, comment, quantity };
      return call(changing('ChangeLineStatus', parameters), options);
    },

    /** Section 6.3. */
    split(orderId, lineId, pieces, options) {
      const xmlSplitData = writeXml(element('OrderLineSplitData', element('SeparatedItemsCount', pieces)));
      return call(changing('SplitOrderLineForOperator', { orderId, orderLineId: lineId, xmlSplitData }), options);
    },

    /** Section 6.3. */
    availableStatuses(orderId, lineId, options) {
      const statuses = resultList('SalesLineStatusInfo', statusName);
      return call(readingList('GetLineAvailableStatusList', lineOf(orderId, lineId), statuses), options);
    },

    /** Section 5.2. */
    processLog(orderId, lineId, options) {
      const records = resultList('SalesLineProcLogInfo', processLogRecord);
      return call(readingList('GetSaleLineProcessLog', lineOf(orderId, lineId), records), options);
    },

    /** Section 6.3. */
    setPurchase(orderId, lineId, { providerOrderId, waybill }, options) {
      const purchase = { vendPurchId: providerOrderId, vendPurchWaybill: waybill };
      const method = 'ChangeSalesOrderLinePurchaseInfoForOperator';
      return call(changing(method, { ...lineOf(orderId, lineId), ...purchase }), options);
    },
  };
}

/** `OrderLineUpdateData` of section 6.3. */
function updateData(update: OrderLineUpdate): string {
  return writeXml(
    element('OrderLineUpdateData', optional('StatusId', update.statusId), optional('Weight', update.weight)),
  );
}
