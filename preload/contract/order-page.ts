import { z } from 'zod';
import type { ListedOrder } from './orders.ts';
import type { BilingualText } from './receiving.ts';

/** To whom the order goes, as OT Platform has it; empty texts where it has nothing. */
export interface DeliveryAddress {
  lastName: string;
  firstName: string;
  middleName: string;
  country: string;
  region: string;
  city: string;
  address: string;
  postalCode: string;
  phone: string;
}

/** What OT Platform allows to be done with an order now (reference 5.4, the `Can...` flags). */
export interface OrderRights {
  cancel: boolean;
  restore: boolean;
  close: boolean;
  changeAddress: boolean;
  purchaseItems: boolean;
}

export interface OrderPageLine {
  lineId: string;
  lineNumber: number;
  title: BilingualText;
  configuration: BilingualText;
  /** Address on the app's own scheme, or null when the line has no picture. */
  pictureUrl: string | null;
  itemId: string;
  /** The page at the provider; empty when not known. */
  itemUrl: string;
  configurationId: string;
  quantity: number;
  status: { id: number; name: string };
  /** Statuses to which it may be set now; empty while the order was not read on its own. */
  availableStatuses: { id: number; name: string }[];
  isCancelled: boolean;
  price: number | null;
  amount: number | null;
  currency: string;
  /** Kilograms per piece. */
  weight: number | null;
  sellerName: string;
  customerComment: string;
  operatorComment: string;
  providerOrderId: string;
  waybills: string[];
  /** The waybill field as it stands at OT Platform, to be edited. */
  waybillField: string;
  providerStatus: string;
  priceWarning: { level: string; message: string } | null;
  /** A receipt of it is still to be sent: it cannot be changed here before. */
  isInOutbox: boolean;
}

export interface OrderPage {
  order: ListedOrder & {
    goodsAmount: number | null;
    deliveryAmount: number | null;
    /** The customer's free balance. */
    customerAvailable: number | null;
    /** The operator's note. */
    additionalInfo: string;
    operatorName: string;
    deliveryModeId: string;
    deliveryModeName: string;
    /** Kilograms. */
    weight: number | null;
    address: DeliveryAddress | null;
    can: OrderRights;
  };
  lines: OrderPageLine[];
  /** Flags, rights and amounts are known: the order was read on its own, not only in a list. */
  isWhole: boolean;
  /** The sending by which this station added it, when it did. */
  sentId: string | null;
}

/** One entry of OT Platform's log. */
export interface OrderLogEntry {
  /** As OT Platform writes it. */
  at: string;
  /** Operator or customer. */
  by: string;
  /** What was changed, in OT Platform's words. */
  field: string;
  before: string;
  after: string;
}
export interface OrderLog {
  entries: OrderLogEntry[];
}

const text = (longest: number) => z.string().trim().max(longest);
const target = { orderId: z.string().trim().min(1).max(200) };
const lineTarget = { ...target, lineId: z.string().trim().min(1).max(200) };
/** Kilograms. */
const weight = z.number().positive().max(100_000);

/** A change to an order or a line. Empty texts clear what is there. */
export const orderChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order-weight'), ...target, weight }),
  z.object({ kind: z.literal('order-note'), ...target, note: text(4000) }),
  z.object({ kind: z.literal('order-delivery'), ...target, deliveryModeId: text(100).min(1) }),
  z.object({ kind: z.literal('cancel-order'), ...target }),
  z.object({ kind: z.literal('close-order'), ...target }),
  z.object({ kind: z.literal('line-status'), ...lineTarget, statusId: z.number().int() }),
  z.object({ kind: z.literal('line-comment'), ...lineTarget, comment: text(4000) }),
  z.object({ kind: z.literal('line-weight'), ...lineTarget, weight }),
  z.object({ kind: z.literal('line-purchase'), ...lineTarget, providerOrderId: text(200), waybill: text(400) }),
  z.object({ kind: z.literal('split-line'), ...lineTarget, pieces: z.number().int().min(1) }),
  z.object({ kind: z.literal('cancel-line'), ...lineTarget }),
  z.object({ kind: z.literal('restore-line'), ...lineTarget }),
]);
export type OrderChange = z.output<typeof orderChange>;

/**
 * `done`: OT Platform has taken it. `seen-done`, `seen-undone`: the answer was lost, and the order, read afterwards, shows
 * that it was or was not done. `unread`: the answer was lost, and the order could not be read since.
 */
export type OrderChangeOutcome = 'done' | 'seen-done' | 'seen-undone' | 'unread';
export interface OrderChangeResult {
  outcome: OrderChangeOutcome;
  page: OrderPage;
}
