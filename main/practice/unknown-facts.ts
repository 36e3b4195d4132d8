/**
 * Everything that otapi.md marks as unknown and on which the practice platform had to decide all the
 * same. Each is our choice, with the section it belongs to; the app must not lean on any of them.
 *
 * Choices that are behaviour rather than a value:
 * - 1.2: values in the query and in the form of one POST are taken together; of a name sent twice the first counts.
 * - 1.6: a frame position beyond the end and a frame size of 0 give no items, and the whole TotalCount; a position or
 *   size that is missing, negative or no number is refused.
 * - 2: a customer signs in with login and password like an operator, and may have any number of sessions at once; the
 *   anonymous session and rememberMe change nothing. A login that AuthenticateAsUser does not know is not found.
 * - 3.1: RedirectUrl leads to the provider's site once; who opens it again is told so. A new login for an account gives a
 *   new session id in the place of the old one, which is over then. The list holds no session that is over, in the order
 *   in which accounts came. The parameters of the return follow whatever query the return address has.
 * - 3.1: a provider type that the instance does not have is not found; one whose orders are not integrated breaks a rule;
 *   a return address that is no absolute http or https URL cannot be read.
 * - 3.2: a provider session that is not running is not found; an order of another provider breaks a rule; a line of another
 *   order is not found. Lines that cannot be exported, bound or unbound are no refusal: steps of the activity name them.
 * - 3.2: an export checks all lines, whatever is asked meanwhile, and buys when every question is answered: one provider
 *   order for each seller, at AwaitingPayment. Stopped by an answer or failed at the provider, it has bought nothing.
 * - 3.2: a synchronisation takes the ordered lines without a waybill, whichever account bought them. First they become
 *   AwaitingShipment, then Shipped with a waybill; a line that its seller cancels becomes Unable to deliver.
 * - 3.2: linking binds lines that may be exported. What the provider says of the order comes with the next synchronisation.
 * - 3.2: unlinking empties everything that buying has brought, the waybill too.
 * - 4.1: an empty xmlSearchParameters finds all activities, too. An answer must have exactly the parameters that were
 *   offered; one that never was cannot be read. An answer to a question that is gone breaks a rule, and so does anything
 *   for an activity that has ended, and an action that the activity does not offer now.
 * - 4.3: a step with an answered question stays, without its actions, and an Info step follows. A cancelled activity gets an
 *   Info step, too, and keeps its progress. Step actions have the parameters QuestionId, OrderLineId (when the question is
 *   about a line) and Answer; activity actions are Cancel, LeaveOutQuestioned (with two or more lines in question) and
 *   PlaceOrder (the last question of an export).
 * - 4.3: an activity awaits an action when nothing but answers can make it go on.
 * - 5.1: AddOrder checks in this order, and the first thing that is wrong refuses the whole: the description, field by field
 *   (ValidationError, with the field in its text); DeliveryModeId and UserProfileId, which must be known (ValidationError,
 *   too; a profile of another customer is not known); goods of two providers, counting those that are gone
 *   (ContractViolation); a delivery that does not take the provider's goods (ContractViolation); nothing that can be
 *   ordered (ContractViolation: no empty order is made). Without UserProfileId the customer's first profile counts.
 * - 5.1: left out are goods that are gone or never were, those of a closed shop, an id of a configuration that the goods
 *   do not have, one that is missing, and one for goods without configurations. Short goods are cut to the stock, which
 *   all items of the order share and the next order finds whole again; Qty and QtyOrig are what was made. An old id of
 *   a configuration gives a line with the new one. Items stay apart, also two of the same goods, and in their order.
 * - 5.1, 5.3: a repeated call makes another order, or moves the money again.
 * - 5.2: an order can be cancelled as long as each line that counts can: its available statuses have 13. Customers may do
 *   what operators may, with their own orders; those of others are not found. Lines that do not count stay as they are.
 * - 5.2: a cancelled line can be restored until its order is ready to ship, or closed, whether the whole order was
 *   cancelled or not; it then awaits its payment again, even if it was bought. Paid, it goes to 4 when a provider order id is
 *   there, else to 2. CanRestore says that some line can be restored.
 * - 5.2: closing completes an order that was posted, and its posted lines; a cancelled one stays cancelled for good. Any
 *   other cannot be closed.
 * - 5.2: UpdateOrderForOperator changes delivery mode and address while CanChangeAddress says so; weight and note always.
 * - 5.2, 6.3: ChangeSalesOrderLinePurchaseInfoForOperator writes both numbers as they are sent, an empty one too, and
 *   leaves the status; a line that awaits its payment or does not count is refused.
 * - 5.3: what an order costs follows from its lines that count and its delivery mode, by the weight that was ordered or that
 *   an operator has set for the order. What becomes due later can be paid like anything else, and makes IsPaid false; it
 *   takes no line's status back. What is paid too much, because a line was cancelled or given back or costs less, returns
 *   to the customer's account at once. A line that somebody sets to a paid status by hand was paid without the account.
 * - 5.3: amounts have two digits after the dot at most and are above 0. More than the account has free, or than the order
 *   has due, breaks a rule. Partial payments wait in the order; with the last one its lines go from 1 to 2.
 * - 5.3: Available is what the customer can spend, Reserved what is paid for orders that are not completed, Balance both,
 *   PaymWait what is still due. SearchTransactions has everything that moved on accounts, also payments and refunds of
 *   orders, newest first, DateFrom and DateTo included; the names of its items' fields are in methods/transactions.ts.
 * - 5.4, 6.3: an order id may also be given as its bare number.
 * - 5.5, 6.2: an empty list or element in a search does not limit it; all limits must hold together; last name and city
 *   match a part of the text, letter case aside; another field than the two known ones in OrderBy is refused.
 * - 7.5: Login, Email and Phone match a part of the text, letter case aside; an empty userFilter finds every customer.
 * - 6.3: an update of several lines changes all of them or none: it is refused as a whole when one id is wrong or
 *   belongs to another order, or one line may not go to the status. Unknown and empty children, and an update without
 *   any, change nothing and are no error. The status that a line has already is always accepted.
 * - 6.3: ChangeLineStatus without a quantity is for the whole line; for a part of it the line is split, unless it has
 *   the status already: then only the comment changes.
 * - 6.3: a split of 0 pieces, of all or of more breaks a rule; one of a number below 0 cannot be read.
 */

