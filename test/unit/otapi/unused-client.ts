import type { OtapiClient } from '../../../main/otapi/index.ts';

/** Stands for a method that a test does not mean to be called. */
async function unused(): Promise<never> {
  throw new Error('The test does not expect this call');
}

/** A client of which nothing may be called; tests put their own methods over it. */
export const unusedClient: OtapiClient = {
  operators: { signIn: unused, info: unused },
  lists: { providers: unused, orderStatuses: unused, lineStatuses: unused, deliveryTypes: unused },
  customers: { signIn: unused, find: unused, profiles: unused, account: unused },
  providerSessions: { list: unused, loginAddress: unused },
  activities: {
    exportOrder: unused,
    synchronise: unused,
    link: unused,
    unlink: unused,
    search: unused,
    info: unused,
    doAction: unused,
    doStepAction: unused,
  },
  orders: {
    search: unused,
    details: unused,
    add: unused,
    cancelAsCustomer: unused,
    cancel: unused,
    close: unused,
    cancelLine: unused,
    restoreLine: unused,
    update: unused,
    processLog: unused,
  },
  lines: {
    search: unused,
    update: unused,
    updateSeveral: unused,
    changeStatus: unused,
    split: unused,
    availableStatuses: unused,
    processLog: unused,
    setPurchase: unused,
  },
  payments: { deposit: unused, reserve: unused, info: unused },
  close() {},
};
