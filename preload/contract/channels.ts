import type { CallInput, CallValue, Result } from './call.ts';
import type { StationCalls } from './index.ts';
import type { StationEvent, StationEvents } from './events.ts';

/**
 * Names of the calls, domain by domain. A channel is `<domain>.<call>`. This file carries no schema, so the preload
 * script stays small; `satisfies` keeps it complete against the schemas.
 */
export const callNames = {
  receiving: [
    'scan',
    'parcel',
    'receive',
    'undoLast',
    'journal',
    'totals',
    'unknownParcels',
    'noteUnknownParcel',
    'closeUnknownParcel',
  ],
  lookup: ['search', 'searchOnline', 'awaited'],
  outbox: ['list', 'retry', 'setAside', 'acknowledge'],
  accounts: [
    'view',
    'refresh',
    'add',
    'remove',
    'restore',
    'forgetDevice',
    'logIn',
    'startRound',
    'skip',
    'continueRound',
    'endRound',
    'cancelLogin',
    'raiseLogin',
    'answerStop',
    'answerDifferent',
    'dismissEnding',
  ],
  activities: [
    'view',
    'refresh',
    'detail',
    'history',
    'answers',
    'answer',
    'act',
    'openLink',
    'orderChoices',
    'prepareStart',
    'startAccounts',
    'start',
    'settleStart',
  ],
  orders: ['list', 'filterChoices', 'refresh', 'savedFilters', 'saveFilter', 'removeFilter', 'order', 'readOrder', 'log', 'change'],
  ordering: [
    'view',
    'findCustomers',
    'chooseCustomer',
    'forgetCustomer',
    'choices',
    'usedReferences',
    'saveDraft',
    'discardDraft',
    'restoreDraft',
    'send',
    'sent',
    'history',
    'accept',
    'correct',
    'stop',
    'look',
    'sendAgain',
    'identify',
    'preparePayment',
    'pay',
    'payments',
    'continuePayment',
    'stopPayment',
  ],
  imports: [
    'open',
    'paste',
    'reread',
    'check',
    'start',
    'runs',
    'run',
    'rows',
    'pause',
    'resume',
    'stop',
    'accept',
    'saveReport',
    'saveFile',
  ],
  connection: ['view', 'test', 'connect', 'practise', 'disconnect'],
  settings: ['read', 'change'],
  status: ['read', 'about', 'dismissNotice', 'refreshCache', 'pauseFill', 'resumeFill'],
  desktop: ['copyText', 'print'],
  administration: ['policy', 'updates', 'checkForUpdate', 'installUpdate'],
} as const satisfies { [Domain in keyof StationCalls]: readonly (keyof StationCalls[Domain])[] };

/** Fails to compile when a call has a schema but no name here. */
type Unnamed = {
  [Domain in keyof StationCalls]: Exclude<keyof StationCalls[Domain], (typeof callNames)[Domain][number]>;
}[keyof StationCalls];
const everyCallIsNamed: [Unnamed] extends [never] ? true : Unnamed = true;
void everyCallIsNamed;

/** The bridge of our own pages, `window.station`: one method per call, and `on`, which answers with its unsubscribe. */
export type StationBridge = {
  [Domain in keyof StationCalls]: {
    [Name in keyof StationCalls[Domain]]: (
      argument: CallInput<StationCalls[Domain][Name]>,
    ) => Promise<Result<CallValue<StationCalls[Domain][Name]>>>;
  };
} & {
  on<Name extends StationEvent>(event: Name, listener: (value: StationEvents[Name]) => void): () => void;
};
