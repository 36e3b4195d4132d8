import { z } from 'zod';
import { activityPlanSchema } from './background-activities/plans.ts';
import { saidStepSchema, startedElsewhereSchema } from './control-activities.ts';
import type { ActivityControl } from './control-activities.ts';
import { readRequest } from './control-json.ts';
import type { JsonObject } from './control-json.ts';
import { PROVIDER_TYPES } from './world/providers.ts';

const providerType = z.enum(PROVIDER_TYPES);
const count = z.int().nonnegative();

const timingSchema = z.strictObject({ stepMs: z.number().nonnegative(), activityId: z.string().optional() });
const answerSchema = z.strictObject({ activityId: z.string(), parameters: z.record(z.string(), z.string()) });
const actionSchema = z.strictObject({ activityId: z.string(), actionId: z.string() });
const addressSchema = z.strictObject({ activityId: z.string() });
const ordersSchema = z.strictObject({ providerType: providerType.optional(), limit: count.optional() });
const wantedSchema = z.strictObject({ providerType, lines: count, sellers: count.optional(), tmall: count.optional() });
const contentsSchema = z.strictObject({ lineIds: z.array(z.string()), otherGoods: z.array(z.string()) });
const providerOrderSchema = z.strictObject({ providerOrderId: z.string(), contents: contentsSchema.nullable() });
const orderSchema = z.strictObject({ orderId: z.string() });

/** The actions of the control surface that are about background activities; another action gives null. */
export function performActivityControl(control: ActivityControl, action: string, input: JsonObject): unknown {
  switch (action) {
    case 'activity-timing':
      control.activityTiming(readRequest(timingSchema, input));
      return {};
    case 'next-activity':
      control.nextActivity(readRequest(activityPlanSchema, input));
      return {};
    case 'activity-defaults':
      control.activityDefaults(readRequest(activityPlanSchema, input));
      return {};
    case 'activities':
      return { activities: control.activities() };
    case 'start-activity':
      return { activity: control.startActivity(readRequest(startedElsewhereSchema, input)) };
    case 'answer-activity':
      return { activity: control.answerActivity(readRequest(answerSchema, input)) };
    case 'act-activity':
      return { activity: control.actActivity(readRequest(actionSchema, input)) };
    case 'say-step':
      return { activity: control.sayStep(readRequest(saidStepSchema, input)) };
    case 'finish-activity':
      return { activity: control.finishActivity(readRequest(addressSchema, input).activityId) };
    case 'exportable-orders':
      return { orders: control.exportableOrders(readRequest(ordersSchema, input)) };
    case 'make-exportable':
      return { order: control.makeExportable(readRequest(wantedSchema, input)) };
    case 'set-provider-order': {
      const { providerOrderId, contents } = readRequest(providerOrderSchema, input);
      control.setProviderOrder(providerOrderId, contents);
      return {};
    }
    case 'purchase-lines':
      return { lines: control.purchaseLines(readRequest(orderSchema, input).orderId) };
    default:
      return null;
  }
}
