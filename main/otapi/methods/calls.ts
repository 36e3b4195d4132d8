import type { CustomerLogin } from '../client.ts';
import { required, type Field } from '../decode/decoder.ts';
import type { MethodCall } from '../exchange.ts';
import type { Frame } from '../model.ts';
import type { MethodParameters } from '../request-form.ts';

/** A reading call of the signed-in operator whose payload is decoded from `Result`. */
export function reading<T>(method: string, parameters: MethodParameters, result: Field<T>): MethodCall<T> {
  return {
    method,
    parameters,
    session: 'operator',
    kind: 'reading',
    decode: (root, report) => result(required(root, 'Result'), report),
  };
}

/** A reading call of the signed-in operator whose payload is a list, decoded from the root (see `resultList`). */
export function readingList<T>(method: string, parameters: MethodParameters, items: Field<T[]>): MethodCall<T[]> {
  return { method, parameters, session: 'operator', kind: 'reading', decode: items };
}

/** A changing call of the signed-in operator; these answer `VoidOtapiAnswer` (section 6.3). */
export function changing(method: string, parameters: MethodParameters): MethodCall<void> {
  return { method, parameters, session: 'operator', kind: 'changing', decode: () => {} };
}

/** A changing call of the signed-in operator that answers something in `Result`. */
export function changingWithResult<T>(method: string, parameters: MethodParameters, result: Field<T>): MethodCall<T> {
  return { ...reading(method, parameters, result), kind: 'changing' };
}

/** The call, made as this customer. */
export function asCustomer<T>(customer: CustomerLogin, call: MethodCall<T>): MethodCall<T> {
  return { ...call, session: { customer } };
}

/** Paging parameters (section 1.6): the offset of the first item and how many. */
export function framed(frame: Frame): MethodParameters {
  return { framePosition: frame.position, frameSize: frame.size };
}

/** How most methods name a line (sections 5.2 and 6.3). */
export function lineOf(orderId: string, lineId: string): MethodParameters {
  return { salesId: orderId, salesLineId: lineId };
}

/** Lists in one text are joined by semicolons (section 1.1). */
export function joined(values: readonly string[]): string {
  return values.join(';');
}

/** The same; undefined when there are none, since an empty list could match nothing. */
export function joinedIfAny(values: readonly string[] | undefined): string | undefined {
  return values === undefined || values.length === 0 ? undefined : joined(values);
}
