import { z } from 'zod';
import { EXPORT_CASES, LINK_CASES, SYNCHRONISE_CASES } from './work.ts';

function casePlan<Kind extends string, Case extends string>(kind: Kind, cases: readonly Case[]) {
  return {
    kind: z.literal(kind),
    /** What happens to every line that is not named; drawn from the seed when left out. */
    everyLine: z.enum(cases).optional(),
    /** What happens to single lines, by their ids. */
    byLine: z.record(z.string(), z.enum(cases)).optional(),
    /** Milliseconds between two steps of this activity. */
    stepMs: z.number().nonnegative().optional(),
  };
}

/** How an activity of a kind is to go; what is left out is drawn from the seed. */
export const activityPlanSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...casePlan('export', EXPORT_CASES),
    /** Whether it asks once more before it places the order, if it has asked anything. */
    confirms: z.boolean().optional(),
    /** Whether the provider answers with an error, and nothing is bought. */
    providerFails: z.boolean().optional(),
    /** By how many percent another price differs from the ordered one. */
    pricePercent: z.number().gt(-100).optional(),
  }),
  z.strictObject(casePlan('synchronise', SYNCHRONISE_CASES)),
  z.strictObject(casePlan('link', LINK_CASES)),
  z.strictObject({ kind: z.literal('unlink'), stepMs: z.number().nonnegative().optional() }),
]);

export type ActivityPlan = z.infer<typeof activityPlanSchema>;
export type ActivityPlanKind = ActivityPlan['kind'];
export type PlanOf<Kind extends ActivityPlanKind> = Extract<ActivityPlan, { kind: Kind }>;

/** What a plan says of one line; null when it leaves it to the seed. */
export function plannedCase<Case>(plan: { readonly everyLine?: Case | undefined; readonly byLine?: Readonly<Record<string, Case>> | undefined }, lineId: string): Case | null {
  return plan.byLine?.[lineId] ?? plan.everyLine ?? null;
}

/** How the next activities are to go. */
export class ActivityPlans {
  #waiting: ActivityPlan[] = [];
  readonly #defaults = new Map<ActivityPlanKind, ActivityPlan>();

  /** Plans the next activity of the plan's kind; several wait in line. */
  add(plan: ActivityPlan): void {
    this.#waiting.push(plan);
  }

  /** Sets how activities of the kind go that nothing is planned for, and forgets what was planned for the kind. */
  setDefaults(plan: ActivityPlan): void {
    this.#waiting = this.#waiting.filter(({ kind }) => kind !== plan.kind);
    this.#defaults.set(plan.kind, plan);
  }

  /** The plan of an activity that begins now: the oldest one in line, completed by the defaults. */
  take<Kind extends ActivityPlanKind>(kind: Kind): PlanOf<Kind> {
    const place = this.#waiting.findIndex((plan) => plan.kind === kind);
    const [planned] = place === -1 ? [] : this.#waiting.splice(place, 1);
    return { kind, ...this.#defaults.get(kind), ...planned } as PlanOf<Kind>;
  }
}
