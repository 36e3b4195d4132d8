import { z } from 'zod';
import { customerWays, StationFault, type CustomerWay, type FoundCustomer, type OrderingCustomer } from '../../../preload/contract/index.ts';
import { describeError, isOtapiError, type CustomerInfo, type CustomerLogin, type OtapiClient } from '../../otapi/index.ts';
import type { OrderingMemory } from '../memory.ts';

/** The passwords of customers, in the keychain. */
export interface CustomerPasswords {
  read(login: string): Promise<string | null>;
  write(login: string, password: string): Promise<void>;
  remove(login: string): Promise<void>;
}

/** The customer in whose name orders are added (otapi.md 1.4, customer session). */
export interface Customer {
  /** Null until one was chosen. */
  view(): Promise<OrderingCustomer | null>;
  chosen(): StoredCustomer | null;
  /** Signs in as this customer, then keeps it. Rejects with `OtapiError`, `customerRefused` when the login is refused. */
  choose(choice: { login: string; way: CustomerWay; password: string }): Promise<void>;
  forget(): Promise<void>;
  find(text: string): Promise<FoundCustomer[]>;
  /** With what the client signs in; null when the keychain has no password for it. */
  loginOf(login: string, way: CustomerWay): Promise<CustomerLogin | null>;
  /** OT Platform has told the id of the customer with this login. */
  learnId(login: string, id: string): void;
}

const storedCustomer = z.object({ login: z.string(), way: z.enum(customerWays), id: z.string().nullable(), name: z.string() });
export type StoredCustomer = z.infer<typeof storedCustomer>;

const memoryName = 'customer';

export interface CustomerParts {
  client: Pick<OtapiClient, 'customers'>;
  memory: OrderingMemory;
  passwords: CustomerPasswords;
  signal: AbortSignal;
}

export function createCustomer({ client, memory, passwords, signal }: CustomerParts): Customer {
  function chosen(): StoredCustomer | null {
    return memory.read(memoryName, (value): value is StoredCustomer => storedCustomer.safeParse(value).success);
  }

  async function loginOf(login: string, way: CustomerWay): Promise<CustomerLogin | null> {
    if (way === 'operator') return { login, password: null };
    const password = await passwords.read(login);
    return password === null ? null : { login, password };
  }

  async function info(login: string): Promise<CustomerInfo | null> {
    const { items } = await client.customers.find({ login }, { position: 0, size: 20 }, { signal });
    return items.find((found) => found.login.toLowerCase() === login.toLowerCase()) ?? null;
  }

  return {
    chosen,
    loginOf,
    async view() {
      const stored = chosen();
      if (stored === null) return null;
      const hasPassword = stored.way === 'password' && (await passwords.read(stored.login)) !== null;
      return { ...stored, hasPassword };
    },
    async choose({ login, way, password }) {
      const typed = way === 'password' && password !== '' ? { login, password } : await loginOf(login, way);
      if (typed === null) throw new StationFault({ code: 'conflict', details: { reason: 'customer-refused' } });
      await client.customers.signIn(typed, { signal });
      // The login works; that OT Platform does not tell more of the customer is no reason to refuse it.
      const found = await info(login).catch((error: unknown) => {
        if (isOtapiError(error) && error.kind === 'api') return null;
        throw error;
      });
      if (typed.password !== null) await passwords.write(login, typed.password);
      memory.write(memoryName, { login, way, id: found?.id ?? null, name: found === null ? '' : nameOf(found) } satisfies StoredCustomer);
    },
    async forget() {
      const stored = chosen();
      if (stored === null) return;
      await passwords.remove(stored.login);
      memory.write(memoryName, null);
    },
    async find(text) {
      const searches = text.includes('@') ? [{ email: text }, { login: text }] : [{ login: text }, { phone: text }];
      const pages = await Promise.all(searches.map((search) => client.customers.find(search, { position: 0, size: 20 }, { signal })));
      const byId = new Map(pages.flatMap(({ items }) => items).map((found) => [found.id, found]));
      return [...byId.values()].map((found) => ({ id: found.id, login: found.login, name: nameOf(found), email: found.email }));
    },
    learnId(login, id) {
      const stored = chosen();
      if (stored !== null && stored.login === login && stored.id === null && id !== '') memory.write(memoryName, { ...stored, id });
    },
  };
}

function nameOf({ lastName, firstName, middleName }: CustomerInfo): string {
  return [lastName, firstName, middleName].filter(Boolean).join(' ');
}

/** A refused login of the customer as a page is told it; anything else as it is. */
export function customerFault(error: unknown): unknown {
  if (!isOtapiError(error) || !error.customerRefused) return error;
  const { serverText, apiCode, requestId } = describeError(error);
  return new StationFault({
    code: 'conflict',
    details: { reason: 'customer-refused' },
    ...(serverText !== undefined && { serverText }),
    ...(apiCode !== undefined && { apiCode }),
    ...(requestId !== undefined && { requestId }),
  });
}
