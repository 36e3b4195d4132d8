import { callNames } from '../../preload/contract/channels.ts';
import type { Connections } from './connections.ts';
import { databaseFault } from './database-fault.ts';
import type { Instance } from './instance.ts';
import type { StationHandlers, StationLog } from './surroundings.ts';

type Domain = keyof Instance['handlers'];

/**
 * The calls of the domains, each passed on to the instance at work. Without one they answer `not-connected`; a failure
 * of the local database becomes `database`, with the reason.
 */
export function domainCalls(connections: Connections, log: StationLog): Pick<StationHandlers, Domain> {
  function passOn<D extends Domain, N extends keyof StationHandlers[D]>(domain: D, name: N): StationHandlers[D][N] {
    const call = async (argument: unknown): Promise<unknown> => {
      const instance = await connections.instance();
      const handler = instance.handlers[domain][name] as (argument: unknown) => unknown;
      try {
        return await handler(argument);
      } catch (thrown) {
        const fault = databaseFault(thrown);
        if (fault === null) throw thrown;
        log.error({ error: thrown, call: `${domain}.${String(name)}` }, 'The local database failed');
        throw fault;
      }
    };
    return call as StationHandlers[D][N];
  }

  function callsOf<D extends Domain>(domain: D): StationHandlers[D] {
    const calls: Partial<StationHandlers[D]> = {};
    for (const name of callNames[domain] as readonly string[] as readonly (keyof StationHandlers[D])[]) {
      calls[name] = passOn(domain, name);
    }
    return calls as StationHandlers[D];
  }

  return {
    receiving: callsOf('receiving'),
    lookup: callsOf('lookup'),
    outbox: callsOf('outbox'),
    accounts: callsOf('accounts'),
    activities: callsOf('activities'),
    orders: callsOf('orders'),
    ordering: callsOf('ordering'),
    imports: callsOf('imports'),
  };
}
