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

/** Paging parameters (section 1.6): the offset of the first item and how many. */
export function framed(frame: Frame): MethodParameters {
  return { framePosition: frame.position, frameSize: frame.size };
}

/** Lists in one text are joined by semicolons (section 1.1). */
export function joined(values: readonly string[]): string {
  return values.join(';');
}
