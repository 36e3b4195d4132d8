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

  return {
    receiving: {
      scan: passOn('receiving', 'scan'),
      parcel: passOn('receiving', 'parcel'),
      receive: passOn('receiving', 'receive'),
      undoLast: passOn('receiving', 'undoLast'),
      journal: passOn('receiving', 'journal'),
      totals: passOn('receiving', 'totals'),
      unknownParcels: passOn('receiving', 'unknownParcels'),
      noteUnknownParcel: passOn('receiving', 'noteUnknownParcel'),
      closeUnknownParcel: passOn('receiving', 'closeUnknownParcel'),
    },
    lookup: {
      search: passOn('lookup', 'search'),
      searchOnline: passOn('lookup', 'searchOnline'),
      awaited: passOn('lookup', 'awaited'),
    },
    outbox: {
      list: passOn('outbox', 'list'),
      retry: passOn('outbox', 'retry'),
      setAside: passOn('outbox', 'setAside'),
      acknowledge: passOn('outbox', 'acknowledge'),
    },
    accounts: {
      view: passOn('accounts', 'view'),
      refresh: passOn('accounts', 'refresh'),
      add: passOn('accounts', 'add'),
      remove: passOn('accounts', 'remove'),
      restore: passOn('accounts', 'restore'),
      forgetDevice: passOn('accounts', 'forgetDevice'),
      logIn: passOn('accounts', 'logIn'),
      startRound: passOn('accounts', 'startRound'),
      skip: passOn('accounts', 'skip'),
      continueRound: passOn('accounts', 'continueRound'),
      endRound: passOn('accounts', 'endRound'),
      cancelLogin: passOn('accounts', 'cancelLogin'),
      raiseLogin: passOn('accounts', 'raiseLogin'),
      answerStop: passOn('accounts', 'answerStop'),
      answerDifferent: passOn('accounts', 'answerDifferent'),
      dismissEnding: passOn('accounts', 'dismissEnding'),
    },
  };
}
