import type {
  ActivityFullInfo,
  ActivityId,
  ActivityInfo,
  CustomerAccount,
  CustomerInfo,
  CustomerProfile,
  CustomerSearch,
  DeliveryType,
  Deposit,
  Frame,
  LinePurchase,
  NamedParameter,
  OperatorInfo,
  OrderAddition,
  OrderDetails,
  OrderInfo,
  OrderLine,
  OrderLineSearch,
  OrderLineUpdate,
  OrderPayment,
  OrderSearch,
  OrderUpdate,
  Page,
  ProcessLogRecord,
  ProviderInfo,
  ProviderRun,
  ProviderSession,
  StatusName,
} from './model.ts';

/** Where and as whom the station calls. Held in memory only; never logged, never part of an error. */
export interface OtapiCredentials {
  /** Address that ends before the method name, e.g. `https://otapi.net/service/`. */
  address: string;
  instanceKey: string;
  /** Null: the key has no secret, calls are not signed (section 1.3). */
  secret: string | null;
  operatorLogin: string;
  operatorPassword: string;
}

/** As which customer a call is made. Held in memory only; never logged, never part of an error. */
export interface CustomerLogin {
  login: string;
  /** Null: the operator's session acts for the customer (AuthenticateAsUser, section 2). */
  password: string | null;
}

/** Options of one call. */
export interface CallOptions {
  signal?: AbortSignal;
  /** Milliseconds for the whole call, repeats included. Without it only each attempt has a limit, that of the client. */
  timeoutMs?: number;
}

/**
 * OTAPI, method family by method family. Every method rejects with `OtapiError` and nothing else. Reading methods are
 * repeated by themselves after a network failure; changing ones are not, since their outcome is not known then. A
 * number that no warehouse has (NaN, infinite) is a mistake of the caller and throws `RangeError`.
 *
 * Methods of a customer take the customer's login first. The client signs the customer in when that is needed, and keeps
 * the session for the next call. A refused login is remembered, password and all, and not tried again before
 * `customers.signIn`.
 */
