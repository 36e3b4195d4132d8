/** The error for a part of Electron that the stand-in does not have. */
export class NotInTheStandIn extends Error {
  override name = 'NotInTheStandIn';

  constructor(api: string) {
    super(`not in the stand-in: ${api}`);
  }
}

/** Reads that the language, Node or a tool makes on its own; they never mean Electron's API. */
const silent = new Set(['then', 'toJSON', 'inspect', 'prototype', 'domain', 'nodeType', 'tagName', 'asymmetricMatch', '$$typeof']);

function isSilent(key: string | symbol): boolean {
  return typeof key === 'symbol' || silent.has(key) || key.startsWith('_') || key.startsWith('@@');
}

/**
 * Makes reading what an object does not have throw, instead of being undefined. The trap stands at the end of the
 * prototype chain, so the object itself stays what it is.
 */
export function guarded<Target extends object>(name: string, target: Target): Target {
  const parent = Object.getPrototypeOf(target) as object;
  const trap = new Proxy(parent, {
    get(object, key, receiver): unknown {
      if (key in object || isSilent(key)) return Reflect.get(object, key, receiver);
      throw new NotInTheStandIn(`${name}.${String(key)}`);
    },
    getPrototypeOf: (object) => object,
  });
  Object.setPrototypeOf(target, trap);
  return target;
}

/** The same for a class: for its static members and for every instance. */
export function guardedClass<Class extends { prototype: object }>(name: string, target: Class): Class {
  guarded(name, target.prototype);
  return guarded(name, target);
}

/** A whole module or class of Electron that is absent: any use of it throws. */
export function absent(name: string): object {
  const nothing = function nothing() { /* the traps answer */ };
  return new Proxy(nothing, {
    get(_object, key): unknown {
      if (isSilent(key)) return undefined;
      throw new NotInTheStandIn(`${name}.${String(key)}`);
    },
    construct() {
      throw new NotInTheStandIn(`new ${name}`);
    },
    apply() {
      throw new NotInTheStandIn(name);
    },
  });
}
