import { z } from 'zod';
import { exportableOrders, purchaseLine } from './background-activities/exportable-orders.ts';
import type { ExportableOrder, PurchaseLine } from './background-activities/exportable-orders.ts';
import { isAwaitingAction } from './background-activities/activity.ts';
import type { Activity } from './background-activities/activity.ts';
import type { Activities } from './background-activities/activities.ts';
import type { ActivityStarter } from './background-activities/activity-starter.ts';
import type { ActivityPlan } from './background-activities/plans.ts';
import { inEveryLanguage } from './background-activities/texts/phrases.ts';
import type { ToldContents } from './background-activities/provider-orders.ts';
import { WantedOrders } from './background-activities/wanted-orders.ts';
import type { WantedOrder } from './background-activities/wanted-orders.ts';
import { accountsOf } from './provider-logins/accounts.ts';
import { Refusal } from './refusal.ts';
import { orderIndexOf } from './world/order.ts';
import type { ProviderType } from './world/providers.ts';
import { PROVIDER_TYPES } from './world/providers.ts';
import type { PracticeWorld } from './world/world.ts';

const orderLines = { orderId: z.string(), lineIds: z.array(z.string()).optional() };

/** An activity that somebody else begins, with the first practice account of the provider. */
export const startedElsewhereSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('export'), ...orderLines }),
  z.strictObject({ kind: z.literal('synchronise'), providerType: z.enum(PROVIDER_TYPES), orderIds: z.array(z.string()).optional() }),
  z.strictObject({ kind: z.literal('link'), ...orderLines, providerOrderIds: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('unlink'), ...orderLines }),
  /** One of any type that does nothing by itself: `sayStep` and `finishActivity` tell what happens in it. */
  z.strictObject({ kind: z.literal('told'), type: z.string(), description: z.string() }),
]);
export type StartedElsewhere = z.infer<typeof startedElsewhereSchema>;

/** A step of a test's own: any type, any text, any actions. */
export const saidStepSchema = z.strictObject({
  activityId: z.string(),
  type: z.string(),
  message: z.string(),
  /** A `DoStepAction` among them makes the step a question, and the activity waits for its answer. */
  actions: z.array(z.strictObject({ id: z.string(), displayName: z.string(), parameters: z.record(z.string(), z.string()) })).optional(),
  /** Actions of the activity, of which one must be chosen before it goes on. */
  activityActions: z.array(z.strictObject({ id: z.string(), displayName: z.string() })).optional(),
});
export type SaidStep = z.infer<typeof saidStepSchema>;

/** An activity as the control surface tells it. */
export interface ActivityReport extends Pick<Activity, 'id' | 'type' | 'description' | 'startedAt' | 'finishedAt' | 'cancelled' | 'progressPercent' | 'steps'> {
  readonly kind: Activity['work']['kind'];
  readonly isAwaitingAction: boolean;
  /** Ids of what can be done now with the whole activity. */
  readonly actions: readonly string[];
}

/** What a test or a demonstration may do to background activities. Every method throws a RangeError for what is not there or not possible. */
export interface ActivityControl {
  /** Milliseconds between two steps: of one activity, or of all that have no time of their own. */
  activityTiming(timing: { readonly stepMs: number; readonly activityId?: string | undefined }): void;
  /** Plans the next activity of the plan's kind; several wait in line. What is left out comes from the defaults. */
  nextActivity(plan: ActivityPlan): void;
  /** Sets how activities of the kind go that nothing is planned for, and forgets what was planned; `{kind}` alone = drawn from the seed. */
  activityDefaults(plan: ActivityPlan): void;
  /** Every activity with all its steps, newest first. */
  activities(): readonly ActivityReport[];
  startActivity(request: StartedElsewhere): ActivityReport;
  /** Another station answers an open question. */
  answerActivity(answer: { readonly activityId: string; readonly parameters: Readonly<Record<string, string>> }): ActivityReport;
  /** Another station does an action of the activity. */
  actActivity(action: { readonly activityId: string; readonly actionId: string }): ActivityReport;
  sayStep(step: SaidStep): ActivityReport;
  /** Ends a running activity here and now, as finished. */
  finishActivity(activityId: string): ActivityReport;
  /** The newest orders with lines that can be exported; 10 when no limit is given. */
  exportableOrders(query?: { readonly providerType?: ProviderType | undefined; readonly limit?: number | undefined }): readonly ExportableOrder[];
  /** Makes an order exportable that is as it is wanted; another one each time. */
  makeExportable(wanted: WantedOrder): ExportableOrder;
  /** Says what a provider order holds, for links that begin from now on; null = there is no such provider order. */
  setProviderOrder(providerOrderId: string, contents: ToldContents): void;
  /** The lines of an order, with provider order ids and waybills. */
  purchaseLines(orderId: string): readonly PurchaseLine[];
}

export interface ActivityControlParts {
  readonly world: PracticeWorld;
  readonly activities: Activities;
  readonly activityStarter: ActivityStarter;
  readonly now: () => Date;
}

