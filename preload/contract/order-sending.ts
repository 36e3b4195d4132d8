import type { StationError } from './call.ts';
import type { OrderDraft } from './order-draft.ts';
import type { BilingualText } from './receiving.ts';

/**
 * `waiting`: to be sent. `sending`: the request is on its way. `lost`: it was sent, the answer was lost, and OT Platform is
 * searched for its mark. `unsure`: several searches have not found it; a person decides. `made`: OT Platform has made an
 * order of it. `refused`: OT Platform would not take it. `stopped`: a person has taken it back before it was sent.
 * `invalid`: it has mistakes and was never sent (imports only).
 */
export const sentOrderStates = ['waiting', 'sending', 'lost', 'unsure', 'made', 'refused', 'stopped', 'invalid'] as const;
export type SentOrderState = (typeof sentOrderStates)[number];

/** What a person has decided of an order that differs; `paid-as-is` is no decision: see `OrderPayment`. */
export type SentOrderDecision = 'accepted' | 'cancelled';

/** What is different between a line as sent and as made. The price is compared when the person told the awaited one. */
export type LineDifference = 'quantity' | 'price' | 'configuration' | 'missing';

/** A line as it was sent, beside what OT Platform has made of it. */
export interface ComparedLine {
  sent: {
    itemId: string;
    configurationId: string | null;
    quantity: number;
    comment: string;
    /** Unit price that the person awaits, in the currency of the order; null when they told none. */
    awaitedPrice: number | null;
  };
  /** Null: it is not in the order. */
  made: MadeLine | null;
  /** Empty: the same. */
  differences: LineDifference[];
  /** Several lines of the same goods were sent, and OT Platform has put them into one. */
  isMerged: boolean;
}

export interface MadeLine {
  lineId: string;
  lineNumber: number;
  itemId: string;
  configurationId: string;
  title: BilingualText;
  configuration: BilingualText;
  pictureUrl: string | null;
  quantity: number;
  price: number | null;
  amount: number | null;
  currency: string;
}

export interface OrderComparison {
  lines: ComparedLine[];
  /** In the order without having been sent. */
  extra: MadeLine[];
  isSame: boolean;
}

/** An order on its way into OT Platform, as a list shows it. */
export interface SentOrderSummary {
  id: string;
  /** The import run that it belongs to, or null. */
  runId: string | null;
  reference: string;
  state: SentOrderState;
  lines: number;
  /** Of those, how many differ or are missing; 0 until it is made. */
  different: number;
  decision: SentOrderDecision | null;
  /** When it was made. */
  order: { id: string; number: string } | null;
  /** The last payment of it, as far as it was begun here. */
  payment: OrderPayment | null;
  error: StationError | null;
  by: string;
  station: string;
  at: string;
  settledAt: string | null;
}

/** The same with all that is known. */
export interface SentOrder extends SentOrderSummary {
  /** As the person had written it. */
  draft: OrderDraft;
  customerLogin: string;
  /** How the reference and the station's mark stand in the comment. */
  comment: string;
  attempts: number;
  /** When it is tried, or searched for, again by itself; null when nothing is due. */
  nextAttemptAt: string | null;
  comparison: OrderComparison | null;
  /** The order has been read since it was made. */
  isCancelled: boolean;
  remaining: number | null;
  currency: string;
}

/**
 * `working`: on its way. `waiting`: OT Platform cannot be reached; it goes on by itself. `paid`: nothing remains.
 * `refused`: OT Platform would not take a step. `unsure`: answers were lost and what was read since does not tell; a
 * person looks. `stopped`: a person has ended it.
 */
export const paymentStates = ['working', 'waiting', 'paid', 'refused', 'unsure', 'stopped'] as const;
export type PaymentState = (typeof paymentStates)[number];

/** One step of a payment, written down before and after. */
export interface PaymentStep {
  kind: 'read' | 'deposit' | 'reserve' | 'verify';
  amount: number | null;
  /** `lost`: sent, and the answer was lost. `found-done`, `found-undone`: what reading showed afterwards. */
  outcome: 'under-way' | 'done' | 'lost' | 'found-done' | 'found-undone' | 'refused' | 'not-sent';
  at: string;
  endedAt: string | null;
  /** The customer's free balance and the rest of the order, as they were read at this step. */
  available: number | null;
  remaining: number | null;
  error: StationError | null;
}

/** The two steps that make an order count as paid. No real money moves (reference 5.3). */
export interface OrderPayment {
  id: string;
  orderId: string;
  orderNumber: string;
  state: PaymentState;
  /** What was to be paid when it began, and what had to be deposited for it. */
  amount: number | null;
  deposited: number;
  currency: string;
  steps: PaymentStep[];
  error: StationError | null;
  by: string;
  station: string;
  at: string;
  settledAt: string | null;
}

/** What a payment would do now. */
export interface PaymentPlan {
  orderId: string;
  orderNumber: string;
  customerName: string;
  remaining: number;
  /** The customer's free balance. */
  available: number;
  /** Only the shortfall is deposited. */
  toDeposit: number;
  currency: string;
  /** A payment of this order that is not settled; a second one is not begun beside it. */
  underWay: OrderPayment | null;
  isCancelled: boolean;
}
