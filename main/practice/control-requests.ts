import { timingSafeEqual } from 'node:crypto';
import { performActivityControl } from './control-activity-requests.ts';
import { BadControlRequest, number, oneOf, readObject, text } from './control-json.ts';
import type { JsonObject } from './control-json.ts';
import { performLoginControl } from './control-login-requests.ts';
import { performOrderControl } from './control-order-requests.ts';
import type { PracticeControl } from './control.ts';
import { FAULT_KINDS } from './faults.ts';
import type { Fault, FaultEffect } from './faults.ts';
import type { LineFields } from './world/order-line.ts';
import { PARCEL_KINDS } from './world/parcels.ts';

/**
 * The control surface over HTTP, for tests in another process: POST `/practice/control/{action}` with a
 * JSON object. Returns what the answer's JSON says.
 */
export function performControl(control: PracticeControl, action: string, body: string): unknown {
  const input = readObject(body);
  switch (action) {
    case 'expire-sessions':
      control.expireSessions();
      return {};
    case 'expire-customer-sessions':
      control.expireCustomerSessions();
      return {};
    case 'add-fault':
      control.addFault(readFault(input));
      return {};
    case 'clear-faults':
      control.clearFaults();
      return {};
    case 'parcels':
      return { parcels: control.parcels({ kind: oneOf(input, 'kind', PARCEL_KINDS), ...(typeof input['limit'] === 'number' ? { limit: input['limit'] } : {}) }) };
    case 'reveal-parcels':
      return { parcels: control.revealParcels(readWhich(input)) };
    case 'set-line-fields':
      control.setLineFields(text(input, 'lineId'), readFields(input));
      return {};
    case 'set-clock-offset':
      control.setClockOffset(number(input, 'milliseconds'));
      return {};
    case 'requests':
      return { requests: control.requests(), counts: control.counts() };
    case 'clear-requests':
      control.clearRequests();
      return {};
    default: {
      const result =
        performLoginControl(control, action, input) ?? performActivityControl(control, action, input) ?? performOrderControl(control, action, input);
      if (result === null) throw new BadControlRequest(`there is no action ${action}`);
      return result;
    }
  }
}

/** Whether the `Authorization: Bearer` header carries the token. */
export function carriesToken(header: string | undefined, token: string): boolean {
  const received = Buffer.from(header ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return received.length === expected.length && timingSafeEqual(received, expected);
}

function readWhich(input: JsonObject): 'all' | string[] {
  const which = input['which'];
  if (which === 'all') return which;
  if (Array.isArray(which) && which.every((entry) => typeof entry === 'string')) return which;
  throw new BadControlRequest('which must be "all" or a list of waybills');
}

function readFault(input: JsonObject): Fault {
  const method = text(input, 'method');
  const times = number(input, 'times');
  const effect = input['effect'];
  if (!Number.isInteger(times) || times < 1) throw new BadControlRequest('times must be a whole number from 1 on');
  if (typeof effect !== 'object' || effect === null) throw new BadControlRequest('effect must be an object');
  return { method, times, effect: readEffect(effect as JsonObject) };
}

function readEffect(effect: JsonObject): FaultEffect {
  const kind = FAULT_KINDS.find((candidate) => candidate === effect['kind']);
  switch (kind) {
    case undefined:
      throw new BadControlRequest(`effect.kind must be one of ${FAULT_KINDS.join(', ')}`);
    case 'delay':
      return { kind, milliseconds: number(effect, 'milliseconds') };
    case 'refuse': {
      const optional = (name: string): Record<string, string> => (effect[name] === undefined ? {} : { [name]: text(effect, name) });
      return { kind, errorCode: text(effect, 'errorCode'), ...optional('subErrorCode'), ...optional('description') };
    }
    case 'reset':
    case 'http-500':
    case 'wrong-content':
    case 'truncated-body':
    case 'lost-answer':
      return { kind };
  }
}

/** The fields of a line, with an example of the type that each holds. */
const FIELD_EXAMPLES: LineFields = {
  statusId: 0,
  qty: 0,
  weight: 0,
  operatorComment: '',
  vendPurchId: '',
  vendPurchWaybill: '',
  accountId: '',
  purchaseStatus: '',
  purchasePrice: 0,
  purchaseDelivery: 0,
  purchaseConfigId: '',
  customDescription: '',
  customDescriptionInEnglish: '',
  newInternalPrice: 0,
  configId: '',
  providerPriceWithDiscount: 0,
  providerDelivery: 0,
  priceSetByVendor: false,
  deliverySetByVendor: false,
};

function readFields(input: JsonObject): Partial<LineFields> {
  const fields = input['fields'];
  if (typeof fields !== 'object' || fields === null) throw new BadControlRequest('fields must be an object');
  for (const [name, value] of Object.entries(fields)) {
    if (!Object.hasOwn(FIELD_EXAMPLES, name)) throw new BadControlRequest(`a line has no field ${name}`);
    if (typeof value !== typeof FIELD_EXAMPLES[name as keyof LineFields]) throw new BadControlRequest(`${name} has the wrong type`);
  }
  return fields;
}
