import type { OtapiClient } from '../client.ts';
import { deliveryType } from '../decode/delivery-type.ts';
import { providerInfo, resultList } from '../decode/lists.ts';
import { contentOf } from '../decode/page.ts';
import { statusName } from '../decode/status.ts';
import type { Caller } from '../exchange.ts';
import { reading, readingList } from './calls.ts';

/** Section 7: reference lists. */
export function listMethods(call: Caller): OtapiClient['lists'] {
  return {
    /** Section 7.3; needs the instance key only. */
    providers: (options) =>
      call({ ...reading('GetProviderInfoList', {}, contentOf(providerInfo)), session: 'none' }, options),

    /** Section 7.1. */
    orderStatuses: (options) =>
      call(readingList('GetOrderStatusList', {}, resultList('SalesStatusInfo', statusName)), options),

    /** Section 7.2. */
    lineStatuses: (options) =>
      call(readingList('GetOrderLineStatusList', {}, resultList('SalesLineStatusInfo', statusName)), options),

    /** Section 7.4. */
    deliveryTypes: (options) => call(reading('GetExternalDeliveryTypeList', {}, contentOf(deliveryType)), options),
  };
}
