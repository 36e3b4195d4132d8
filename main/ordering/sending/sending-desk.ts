import { randomUUID } from 'node:crypto';
import {
  conflict,
  notFound,
  readDraft,
  readReference,
  StationFault,
  type KeptDraft,
  type OrderDraft,
  type SentOrder,
  type SentOrderSummary,
} from '../../../preload/contract/index.ts';
import { isOtapiError, type CustomerLogin, type OrderDetails, type OtapiClient } from '../../otapi/index.ts';
import { callFailure } from '../call-failure.ts';
import type { Choices } from '../customer/choices.ts';
import { customerFault, type Customer } from '../customer/customer.ts';
import type { DraftStore } from '../drafts/draft-store.ts';
import type { PaymentDesk } from '../payments/payment-desk.ts';
import type { Person } from '../person.ts';
import { newMark } from './mark.ts';
import type { OrderSender } from './order-sender.ts';
import type { SentRecord } from './sent-record.ts';
import type { SentStore } from './sent-store.ts';
import { shownSent, shownSummary } from './shown-sent.ts';

/** Orders as a person sends them and decides about them. */
export interface SendingDesk {
  send(request: { id: string; draftId: string; draft: OrderDraft; despiteReference: boolean }): SentOrder;
  sent(id: string): SentOrder;
  summary(record: SentRecord): SentOrderSummary;
  accept(id: string): SentOrder;
  correct(id: string, cancel: boolean): Promise<{ sent: SentOrder; draft: KeptDraft }>;
  stop(id: string): SentOrder;
  look(id: string): SentOrder;
  sendAgain(id: string): SentOrder;
  identify(id: string, orderNumber: string): Promise<SentOrder>;
}

export interface SendingDeskParts {
  client: Pick<OtapiClient, 'orders'>;
  store: SentStore;
  sender: Pick<OrderSender, 'wake'>;
  drafts: DraftStore;
  customer: Customer;
  choices: Choices;
  payments: Pick<PaymentDesk, 'last'>;
  readOrder: (orderId: string) => Promise<OrderDetails>;
  /** OT Platform's id of the order with this number. */
  orderIdOf: (number: string) => string;
  transaction: <T>(work: () => T) => T;
  person: () => Person;
  now: () => number;
  signal: AbortSignal;
  /** Something about it is another. */
  onChange: (record: SentRecord) => void;
  keptDraft: (id: string) => KeptDraft;
}

