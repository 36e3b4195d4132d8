import type { Activity } from '../background-activities/activity.ts';
import type { Acting, ChosenLines } from '../background-activities/drafts.ts';
import { refusals } from '../refusal.ts';
import { UNKNOWN_FACTS } from '../unknown-facts.ts';
import type { XmlNode } from '../xml-parameters.ts';
import { element } from '../xml-writer.ts';
import type { XmlElement } from '../xml-writer.ts';
import { operatorMethod } from './method.ts';
import type { MethodDefinition, OperatorCall } from './method.ts';
import { orderIndexAt } from './orders.ts';
import { integratedProvider } from './provider-sessions.ts';

const PARAMETER = 'xmlParameters';

/** The provider account in whose session the call wants to act. */
function actingAccount({ parameters, context }: OperatorCall): Acting {
  const providerType = integratedProvider(parameters);
  const sessionId = parameters.required('providerSessionId');
  const session = context.providerSessions.runningOf(providerType).find(({ id }) => id === sessionId);
  if (session === undefined) throw refusals.providerSessionNotFound();
  return { providerType, accountId: session.name };
}

/** The order with this id, which must be one of the acting account's provider. */
function orderAt({ context }: OperatorCall, orderId: string, { providerType }: Acting): number {
  const index = orderIndexAt(context, orderId);
  if (context.world.orders.providerOf(index) !== providerType) throw refusals.otherProvider();
  return index;
}

/** `OrderId`, and `OrderLineIds`/`Id*` when only some of its lines are meant; a line named twice counts once. */
function chosenLines(call: OperatorCall, root: XmlNode, acting: Acting): ChosenLines {
  const orderId = root.textOf('OrderId');
  if (orderId === null) throw refusals.badParameter(PARAMETER);
  const orderIndex = orderAt(call, orderId, acting);
  const slots = root.listOf('OrderLineIds', 'Id')?.map((lineId) => {
    const line = call.context.world.lineById(lineId);
    if (line === null || line.orderIndex !== orderIndex) throw refusals.lineNotFound();
    return line.slot;
  });
  return { orderIndex, slots: slots === undefined ? null : [...new Set(slots)] };
}

/** A Run method: answers type and id of the activity that it begins (otapi.md 3.2). */
function runMethod(begin: (call: OperatorCall, acting: Acting) => Activity): MethodDefinition {
  return operatorMethod('BackgroundActivityIdentificationInfoAnswer', (call): readonly XmlElement[] => {
    const { type, id } = begin(call, actingAccount(call));
    return [element('Result', [element('Type', type), element('Id', id)])];
  });
}

function parametersRoot({ parameters }: OperatorCall): XmlNode {
  return parameters.xml(PARAMETER, 'Parameters');
}

/** Autopurchase: exporting, synchronising, linking and unlinking (otapi.md 3.2). */
export const autopurchaseMethods: Readonly<Record<string, MethodDefinition>> = {
  RunOrderExportingToProvider: runMethod((call, acting) => call.context.activityStarter.export(acting, chosenLines(call, parametersRoot(call), acting))),

  RunOrdersSynchronizingWithProvider: runMethod((call, acting) => {
    // The older PHP library sends no parameters at all.
    const isLimited = call.parameters.text(PARAMETER).trim() !== '';
    const orderIds = isLimited ? parametersRoot(call).listOf('OrderIds', 'Id') : null;
    const indexes = orderIds?.map((orderId) => orderAt(call, orderId, acting));
    return call.context.activityStarter.synchronise(acting, indexes === undefined ? null : [...new Set(indexes)]);
  }),

  RunOrderLinkingWithProvider: runMethod((call, acting) => {
    const root = parametersRoot(call);
    const { list, item } = UNKNOWN_FACTS.linkedOrders;
    const providerOrderIds = root.listOf(list, item);
    if (providerOrderIds === null) throw refusals.badParameter(PARAMETER);
    return call.context.activityStarter.link(acting, chosenLines(call, root, acting), [...new Set(providerOrderIds)]);
  }),

  RunOrderUnlinkingFromProvider: runMethod((call, acting) => call.context.activityStarter.unlink(acting, chosenLines(call, parametersRoot(call), acting))),
};