/** How a waybill in a search is compared with the waybill field of a line (6.2). */
export type WaybillMatch = 'whole-field' | 'pieces';

interface UnknownFacts {
  readonly wrongCredentialsCode: 'AccessDenied';
  readonly unreadableParameterCode: 'ValidationError';
  readonly unknownMethodCode: 'NotFound';
  readonly unknownMethodHttpStatus: number;
  readonly notAllowedSubCode: string;
  readonly sessionMinutes: number;
  readonly customerSessionMinutes: number;
  readonly loginAddressMinutes: number;
  readonly loginMinutes: number;
  readonly providerSessionHours: number;
  readonly deviceCookieDays: number;
  readonly returnParameters: { readonly session: string; readonly error: string };
  readonly largestFrame: number;
  readonly waybillMatch: WaybillMatch;
  readonly orderSorting: string;
  readonly activityStepMs: number;
  readonly finishedActivityDays: number;
  readonly providerOrdersAtOnce: number;
  readonly providerOrderId: RegExp;
  readonly linkedOrders: { readonly list: string; readonly item: string };
  readonly statusTransitions: ReadonlyMap<number, readonly number[]>;
  readonly lastSplittableStatus: number;
  readonly purchaseStatus: {
    readonly awaitingPayment: string;
    readonly awaitingShipment: string;
    readonly shipped: string;
    readonly cancelled: string;
  };
  readonly smallOverpaymentPercent: number;
  readonly transactionDateForms: readonly RegExp[];
  readonly deliveryFormula: (pricePerKg: number) => string;
  readonly deliveryProviderType: string;
}