export function createSendingDesk(parts: SendingDeskParts): SendingDesk {
  const { client, store, sender, drafts, customer, choices, person, now, signal, onChange } = parts;

  function found(id: string): SentRecord {
    const record = store.find(id);
    if (record === null) throw new StationFault(notFound('sent-gone'));
    return record;
  }

  function shown(record: SentRecord): SentOrder {
    return shownSent(record, paymentOf(record));
  }

  function paymentOf({ orderId }: SentRecord) {
    return orderId === null ? null : parts.payments.last(orderId);
  }

  function changed(record: SentRecord): SentOrder {
    onChange(record);
    sender.wake();
    return shown(record);
  }

  function sentOf(draftId: string): SentRecord | null {
    const sentId = drafts.sentAs(draftId);
    return sentId === null ? null : store.find(sentId);
  }

  /** A made order of which a person can still say what is to become of it. */
  function made(id: string): SentRecord & { orderId: string } {
    const record = found(id);
    const { orderId } = record;
    if (record.state !== 'made' || orderId === null || record.comparison === null) throw new StationFault(conflict('nothing-to-decide-here'));
    return { ...record, orderId };
  }

  function unsure(id: string): SentRecord {
    const record = found(id);
    if (record.state !== 'unsure') throw new StationFault(conflict('not-unsure'));
    return record;
  }

  async function cancelAtPlatform(record: SentRecord & { orderId: string }): Promise<SentRecord> {
    const before = await parts.readOrder(record.orderId);
    if (!before.order.isCancelled) await cancelAs(await loginOf(record), record.orderId);
    return store.change(record.id, { decision: 'cancelled', isCancelled: true, remaining: null });
  }

  async function loginOf({ customerLogin, customerWay }: SentRecord): Promise<CustomerLogin> {
    const login = await customer.loginOf(customerLogin, customerWay);
    if (login === null) throw new StationFault(conflict('no-customer'));
    return login;
  }

  /** When the answer is lost, the order tells whether it is cancelled. */
  async function cancelAs(login: CustomerLogin, orderId: string): Promise<void> {
    try {
      await client.orders.cancelAsCustomer(login, orderId, { signal });
    } catch (error) {
      if (callFailure(error) !== 'lost') throw customerFault(error);
      const { order } = await parts.readOrder(orderId);
      if (!order.isCancelled) throw error;
    }
  }

  /** The order as it was written; there is one such copy at a time. */
  function copyOf(record: SentRecord): KeptDraft {
    const copy = drafts.copyOf(record.id) ?? drafts.save(randomUUID(), record.draft, record.id);
    return parts.keptDraft(copy.id);
  }

  return {
    send({ id, draftId, draft, despiteReference }) {
      // A page that still has a draft open which another has sent meanwhile is told what became of it.
      const before = store.find(id) ?? sentOf(draftId);
      if (before !== null) return shown(before);
      const chosen = customer.chosen();
      if (chosen === null) throw new StationFault(conflict('no-customer'));
      const { order } = readDraft(draft, knownTo(choices));
      if (order === null) throw new StationFault(conflict('draft-faulty'));
      const [used] = order.reference === '' ? [] : store.usedReferences([order.reference]);
      if (used !== undefined && !despiteReference) throw new StationFault(conflict('reference-used', { ...used }));
      const { name: by, station } = person();
      parts.transaction(() => {
        store.add([
          {
            id,
            mark: newMark(),
            reference: order.reference,
            customerLogin: chosen.login,
            customerWay: chosen.way,
            runId: null,
            position: null,
            rows: [],
            draft,
            ordered: order,
            faults: [],
            state: 'waiting',
            by,
            station,
            at: now(),
          },
        ]);
        drafts.sent(draftId, id, draft);
        choices.remember(order.deliveryModeId, order.profileId);
      });
      return changed(found(id));
    },
    sent: (id) => shown(found(id)),
    summary: (record) => shownSummary(record, paymentOf(record)),
    accept(id) {
      const record = made(id);
      if (record.decision !== null || record.different === 0) throw new StationFault(conflict('nothing-to-decide-here'));
      return changed(store.change(id, { decision: 'accepted' }));
    },
    async correct(id, cancel) {
      const record = found(id);
      const isOver = record.state === 'refused' || record.state === 'stopped' || record.state === 'invalid';
      if (cancel && !isOver) {
        const cancelled = await cancelAtPlatform(made(id));
        onChange(cancelled);
      } else if (!isOver) made(id);
      const draft = copyOf(record);
      return { sent: shown(found(id)), draft };
    },
    stop(id) {
      if (found(id).state !== 'waiting') throw new StationFault(conflict('already-sent'));
      return changed(store.change(id, { state: 'stopped', settledAt: now(), nextAt: null }));
    },
    look(id) {
      const record = found(id);
      if (record.state === 'unsure') return changed(store.change(id, { state: 'lost', nextAt: null, settledAt: null }));
      return changed(store.change(id, { nextAt: null }));
    },
    sendAgain(id) {
      unsure(id);
      return changed(store.change(id, { state: 'waiting', isInsisted: true, nextAt: null, settledAt: null }));
    },
    async identify(id, orderNumber) {
      const record = unsure(id);
      const { order } = await readOrderOrFail(parts.readOrder, parts.orderIdOf(orderNumber), orderNumber);
      // A person may have decided otherwise while it was read.
      unsure(id);
      const mark = readReference(order.customerComment)?.mark;
      const owner = store.ofOrder(order.id);
      if ((mark !== undefined && mark !== record.mark) || (owner !== null && owner.id !== id)) throw new StationFault(conflict('order-is-another', { order: orderNumber }));
      return changed(
        store.change(id, { state: 'made', orderId: order.id, orderNumber: order.displayId, nextAt: null, error: null, settledAt: null }),
      );
    },
  };
}

/** What a draft is checked against. Lists that were never read limit nothing. */
export function knownTo(choices: Choices): { deliveryModeIds?: string[]; profileIds?: string[] } {
  const { deliveryModes, profiles, readAt } = choices.view();
  return {
    ...(readAt !== null && deliveryModes.length > 0 && { deliveryModeIds: deliveryModes.map(({ id }) => id) }),
    ...(readAt !== null && profiles.length > 0 && { profileIds: profiles.map(({ id }) => id) }),
  };
}

async function readOrderOrFail(readOrder: SendingDeskParts['readOrder'], orderId: string, number: string): Promise<OrderDetails> {
  try {
    return await readOrder(orderId);
  } catch (error) {
    if (isOtapiError(error) && error.hasCode('NotFound')) throw new StationFault(notFound('order-gone', { order: number }));
    throw error;
  }
}
