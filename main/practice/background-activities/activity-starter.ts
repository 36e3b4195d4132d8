import type { PracticeWorld } from '../world/world.ts';
import type { Activities } from './activities.ts';
import type { Activity } from './activity.ts';
import { draftExport, draftLinking, draftSynchronising, draftUnlinking } from './drafts.ts';
import type { Acting, ChosenLines } from './drafts.ts';
import { ActivityPlans } from './plans.ts';
import type { ToldContents } from './provider-orders.ts';

/** Begins the activities of Autopurchase, each as it is planned. */
export class ActivityStarter {
  readonly plans = new ActivityPlans();
  /** What tests say of provider orders, by their ids. */
  readonly toldProviderOrders = new Map<string, ToldContents>();
  readonly #world: PracticeWorld;
  readonly #activities: Activities;

  constructor(world: PracticeWorld, activities: Activities) {
    this.#world = world;
    this.#activities = activities;
  }

  export(acting: Acting, chosen: ChosenLines): Activity {
    const plan = this.plans.take('export');
    const attempt = this.#activities.current().filter(({ work }) => work.kind === 'export' && work.orderIndex === chosen.orderIndex).length;
    return this.#activities.begin(draftExport(this.#world, acting, chosen, plan, attempt), plan.stepMs ?? null);
  }

  /** `orderIndexes` null: all orders. */
  synchronise(acting: Acting, orderIndexes: readonly number[] | null): Activity {
    const plan = this.plans.take('synchronise');
    return this.#activities.begin(draftSynchronising(this.#world, acting, orderIndexes, plan), plan.stepMs ?? null);
  }

  link(acting: Acting, chosen: ChosenLines, providerOrderIds: readonly string[]): Activity {
    const plan = this.plans.take('link');
    return this.#activities.begin(draftLinking(this.#world, acting, chosen, providerOrderIds, plan, this.toldProviderOrders), plan.stepMs ?? null);
  }

  unlink(acting: Acting, chosen: ChosenLines): Activity {
    const plan = this.plans.take('unlink');
    return this.#activities.begin(draftUnlinking(this.#world, acting, chosen), plan.stepMs ?? null);
  }
}
