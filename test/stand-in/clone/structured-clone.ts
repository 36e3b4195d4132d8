/** Turns values into JSON values and back, with the types of the structured clone algorithm. */
export interface StructuredClone {
  /** Throws "An object could not be cloned." for functions, symbols and what else cannot be sent. */
  encode(value: unknown): unknown;
  decode(value: unknown): unknown;
}

/**
 * The codec of everything that crosses between a page and the main process. It also runs inside pages, as source text,
 * so it uses nothing from outside the function.
 *
 * Plain JSON values stand for themselves; everything else is `{ $: type, v: content }`. An object met before is
 * `{ $: 'ref', v: its number }`, so cycles and shared objects survive.
 */
export function makeStructuredClone(): StructuredClone {
  type Tagged = { $: string; v?: unknown; [more: string]: unknown };
  const refusal = 'An object could not be cloned.';
  const arrays: Record<string, new (buffer: ArrayBuffer) => ArrayBufferView> = {
    Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array,
    Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView,
  };
  const errors: Record<string, new (message: string) => Error> = {
    Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError,
  };
  const boxes: Record<string, (value: never) => object> = { Boolean: Object, Number: Object, String: Object, BigInt: Object };

  function toBase64(bytes: Uint8Array): string {
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(text);
  }

  function fromBase64(text: string): ArrayBuffer {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer;
  }

  function encode(value: unknown): unknown {
    const seen = new Map<object, number>();
    return encodeAny(value, seen);
  }

  function encodeAny(value: unknown, seen: Map<object, number>): unknown {
    switch (typeof value) {
      case 'undefined':
        return { $: 'undefined' };
      case 'bigint':
        return { $: 'bigint', v: String(value) };
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0) ? value : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
      case 'function':
      case 'symbol':
        throw new Error(refusal);
      case 'object':
        return value === null ? null : encodeObject(value, seen);
      default:
        return value;
    }
  }

  function encodeObject(value: object, seen: Map<object, number>): unknown {
    const before = seen.get(value);
    if (before !== undefined) return { $: 'ref', v: before };
    seen.set(value, seen.size);
    if (Array.isArray(value)) return { $: 'array', v: Array.from(value, (item) => encodeAny(item, seen)) };

    const type = Object.prototype.toString.call(value).slice(8, -1);
    if (value instanceof Date) return { $: 'date', v: Number.isNaN(value.getTime()) ? null : value.getTime() };
    if (value instanceof RegExp) return { $: 'regexp', v: value.source, flags: value.flags };
    if (value instanceof Map) return { $: 'map', v: [...value].map((pair) => pair.map((part) => encodeAny(part, seen))) };
    if (value instanceof Set) return { $: 'set', v: [...value].map((item) => encodeAny(item, seen)) };
    if (value instanceof Error) return encodeError(value, seen);
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return { $: 'view', v: toBase64(bytes), type: type in arrays ? type : 'Uint8Array' };
    }
    if (type in boxes) return { $: 'box', v: encodeAny(value.valueOf(), seen) };
    if (type !== 'Object') throw new Error(refusal);
    const entries = Object.keys(value).map((key) => [key, encodeAny((value as Record<string, unknown>)[key], seen)]);
    return { $: 'object', v: entries };
  }

  function encodeError(error: Error, seen: Map<object, number>): unknown {
    const cause = 'cause' in error ? { cause: encodeAny(error.cause, seen) } : {};
    return { $: 'error', v: error.message, name: error.name, stack: error.stack, ...cause };
  }

  function decode(value: unknown): unknown {
    return decodeAny(value, []);
  }

  function decodeAny(value: unknown, seen: object[]): unknown {
    return value !== null && typeof value === 'object' ? decodeTagged(value as Tagged, seen) : value;
  }

  function decodeTagged(tagged: Tagged, seen: object[]): unknown {
    const { $: type, v } = tagged;
    const keep = <Kept extends object>(object: Kept): Kept => {
      seen.push(object);
      return object;
    };
    switch (type) {
      case 'undefined':
        return undefined;
      case 'bigint':
        return BigInt(v as string);
      case 'number':
        return Number(v);
      case 'ref':
        return seen[v as number];
      case 'date':
        return keep(new Date((v as number | null) ?? Number.NaN));
      case 'regexp':
        return keep(new RegExp(v as string, tagged['flags'] as string));
      case 'buffer':
        return keep(fromBase64(v as string));
      case 'view':
        return keep(new (arrays[tagged['type'] as string] ?? Uint8Array)(fromBase64(v as string)));
      case 'box':
        return keep(Object(decodeAny(v, seen)) as object);
      case 'error':
        return decodeError(tagged, keep, seen);
      case 'array': {
        const array: unknown[] = keep([]);
        for (const item of v as unknown[]) array.push(decodeAny(item, seen));
        return array;
      }
      case 'map': {
        const map = keep(new Map<unknown, unknown>());
        for (const [key, item] of v as [unknown, unknown][]) map.set(decodeAny(key, seen), decodeAny(item, seen));
        return map;
      }
      case 'set': {
        const set = keep(new Set<unknown>());
        for (const item of v as unknown[]) set.add(decodeAny(item, seen));
        return set;
      }
      default: {
        const object: Record<string, unknown> = keep({});
        for (const [key, item] of v as [string, unknown][]) {
          Object.defineProperty(object, key, { value: decodeAny(item, seen), enumerable: true, configurable: true, writable: true });
        }
        return object;
      }
    }
  }

  function decodeError(tagged: Tagged, keep: <Kept extends object>(object: Kept) => Kept, seen: object[]): Error {
    const name = tagged['name'] as string;
    const error = keep(new (errors[name] ?? Error)(tagged.v as string));
    const hidden = (value: unknown) => ({ value, configurable: true, writable: true, enumerable: false });
    if (error.name !== name) Object.defineProperty(error, 'name', hidden(name));
    if (tagged['stack'] !== undefined) Object.defineProperty(error, 'stack', hidden(tagged['stack']));
    if ('cause' in tagged) Object.defineProperty(error, 'cause', hidden(decodeAny(tagged['cause'], seen)));
    return error;
  }

  return { encode, decode };
}

/** The codec for this process. */
export const structured: StructuredClone = makeStructuredClone();
