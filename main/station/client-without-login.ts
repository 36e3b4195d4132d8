import { OtapiError, type OtapiClient } from '../otapi/index.ts';

/**
 * Takes the place of the client when the secrets of a connection are not to be had: the keychain is gone, or was kept
 * in memory by the last run. Every call is refused as a wrong login is, so the station says so and goes on offline.
 */
export function createClientWithoutLogin(): OtapiClient {
  return {
    operators: { signIn: refuse('AuthenticateInstanceOperator'), info: refuse('GetOperatorInfo') },
    lists: {
      providers: refuse('GetProviderInfoList'),
      orderStatuses: refuse('GetOrderStatusList'),
      lineStatuses: refuse('GetOrderLineStatusList'),
    },
    orders: { search: refuse('SearchOrders'), details: refuse('GetSalesOrderDetailsForOperator') },
    lines: {
      search: refuse('SearchOrderLines'),
      update: refuse('UpdateOrderLineForOperator'),
      updateSeveral: refuse('UpdateOrderLinesForOperator'),
      changeStatus: refuse('ChangeLineStatus'),
      split: refuse('SplitOrderLineForOperator'),
      availableStatuses: refuse('GetLineAvailableStatusList'),
      processLog: refuse('GetSaleLineProcessLog'),
    },
    close() {},
  };
}

function refuse(method: string): () => Promise<never> {
  return async () => {
    throw new OtapiError({
      kind: 'api',
      method,
      outcomeUnknown: false,
      reason: 'the station has no login for this instance',
      signInRefused: true,
    });
  };
}