export const UNKNOWN_FACTS: UnknownFacts = {
  /** 2 and 1.7: a wrong login or password, and an instance key that does not exist. */
  wrongCredentialsCode: 'AccessDenied',
  /** 1.7: a parameter that is missing (a session id too) or cannot be read. */
  unreadableParameterCode: 'ValidationError',
  /** 1.1: a method name that does not exist: this code in the envelope, with this HTTP status. */
  unknownMethodCode: 'NotFound',
  unknownMethodHttpStatus: 404,
  /** 6.3: what comes with ContractViolation for a status or a quantity that the line does not allow. */
  notAllowedSubCode: 'InvalidInputValue',
  /** 1.4: an operator session lives this long from its sign-in on, used or not. */
  sessionMinutes: 480,
  /** 1.4: a customer session, whichever way it was got, lives this long, used or not. */
  customerSessionMinutes: 240,
  /** 3.1: a RedirectUrl can be opened for so long. */
  loginAddressMinutes: 10,
  /** 3.1: a login that has begun must be done within this time. */
  loginMinutes: 30,
  /** 1.4, 3.1: a provider session lives this long, by the platform's clock. */
  providerSessionHours: 24,
  /** 3.1: how long the provider's site knows a browser again; nothing of that site is in the reference. */
  deviceCookieDays: 180,
  /** 3.1: names of the return parameters: the session's id after a success, a text for people after a failure. */
  returnParameters: { session: 'sessionId', error: 'error' },
  /** 1.6: the panel asks for 100 items at most; who asks for more gets this many. */
  largestFrame: 100,
  /** 6.2: the whole field is compared, letter case aside; one of two numbers in a field is not found. */
  waybillMatch: 'whole-field',
  /** 5.5: SearchOrders without OrderBy. SearchOrderLines without it goes by ascending line id. */
  orderSorting: 'CreationDate:DESC',
  /** 4: the time between two steps of an activity: a person can follow. */
  activityStepMs: 1000,
  /** 4.3: how long an activity that has ended stays listed. */
  finishedActivityDays: 7,
  /** 3.2: a synchronisation asks about so many provider orders, those of the newest lines first; the rest waits for the next. */
  providerOrdersAtOnce: 100,
  /** 3.2: the ids of provider orders that exist: 15 to 20 digits, of which the last two are not 00. */
  providerOrderId: /^\d{13,18}(?!00)\d\d$/,
  /** 3.2: where RunOrderLinkingWithProvider has the provider order ids. */
  linkedOrders: { list: 'ProviderOrderIds', item: 'Id' },
  /**
   * 7.2: to which statuses a line may go from each. A line may be taken back from the warehouse until it
   * is packed, and never after.
   */
  statusTransitions: new Map([
    [1, [2, 13]],
    [2, [3, 4, 12, 13]],
    [3, [2, 12, 13]],
    [4, [5, 6, 11, 12, 13]],
    [5, [4, 6, 11, 12]],
    [6, [4, 5, 7, 11]],
    [7, [8]],
    [8, [9]],
    [9, [10]],
    [10, []],
    [11, []],
    [12, [4, 13]],
    [13, []],
  ]),
  /** 6.3: pieces can be cut off a line up to this status: until it is packed. */
  lastSplittableStatus: 6,
  /** 6.1: values of VendPurchStatus. */
  purchaseStatus: { awaitingPayment: 'AwaitingPayment', awaitingShipment: 'AwaitingShipment', shipped: 'Shipped', cancelled: 'Cancelled' },
  /** 6.1: up to so many percent above the ordered price an overpayment is a small one. */
  smallOverpaymentPercent: 10,
  /** 5.3: accepted forms of transactionDate, UTC: the safe guess, that of H with hyphens in the time, blanks, and a day alone. */
  transactionDateForms: [
    /^(?<date>\d{4}-\d\d-\d\d)T(?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)(?:\.\d{1,7})?Z?$/,
    /^(?<date>\d{4}-\d\d-\d\d) (?<hours>\d\d)-(?<minutes>\d\d)-(?<seconds>\d\d)$/,
    /^(?<date>\d{4}-\d\d-\d\d) (?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)$/,
    /^(?<date>\d{4}-\d\d-\d\d)$/,
  ],
  /** 7.4: how Formula says what a kg costs; nothing for a free delivery. */
  deliveryFormula: (pricePerKg) => (pricePerKg === 0 ? '0' : `${pricePerKg}*Weight`),
  /** 7.4: the children of ProviderTypes. */
  deliveryProviderType: 'ProviderType',
};
