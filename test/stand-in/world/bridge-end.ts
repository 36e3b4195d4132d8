/** One of the two ends of the bridge between a page's own world and the isolated world of its preload script. */
export interface BridgeEnd {
  /** Asks the other end for a service and returns its answer, in the same turn. */
  ask(service: string, ...args: unknown[]): unknown;
  /** Offers a service to the other end. */
  serve(service: string, answer: (...args: never[]) => unknown): void;
}

/** Functions and promises stay where they are and are spoken of by number; what else crosses is copied. */
export type Crossing =
  | ['value', unknown]
  | ['function', number]
  | ['promise', number]
  | ['error', string]
  | ['array', Crossing[]]
  | ['object', [string, Crossing][]]
  /** An array or object met before, by its number. */
  | ['again', number];

/**
 * Both ends hold the same event target, which nobody else knows. An event on it is delivered at once in the other world,
 * and Chromium clones its `detail` on the way, so a call over the bridge is synchronous and never shares an object.
 * What crosses is what Electron documents (docs/api/context-bridge). Runs inside pages, as source text: it uses nothing
 * from outside the function, and keeps its own reference to what a page could replace later.
 */
export function makeBridgeEnd(port: EventTarget, own: string, other: string): BridgeEnd {
  type AnyFunction = (...args: unknown[]) => unknown;
  type Request = ['ask', string, Crossing[]] | ['call', number, Crossing[]] | ['settle', number, boolean, Crossing];
  type Answer = ['returned', Crossing] | ['threw', Crossing];
  const { apply } = Reflect;
  // oxlint-disable-next-line typescript/unbound-method -- they are applied to the port
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const BridgeEvent = CustomEvent;
  // oxlint-disable-next-line typescript/unbound-method -- it is applied to the event
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get as () => unknown;
  const clone = structuredClone;
  const deepest = 1000;

  const services = new Map<string, AnyFunction>();
  const handedOut = new Map<number, AnyFunction>();
  const numbers = new WeakMap<AnyFunction, number>();
  const received = new Map<number, AnyFunction>();
  const awaited = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  let lastNumber = 0;
  let answer: Answer | undefined;

  function post(type: string, detail: unknown): void {
    apply(dispatchEvent, port, [new BridgeEvent(type, { detail })]);
  }

  function listen(type: string, receive: (detail: unknown) => void): void {
    const listener = (event: Event): void => receive(apply(detailOf, event, []));
    apply(addEventListener, port, [type, listener]);
  }

  /** Turns a value of this world into one that can cross. */
  function pack(value: unknown, depth = 0, met = new Map<object, number>()): Crossing {
    if (depth > deepest) throw new TypeError('Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.');
    if (typeof value === 'function') return ['function', handOut(value as AnyFunction)];
    if (typeof value === 'symbol') return ['value', undefined];
    if (value === null || typeof value !== 'object') return ['value', value];
    if (value instanceof Promise) return ['promise', follow(value)];
    if (value instanceof Error) return ['error', value.message];
    const isArray = Array.isArray(value);
    if (!isArray && Object.prototype.toString.call(value) !== '[object Object]') return ['value', cloneable(value)];
    const before = met.get(value);
    if (before !== undefined) return ['again', before];
    met.set(value, met.size);
    if (isArray) return ['array', value.map((item) => pack(item, depth + 1, met))];
    return ['object', packMembers(value, depth, met)];
  }

  function packMembers(value: object, depth: number, met: Map<object, number>): [string, Crossing][] {
    const members: [string, Crossing][] = [];
    for (const [key, member] of Object.entries(value)) {
      if (typeof member !== 'symbol') members.push([key, pack(member, depth + 1, met)]);
    }
    return members;
  }

  function cloneable(value: object): unknown {
    try {
      return clone(value);
    } catch {
      throw new Error('An object could not be cloned.');
    }
  }

  function handOut(value: AnyFunction): number {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    lastNumber += 1;
    numbers.set(value, lastNumber);
    handedOut.set(lastNumber, value);
    return lastNumber;
  }

  function follow(promise: Promise<unknown>): number {
    lastNumber += 1;
    const number = lastNumber;
    const settle = (fulfilled: boolean, value: unknown): void => {
      let packed: Crossing;
      try {
        packed = pack(value);
      } catch (error) {
        post(other, ['settle', number, false, pack(error)] satisfies Request);
        return;
      }
      post(other, ['settle', number, fulfilled, packed] satisfies Request);
    };
    promise.then(
      (value) => settle(true, value),
      (reason: unknown) => settle(false, reason),
    );
    return number;
  }

  /** Makes a value of this world from one that has crossed. */
  function unpack(crossing: Crossing, met: object[] = []): unknown {
    switch (crossing[0]) {
      case 'value':
        return crossing[1];
      case 'error':
        return new Error(crossing[1]);
      case 'function':
        return proxyOf(crossing[1]);
      case 'promise':
        return promiseOf(crossing[1]);
      case 'again':
        return met[crossing[1]];
      case 'array': {
        const array: unknown[] = [];
        met.push(array);
        for (const item of crossing[1]) array.push(unpack(item, met));
        return array;
      }
      case 'object': {
        const object: Record<string, unknown> = {};
        met.push(object);
        for (const [key, member] of crossing[1]) {
          Object.defineProperty(object, key, { value: unpack(member, met), enumerable: true, configurable: true, writable: true });
        }
        return object;
      }
    }
  }

  function proxyOf(number: number): AnyFunction {
    const known = received.get(number);
    if (known) return known;
    const proxy = (...args: unknown[]): unknown => request(['call', number, args.map((item) => pack(item))]);
    received.set(number, proxy);
    return proxy;
  }

  function promiseOf(number: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      awaited.set(number, { resolve, reject });
    });
  }

  function request(message: Request): unknown {
    answer = undefined;
    post(other, message);
    const got = answer as Answer | undefined;
    answer = undefined;
    if (!got) throw new Error('The other side of the context bridge is gone.');
    if (got[0] === 'threw') throw unpack(got[1]);
    return unpack(got[1]);
  }

  function answerTo(message: ['ask', string, Crossing[]] | ['call', number, Crossing[]]): Answer {
    try {
      const target = message[0] === 'ask' ? services.get(message[1]) : handedOut.get(message[1]);
      if (!target) throw new Error('No such function on this side of the context bridge.');
      return ['returned', pack(apply(target, undefined, message[2].map((item) => unpack(item))))];
    } catch (error) {
      return ['threw', pack(error)];
    }
  }

  listen(own, (detail) => {
    const message = detail as Request;
    if (message[0] !== 'settle') {
      post(`${other}-answer`, answerTo(message));
      return;
    }
    const [, number, fulfilled, crossing] = message;
    const waiting = awaited.get(number);
    awaited.delete(number);
    if (fulfilled) waiting?.resolve(unpack(crossing));
    else waiting?.reject(unpack(crossing));
  });
  listen(`${own}-answer`, (got) => {
    answer = got as Answer;
  });

  return {
    ask: (service, ...args) => request(['ask', service, args.map((item) => pack(item))]),
    serve: (service, give) => {
      services.set(service, give as AnyFunction);
    },
  };
}