export function createActivityControl({ world, activities, activityStarter, now }: ActivityControlParts): ActivityControl {
  const wantedOrders = new WantedOrders(world);

  function activityById(id: string): Activity {
    const activity = activities.byId(id);
    if (activity === null) throw new RangeError(`There is no activity ${id}`);
    return activity;
  }

  function report(activity: Activity): ActivityReport {
    const { id, type, description, startedAt, finishedAt, cancelled, progressPercent, steps, work } = activity;
    const actions = activities.actionsOf(activity).map((action) => action.id);
    return structuredClone({ id, type, description, startedAt, finishedAt, cancelled, progressPercent, steps, kind: work.kind, isAwaitingAction: isAwaitingAction(activity), actions });
  }

  /** Changes an activity; what the platform refuses is a RangeError here. */
  function change(activityId: string, make: (activity: Activity) => void): ActivityReport {
    const activity = activityById(activityId);
    try {
      make(activity);
    } catch (error) {
      throw error instanceof Refusal ? new RangeError(error.message) : error;
    }
    return report(activity);
  }

  return {
    activityTiming({ stepMs, activityId }) {
      activities.timers.setStep(stepMs, activityId === undefined ? null : activityById(activityId).id);
    },
    nextActivity: (plan) => activityStarter.plans.add(plan),
    activityDefaults: (plan) => activityStarter.plans.setDefaults(plan),
    activities: () => activities.newestFirst().map(report),
    startActivity: (request) => report(startElsewhere({ world, activities, activityStarter, now }, request)),
    answerActivity: ({ activityId, parameters }) => change(activityId, (activity) => activities.answer(activity, new Map(Object.entries(parameters)))),
    actActivity: ({ activityId, actionId }) => change(activityId, (activity) => activities.act(activity, actionId)),
    sayStep: (step) => change(step.activityId, (activity) => sayStep(activities, activity, step)),
    finishActivity: (activityId) => change(activityId, (activity) => activities.finish(activity)),
    exportableOrders: (query = {}) => exportableOrders(world, query),
    makeExportable: (wanted) => wantedOrders.make(wanted, now()),
    setProviderOrder(providerOrderId, contents) {
      activityStarter.toldProviderOrders.set(providerOrderId, contents);
    },
    purchaseLines: (orderId) => world.linesOfOrder(orderIndexIn(world, orderId)).map((slot) => purchaseLine(world.line(slot))),
  };
}

function sayStep(activities: Activities, activity: Activity, { type, message, actions = [], activityActions = [] }: SaidStep): void {
  const same = (text: string): ReturnType<typeof inEveryLanguage> => inEveryLanguage(() => text);
  const step: Parameters<Activities['say']>[1] = {
    type,
    message: same(message),
    question: actions.some(({ id }) => id === 'DoStepAction') ? 'open' : 'none',
    actions: actions.map(({ id, displayName, parameters }) => ({
      id,
      displayName: same(displayName),
      parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
      answer: id === 'DoStepAction' ? { does: 'nothing' } : null,
    })),
  };
  activities.say(activity, step, activityActions.map(({ id, displayName }) => ({ id, displayName: same(displayName) })));
}

function startElsewhere({ world, activities, activityStarter }: ActivityControlParts, request: StartedElsewhere): Activity {
  if (request.kind === 'told') {
    const { type, description } = request;
    return activities.begin({ type, description: inEveryLanguage(() => description), work: { kind: 'told', tasks: [] } }, null);
  }
  if (request.kind === 'synchronise') {
    const { providerType, orderIds } = request;
    return activityStarter.synchronise(firstAccount(providerType), orderIds?.map((orderId) => orderIndexIn(world, orderId)) ?? null);
  }
  const orderIndex = orderIndexIn(world, request.orderId);
  const acting = firstAccount(world.orders.providerOf(orderIndex));
  const chosen = { orderIndex, slots: request.lineIds?.map((lineId) => slotIn(world, orderIndex, lineId)) ?? null };
  if (request.kind === 'export') return activityStarter.export(acting, chosen);
  if (request.kind === 'unlink') return activityStarter.unlink(acting, chosen);
  return activityStarter.link(acting, chosen, request.providerOrderIds);
}

function firstAccount(providerType: ProviderType): { providerType: ProviderType; accountId: string } {
  return { providerType, accountId: accountsOf(providerType)[0]?.name ?? '' };
}

function orderIndexIn(world: PracticeWorld, orderId: string): number {
  const index = orderIndexOf(orderId);
  if (index === null || index >= world.orderCount) throw new RangeError(`There is no order ${orderId}`);
  return index;
}

function slotIn(world: PracticeWorld, orderIndex: number, lineId: string): number {
  const line = world.lineById(lineId);
  if (line === null || line.orderIndex !== orderIndex) throw new RangeError(`The order has no line ${lineId}`);
  return line.slot;
}
