import {
  OtapiError,
  type ActivityFullInfo,
  type ActivityId,
  type NamedParameter,
  type OtapiClient,
} from '../../../main/otapi/index.ts';

/** The part of OT Platform that knows background activities, in memory; the test plays what goes on in them. */
export interface ActivitiesPlatform {
  client: Pick<OtapiClient, 'activities'>;
  activities: Map<string, ActivityFullInfo>;
  /** Calls in the order in which they came: method, then what tells them apart. */
  calls: string[];
  /** While set, every call fails with it. */
  failure: OtapiError | null;
  /** While set, the next changing call fails with it, before or after it took effect. */
  failNext: { error: OtapiError; takesEffect: boolean } | null;
  /** What an answer to a step does. */
  onAnswer: (activity: ActivityFullInfo, parameters: readonly NamedParameter[]) => void;
  /** What an action with a whole activity does. */
  onAction: (activity: ActivityFullInfo, actionId: string) => void;
  put(info: ActivityFullInfo): void;
  change(id: string, change: Partial<ActivityFullInfo>): void;
}

export function networkFailure(outcomeUnknown = false): OtapiError {
  return new OtapiError({ kind: 'network', method: 'any', outcomeUnknown, reason: 'no network' });
}

export function refusal(errorCode: string): OtapiError {
  return new OtapiError({ kind: 'api', method: 'any', outcomeUnknown: false, reason: 'refused', errorCode, serverText: 'Refused' });
}

export function createActivitiesPlatform(): ActivitiesPlatform {
  let nextId = 0;

  async function answer<T>(give: () => T): Promise<T> {
    await Promise.resolve();
    if (platform.failure !== null) throw platform.failure;
    return structuredClone(give());
  }

  async function changing<T>(call: string, change: () => T): Promise<T> {
    platform.calls.push(call);
    return answer(() => {
      const failing = platform.failNext;
      platform.failNext = null;
      if (failing !== null && !failing.takesEffect) throw failing.error;
      const result = change();
      if (failing !== null) throw failing.error;
      return result;
    });
  }

  function known({ type, id }: ActivityId): ActivityFullInfo {
    const found = platform.activities.get(id);
    if (found === undefined || found.type !== type) throw refusal('NotFound');
    return found;
  }

  function started(type: string, description: string): ActivityId {
    nextId += 1;
    const id = `new-${nextId}`;
    platform.put({
      type,
      id,
      description,
      isFinished: false,
      isCancelled: false,
      isAwaitingAction: false,
      progressPercent: 0,
      workTimeMs: 0,
      startTime: '2026-05-08T10:00:00',
      actions: [{ id: 'Cancel', name: 'Cancel' }],
      steps: [],
    });
    return { type, id };
  }

  const platform: ActivitiesPlatform = {
    activities: new Map(),
    calls: [],
    failure: null,
    failNext: null,
    onAnswer: () => {},
    onAction: () => {},
    put: (info) => void platform.activities.set(info.id, info),
    change(id, change) {
      const before = platform.activities.get(id);
      if (before === undefined) throw new Error(`There is no activity ${id}`);
      platform.activities.set(id, { ...before, ...change });
    },
    client: {
      activities: {
        exportOrder: ({ orderId, lineIds = [] }) =>
          changing(`export ${orderId} ${lineIds.join(',')}`, () => started('ProviderOrdersIntegrationExporting', `Export of order ${orderId}`)),
        synchronise: ({ orderIds = [] }) =>
          changing(`synchronise ${orderIds.join(',')}`, () => started('ProviderOrdersIntegrationSynchronizing', `Synchronisation ${orderIds.join(' ')}`)),
        link: ({ orderId, providerOrderIds }) =>
          changing(`link ${orderId} ${providerOrderIds.join(',')}`, () => started('ProviderOrdersIntegrationLinking', `Linking of order ${orderId}`)),
        unlink: ({ orderId }) =>
          changing(`unlink ${orderId}`, () => started('ProviderOrdersIntegrationUnlinking', `Unlinking of order ${orderId}`)),
        search: (types) => {
          platform.calls.push('search');
          return answer(() =>
            [...platform.activities.values()].filter(({ type }) => types.includes(type)).map(({ steps: _steps, ...info }) => info),
          );
        },
        info: (activity) => {
          platform.calls.push(`info ${activity.id}`);
          return answer(() => known(activity));
        },
        doAction: (activity, actionId) => changing(`action ${activity.id} ${actionId}`, () => platform.onAction(known(activity), actionId)),
        doStepAction: (activity, parameters) =>
          changing(`answer ${activity.id} ${parameters.map(({ value }) => value).join(',')}`, () =>
            platform.onAnswer(known(activity), parameters),
          ),
      },
    },
  };
  return platform;
}
