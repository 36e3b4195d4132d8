import { z } from 'zod';
import { defineCall } from './call.ts';
import { orderDraft, type OrderDraft } from './order-draft.ts';
import type { OrderPayment, PaymentPlan, SentOrder, SentOrderSummary } from './order-sending.ts';

/**
 * How the station acts for the customer in whose name orders are added: `operator` by the operator's own session,
 * `password` by the customer's login, whose password is in the keychain (reference 2).
 */
export const customerWays = ['operator', 'password'] as const;
export type CustomerWay = (typeof customerWays)[number];

export interface OrderingCustomer {
  login: string;
  way: CustomerWay;
  /** Null while OT Platform has not told it. */
  id: string | null;
  name: string;
  /** The keychain has a password for the login. */
  hasPassword: boolean;
}

/** A draft that is kept until it is sent or thrown away. */
export interface KeptDraft {
  id: string;
  draft: OrderDraft;
  changedAt: string;
  /** The sent order of which it is the corrected copy, or null. */
  corrects: { sentId: string; reference: string; orderNumber: string | null } | null;
}

/** All that the ordering pages show at a glance. A view with a higher revision is newer. */
export interface OrderingView {
  revision: number;
  customer: OrderingCustomer | null;
  drafts: KeptDraft[];
  /** Sent ones outside of imports that need somebody's eye or are under way, newest first, then some of the others. */
  sent: SentOrderSummary[];
  /** Of all, imports included: on their way, and those for which a person has to decide. */
  counts: { underWay: number; toDecide: number };
}

export interface DeliveryChoice {
  id: string;
  name: string;
  description: string;
  /** It costs nothing: the one that orders for one's own warehouse are bound to. */
  isFree: boolean;
  /** Empty: for all. */
  providerTypes: string[];
}

export interface ProfileChoice {
  id: string;
  /** Name and address in one line. */
  label: string;
}

/** What an order can be bound to. */
export interface OrderingChoices {
  deliveryModes: DeliveryChoice[];
  profiles: ProfileChoice[];
  /** Those that were sent with last; empty when none. */
  lastDeliveryModeId: string;
  lastProfileId: string;
  /** When OT Platform told them last; null: never, so ids can be typed only. */
  readAt: string | null;
}

/** A customer of OT Platform, as found. */
export interface FoundCustomer {
  id: string;
  login: string;
  name: string;
  email: string;
}

const id = z.string().min(1).max(100);
const one = z.object({ id });

export const orderingCalls = {
  view: defineCall<OrderingView>()(z.object({})),
  /** Customers whose login, e-mail or phone is this text. */
  findCustomers: defineCall<{ customers: FoundCustomer[] }>()(z.object({ text: z.string().trim().min(1).max(200) })),
  /** Signs in as this customer, then keeps it. An empty password: the one in the keychain. Fault: `customer-refused`. */
  chooseCustomer: defineCall<OrderingView>()(
    z.object({ login: z.string().trim().min(1).max(200), way: z.enum(customerWays), password: z.string().max(400).default('') }),
  ),
  forgetCustomer: defineCall<OrderingView>()(z.object({})),
  /** Delivery modes and profiles; `refresh` asks OT Platform, else what is known is taken, if anything is. */
  choices: defineCall<OrderingChoices>()(z.object({ refresh: z.boolean().default(false) })),
  /** Numbers of the orders that were added with these references, as far as this station knows. */
  usedReferences: defineCall<{ used: { reference: string; orderNumber: string }[] }>()(
    z.object({ references: z.array(z.string().max(200)).max(2000) }),
  ),
  /** Keeps a draft as it is typed; durable when it answers. */
  saveDraft: defineCall<KeptDraft>()(z.object({ id, draft: orderDraft })),
  discardDraft: defineCall<OrderingView>()(one),
  /** Takes back the last `discardDraft` of this draft. */
  restoreDraft: defineCall<OrderingView>()(one),
  /**
   * Sends a draft, once: the same id again gives what became of the first. Faults: `draft-faulty`, `no-customer`,
   * `reference-used` unless `despiteReference`.
   */
  send: defineCall<SentOrder>()(z.object({ id, draftId: id, draft: orderDraft, despiteReference: z.boolean().default(false) })),
  sent: defineCall<SentOrder>()(one),
  /** All that were sent from this station, newest first. */
  history: defineCall<{ sent: SentOrderSummary[]; next: string | null }>()(
    z.object({ before: z.string().max(40).nullable().default(null), limit: z.number().int().min(1).max(100).default(30) }),
  ),
  /** What differs is as it should be. */
  accept: defineCall<SentOrder>()(one),
  /** Cancels the made order and opens a corrected copy of it as a draft; without `cancel` only the copy. */
  correct: defineCall<{ sent: SentOrder; draft: KeptDraft }>()(one.extend({ cancel: z.boolean() })),
  /** Takes one back that was not sent yet. Fault: `already-sent`. */
  stop: defineCall<SentOrder>()(one),
  /** Searches for a lost one at once. */
  look: defineCall<SentOrder>()(one),
  /** A person says of an unsure one: it was not made, send it again. */
  sendAgain: defineCall<SentOrder>()(one),
  /** A person says of an unsure one which order it is, by number. */
  identify: defineCall<SentOrder>()(one.extend({ orderNumber: z.string().trim().min(1).max(40) })),
  /** Reads order and balance, and tells what a payment would do. */
  preparePayment: defineCall<PaymentPlan>()(z.object({ orderId: id })),
  /**
   * Makes the order count as paid. The same id again gives the same payment. Faults: `payment-under-way`, `nothing-to-pay`,
   * `amount-changed` when the rest is not `remaining` any more.
   */
  pay: defineCall<OrderPayment>()(z.object({ id, orderId: id, remaining: z.number().nonnegative() })),
  /** Payments of an order that were begun here, newest first. */
  payments: defineCall<{ payments: OrderPayment[] }>()(z.object({ orderId: id })),
  /** Goes on with one that is unsure or refused: reads everything again first. */
  continuePayment: defineCall<OrderPayment>()(one),
  stopPayment: defineCall<OrderPayment>()(one),
};
