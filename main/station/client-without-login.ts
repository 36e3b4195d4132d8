import { OtapiError, type OtapiClient } from '../otapi/index.ts';

/**
 * Why there is no login. `login-lost`: the keychain is gone, or was kept in memory by the last run. `platform-down`: the
 * practice platform, which would tell it, does not answer.
 */
export type NoLogin = 'login-lost' | 'platform-down';

/**
 * Takes the place of the client when there is no login to be had. Every call fails, as one with a wrong login does or
 * as one without a network, so the station says so and goes on offline.
 */
export function createClientWithoutLogin(why: NoLogin): OtapiClient {
  const refuse = (method: string) => async (): Promise<never> => {
    throw failureOf(why, method);
  };
  return {
    operators: { signIn: refuse('AuthenticateInstanceOperator'), info: refuse('GetOperatorInfo') },
    lists: {
      providers: refuse('GetProviderInfoList'),
      orderStatuses: refuse('GetOrderStatusList'),
      lineStatuses: refuse('GetOrderLineStatusList'),
      deliveryTypes: refuse('GetExternalDeliveryTypeList'),
    },
    customers: {
      signIn: refuse('Authenticate'),
      find: refuse('FindBaseUserInfoListFrame'),
      profiles: refuse('GetUserProfileInfoListForOperator'),
      account: refuse('GetAccountInfoForOperator'),
    },
    providerSessions: {
      list: refuse('GetProviderOrdersIntegrationSessionInfoList'),
      loginAddress: refuse('GetProviderOrdersIntegrationSessionAuthenticationInfo'),
    },
    activities: {
      exportOrder: refuse('RunOrderExportingToProvider'),
      synchronise: refuse('RunOrdersSynchronizingWithProvider'),
      link: refuse('RunOrderLinkingWithProvider'),
      unlink: refuse('RunOrderUnlinkingFromProvider'),
      search: refuse('SearchBackgroundActivities'),
      info: refuse('GetBackgroundActivityInfo'),
      doAction: refuse('DoActionForBackgroundActivity'),
      doStepAction: refuse('DoStepActionForBackgroundActivity'),
    },
    orders: {
      search: refuse('SearchOrders'),
      details: refuse('GetSalesOrderDetailsForOperator'),
      add: refuse('AddOrder'),
      cancelAsCustomer: refuse('CancelSalesOrder'),
      cancel: refuse('CancelSalesOrderForOperator'),
      close: refuse('CloseSalesOrderForOperator'),
      cancelLine: refuse('CancelLineSalesOrderForOperator'),
      restoreLine: refuse('RestoreLineSalesOrderForOperator'),
      update: refuse('UpdateOrderForOperator'),
      processLog: refuse('GetSalesProcessLog'),
    },
    lines: {
      search: refuse('SearchOrderLines'),
      update: refuse('UpdateOrderLineForOperator'),
      updateSeveral: refuse('UpdateOrderLinesForOperator'),
      changeStatus: refuse('ChangeLineStatus'),
      split: refuse('SplitOrderLineForOperator'),
      availableStatuses: refuse('GetLineAvailableStatusList'),
      processLog: refuse('GetSaleLineProcessLog'),
      setPurchase: refuse('ChangeSalesOrderLinePurchaseInfoForOperator'),
    },
    payments: {
      deposit: refuse('PostTransaction'),
      reserve: refuse('SalesPaymentReserve'),
      info: refuse('GetSalesPaymentInfo'),
    },
    close() {},
  };
}

function failureOf(why: NoLogin, method: string): OtapiError {
  switch (why) {
    case 'login-lost': {
      const reason = 'the station has no login for this instance';
      return new OtapiError({ kind: 'api', method, outcomeUnknown: false, reason, signInRefused: true });
    }
    case 'platform-down':
      return new OtapiError({ kind: 'network', method, outcomeUnknown: false, reason: 'the practice platform does not answer' });
  }
}
