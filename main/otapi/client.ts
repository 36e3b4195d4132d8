import type {
  ActivityFullInfo,
  ActivityId,
  ActivityInfo,
  Frame,
  NamedParameter,
  OperatorInfo,
  OrderDetails,
  OrderInfo,
  OrderLine,
  OrderLineSearch,
  OrderLineUpdate,
  OrderSearch,
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
  };
  /** Aborts what is under way; later calls reject. */
  close(): void;
}

/** How a call failed. `network`, `timeout` and `server` leave the outcome of a changing call unknown. */
export type OtapiErrorKind = 'network' | 'timeout' | 'server' | 'api' | 'answer' | 'aborted';