export interface OtapiClient {
  operators: {
    /** Signs in now, whether or not a session is at hand. Rejects when the login is refused. */
    signIn(options?: CallOptions): Promise<void>;
    info(options?: CallOptions): Promise<OperatorInfo>;
  };
  lists: {
    providers(options?: CallOptions): Promise<ProviderInfo[]>;
    orderStatuses(options?: CallOptions): Promise<StatusName[]>;
    lineStatuses(options?: CallOptions): Promise<StatusName[]>;
    deliveryTypes(options?: CallOptions): Promise<DeliveryType[]>;
  };
  customers: {
    /** Signs in now, whether or not a session is at hand. Rejects when the login is refused (`customerRefused`). */
    signIn(customer: CustomerLogin, options?: CallOptions): Promise<void>;
    find(search: CustomerSearch, frame: Frame, options?: CallOptions): Promise<Page<CustomerInfo>>;
    profiles(customerId: string, options?: CallOptions): Promise<CustomerProfile[]>;
    account(customerId: string, options?: CallOptions): Promise<CustomerAccount>;
  };
  /** Section 3.1: the sessions with which OT Platform acts for provider accounts. */
  providerSessions: {
    list(providerType: string, options?: CallOptions): Promise<ProviderSession[]>;
    /** Where a person has to log in; the provider then leads the browser to `returnUrl`. A secret. */
    loginAddress(providerType: string, returnUrl: string, options?: CallOptions): Promise<string>;
  };
  /**
   * Sections 3.2 and 4: the background activities of Autopurchase. The first four answer as soon as the activity has
   * begun; what it does is told by `info`. A list that is left out, or empty, limits nothing.
   */
  activities: {
    /** Buys these lines of an order at the provider, or all that can be bought. */
    exportOrder(
      run: ProviderRun & { orderId: string; lineIds?: readonly string[] },
      options?: CallOptions,
    ): Promise<ActivityId>;
    /** Takes statuses and waybills of these orders, or of all, over from the provider. */
    synchronise(run: ProviderRun & { orderIds?: readonly string[] }, options?: CallOptions): Promise<ActivityId>;
    /** Binds lines of an order to what was bought by hand in these provider orders. */
    link(
      run: ProviderRun & { orderId: string; lineIds?: readonly string[]; providerOrderIds: readonly string[] },
      options?: CallOptions,
    ): Promise<ActivityId>;
    /** Takes the provider orders off these lines of an order, or off all that have one. */
    unlink(
      run: ProviderRun & { orderId: string; lineIds?: readonly string[] },
      options?: CallOptions,
    ): Promise<ActivityId>;
    /** Those of these types, ended ones too; all when there are no types. */
    search(types: readonly string[], options?: CallOptions): Promise<ActivityInfo[]>;
    info(activity: ActivityId, options?: CallOptions): Promise<ActivityFullInfo>;
    /** Does one of the activity's own actions. */
    doAction(activity: ActivityId, actionId: string, options?: CallOptions): Promise<void>;
    /** Answers a step with the parameters of one of its actions; the action itself is not sent (section 4.1). */
    doStepAction(activity: ActivityId, parameters: readonly NamedParameter[], options?: CallOptions): Promise<void>;
  };
  orders: {
    search(search: OrderSearch, frame: Frame, options?: CallOptions): Promise<Page<OrderInfo>>;
    /** `GetSalesOrderDetailsForOperator`, whole order (queryType 0). */
    details(orderId: string, options?: CallOptions): Promise<OrderDetails>;
    /** The order as made: goods that cannot be ordered are left out of it without an error (section 5.1). */
    add(customer: CustomerLogin, order: OrderAddition, options?: CallOptions): Promise<OrderInfo>;
    /** `CancelSalesOrder`, as the customer does it. */
    cancelAsCustomer(customer: CustomerLogin, orderId: string, options?: CallOptions): Promise<void>;
    /** `CancelSalesOrderForOperator`. */
    cancel(orderId: string, options?: CallOptions): Promise<void>;
    close(orderId: string, options?: CallOptions): Promise<void>;
    cancelLine(orderId: string, lineId: string, options?: CallOptions): Promise<void>;
    /** Restores a cancelled order too (section 5.2). */
    restoreLine(orderId: string, lineId: string, options?: CallOptions): Promise<void>;
    update(orderId: string, update: OrderUpdate, options?: CallOptions): Promise<void>;
    processLog(orderId: string, options?: CallOptions): Promise<ProcessLogRecord[]>;
  };
  lines: {
    search(search: OrderLineSearch, frame: Frame, options?: CallOptions): Promise<Page<OrderLine>>;
    update(orderId: string, lineId: string, update: OrderLineUpdate, options?: CallOptions): Promise<void>;
    updateSeveral(orderId: string, lineIds: string[], update: OrderLineUpdate, options?: CallOptions): Promise<void>;
    changeStatus(
      change: { orderId: string; lineId: string; statusId: number; comment: string; quantity: number },
      options?: CallOptions,
    ): Promise<void>;
    /** Cuts `pieces` off into a new line; the answer does not name it (section 6.3). */
    split(orderId: string, lineId: string, pieces: number, options?: CallOptions): Promise<void>;
    availableStatuses(orderId: string, lineId: string, options?: CallOptions): Promise<StatusName[]>;
    processLog(orderId: string, lineId: string, options?: CallOptions): Promise<ProcessLogRecord[]>;
    /** Sets both, as they are; whether an empty one clears what is there is not known (section 6.3). */
    setPurchase(orderId: string, lineId: string, purchase: LinePurchase, options?: CallOptions): Promise<void>;
  };
  /** Section 5.3. Amounts are in the internal currency, more than 0, and are sent with at most 2 decimal places. */
  payments: {
    /** Puts money on the customer's account (`PostTransaction`). */
    deposit(deposit: Deposit, options?: CallOptions): Promise<void>;
    /** Pays an order, or a part of it, from its customer's free balance (`SalesPaymentReserve`). */
    reserve(orderId: string, amount: number, options?: CallOptions): Promise<OrderPayment>;
    info(orderId: string, options?: CallOptions): Promise<OrderPayment>;
  };
  /** Aborts what is under way; later calls reject. */
  close(): void;
}

/** How a call failed. `network`, `timeout` and `server` leave the outcome of a changing call unknown. */
export type OtapiErrorKind = 'network' | 'timeout' | 'server' | 'api' | 'answer' | 'aborted';
