import { activityTypes } from '../activity-types.ts';
import type { OtapiClient } from '../client.ts';
import { activityFullInfo, activityId, activityInfo } from '../decode/activity.ts';
import type { Field } from '../decode/decoder.ts';
import { contentOf } from '../decode/page.ts';
import type { Caller, MethodCall } from '../exchange.ts';
import type { ActivityId, NamedParameter, ProviderRun } from '../model.ts';
import { learnSessionId, type Redaction } from '../redaction.ts';
import { linkingElements, unlimitedSynchronisation } from '../uncertain.ts';
import { UnreadableAnswer } from '../xml/unreadable-answer.ts';
import { element, elementWith, optionalList, writeXml } from '../xml/write-xml.ts';
import { changing, changingWithResult, reading } from './calls.ts';

/** Sections 3.2 and 4. The id of a provider session is secret, so it is taken out of every text that may hold it. */
export function activityMethods(call: Caller, redaction: Redaction): OtapiClient['activities'] {
  function started(method: string, type: string, run: ProviderRun, xmlParameters: string): MethodCall<ActivityId> {
    const { providerType, providerSessionId } = run;
    learnSessionId(redaction, providerSessionId);
    const parameters = { providerType, providerSessionId, xmlParameters };
    return changingWithResult(method, parameters, startedActivity(type));
  }

  return {
    /** Section 3.2. */
    exportOrder(run, options) {
      const xmlParameters = writeXml(element('Parameters', ...linesOf(run)));
      return call(started('RunOrderExportingToProvider', activityTypes.export, run, xmlParameters), options);
    },

    /** Section 3.2. */
    synchronise(run, options) {
      const orders = optionalList('OrderIds', 'Id', run.orderIds);
      const xmlParameters = orders === undefined ? unlimitedSynchronisation : writeXml(element('Parameters', orders));
      const method = 'RunOrdersSynchronizingWithProvider';
      return call(started(method, activityTypes.synchronise, run, xmlParameters), options);
    },

    /** Section 3.2. */
    link(run, options) {
      const providerOrders = optionalList(linkingElements.list, linkingElements.item, run.providerOrderIds);
      const xmlParameters = writeXml(element('Parameters', ...linesOf(run), providerOrders));
      return call(started('RunOrderLinkingWithProvider', activityTypes.link, run, xmlParameters), options);
    },

    /** Section 3.2. */
    unlink(run, options) {
      const xmlParameters = writeXml(element('Parameters', ...linesOf(run)));
      return call(started('RunOrderUnlinkingFromProvider', activityTypes.unlink, run, xmlParameters), options);
    },

    /** Section 4.1; not paged. */
    search(types, options) {
      const search = element('BackgroundActivitySearchParameters', optionalList('Types', 'Type', types));
      const parameters = { xmlSearchParameters: writeXml(search) };
      return call(reading('SearchBackgroundActivities', parameters, contentOf(activityInfo)), options);
    },

    /** Section 4.1. What the answer does not name is what was asked for. */
    async info(activity, options) {
      const found = await call(reading('GetBackgroundActivityInfo', addressOf(activity), activityFullInfo), options);
      return { ...found, type: found.type || activity.type, id: found.id || activity.id };
    },

    /** Section 4.1. */
    doAction(activity, actionId, options) {
      return call(changing('DoActionForBackgroundActivity', { ...addressOf(activity), actionId }), options);
    },

    /** Section 4.1. */
    doStepAction(activity, parameters, options) {
      const xmlParameters = writeXml(element('NamedParameters', ...parameters.map(namedParameter)));
      return call(changing('DoStepActionForBackgroundActivity', { ...addressOf(activity), xmlParameters }), options);
    },
  };
}

/** Without an id nobody knows what has begun, if anything. The type goes without saying. */
function startedActivity(type: string): Field<ActivityId> {
  return (result, report) => {
    const started = activityId(result, report);
    if (started.id === '') throw new UnreadableAnswer('incomplete', 'the answer has no Id of an activity');
    return { type: started.type || type, id: started.id };
  };
}

function linesOf({ orderId, lineIds }: { orderId: string; lineIds?: readonly string[] }) {
  return [element('OrderId', orderId), optionalList('OrderLineIds', 'Id', lineIds)];
}

function addressOf({ type, id }: ActivityId) {
  return { activityType: type, activityId: id };
}

function namedParameter({ name, value }: NamedParameter) {
  return elementWith({ Name: name }, 'Parameter', value);
}
